import { extname } from 'node:path';
import type { FoundPlace } from '#shared/ipc/contract/privacy.ts';
import { PERSON_SIGNS, type PersonQuery } from '#shared/privacy/person.ts';
import { itemTitle } from '#shared/report/view/build-person-view.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import { type Arguments, required, wrong } from '../parse-arguments.ts';
import type { Words } from '../words.ts';
import { writablePath } from './report.ts';

/**
 * `person --data DIR (--id NUMBER | --name NAME | --phone NUMBER) [--export FILE.pdf|.xlsx | --anonymise] [--also SIGN]
 * [--reason TEXT]`: where a person stands in the book; gives it out, or takes it out for good. Both need a reason and
 * concern what is surely theirs; `--also name` (or `similar-name`, `mention`) takes what is less sure as well.
 */
export async function person(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const query: PersonQuery = {
    number: args.values.get('id') ?? null,
    name: args.values.get('name') ?? null,
    phone: args.values.get('phone') ?? null,
  };
  if (query.number === null && query.name === null && query.phone === null)
    throw wrong('missing', 'person', { given: '--id' });
  const out = args.values.get('export');
  const anonymises = args.flags.has('anonymise');
  if (out !== undefined && anonymises) throw wrong('option', 'person', { given: '--anonymise' });
  const file = out === undefined ? null : writablePath(out);
  const format = file === null ? null : formatOf(file);
  const also = args.values.get('also');
  const least = (PERSON_SIGNS as readonly (string | undefined)[]).indexOf(also);
  if (also !== undefined && least < 0)
    throw wrong('choice', 'person', { given: `--also ${also}`, choices: PERSON_SIGNS.join(', ') });
  const { cli, fill } = words;
  return inFolder(args, environment, async ({ backend }) => {
    const { finds, total } = await backend.call('privacy.find', { query });
    const chosen = finds.filter(({ taken, sign }) => taken || PERSON_SIGNS.indexOf(sign) <= least);
    const places = chosen.map(({ place }) => place);
    const lines = finds.map((find) =>
      fill(cli.person.line, {
        mark: chosen.includes(find) ? '*' : ' ',
        title: titleOf(find),
        sign: cli.person.sign[find.sign],
      }),
    );
    const answer = { found: total, chosen: chosen.length, finds };
    if (places.length === 0 || (file === null && !anonymises))
      return {
        json: answer,
        lines: [...lines, fill(cli.person.found, { total, chosen: chosen.length })],
        exit: 0,
      };
    const reason = required(args, 'reason');
    if (file !== null && format !== null) {
      const target = backend.files.register(file);
      const { records, saved } = await backend.call('privacy.export', {
        query,
        places,
        reason,
        format,
        target,
      });
      return {
        json: { ...answer, file, records, size: saved.size },
        lines: [...lines, fill(cli.person.exported, { n: records, file })],
        exit: 0,
      };
    }
    const done = await backend.call('privacy.anonymise', { query, places, reason });
    const { records, remnants } = done;
    return {
      json: { ...answer, ...done },
      lines: [
        ...lines,
        fill(cli.person.anonymised, { records, remnants }),
        ...(done.purged ? [] : [cli.person.notPurged]),
      ],
      exit: 0,
    };
  });
}

function formatOf(file: string): 'pdf' | 'xlsx' {
  const extension = extname(file).toLowerCase();
  if (extension === '.pdf' || extension === '.xlsx') return extension === '.pdf' ? 'pdf' : 'xlsx';
  throw wrong('choice', 'person', { given: `--export ${extension}`, choices: '.pdf, .xlsx' });
}

function titleOf(find: FoundPlace): string {
  return itemTitle({ ...find, kind: find.place.kind });
}

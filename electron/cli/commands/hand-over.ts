import { parseInput } from '#electron/application/parse-call.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import { type Arguments, dateOption, required } from '../parse-arguments.ts';
import { keyArgument } from '../signing-key.ts';
import type { Words } from '../words.ts';
import { existingFile } from './import.ts';
import { writablePath } from './report.ts';

/**
 * `hand-over --data DIR (--key FILE.p12 | --token DRIVER) --successor CERT --last-day D --first-day D --reason TEXT
 * --out FILE`: the leaving key signs that another one takes over for the unit of the folder.
 */
export async function handOver(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const key = keyArgument(args, environment);
  const successor = existingFile(required(args, 'successor'));
  const out = writablePath(required(args, 'out'));
  const [lastDay, firstDay] = [day(args, 'last-day'), day(args, 'first-day')];
  const reason = required(args, 'reason');
  const { note } = await inFolder(args, environment, ({ backend }) => {
    const input = {
      key: key(backend.files.register),
      successor: { certificate: backend.files.register(successor) },
      lastDay,
      firstDay,
      reason,
      target: backend.files.register(out),
    };
    return backend.call('keys.handOver', parseInput('keys.handOver', input));
  });
  return {
    json: { file: out, ...note },
    lines: [
      words.fill(words.cli.handOver.done, {
        unit: note.unitName,
        retiring: note.retiring.subject,
        successor: note.successor.subject,
        lastDay: formatDate(note.lastDay),
        firstDay: formatDate(note.firstDay),
        file: out,
      }),
    ],
    exit: 0,
  };
}

function day(args: Arguments, name: string): LocalDate {
  required(args, name);
  const date = dateOption(args, name);
  if (date === undefined)
    throw new AppError('USAGE', { problem: 'missing', command: args.command, given: `--${name}` });
  return date;
}

import { basename } from 'node:path';
import { clockFrom } from '#electron/application/app/clock.ts';
import { programSets } from '#electron/application/evaluation/target-sets.ts';
import { writeWorkbook } from '#electron/application/receiver/consolidate-workbook.ts';
import { type Gathering, gather } from '#electron/application/receiver/gather.ts';
import { toRows } from '#electron/application/receiver/rows.ts';
import { readUnitsFile } from '#electron/application/receiver/units-list.ts';
import { loadTrust } from '#electron/application/reports/trust-folder.ts';
import { readSetFile } from '#electron/application/targets/set-files.ts';
import { PERIOD_SCHEMES } from '#shared/domain/period.ts';
import { UNIT_LEVELS } from '#shared/domain/target-set.ts';
import { receiver as enReceiver } from '#shared/i18n/en/receiver.ts';
import { formatCount, formatPercent, formatRatio } from '#shared/i18n/format.ts';
import { receiver as viReceiver } from '#shared/i18n/vi/receiver.ts';
import { outcomeOf } from '#shared/receiver/consolidate.ts';
import type { Environment, Outcome } from '../environment.ts';
import { type Arguments, choiceOption, dateOption, required } from '../parse-arguments.ts';
import { table } from '../table.ts';
import type { Words } from '../words.ts';
import { pdfWriter } from './consolidate-pdf.ts';
import { existingFile } from './import.ts';
import { writablePath } from './report.ts';

/**
 * `consolidate FILE… --trust DIR --units FILE --period P --out FILE.xlsx`: the receiver's table of files, folders and
 * zips. Needs no data folder.
 */
export async function consolidateCommand(
  args: Arguments,
  environment: Environment,
  words: Words,
): Promise<Outcome> {
  const out = writablePath(required(args, 'out'));
  const units = await readUnitsFile(existingFile(required(args, 'units')));
  const given = args.values.get('targets');
  const sets =
    given === undefined ? programSets(environment.resourcesDir) : [await readSetFile(existingFile(given))];
  const writePdf = await pdfWriter(args, environment);
  const gathering = await gather({
    paths: args.operands,
    units,
    period: required(args, 'period'),
    scheme: choiceOption(args, 'scheme', PERIOD_SCHEMES) ?? 'nd09',
    due: dateOption(args, 'due') ?? null,
    received: dateOption(args, 'received') ?? null,
    level: choiceOption(args, 'level', UNIT_LEVELS) ?? 'district',
    pages: choiceOption(args, 'pages', ['all', 'none']) ?? 'none',
    sets,
    targetSet: given === undefined ? null : (sets[0]?.set.id ?? null),
    trust: loadTrust(required(args, 'trust'), clockFrom(environment.environment).now()),
    resourcesDir: environment.resourcesDir,
    now: clockFrom(environment.environment).now(),
    language: words.lang,
  });
  await writeWorkbook(gathering, out, words.lang);
  const pdf = (await writePdf?.(gathering)) ?? null;
  const { bad, undecided } = outcomeOf(gathering.table);
  return {
    json: { out, pdf, ...toRows(gathering) },
    lines: [
      ...linesOf(gathering, out, words),
      ...(pdf === null
        ? []
        : [words.fill(words.cli.consolidate.signed, { ...pdf, file: basename(pdf.file) })]),
    ],
    // As `verify`: a bad file outweighs one about which nothing can be told. What is missing or late is no fault of a file.
    exit: bad > 0 ? 1 : undecided > 0 ? 2 : 0,
  };
}

function linesOf({ table: found, pages }: Gathering, out: string, { cli, fill, lang }: Words): string[] {
  const names = lang === 'vi' ? viReceiver : enReceiver;
  const { summary, objectives } = names;
  const units = found.units.map((one) => {
    const late = one.late?.signed || one.late?.received ? summary.late.toLowerCase() : '';
    const missed = [...one.missed, ...one.missedStriven].join(', ');
    return [one.unit.code, one.unit.name, names.unitStates[one.state], late, missed];
  });
  const sums = found.objectives.map((one) => [
    one.id,
    one.title,
    one.numerator === null || one.denominator === null
      ? '—'
      : formatRatio(one.numerator, one.denominator, lang),
    formatPercent(one.percent, lang),
    names.verdicts[one.verdict],
    formatCount(one.units, lang),
  ]);
  const bad = found.files.filter(({ state }) => state !== 'counted');
  return [
    fill(summary.counts, { ...outcomeOf(found), expected: found.units.length }),
    summary.pages[pages],
    '',
    ...table(
      [[summary.code, summary.name, summary.state, summary.late, summary.missed], ...units],
      [false, false, false, false, false],
    ),
    '',
    ...table(
      [
        [
          objectives.id,
          objectives.title,
          `${objectives.numerator}/${objectives.denominator}`,
          objectives.percent,
          objectives.verdict,
          objectives.units,
        ],
        ...sums,
      ],
      [false, false, true, true, false, true],
    ),
    ...(bad.length === 0 ? [] : ['']),
    ...bad.map(({ file, state }) => {
      const first = file.reasons[0];
      const why = first === undefined ? '' : `: ${first.message} [${first.code}]`;
      return `  - ${file.name}: ${names.fileStates[state]}${why}`;
    }),
    fill(cli.consolidate.done, { file: basename(out) }),
  ];
}

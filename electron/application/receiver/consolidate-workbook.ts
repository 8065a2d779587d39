import type { CellStyle, CellValue } from 'hucre';
import { writeAtomically } from '#electron/common/write-atomically.ts';
import { HEADER_STYLE } from '#electron/export/header-style.ts';
import { flowFigures } from '#shared/domain/flow.ts';
import { dayNumber, formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { compareFileNames } from '#shared/domain/vietnamese-order.ts';
import { fill } from '#shared/i18n/fill.ts';
import type { Language } from '#shared/i18n/format.ts';
import { en, vi } from '#shared/i18n/index.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { UNIX_EPOCH_SERIAL } from '#shared/import/cells.ts';
import { outcomeOf } from '#shared/receiver/consolidate.ts';
import type { ObjectiveTotal } from '#shared/receiver/totals.ts';
import { thresholdText } from '#shared/report/words.ts';
import { dayInVietnam, timeInVietnam } from '#shared/text/time-in-vietnam.ts';
import type { Gathering } from './gather.ts';

type Words = typeof vi.receiver;
type Row = CellValue[];

const BOLD: CellStyle = { font: { bold: true } };
/** Codes, percentages and names stay what they are, whatever is typed over them later. */
const TEXT = { numFmt: '@' };
const DAY = { numFmt: 'dd/mm/yyyy' };
const COUNT = { numFmt: '#,##0' };

interface Sheet {
  readonly name: string;
  readonly rows: Row[];
  readonly columns: { readonly width: number; readonly numFmt?: string }[];
  readonly cells: Map<string, { style: CellStyle }>;
}

/**
 * Writes the receiver's table as a workbook of four sheets: the units with what they wrote, each objective unit by
 * unit, Biểu II.06a, and every file with what became of it. Percentages are text made of the counts beside them, and
 * no cell is a formula. Throws `AppError` OUTPUT_UNWRITABLE.
 */
export async function writeWorkbook(gathering: Gathering, path: string, language: Language): Promise<void> {
  const words = (language === 'vi' ? vi : en).receiver as Words;
  const { writeXlsx } = await import('hucre');
  const sheets = [
    summarySheet(gathering, words, language),
    objectivesSheet(gathering, words, language),
    flowSheet(gathering, words),
    filesSheet(gathering, words, language),
  ];
  await writeAtomically(path, await writeXlsx({ sheets: sheets as never, stringMode: 'shared' }));
}

function summarySheet({ table, targets, pages }: Gathering, words: Words, language: Language): Sheet {
  const { summary } = words;
  const { period, units, due, received, level, reasons } = table;
  const shownDay = (day: LocalDate | null): string => (day === null ? summary.noDay : formatDate(day));
  const head = [
    [fill(summary.title, { period: periodTitle(period.id, language) })],
    [
      fill(summary.dates, {
        from: formatDate(period.from),
        to: formatDate(period.to),
        due: shownDay(due),
        received: shownDay(received),
      }),
    ],
    [
      fill(summary.judgedBy, {
        name: targets.set.name.vi,
        version: targets.set.version,
        level: words.levels[level],
      }),
    ],
    [fill(summary.counts, { ...outcomeOf(table), expected: units.length })],
    [summary.pages[pages]],
    [],
  ];
  const columns = [
    summary.code,
    summary.name,
    summary.state,
    summary.revision,
    summary.signedAt,
    summary.late,
    summary.duplicates,
    summary.superseded,
    summary.chain,
    summary.missed,
    summary.missedStriven,
    summary.lowered,
    summary.nameDiffers,
  ];
  const rows = units.map((one): Row => {
    const signedAt = one.counted?.file.signedAt ?? null;
    const late = [
      ...(one.late?.signed ? [summary.lateSigned] : []),
      ...(one.late?.received ? [summary.lateReceived] : []),
    ];
    return [
      text(one.unit.code),
      text(one.unit.name),
      words.unitStates[one.state],
      one.counted?.file.report?.report.revision ?? null,
      signedAt === null ? null : serial(dayInVietnam(signedAt)),
      late.join(', '),
      one.duplicates,
      one.superseded,
      one.chain === null ? null : words.chains[one.chain],
      text(one.missed.join(', ')),
      text(one.missedStriven.join(', ')),
      text(one.lowered.join(', ')),
      one.nameDiffers ? summary.yes : null,
    ];
  });
  const written = [
    [],
    [summary.reasons],
    [summary.code, summary.name, summary.kind, summary.about, summary.text],
    ...reasons.map(
      ({ code, kind, about, text: said }): Row => [
        text(code),
        text(units.find(({ unit }) => unit.code === code)?.unit.name ?? ''),
        words.kinds[kind],
        text(about ?? ''),
        text(said),
      ],
    ),
  ];
  const below = head.length + 1 + rows.length;
  return sheet(
    words.sheets.summary,
    [...head, columns, ...rows, ...written],
    [TEXT, TEXT, TEXT, {}, DAY, TEXT, {}, {}, TEXT, TEXT, TEXT, TEXT, TEXT],
    [10, 42, 20, 9, 12, 22, 9, 9, 22, 20, 20, 20, 12],
    [
      [0, 1, BOLD],
      [head.length, columns.length, HEADER_STYLE],
      [below + 1, 1, BOLD],
      [below + 2, 5, HEADER_STYLE],
    ],
  );
}

function objectivesSheet({ table }: Gathering, words: Words, language: Language): Sheet {
  const { objectives: heads } = words;
  const columns = [
    heads.id,
    heads.title,
    words.summary.code,
    words.summary.name,
    heads.threshold,
    heads.numerator,
    heads.denominator,
    heads.percent,
    heads.verdict,
    heads.shortBy,
    heads.missing,
    heads.units,
    heads.leftOut,
  ];
  const percent = (value: string | null): string | null =>
    value === null ? null : `${language === 'vi' ? value.replace('.', ',') : value}%`;
  const bold: [number, number, CellStyle][] = [[0, columns.length, HEADER_STYLE]];
  const rows: Row[] = [columns];
  for (const total of table.objectives) {
    for (const { unit, counted } of table.units) {
      const one = counted?.file.report?.objectives.find(({ id }) => id === total.id);
      if (one === undefined) continue;
      const why = total.leftOut.find(({ code }) => code === unit.code)?.why;
      rows.push([
        text(one.id),
        text(one.title),
        text(unit.code),
        text(unit.name),
        text(thresholdText(one.threshold, language)),
        one.numerator,
        one.denominator,
        percent(one.percent),
        words.verdicts[one.verdict],
        one.shortBy,
        one.missingData,
        null,
        why === undefined ? null : words.leftOut[why],
      ]);
    }
    bold.push([rows.length, columns.length, BOLD]);
    rows.push(totalRow(total, words, language, percent));
  }
  return sheet(
    words.sheets.objectives,
    rows,
    [TEXT, TEXT, TEXT, TEXT, TEXT, COUNT, COUNT, TEXT, TEXT, COUNT, COUNT, COUNT, TEXT],
    [8, 44, 10, 40, 11, 11, 11, 10, 16, 10, 10, 9, 34],
    bold,
  );
}

function totalRow(
  total: ObjectiveTotal,
  words: Words,
  language: Language,
  percent: (value: string | null) => string | null,
): Row {
  return [
    text(total.id),
    text(total.title),
    null,
    words.objectives.total,
    text(thresholdText(total.threshold, language)),
    total.numerator,
    total.denominator,
    percent(total.percent),
    words.verdicts[total.verdict],
    total.shortBy,
    total.missingData,
    total.units,
    text(total.leftOut.map(({ code, why }) => `${code}: ${words.leftOut[why]}`).join('; ')),
  ];
}

function flowSheet({ table }: Gathering, words: Words): Sheet {
  const { flow } = words;
  const columns = [
    flow.field,
    flow.received,
    flow.online,
    flow.other,
    flow.carriedOver,
    flow.resolved,
    flow.early,
    flow.onTime,
    flow.late,
    flow.pending,
    flow.inTime,
    flow.overdue,
  ];
  const rows = table.flow.map(
    (row): Row => [
      row.field === null ? flow.total : row.field === '' ? flow.noField : text(row.field),
      ...flowFigures(row),
    ],
  );
  return sheet(
    words.sheets.flow,
    [columns, ...rows],
    [TEXT, ...Array.from({ length: 11 }, () => COUNT)],
    [36, ...Array.from({ length: 11 }, () => 13)],
    [
      [0, columns.length, HEADER_STYLE],
      [rows.length, columns.length, BOLD],
    ],
  );
}

function filesSheet({ table, passedOver }: Gathering, words: Words, language: Language): Sheet {
  const { files } = words;
  const columns = [
    files.name,
    files.state,
    files.code,
    files.unit,
    files.report,
    files.revision,
    files.period,
    files.signer,
    files.signedAt,
    files.sha256,
    files.reasons,
  ];
  const rows = [...table.files]
    .sort((a, b) => compareFileNames(a.file.name, b.file.name))
    .map(
      ({ file, state, unit, statedCode }): Row => [
        text(file.name),
        words.fileStates[state],
        text(statedCode ?? ''),
        text(unit?.name ?? file.report?.unit.name ?? ''),
        text(file.report?.report.id ?? ''),
        file.report?.report.revision ?? null,
        text(file.report ? periodTitle(file.report.period.id, language) : ''),
        text(file.signer?.subject ?? ''),
        text(file.signedAt === null ? '' : timeInVietnam(file.signedAt)),
        file.sha256,
        text(file.reasons.map(({ message, code }) => `${message} [${code}]`).join('\n')),
      ],
    );
  const others = [...passedOver].sort(compareFileNames).map((name): Row => [text(name), files.passedOver]);
  return sheet(
    words.sheets.files,
    [columns, ...rows, ...others],
    columns.map((_, index) => (index === 5 ? {} : TEXT)),
    [40, 20, 12, 36, 22, 9, 10, 34, 21, 66, 60],
    [[0, columns.length, HEADER_STYLE]],
  );
}

/** `styled`: row, number of cells, style. */
function sheet(
  name: string,
  rows: Row[],
  formats: readonly { readonly numFmt?: string }[],
  widths: readonly number[],
  styled: readonly (readonly [number, number, CellStyle])[],
): Sheet {
  const cells = new Map<string, { style: CellStyle }>();
  for (const [row, count, style] of styled)
    for (let column = 0; column < count; column += 1)
      cells.set(`${row},${column}`, { style: { ...style, ...formats[column] } });
  return { name, rows, columns: widths.map((width, index) => ({ width, ...formats[index] })), cells };
}

function serial(day: LocalDate): number {
  return dayNumber(day) + UNIX_EPOCH_SERIAL;
}

/** Text as a worksheet can hold it; a cell of text is never a formula, whatever it begins with. */
function text(value: string): string {
  return value
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .slice(0, 32_000);
}

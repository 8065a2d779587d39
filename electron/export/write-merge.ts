import type { CellStyle, CellValue } from 'hucre';
import { writeAtomically } from '#electron/common/write-atomically.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { flowPartOf, type Ratio } from '#shared/domain/merge/balance.ts';
import { en, vi } from '#shared/i18n/index.ts';
import { ledgerName } from '#shared/i18n/ledger-name.ts';
import type { MergeDone } from '#shared/ipc/contract/merge.ts';
import { HEADER_STYLE } from './header-style.ts';

const HEAD: CellStyle = { ...HEADER_STYLE, alignment: { wrapText: true, vertical: 'center' } };
/** Widest column, characters. */
const WIDEST = 60;

type Row = CellValue[];
/** Where a record came from, as the workbook tells it. */
interface OriginLine {
  readonly ledger: string;
  /** How people name the record now. */
  readonly title: string;
  /** Place of the unit among those of the merge. */
  readonly source: number;
  readonly was: number;
  readonly code: string | null;
  readonly joined: boolean;
}

type Words = typeof vi.merge;

/**
 * Writes the balance of a merge as a workbook: the units with the last link of each log, the records of every ledger
 * before and after, the figures of every quarter, and where every record came from. The file appears whole under its
 * name or not at all. Throws `AppError` OUTPUT_UNWRITABLE.
 */
export async function writeMerge(
  merge: MergeDone,
  origins: Iterable<OriginLine>,
  path: string,
  language: 'vi' | 'en',
): Promise<void> {
  const { writeXlsx } = await import('hucre');
  const words = (language === 'vi' ? vi : en).merge as Words;
  const { column } = words;
  const units = merge.units.map(({ name }) => name);
  const sheets = [
    sheet(words.sheet.units, [
      [
        column.unit,
        column.code,
        column.label,
        column.from,
        column.to,
        column.dossiers,
        column.entries,
        column.reports,
        column.logCount,
        column.logHash,
      ],
      ...merge.units.map(
        ({ name, code, label, from, to, dossiers, entries, reports, log }): Row => [
          name,
          code,
          label,
          day(from),
          day(to),
          dossiers,
          entries,
          reports,
          log.seq,
          log.hash,
        ],
      ),
      [],
      [merge.decision],
    ]),
    sheet(words.sheet.ledgers, [
      [column.ledger, column.present, ...units, column.came, column.same, column.left, column.after],
      ...merge.balance.ledgers.map(
        ({ ledger, present, sources, came, same, left, after }): Row => [
          ledgerName(ledger, language),
          present,
          ...sources,
          came,
          same,
          left,
          after,
        ],
      ),
    ]),
    sheet(words.sheet.figures, [
      [column.period, column.figure, column.present, ...units, column.gone, column.after],
      ...merge.balance.figures.map(
        ({ period, figure, present, sources, gone, after }): Row => [
          period,
          figureName(figure, words),
          ratioText(present, figure),
          ...sources.map((ratio) => ratioText(ratio, figure)),
          ratioText(gone, figure),
          ratioText(after, figure),
        ],
      ),
    ]),
    sheet(words.sheet.origins, [
      [column.ledger, column.title, column.unit, column.code, column.was, column.wasCode, column.how],
      ...[...origins].map(({ ledger, title, source, was, code, joined }): Row => {
        const unit = merge.units[source];
        const how = joined ? words.how.joined : words.how.came;
        return [
          ledgerName(ledger, language),
          title,
          unit?.name ?? '',
          unit?.code ?? '',
          was,
          code ?? '',
          how,
        ];
      }),
    ]),
  ];
  await writeAtomically(path, await writeXlsx({ sheets: sheets as never, stringMode: 'shared' }));
}

function sheet(name: string, rows: Row[]) {
  const columns = (rows[0] ?? []).map((_head, at) => ({
    width: Math.min(WIDEST, Math.max(...rows.slice(0, 200).map((row) => String(row[at] ?? '').length + 2))),
  }));
  const cells = new Map((rows[0] ?? []).map((_head, at) => [`0,${at}`, { style: HEAD }]));
  return { name, rows, columns, cells, freezePane: { rows: 1 } };
}

const day = (date: LocalDate | null): string => (date === null ? '' : formatDate(date));

/** `17/40`; a total of the flow table as the one number it is; nothing where a book does not keep the ledger. */
function ratioText(ratio: Ratio | null, figure: string): CellValue {
  if (ratio === null) return '–';
  return flowPartOf(figure) === null ? `${ratio.numerator}/${ratio.denominator}` : ratio.denominator;
}

function figureName(figure: string, { flow }: Words): string {
  const part = flowPartOf(figure);
  return part === null ? figure : flow[part];
}

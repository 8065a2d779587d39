import { cellText, isBlankCell } from '#shared/import/cells.ts';
import { recordKind } from '#shared/import/kinds.ts';
import type { ReadOptions } from '#shared/import/options.ts';
import type { RawRow } from '#shared/import/types.ts';
import type { Inspection } from '#shared/ipc/contract/imports.ts';
import { findList, likelyKinds, missingFields } from './find-list.ts';
import { cellMask, maskLongNumbers } from './masked-cells.ts';
import { openFile } from './open-file.ts';
import type { SheetSource } from './sheet-source.ts';

const FIRST_ROWS = 30;
const SAMPLES = 5;
const MAX_SAMPLE = 200;
const MAX_HEADING = 300;
const MAX_COLUMNS = 200;

/**
 * Looks into a file without reading it in earnest: its sheets, the header with the proposed mapping, and its first
 * rows as shown, ID numbers masked. A file without a recognisable list gives `headerRow: 0`. Throws `AppError` (see `openFile`) and
 * SHEET_NOT_FOUND.
 */
export async function inspectFile(path: string, options: ReadOptions): Promise<Inspection> {
  const opened = await openFile(path, options);
  const { source } = opened;
  const kind = recordKind(options.kind);
  const { list, otherLists } = await findList(opened, kind, options);
  const { sheet, head, header } = list;
  const headerRow = header?.headerRow ?? 0;
  const mask = cellMask(header?.columns ?? [], kind.fields);
  const under = head.filter((row) => row.row > headerRow);
  return {
    format: source.format,
    encoding: source.encoding,
    delimiter: source.delimiter,
    sheets: await listSheets(source),
    sheet: source.sheets[sheet]?.name.slice(0, 100) || null,
    headerRow,
    columns: (header?.columns ?? []).slice(0, MAX_COLUMNS).map((column) => ({
      index: column.index,
      headings: column.headings.map((heading) => maskLongNumbers(heading).slice(0, MAX_HEADING)),
      field: column.field,
      confidence: Math.round(column.confidence * 100) / 100,
      samples: samplesOf(under, column.index, mask),
    })),
    firstRows: shownRows(head, headerRow, mask),
    missingFields: missingFields(header, kind),
    likelyKinds: await likelyKinds(opened, options),
    otherLists: [...otherLists],
  };
}

async function listSheets(source: SheetSource): Promise<Inspection['sheets']> {
  if (source.format === 'csv') return [];
  const sheets: Inspection['sheets'] = [];
  for (const [index, { name, hidden, rows }] of source.sheets.entries()) {
    sheets.push({ name: name.slice(0, 100), hidden, rows: rows ?? (await lastRow(source, index)) });
  }
  return sheets;
}

/** Number of the last row with a value; files rarely declare it rightly, so it is counted. */
async function lastRow(source: SheetSource, sheet: number): Promise<number> {
  let last = 0;
  for await (const { rows } of source.rows(sheet)) last = rows.at(-1)?.row ?? last;
  return last;
}

type Mask = ReturnType<typeof cellMask>;

/** Different values of a column, as shown. */
function samplesOf(rows: readonly RawRow[], index: number, mask: Mask): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const cell = cells[index];
    if (!isBlankCell(cell)) samples.add(mask(index, cellText(cell)).slice(0, MAX_SAMPLE));
    if (samples.size >= SAMPLES) break;
  }
  return [...samples];
}

/** The rows 1 … 30 of the file, blank ones included, so that the row numbers can be read off. */
function shownRows(head: readonly RawRow[], headerRow: number, mask: Mask): Inspection['firstRows'] {
  const byNumber = new Map(head.map((row) => [row.row, row]));
  const count = Math.min(FIRST_ROWS, head.at(-1)?.row ?? 0);
  return Array.from({ length: count }, (_, i) =>
    (byNumber.get(i + 1)?.cells ?? []).slice(0, MAX_COLUMNS).map((cell, column) => {
      if (isEmpty(cell)) return null;
      const text = cellText(cell);
      return (i < headerRow ? maskLongNumbers(text) : mask(column, text)).slice(0, MAX_SAMPLE);
    }),
  );
}

function isEmpty(cell: RawRow['cells'][number]): boolean {
  return cell === null || cell === '';
}

import { basename } from 'node:path';
import { openFile } from '#electron/import/open-file.ts';
import { firstRows } from '#electron/import/sheet-source.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import { cellText } from '#shared/import/cells.ts';
import { parseDateCell } from '#shared/import/parse-date.ts';
import type { RawCell, RawRow } from '#shared/import/types.ts';
import { type ExpectedUnit, expectedUnit } from '#shared/receiver/units.ts';
import { foldWords } from '#shared/text/fold.ts';

type Column = 'code' | 'name' | 'level' | 'from' | 'to' | 'keys';

/** Headings by which a column is known, folded; the first one is how an export would write it. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  code: ['ma don vi', 'ma', 'ma dvhc', 'ma xa', 'code'],
  name: ['ten don vi', 'ten', 'don vi', 'name'],
  level: ['cap', 'level'],
  from: ['tu ngay', 'hieu luc tu', 'from'],
  to: ['den ngay', 'hieu luc den', 'to'],
  keys: ['dau van tay', 'dau van tay chung thu', 'khoa', 'keys'],
};
const MOST_ROWS = 5_100;

/**
 * Expected units from the first sheet of a workbook or a CSV file: a header row with at least `Mã đơn vị` and `Tên đơn
 * vị` among the first twenty rows; also `Cấp` (xã or huyện), `Từ ngày`, `Đến ngày`, `Dấu vân tay` (several by blanks
 * or semicolons). Throws `AppError` HEADER_NOT_FOUND, UNITS_INVALID (`where` is the row), or what opening throws.
 */
export async function readUnitsTable(path: string): Promise<ExpectedUnit[]> {
  const file = basename(path);
  const { source } = await openFile(path, {});
  const rows = await firstRows(source, 0, MOST_ROWS);
  const at = rows.slice(0, 20).findIndex((row) => {
    const found = columnsOf(row);
    return found.has('code') && found.has('name');
  });
  const header = rows[at];
  if (header === undefined) throw new AppError('HEADER_NOT_FOUND', { file });
  const columns = columnsOf(header);
  return rows.slice(at + 1).flatMap((row) => {
    const cell = (column: Column): RawCell => row.cells[columns.get(column) ?? -1] ?? null;
    if (cellText(cell('code')) === '' && cellText(cell('name')) === '') return [];
    return [unitOf(row.row, cell, file)];
  });
}

function columnsOf(row: RawRow): Map<Column, number> {
  const found = new Map<Column, number>();
  row.cells.forEach((cell, index) => {
    const heading = foldWords(cellText(cell));
    for (const [column, names] of Object.entries(HEADINGS) as [Column, readonly string[]][])
      if (names.includes(heading) && !found.has(column)) found.set(column, index);
  });
  return found;
}

function unitOf(row: number, cell: (column: Column) => RawCell, file: string): ExpectedUnit {
  const wrong = (problem: string): AppError =>
    new AppError('UNITS_INVALID', { file, where: String(row), problem });
  const day = (column: 'from' | 'to'): LocalDate | null => {
    if (cellText(cell(column)) === '') return null;
    const found = parseDateCell(cell(column));
    if (found === null) throw wrong(cellText(cell(column)).slice(0, 60));
    return found;
  };
  const level = foldWords(cellText(cell('level')));
  const parsed = expectedUnit.safeParse({
    // Codes of communes have five digits; a spreadsheet that took one for a number drops its zeros.
    code: codeText(cell('code')),
    name: cellText(cell('name')),
    level: /^(huyen|quan|thi xa|thanh pho|cap huyen|district)$/.test(level) ? 'district' : 'commune',
    from: day('from'),
    to: day('to'),
    keys: keysOf(cellText(cell('keys'))),
  });
  if (!parsed.success) throw wrong(String(parsed.error.issues[0]?.path[0] ?? ''));
  return parsed.data;
}

function codeText(cell: RawCell): string {
  return typeof cell === 'number' ? cellText(cell).padStart(5, '0') : cellText(cell);
}

/** Fingerprints as people write them, in groups of four or with colons, several by semicolons, commas or lines. */
function keysOf(text: string): string[] {
  const parts = text.split(/[;,\n]+/).map((part) => part.replace(/[\s:-]/g, '').toLowerCase());
  return parts.flatMap((part) => (part.length % 64 === 0 ? (part.match(/.{64}/g) ?? []) : [part]));
}

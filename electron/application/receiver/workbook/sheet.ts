import type { CellStyle, CellValue } from 'hucre';
import { xmlText } from '#electron/export/cell-values.ts';
import { dayNumber, type LocalDate } from '#shared/domain/local-date.ts';
import type { vi } from '#shared/i18n/index.ts';
import { UNIX_EPOCH_SERIAL } from '#shared/import/cells.ts';

/** Words of the receiver's workbook. */
export type Words = typeof vi.receiver;
export type Row = CellValue[];

export const BOLD: CellStyle = { font: { bold: true } };
/** Codes, percentages and names stay what they are, whatever is typed over them later. */
export const TEXT = { numFmt: '@' };
export const DAY = { numFmt: 'dd/mm/yyyy' };
export const COUNT = { numFmt: '#,##0' };

/** One sheet as the writer takes it. */
export interface Sheet {
  readonly name: string;
  readonly rows: Row[];
  readonly columns: { readonly width: number; readonly numFmt?: string }[];
  readonly cells: Map<string, { style: CellStyle }>;
}

/** A sheet of rows; `formats` and `widths` by column, `styled`: row, number of its cells, their style. */
export function sheet(
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

/** The serial number by which a worksheet keeps a day. */
export function serial(day: LocalDate): number {
  return dayNumber(day) + UNIX_EPOCH_SERIAL;
}

/** Characters of a cell; a worksheet holds 32,767. */
const LONGEST = 32_000;

/** Text as a worksheet can hold it; a cell of text is never a formula, whatever it begins with. */
export function text(value: string): string {
  return xmlText(value.slice(0, LONGEST));
}

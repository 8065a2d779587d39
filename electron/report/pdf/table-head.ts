import type { TableCell } from 'pdfmake';

/** The row of a table's headings. */
export function tableHead(columns: readonly string[]): TableCell[] {
  return columns.map((text) => ({ text, bold: true, alignment: 'center', verticalAlignment: 'middle' }));
}

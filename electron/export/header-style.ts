import type { CellStyle } from 'hucre';

/** The heading of a column in a workbook: bold on pale blue, in as many lines as it needs. */
export const HEADER_STYLE: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EDF3' } },
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
};

/** Measures of the page (NĐ 30/2020, Phụ lục I). Points; 1 mm = 2.8346 pt. */
export const MM = 72 / 25.4;

export const PAGE = {
  size: 'A4',
  /** Left, top, right, bottom: 30, 20, 15, 20 mm. */
  margins: [30 * MM, 20 * MM, 15 * MM, 20 * MM] as [number, number, number, number],
  /** Width of the text on an upright page. */
  width: (210 - 45) * MM,
  /** Width of the text on a page across. */
  across: (297 - 45) * MM,
} as const;

/** Sizes in points. */
export const SIZE = {
  body: 13,
  heading: 12,
  table: 11,
  wideTable: 10.5,
  small: 11,
  annex: 10,
  footer: 8,
  title: 14,
} as const;

/** First-line indent of 1.27 cm. */
export const INDENT = 36;

/** Lengths of the rules under motto and agency, from the widths of those lines in Tinos Bold. */
export const RULE = { motto: 159, agency: 56, subject: 90 } as const;

/** Thin lines around every cell, little room inside. */
export const GRID = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#000000',
  vLineColor: () => '#000000',
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

/** No lines and no room: for placing blocks side by side. */
export const PLAIN = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/**
 * Widths of the columns of a table with {@link GRID} lines that fills `across`; what is left over goes to the columns
 * `*` in equal parts. pdfmake's own `*` grows over the margin with a word that is wider than its column; in a column
 * of fixed width such a word is broken.
 */
export function columnWidths(widths: readonly (number | '*')[], across: number = PAGE.width): number[] {
  const cell = GRID.paddingLeft() + GRID.paddingRight();
  const lines = (widths.length + 1) * GRID.vLineWidth();
  const fixed = widths.reduce<number>((sum, width) => sum + (width === '*' ? 0 : width), 0);
  const left = across - widths.length * cell - lines - fixed;
  const star = Math.floor((left / widths.filter((width) => width === '*').length) * 100) / 100;
  return widths.map((width) => (width === '*' ? star : width));
}

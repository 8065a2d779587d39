import { cellText, isBlankCell } from './cells.ts';
import type { ImportField } from './fields.ts';
import { headingKey } from './heading-key.ts';
import { type HeadingMatcher, MIN_CONFIDENCE } from './match-headings.ts';
import { parseCell } from './parse-cell.ts';
import { isColumnNumbers } from './row-kind.ts';
import { DateCell, type RawCell, type RawRow } from './types.ts';

/** One column under the header that was found. */
export interface FoundColumn {
  readonly index: number;
  /** Headings from the top one down, a group heading repeated above each of its columns; empty for a bare column. */
  readonly headings: readonly string[];
  readonly field: string | null;
  readonly confidence: number;
}

/** Where the header stands and what its columns mean. */
export interface FoundHeader {
  /** Row number of the lowest header row. */
  readonly headerRow: number;
  /** How many rows the header has (1–3). */
  readonly levels: number;
  readonly columns: readonly FoundColumn[];
  /** Grows with the number and certainty of recognised columns; for choosing between sheets and separators. */
  readonly score: number;
}

/** Rows in which a header is looked for. Titles, guides and agency names above it take a dozen at most in real lists. */
export const HEADER_SEARCH_ROWS = 60;
const MAX_LEVELS = 3;
const SAMPLE_ROWS = 25;
/** Weight of a plain heading over cells that cannot be read. */
const UNFIT = 0.7;
/** A sheet with fewer recognised headings than this is no list. */
const MIN_FIELDS = 2;
const DATA_LIKE = /\d{5}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/;

/**
 * Finds the header in the first rows of a sheet: one to three rows whose headings are recognised best. Merged cells
 * need not be known: a blank beside a group heading with a heading below it belongs to that group. With `fixedRow`
 * the lowest header row is given by hand. Returns null when nothing looks like a list.
 */
export function findHeader(
  rows: readonly RawRow[],
  fields: readonly ImportField[],
  matcher: HeadingMatcher,
  fixedRow?: number,
): FoundHeader | null {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const candidates =
    fixedRow === undefined ? rows.slice(0, HEADER_SEARCH_ROWS) : rows.filter((row) => row.row === fixedRow);
  let best: FoundHeader | null = null;
  for (const lowest of candidates) {
    if (fixedRow === undefined && !isHeaderLike(lowest)) continue;
    const samples = rows.filter((row) => row.row > lowest.row).slice(0, SAMPLE_ROWS);
    for (let levels = 1; levels <= MAX_LEVELS; levels++) {
      const above = stack(byNumber, lowest.row, levels);
      if (above === null) break;
      const found = judge(above, lowest.row, samples, fields, matcher);
      // A half point must be gained for a further level, or for a lower row, to be believed.
      if (best === null || found.score > best.score + 0.05) best = found;
    }
  }
  if (best === null || fixedRow !== undefined) return best;
  const recognised = best.columns.filter((column) => column.field !== null);
  const essential = fields.filter((field) => field.required).map((field) => field.field);
  const useful =
    recognised.length >= MIN_FIELDS &&
    recognised.some((column) => column.field !== null && essential.includes(column.field));
  return useful ? best : null;
}

/** The rows of a header of that many levels, top one first; null when a row above is no group row. */
function stack(byNumber: ReadonlyMap<number, RawRow>, lowest: number, levels: number): RawRow[] | null {
  const found: RawRow[] = [];
  for (let number = lowest - levels + 1; number <= lowest; number++) {
    const row = byNumber.get(number);
    if (row === undefined || (number < lowest && !isHeaderLike(row))) return null;
    found.push(row);
  }
  return found;
}

/** A header row has at least two texts and nothing that looks like data; the numbers below it are no part of it. */
function isHeaderLike(row: RawRow): boolean {
  const texts: string[] = [];
  for (const cell of row.cells) {
    if (isBlankCell(cell)) continue;
    if (cell instanceof DateCell || typeof cell === 'number' || typeof cell === 'boolean') return false;
    const text = cellText(cell);
    if (text.length < 60 && DATA_LIKE.test(text)) return false;
    texts.push(text);
  }
  return texts.length >= 2 && !isColumnNumbers(texts);
}

function judge(
  header: readonly RawRow[],
  headerRow: number,
  samples: readonly RawRow[],
  fields: readonly ImportField[],
  matcher: HeadingMatcher,
): FoundHeader {
  const headings = headingsOf(header);
  const offers = headings.flatMap((levels, index) =>
    matcher.match(levels).map(({ field, confidence }) => ({
      index,
      field,
      confidence: confidence * fit(fields, field, { index, headings: levels }, samples),
    })),
  );
  offers.sort((a, b) => b.confidence - a.confidence || a.index - b.index);
  const byColumn = new Map<number, { field: string; confidence: number }>();
  const taken = new Set<string>();
  for (const { index, field, confidence } of offers) {
    if (confidence < UNFIT * MIN_CONFIDENCE || taken.has(field) || byColumn.has(index)) continue;
    taken.add(field);
    byColumn.set(index, { field, confidence });
  }
  let score = 0;
  const columns = headings.map((levels, index) => {
    const match = byColumn.get(index);
    const lowest = levels.at(-1);
    if (match !== undefined) score += match.confidence;
    else if (lowest !== undefined && matcher.isKnownOther(lowest)) score += 0.2;
    return { index, headings: levels, field: match?.field ?? null, confidence: match?.confidence ?? 0 };
  });
  return { headerRow, levels: header.length, columns, score };
}

/**
 * Headings of every column, top one first. A blank in an upper row takes the heading to its left when both columns
 * have a heading of their own below (a merged group heading). A heading above nothing stands for all rows it spans.
 */
function headingsOf(header: readonly RawRow[]): string[][] {
  const width = Math.max(...header.map((row) => row.cells.length));
  const texts = header.map((row) => Array.from({ length: width }, (_, i) => cellText(row.cells[i])));
  for (let level = texts.length - 2; level >= 0; level--) {
    const here = texts[level];
    const below = texts[level + 1];
    if (here === undefined || below === undefined) continue;
    for (let i = 1; i < width; i++) {
      if (here[i] === '' && below[i] !== '' && below[i - 1] !== '') here[i] = here[i - 1] ?? '';
    }
  }
  return Array.from({ length: width }, (_, i) =>
    texts.map((level) => level[i] ?? '').filter((text) => text !== ''),
  );
}

/**
 * How well a column's cells speak for a field: 1 when some can be read or there are too few to tell. A heading that can
 * mean other things too (`Kết quả`, `Thời hạn` over "3 ngày") is then no proposal; a plain one (`Trạng thái`, `Ngày …`)
 * stays one, so that cells in unknown words are reported as bad and not passed over in silence.
 */
function fit(
  fields: readonly ImportField[],
  name: string,
  { index, headings }: { index: number; headings: readonly string[] },
  samples: readonly RawRow[],
): number {
  const field = fields.find((candidate) => candidate.field === name);
  if (field === undefined) return 0;
  let filled = 0;
  for (const row of samples) {
    const cell: RawCell = row.cells[index] ?? null;
    if (isBlankCell(cell)) continue;
    filled++;
    const speaks =
      field.parser === 'code' ? /\d/.test(cellText(cell)) : parseCell(cell, field).value !== undefined;
    if (speaks) return 1;
  }
  if (filled < 3) return 1;
  if (field.overUnreadable === 'day')
    return headings.some((heading) => headingKey(heading).includes('ngay')) ? UNFIT : 0;
  return field.overUnreadable === 'keep' ? UNFIT : 0;
}

/** The lowest heading above a column: what the column is called in remarks and mappings. */
export function lowestHeading(column: FoundColumn): string {
  return column.headings.at(-1) ?? '';
}

import type { RawCell, RawRow } from '#shared/import/types.ts';
import {
  decodeTcvn3Text,
  decodeVniText,
  detectTextEncoding,
  isWesternText,
} from '#shared/text/legacy-encodings.ts';

const NON_ASCII = /[^\u0000-\u007f]/;
/** A column with fewer words beyond ASCII says too little by itself. */
const FEW_WORDS = 6;
type Decoder = (text: string) => string;

/**
 * Spreadsheets made with TCVN3 or VNI fonts keep their text as Western characters. Each column is judged by its own
 * first cells; one that says too little follows the sheet as a whole when the sheet is clear. Null when nothing needs
 * decoding.
 */
export function legacyDecoder(head: readonly RawRow[]): ((row: RawRow) => RawRow) | null {
  const columns: string[][] = [];
  for (const { cells } of head) {
    cells.forEach((cell, i) => {
      if (typeof cell !== 'string' || !NON_ASCII.test(cell)) return;
      columns[i] ??= [];
      columns[i].push(cell);
    });
  }
  const whole = detectTextEncoding(columns.flat());
  // Unicode headings over a few short words: too little to call such a column an old font's.
  const isUnicode = columns.some((strings) => strings?.some((text) => !isWesternText(text)));
  const found = columns.map((strings) => {
    const isShort = wordsIn(strings ?? []) < FEW_WORDS;
    if (isShort && isUnicode) return whole;
    return detectTextEncoding(strings ?? []) ?? (isShort ? whole : null);
  });
  if (whole === null && found.every((encoding) => encoding === null)) return null;
  const decoders = found.map((encoding): Decoder | null =>
    encoding === null ? null : encoding === 'tcvn3' ? decodeTcvn3Text : decodeVniText,
  );
  const fallback: Decoder | null =
    whole === null ? null : whole === 'tcvn3' ? decodeTcvn3Text : decodeVniText;
  return (row) => ({
    row: row.row,
    cells: row.cells.map((cell, i) =>
      decodeCell(cell, i < decoders.length ? (decoders[i] ?? (columns[i] ? null : fallback)) : fallback),
    ),
  });
}

function wordsIn(strings: readonly string[]): number {
  return strings.reduce(
    (sum, text) => sum + text.split(/\s+/).filter((word) => NON_ASCII.test(word)).length,
    0,
  );
}

/** Text with characters that no Western font has is Unicode already and stays. */
function decodeCell(cell: RawCell, decoder: Decoder | null): RawCell {
  if (decoder === null || typeof cell !== 'string' || !NON_ASCII.test(cell)) return cell;
  return isWesternText(cell) ? decoder(cell) : cell;
}

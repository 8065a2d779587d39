/** The reader that the spreadsheet library puts on every piece of a binary workbook: a number, or a text of a kind. */
type ReadShift = (this: Piece, size: number, kind?: string) => unknown;
interface Piece extends Uint8Array {
  /** Where the library has got to. */
  l: number;
}

/** So far beyond its end a piece may be read: records of other writers lack a flag or two, none lacks more. */
const SLACK = 256;

/**
 * Keeps the library for .xls and .xlsb from reading on beyond the end of a record. There every byte is `undefined`, so a
 * length read from it is not a number, and a text of that length or a text up to its zero byte never ends: the thread
 * ran until its memory was full (4 kB of a file took 760 MB). Lengths are cut to what is left, which changes no text
 * of a sound file; a length that is none ends the reading with a `RangeError`.
 *
 * The library gives each piece its reader by assignment, so an accessor on the prototype of all pieces sees it. To be
 * called once, in the thread of the libraries alone, before the library is loaded.
 */
export function boundReads(): void {
  let read: ReadShift | undefined;
  const bounded: ReadShift = function bounded(size, kind) {
    if (this.l > this.length + SLACK) throw new RangeError('the record ends before what it holds');
    const inner = read as ReadShift;
    if (kind === undefined || kind === 'i' || kind === 'f') return inner.call(this, size, kind);
    if (kind === 'cstr' || kind === '_wstr') {
      if (!hasEnd(this, kind === 'cstr' ? 1 : 2)) throw new RangeError('a text without an end');
      return inner.call(this, size, kind);
    }
    if (!(size >= 0)) throw new RangeError('a text without a length');
    // Two bytes a letter or one, changing within a text that goes on in a further record: never more letters than bytes.
    return inner.call(this, Math.min(size, Math.max(0, this.length - this.l)), kind);
  };
  Object.defineProperty(Uint8Array.prototype, 'read_shift', {
    configurable: true,
    get: () => (read === undefined ? undefined : bounded),
    set(given: ReadShift) {
      read = given;
    },
  });
}

/** Whether a letter of `width` bytes that is zero follows. */
function hasEnd(piece: Piece, width: 1 | 2): boolean {
  if (width === 1) return piece.indexOf(0, piece.l) >= 0;
  for (let at = piece.l; at + 1 < piece.length; at += 2)
    if (piece[at] === 0 && piece[at + 1] === 0) return true;
  return false;
}

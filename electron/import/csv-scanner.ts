import type { RawRow } from '#shared/import/types.ts';

/**
 * Columns beyond this one hold no list (Excel knows no more either); a line of nothing but delimiters must not become
 * millions of cells.
 */
const MAX_COLUMNS = 16_384;
/** A quoted field longer than this is a stray quotation mark, not a field (Excel's own limit is 32,767 characters). */
const MAX_FIELD = 64 * 1024;

/**
 * Splits decoded text into records (RFC 4180). A row's number is that of its record as Excel shows it when the file is
 * opened there: blank lines count, line breaks inside quotation marks do not. A quotation mark inside an unquoted field
 * is a character like any other, and one that never closes is taken as such too, so that it cannot swallow the file.
 */
export class CsvScanner {
  readonly #delimiter: string;
  #rest = '';
  /** Offset of the first quotation mark not before the record at hand, so that each is looked for once only. */
  #quote = -1;
  /** The same of the first delimiter not before a field that is not quoted. */
  #next = -1;
  #row = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** Appends the records that are whole after this piece; `last` says that no piece follows. */
  push(piece: string, last: boolean, rows: RawRow[]): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    this.#quote = -1;
    this.#next = -1;
    while (at < text.length) {
      const end = this.#record(text, at, last, rows);
      if (end < 0) break;
      at = end;
    }
    this.#rest = text.slice(at);
  }

  /** Reads the record at `start`; returns the offset behind it, or -1 when more text is needed. */
  #record(text: string, start: number, last: boolean, rows: RawRow[]): number {
    const newline = text.indexOf('\n', start);
    if (newline < 0 && !last) return -1;
    const lineEnd = newline < 0 ? text.length : newline;
    if (this.#quote < start) {
      const quote = text.indexOf('"', start);
      this.#quote = quote < 0 ? text.length : quote;
    }
    if (this.#quote >= lineEnd) {
      const bare = lineEnd > start && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
      this.#emit(
        bare === start ? NO_CELLS : text.slice(start, bare).split(this.#delimiter, MAX_COLUMNS),
        rows,
      );
      return newline < 0 ? text.length : newline + 1;
    }
    return this.#quotedRecord(text, start, last, rows);
  }

  #quotedRecord(text: string, start: number, last: boolean, rows: RawRow[]): number {
    const cells: string[] = [];
    let at = start;
    // The end of the line at hand, looked for once and not for each of its fields.
    let line = -1;
    for (;;) {
      let field: string;
      const quoted = text.charCodeAt(at) === 34 ? closeQuote(text, at, this.#delimiter, last) : STRAY;
      if (quoted === OPEN) return -1;
      if (quoted === STRAY) {
        if (line < at) {
          const found = text.indexOf('\n', at);
          if (found < 0 && !last) return -1;
          line = found < 0 ? text.length : found;
        }
        if (this.#next < at) {
          const found = text.indexOf(this.#delimiter, at);
          this.#next = found < 0 ? text.length : found;
        }
        const fieldEnd = Math.min(this.#next, line);
        field = text.slice(
          at,
          fieldEnd === line && text.charCodeAt(line - 1) === 13 && line > at ? line - 1 : fieldEnd,
        );
        at = fieldEnd;
      } else {
        field = text.slice(at + 1, quoted).replaceAll('""', '"');
        at = quoted + 1;
        if (text.charCodeAt(at) === 13) at++;
      }
      if (cells.length < MAX_COLUMNS) cells.push(field);
      if (at >= text.length) {
        if (!last) return -1;
        this.#emit(cells, rows);
        return text.length;
      }
      const separator = text.charCodeAt(at);
      at++;
      if (separator === 10) {
        this.#emit(cells, rows);
        return at;
      }
    }
  }

  #emit(cells: readonly string[], rows: RawRow[]): void {
    this.#row++;
    if (cells.length > 0) rows.push({ row: this.#row, cells });
  }
}

const NO_CELLS: readonly string[] = [];
const OPEN = -1;
const STRAY = -2;

/** Offset of the closing quotation mark of the field opened at `at`; OPEN when more text is needed, STRAY for none. */
function closeQuote(text: string, at: number, delimiter: string, last: boolean): number {
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote - at > MAX_FIELD)
      return quote < 0 && !last && text.length - at <= MAX_FIELD ? OPEN : STRAY;
    const next = text[quote + 1];
    if (next === undefined) return last ? quote : OPEN;
    if (next === '"') from = quote + 2;
    else if (next === delimiter || next === '\n') return quote;
    else if (next === '\r') {
      const after = text[quote + 2];
      if (after === undefined && !last) return OPEN;
      return after === '\n' || after === undefined ? quote : STRAY;
    } else return STRAY;
  }
}

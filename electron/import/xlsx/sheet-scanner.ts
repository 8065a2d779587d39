import { BrokenCell, DateCell, PercentCell, type RawCell, type RawRow } from '#shared/import/types.ts';
import {
  BOOLEAN,
  cellType,
  ERROR,
  isBlank,
  isTagEnd,
  NUMBER,
  parseNumber,
  SHARED,
  TEXT,
} from './cell-bytes.ts';
import { richText } from './shared-strings.ts';
import { DATE, PERCENT } from './workbook-parts.ts';
import { sliceText, UnusualWorkbook } from './xml-text.ts';

/**
 * The hot loop of reading a workbook: bytes of `<row>…</row>` elements → rows of cells. It walks the bytes once and
 * makes strings of cell values only. What it does not know it refuses with `UnusualWorkbook`, so that the caller can
 * start again with the library; it never guesses.
 */

const LT = 60;
const GT = 62;
const SLASH = 47;
const AMP = 38;
const SPACE = 32;

/** Columns beyond this one hold no list; a value there would only make every row thousands of cells wide. */
const MAX_COLUMNS = 2048;
/** Days from the 1900 to the 1904 epoch. */
const EPOCH_1904 = 1462;
const UNCACHED = new BrokenCell('uncached', '');

export class SheetScanner {
  readonly #strings: readonly string[];
  readonly #numberStyles: Uint8Array;
  readonly #epoch: number;
  #row = 0;
  #cells: RawCell[] = [];
  #column = -1;
  #inRow = false;
  /** True once `</sheetData>` has been passed. */
  done = false;

  constructor(strings: readonly string[], numberStyles: Uint8Array, date1904: boolean) {
    this.#strings = strings;
    this.#numberStyles = numberStyles;
    this.#epoch = date1904 ? EPOCH_1904 : 0;
  }

  /** Scans `bytes[start, end)`, which must end right behind a `</row>` or at the end of the data; appends its rows. */
  scan(bytes: Buffer, start: number, end: number, rows: RawRow[]): void {
    let i = start;
    while (i < end) {
      if (bytes[i] !== LT) {
        i++;
        continue;
      }
      const next = bytes[i + 1];
      if (next === 99 && this.#inRow && isTagEnd(bytes[i + 2])) {
        i = this.#cell(bytes, i + 2, end);
      } else if (next === SLASH) {
        if (bytes[i + 2] === 114) {
          this.#closeRow(rows);
          i += 6;
        } else if (bytes.toString('latin1', i, i + 12) === '</sheetData>') {
          this.done = true;
          return;
        } else throw new UnusualWorkbook('unexpected end tag in sheet data');
      } else if (next === 114 && bytes[i + 2] === 111 && bytes[i + 3] === 119 && isTagEnd(bytes[i + 4])) {
        i = this.#openRow(bytes, i + 4, end);
      } else if (next === 33 && bytes[i + 2] === 45) {
        const close = bytes.indexOf('-->', i);
        if (close < 0) throw new UnusualWorkbook('open comment');
        i = close + 3;
      } else throw new UnusualWorkbook('unexpected element in sheet data');
    }
  }

  #openRow(b: Buffer, from: number, end: number): number {
    if (this.#inRow) throw new UnusualWorkbook('row inside a row');
    let i = from;
    let number = this.#row + 1;
    for (;;) {
      while (i < end && isBlank(b[i])) i++;
      if (i >= end) throw new UnusualWorkbook('open row tag');
      if (b[i] === GT) {
        i++;
        break;
      }
      if (b[i] === SLASH) {
        this.#row = number;
        return i + 2;
      }
      const nameStart = i;
      while (i < end && b[i] !== 61) i++;
      const isNumber = b[nameStart] === 114 && i === nameStart + 1;
      const quote = b[i + 1];
      if (quote !== 34 && quote !== 39) throw new UnusualWorkbook('attribute form');
      i += 2;
      let value = 0;
      while (i < end && b[i] !== quote) {
        value = value * 10 + (b[i] as number) - 48;
        i++;
      }
      if (isNumber) number = value;
      i++;
    }
    if (!(number > this.#row) || number > 1_048_576) throw new UnusualWorkbook('rows out of order');
    this.#row = number;
    this.#cells = [];
    this.#column = -1;
    this.#inRow = true;
    return i;
  }

  #closeRow(rows: RawRow[]): void {
    if (!this.#inRow) throw new UnusualWorkbook('row end without row');
    this.#inRow = false;
    if (this.#cells.length > 0) rows.push({ row: this.#row, cells: this.#cells });
  }

  /** Reads one `<c …>…</c>`; `from` is behind `<c`. Returns the offset behind the element. */
  #cell(b: Buffer, from: number, end: number): number {
    let i = from;
    let column = this.#column + 1;
    let type = NUMBER;
    let style = 0;
    for (;;) {
      while (isBlank(b[i])) i++;
      const byte = b[i];
      if (byte === GT) {
        i++;
        break;
      }
      if (byte === SLASH) {
        this.#column = column;
        return i + 2;
      }
      if (i >= end) throw new UnusualWorkbook('open cell tag');
      const name = byte;
      const nameStart = i;
      while (i < end && b[i] !== 61) i++;
      const short = i === nameStart + 1;
      const quote = b[i + 1];
      if (quote !== 34 && quote !== 39) throw new UnusualWorkbook('attribute form');
      i += 2;
      if (short && name === 114) {
        let letters = 0;
        let code = b[i] as number;
        while (code >= 65 && code <= 90) {
          letters = letters * 26 + code - 64;
          code = b[++i] as number;
        }
        if (letters === 0) throw new UnusualWorkbook('cell reference');
        column = letters - 1;
        while (i < end && b[i] !== quote) i++;
      } else if (short && name === 115) {
        style = 0;
        while (i < end && b[i] !== quote) style = style * 10 + (b[i++] as number) - 48;
      } else if (short && name === 116) {
        const valueStart = i;
        while (i < end && b[i] !== quote) i++;
        type = cellType(b, valueStart, i);
      } else {
        while (i < end && b[i] !== quote) i++;
      }
      i++;
    }
    if (column <= this.#column) throw new UnusualWorkbook('cells out of order');
    this.#column = column;
    return this.#content(b, i, end, column, type, style);
  }

  #content(b: Buffer, from: number, end: number, column: number, type: number, style: number): number {
    let i = from;
    let formula = false;
    let value: RawCell = null;
    for (;;) {
      while (i < end && b[i] !== LT) i++;
      if (i >= end) throw new UnusualWorkbook('open cell');
      const next = b[i + 1];
      if (next === 118 && (b[i + 2] === GT || b[i + 2] === SPACE)) {
        i += 2;
        while (b[i] !== GT) i++;
        if (b[i - 1] === SLASH) {
          i++;
          continue;
        }
        const start = i + 1;
        let at = start;
        let seen = 0;
        let amp = false;
        while (at < end) {
          const byte = b[at] as number;
          if (byte === LT) break;
          if (byte === AMP) amp = true;
          seen |= byte;
          at++;
        }
        if (b[at + 1] !== SLASH) throw new UnusualWorkbook('markup in a value');
        value = this.#value(b, start, at, type, style, amp, seen < 128);
        formula = false;
        i = at + 4;
      } else if (next === SLASH) {
        if (b[i + 2] !== 99) throw new UnusualWorkbook('unexpected end tag in a cell');
        i += 4;
        break;
      } else if (next === 105 && b[i + 2] === 115) {
        const inline = this.#inline(b, i, end);
        value = inline.text === '' ? null : inline.text;
        i = inline.end;
      } else if (next === 102 && isTagEnd(b[i + 2])) {
        formula = true;
        while (i < end && b[i] !== GT) i++;
        if (b[i - 1] !== SLASH) {
          i = b.indexOf('</f>', i);
          if (i < 0 || i >= end) throw new UnusualWorkbook('open formula');
          i += 4;
        }
      } else if (next === 118 && b[i + 2] === SLASH) {
        // <v/>: an empty result
        if (type === TEXT) formula = false;
        i += 4;
      } else throw new UnusualWorkbook('unexpected element in a cell');
    }
    if (formula && value === null) value = UNCACHED;
    if (value !== null && column < MAX_COLUMNS) {
      const cells = this.#cells;
      while (cells.length < column) cells.push(null);
      cells.push(value);
    }
    return i;
  }

  #value(
    b: Buffer,
    start: number,
    end: number,
    type: number,
    style: number,
    amp: boolean,
    ascii: boolean,
  ): RawCell {
    if (start === end) return null;
    switch (type) {
      case NUMBER: {
        const number = parseNumber(b, start, end);
        const shown = this.#numberStyles[style];
        if (shown === DATE) return new DateCell(number + this.#epoch);
        return shown === PERCENT ? new PercentCell(number) : number;
      }
      case SHARED: {
        const text = this.#strings[parseNumber(b, start, end)];
        if (text === undefined) throw new UnusualWorkbook('string index');
        return text === '' ? null : text;
      }
      case BOOLEAN:
        return b[start] === 49 || b[start] === 116;
      case ERROR:
        return new BrokenCell('error', sliceText(b, start, end, amp, ascii));
      default:
        return sliceText(b, start, end, amp, ascii);
    }
  }

  /** `<is><t>text</t></is>` at a glance, any other form through the slow reader. */
  #inline(b: Buffer, from: number, end: number): { text: string; end: number } {
    let i = from + 3;
    if (b[i] === SLASH) return { text: '', end: from + 5 };
    if (b[i] === GT && b[i + 1] === LT && b[i + 2] === 116 && (b[i + 3] === GT || b[i + 3] === SPACE)) {
      i += 3;
      while (i < end && b[i] !== GT) i++;
      if (b[i - 1] !== SLASH) {
        const start = ++i;
        let seen = 0;
        let amp = false;
        while (i < end) {
          const byte = b[i] as number;
          if (byte === LT) break;
          if (byte === AMP) amp = true;
          seen |= byte;
          i++;
        }
        // </t></is>
        if (
          b[i + 1] === SLASH &&
          b[i + 2] === 116 &&
          b[i + 4] === LT &&
          b[i + 5] === SLASH &&
          b[i + 6] === 105
        ) {
          return { text: sliceText(b, start, i, amp, seen < 128), end: i + 9 };
        }
      }
    }
    const close = b.indexOf('</is>', from);
    if (close < 0 || close >= end) throw new UnusualWorkbook('open inline string');
    return { text: richText(b.toString('utf8', from, close)), end: close + 5 };
  }
}

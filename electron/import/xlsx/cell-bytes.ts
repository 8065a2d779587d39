import { UnusualWorkbook } from './xml-text.ts';

const SPACE = 32;
const GT = 62;
const SLASH = 47;

/** Types of a cell (attribute `t`) as the scanner tells them apart; what is none of the others is TEXT. */
export const NUMBER = 0;
export const SHARED = 1;
export const TEXT = 2;
export const BOOLEAN = 3;
export const ERROR = 4;

const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** White space of XML. */
export function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === 10 || byte === 13 || byte === 9;
}

/** What may follow the name of an element. */
export function isTagEnd(byte: number | undefined): boolean {
  return byte === SPACE || byte === GT || byte === SLASH || byte === 10 || byte === 13 || byte === 9;
}

/** The type that `t="…"` names. Throws `UnusualWorkbook` for an unknown one. */
export function cellType(b: Buffer, start: number, end: number): number {
  const first = b[start];
  const length = end - start;
  if (length === 1) {
    if (first === 115) return SHARED;
    if (first === 110) return NUMBER;
    if (first === 98) return BOOLEAN;
    if (first === 101) return ERROR;
    if (first === 100) return TEXT; // t="d": ISO 8601 text, read as such
  }
  if (length === 3 && first === 115) return TEXT;
  if (length === 9 && first === 105) return TEXT; // inlineStr: its <is> says the rest
  throw new UnusualWorkbook('cell type');
}

/** Plain decimals of up to 15 digits exactly, all others through `Number`. */
export function parseNumber(b: Buffer, start: number, end: number): number {
  let i = start;
  const negative = b[i] === 45;
  if (negative) i++;
  let value = 0;
  let decimals = -1;
  if (end - i <= 16) {
    for (; i < end; i++) {
      const digit = (b[i] as number) - 48;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        if (decimals >= 0) decimals++;
      } else if (b[i] === 46 && decimals < 0) decimals = 0;
      else break;
    }
    if (i === end && value <= Number.MAX_SAFE_INTEGER) {
      if (decimals > 0) value /= POWERS[decimals] as number;
      return negative ? -value : value;
    }
  }
  const number = Number(b.toString('latin1', start, end));
  if (Number.isNaN(number)) throw new UnusualWorkbook('number form');
  return number;
}

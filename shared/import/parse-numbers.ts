import { tidyText } from './cells.ts';
import { PercentCell, type RawCell } from './types.ts';

/** Groups of thousands, all with the same sign between them: `1.234`, `1 234 567`, `1,234`. */
const GROUPED = /^\d{1,3}(?:([ .,])\d{3})(?:\1\d{3})*$/;
const HOUR_WORDS = /\s*(?:giờ|tiết|tiếng|h)\.?$/iu;

/** A whole number, perhaps with its thousands grouped; null for anything else. Fractions are never rounded. */
export function parseCount(cell: RawCell): number | null {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : null;
  if (typeof cell !== 'string') return null;
  const text = tidyText(cell);
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  return GROUPED.test(text) ? Number(text.replace(/[ .,]/g, '')) : null;
}

/**
 * Hours in steps of one half: `8`, `1,5`, `1.5`, `40 tiết`. Three digits behind a dot or comma could be thousands as
 * well as thousandths, so they are not understood.
 */
export function parseHours(cell: RawCell): number | null {
  const value = typeof cell === 'number' ? cell : typeof cell === 'string' ? decimal(cell) : null;
  return value !== null && Number.isInteger(value * 2) ? value : null;
}

function decimal(cell: string): number | null {
  const text = tidyText(cell).replace(HOUR_WORDS, '');
  return /^\d{1,6}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/**
 * A whole percentage. 80, `80`, `80 %` and `80,0%` are 80; 0.8 is 80 only where the cell itself is shown as a
 * percentage. A bare fraction stays not understood, and so does a bare 1: it may be 100 % whose format the file (.xls)
 * does not tell.
 */
export function parsePercent(cell: RawCell): number | null {
  if (cell instanceof PercentCell) {
    const value = cell.fraction * 100;
    // 0.29 is 28.999999999999996 %: a binary fraction, not a part of a percent.
    const whole = Math.round(value);
    return Math.abs(value - whole) < 1e-9 ? whole : null;
  }
  if (typeof cell === 'number') return Number.isInteger(cell) && cell !== 1 ? cell : null;
  if (typeof cell !== 'string') return null;
  const match = /^(\d{1,3})(?:[.,]0{1,2})?\s*%?$/.exec(tidyText(cell));
  return match ? Number(match[1]) : null;
}

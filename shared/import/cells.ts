import { fromDayNumber, type LocalDate } from '../domain/local-date.ts';
import { BrokenCell, DateCell, PercentCell, type RawCell } from './types.ts';

/** Days from 1899-12-30 (serial 0 of spreadsheets) to 1970-01-01. */
export const UNIX_EPOCH_SERIAL = 25_569;
/** Half a millisecond: serials are binary fractions, 23:59:59.9999 must not fall into the next or previous day. */
const HALF_MS = 0.5 / 86_400_000;
/** 1900-03-01, the first day on which serial numbers are beyond Excel's day that never was, and the last of 2199. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 109_574;

/** The day of a spreadsheet serial number (1900 epoch); null outside 1900-03-01 … 2199-12-31. */
export function serialToDate(serial: number): LocalDate | null {
  const days = Math.floor(serial + HALF_MS);
  return days >= FIRST_SERIAL && days <= LAST_SERIAL ? fromDayNumber(days - UNIX_EPOCH_SERIAL) : null;
}

/**
 * Whether text is tidy already: no blank at an end or doubled, and only characters that NFC leaves alone (all below
 * U+0300, Latin Extended Additional: Unicode NFC_Quick_Check). One pass, because it runs for nearly every cell.
 */
function isTidy(text: string): boolean {
  const { length } = text;
  let afterBlank = true;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 32) {
      if (afterBlank) return false;
      afterBlank = true;
      continue;
    }
    afterBlank = false;
    if (unit < 127) {
      if (unit < 32) return false;
    } else if (unit <= 0xa0 || unit === 0xad || (unit >= 0x300 && (unit < 0x1e00 || unit > 0x1eff)))
      return false;
  }
  return !afterBlank || length === 0;
}

/** Text as records keep it: NFC, without control and zero-width characters, trimmed, inner blanks folded to one space. */
export function tidyText(text: string): string {
  if (isTidy(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[\s\u0000-\u001f\u007f-\u00a0]+/g, ' ')
    .trim();
}

/** {@link tidyText} of a text of several lines: each line by itself, blank lines at the ends left out. */
export function tidyLines(text: string): string {
  if (!/[\r\n\u2028\u2029]/.test(text)) return tidyText(text);
  return text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map(tidyText)
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** A cell as its reader sees it: dates as dd/MM/yyyy with the time where there is one, numbers plain, errors by name. */
export function cellText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return tidyText(cell);
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof DateCell) return dateCellText(cell);
  if (cell instanceof PercentCell) return `${numberText(Math.round(cell.fraction * 1e8) / 1e6)}%`;
  return cell instanceof BrokenCell ? cell.text : '';
}

/** A number without exponent up to 2^53 and with a decimal dot, as a clerk would retype it. */
export function numberText(value: number): string {
  return Number.isSafeInteger(value) ? value.toFixed(0) : String(value);
}

function dateCellText(cell: DateCell): string {
  const day = serialToDate(cell.serial);
  if (day === null) return numberText(cell.serial);
  const seconds = Math.round((cell.serial - Math.floor(cell.serial + HALF_MS)) * 86_400);
  const date = `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
  if (seconds <= 0 || seconds >= 86_400) return date;
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? `${date} ${time}` : `${date} ${time}:${two(seconds % 60)}`;
}

const PLACEHOLDER = /^[\s\-–—.…_/\\]*$/;
export const ERROR_TEXT = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

/** Whether a text cell would not be read as the text it is: a stroke for "nothing", the name of a spreadsheet error. */
function isMisread(text: string): boolean {
  return text.startsWith("'") || PLACEHOLDER.test(text) || ERROR_TEXT.test(text);
}

/** A text as an export writes it: an apostrophe before what a reader would take for something else. */
export function quoteText(text: string): string {
  return text !== '' && isMisread(text) ? `'${text}` : text;
}

/** {@link quoteText} undone. An apostrophe before anything else belongs to the text. */
export function unquoteText(text: string): string {
  return text.charCodeAt(0) === 39 && text.length > 1 && isMisread(text.slice(1)) ? text.slice(1) : text;
}

/** Whether a cell says nothing: empty, blanks only, or a stroke or dots put in to fill the box. */
export function isBlankCell(cell: RawCell | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  if (typeof cell !== 'string') return false;
  if (cell === '') return true;
  // Letters and digits first in line: the usual cell is told at a glance.
  const first = cell.charCodeAt(0);
  if ((first >= 48 && first <= 57) || (first >= 65 && first <= 90) || (first >= 97 && first <= 122))
    return false;
  return cell.length < 40 && PLACEHOLDER.test(tidyText(cell));
}

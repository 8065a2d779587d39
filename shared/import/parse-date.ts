import { addDays, isRealDay, type LocalDate, localDate, yearOfDigits } from '../domain/local-date.ts';
import { serialToDate, tidyText } from './cells.ts';
import { DateCell, type RawCell } from './types.ts';

/** Numbers that can be meant as a day: 1954-10-03 … 2173-10-13. A smaller one is a count, not a date. */
const SERIAL_MIN = 20_000;
const SERIAL_MAX = 100_000;

const TIME = String.raw`\d{1,2}\s*(?:[:hg]\s*\d{0,2}(?:\s*[:mp]\s*\d{0,2}(?:[.,]\d+)?)?)\s*(?:giờ|phút|ph|s)?\s*(?:am|pm|sa|ch)?`;
const SEPARATED = String.raw`(\d{1,2})\s*([/.\-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})`;
/** Day first, always: Vietnamese lists never write the month first, and 03/04 must not become 4 March. */
const DAY_FIRST = new RegExp(
  String.raw`^(?:${TIME}[\s,;]*(?:ngày\s*)?)?(?:ngày\s*)?${SEPARATED}(?:[\s,;]+(?:lúc\s*)?${TIME})?$`,
  'iu',
);
const YEAR_FIRST =
  /^(\d{4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?:[t\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(z|[+-]\d{2}:?\d{2})?)?$/i;
const IN_WORDS = new RegExp(
  String.raw`^(?:${TIME}[\s,;]*)?(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})$`,
  'iu',
);
const DIGITS_8 = /^\d{8}$/;
const DIGITS_5 = /^\d{5}(?:[.,]\d+)?$/;

/**
 * The day a cell names, or null when it names none. Read are real dates, serial numbers (also as text), d/M/yyyy,
 * d-M-yyyy and d.M.yyyy with two or four digits of the year and perhaps a time before or after, yyyy-MM-dd with or
 * without time and zone, `ngày 5 tháng 3 năm 2024`, yyyyMMdd and ddMMyyyy. The month never comes first.
 * Two-digit years are 1970–2069.
 */
export function parseDateCell(cell: RawCell): LocalDate | null {
  if (cell instanceof DateCell) return serialToDate(cell.serial);
  if (typeof cell === 'number') return dateOfNumber(cell);
  return typeof cell === 'string' ? parseDateText(tidyText(cell)) : null;
}

function dateOfNumber(value: number): LocalDate | null {
  if (value >= SERIAL_MIN && value < SERIAL_MAX) return serialToDate(value);
  return Number.isInteger(value) && value >= 10_000_000 && value <= 99_999_999
    ? eightDigits(String(value))
    : null;
}

/** {@link parseDateCell} for tidied text. */
function parseDateText(text: string): LocalDate | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return day(dayFirst[4], dayFirst[3], dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return inVietnam(day(yearFirst[1], yearFirst[3], yearFirst[4]), yearFirst);
  if (DIGITS_8.test(text)) return eightDigits(text);
  if (DIGITS_5.test(text)) return dateOfNumber(Number(text.replace(',', '.')));
  const words = IN_WORDS.exec(text);
  return words ? day(words[3], words[2], words[1]) : null;
}

function day(
  year: string | undefined,
  month: string | undefined,
  dayOfMonth: string | undefined,
): LocalDate | null {
  const y = yearOfDigits(year ?? '');
  return isRealDay(y, Number(month), Number(dayOfMonth))
    ? localDate(y, Number(month), Number(dayOfMonth))
    : null;
}

/** yyyyMMdd or ddMMyyyy; with years 1900–2199 no text is a real day both ways. */
function eightDigits(text: string): LocalDate | null {
  return (
    day(text.slice(0, 4), text.slice(4, 6), text.slice(6)) ??
    day(text.slice(4), text.slice(2, 4), text.slice(0, 2))
  );
}

/** A time with a zone names an instant; the day is the one it has in Vietnam (UTC+7, no summer time). */
function inVietnam(date: LocalDate | null, match: RegExpExecArray): LocalDate | null {
  const zone = match[8];
  if (date === null || zone === undefined) return date;
  const offset = /^z$/i.test(zone)
    ? 0
    : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  const minutes = Number(match[5]) * 60 + Number(match[6]) - offset + 7 * 60;
  return addDays(date, Math.floor(minutes / 1440));
}

/** The serial number of a UTC instant in milliseconds, as readers that give `Date` need it. */
export function serialOfUtc(milliseconds: number): number {
  return milliseconds / 86_400_000 + 25_569;
}

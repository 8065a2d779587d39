/**
 * Local calendar dates without time or zone (counting.md, preamble).
 *
 * A date is the ISO text `YYYY-MM-DD`; ISO order is text order, so `<`, `<=` compare dates correctly.
 * `Date` is used only inside this file, always in UTC, so no machine locale or zone can leak in.
 */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The first and the last year of which days can be recorded. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

/** The year that two or four digits mean; two digits mean the years 1970–2069. */
export function yearOfDigits(digits: string): number {
  const year = Number(digits);
  return digits.length === 2 ? year + (year < 70 ? 2000 : 1900) : year;
}

/** Whether the three numbers name a day that exists, in the years that records may use. */
export function isRealDay(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return false;
  if (!Number.isInteger(month) || month < 1 || month > 12) return false;
  return Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month);
}

/** Number of days of a month (1–12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Builds a date from its parts. Throws `RangeError` when the day does not exist. */
export function localDate(year: number, month: number, day: number): LocalDate {
  if (!isRealDay(year, month, day)) throw new RangeError(`no such day: ${year}-${month}-${day}`);
  return `${year}-${pad2(month)}-${pad2(day)}` as LocalDate;
}

/** Reads `YYYY-MM-DD`; null when the text is of another form or names no real day. */
export function parseIsoDate(text: string): LocalDate | null {
  const match = ISO.exec(text);
  if (!match) return null;
  return isRealDay(Number(match[1]), Number(match[2]), Number(match[3])) ? (text as LocalDate) : null;
}

/** Year, month (1–12) and day of a date. */
export function dateParts(date: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1970-01-01 (negative before it). */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = dateParts(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The date a number of days after 1970-01-01; inverse of {@link dayNumber}. */
export function fromDayNumber(days: number): LocalDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekday(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** The earlier of two dates. */
export function minDate(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

/** The form in which storage keeps a date: the integer YYYYMMDD, ordered as the dates are. */
export function toCompact(date: LocalDate): number {
  return Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));
}

/** Inverse of {@link toCompact}. */
export function fromCompact(compact: number): LocalDate {
  return localDate(Math.floor(compact / 10_000), Math.floor(compact / 100) % 100, compact % 100);
}

/** `dd/MM/yyyy`, the written form of Vietnamese offices (NĐ 30/2020). */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

function pad2(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

import {
  addDays,
  dateParts,
  dayNumber,
  isRealDay,
  type LocalDate,
  localDate,
  parseIsoDate,
  yearOfDigits,
} from '../domain/local-date.ts';
import { fold } from './fold.ts';

/** Words for days near today, folded: no diacritics, no blanks, no points. */
const WORDS: Readonly<Record<string, number>> = {
  homnay: 0,
  hnay: 0,
  hn: 0,
  nay: 0,
  today: 0,
  homqua: -1,
  hqua: -1,
  hq: -1,
  qua: -1,
  yesterday: -1,
  homkia: -2,
  hkia: -2,
  ngaymai: 1,
  mai: 1,
  tomorrow: 1,
  ngaykia: 2,
  ngaymot: 2,
  mot: 2,
};

/**
 * Reads a date as a clerk types it: `3/7`, `3.7.24`, `03072024`, `3` (of this month), `2024-07-03`, `h.nay`, `hqua`,
 * `mai`, `+3`, `-2`. Day comes before month, always. A day without a year is the one nearest to today, so that
 * `28/12` typed in January is last month's. `+3` and `-2` count calendar days from `base` (today when absent).
 * Null when the text is none of these or names no real day.
 */
export function parseQuickDate(text: string, today: LocalDate, base: LocalDate = today): LocalDate | null {
  const typed = text.trim();
  if (typed === '') return null;
  const iso = parseIsoDate(typed);
  if (iso) return iso;
  const shift = /^([+-])\s*(\d{1,4})$/.exec(typed);
  if (shift) return inRange(addDays(base, Number(shift[2]) * (shift[1] === '-' ? -1 : 1)));
  const word = WORDS[fold(typed).replace(/[.\s]/gu, '')];
  if (word !== undefined) return addDays(today, word);
  const parts =
    /^(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?)?[/.]?$/.exec(typed) ?? digitsOnly(typed);
  if (!parts) return null;
  const day = Number(parts[1]);
  if (parts[2] === undefined) {
    const { year, month } = dateParts(today);
    return real(year, month, day);
  }
  const month = Number(parts[2]);
  return parts[3] === undefined ? nearest(day, month, today) : real(yearOfDigits(parts[3]), month, day);
}

/** `0307`, `030724`, `03072024`. */
function digitsOnly(typed: string): (string | undefined)[] | null {
  return /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed);
}

function nearest(day: number, month: number, today: LocalDate): LocalDate | null {
  const { year } = dateParts(today);
  const now = dayNumber(today);
  let best: LocalDate | null = null;
  for (const candidate of [real(year - 1, month, day), real(year, month, day), real(year + 1, month, day)]) {
    if (!candidate) continue;
    if (!best || Math.abs(dayNumber(candidate) - now) < Math.abs(dayNumber(best) - now)) best = candidate;
  }
  return best;
}

function real(year: number, month: number, day: number): LocalDate | null {
  return isRealDay(year, month, day) ? localDate(year, month, day) : null;
}

/** A shift can lead out of the years that records may use. */
function inRange(date: LocalDate): LocalDate | null {
  return parseIsoDate(date);
}

import {
  addDays,
  dateParts,
  daysInMonth,
  FIRST_YEAR,
  LAST_YEAR,
  type LocalDate,
  localDate,
  weekday,
} from '#shared/domain/local-date.ts';

/** The month of a day, `2024-03`. */
export function monthOf(day: LocalDate): string {
  return day.slice(0, 7);
}

/** The days of a month in weeks that begin on Monday; null before its first and after its last day. */
export function weeksOf(month: string): (LocalDate | null)[][] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const first = localDate(year, number, 1);
  const lead = (weekday(first) + 6) % 7;
  const length = daysInMonth(year, number);
  return Array.from({ length: Math.ceil((lead + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => {
      const day = week * 7 + at - lead;
      return day < 0 || day >= length ? null : addDays(first, day);
    }),
  );
}

/** The day a key leads to; null for a key that leads nowhere. Page up and down keep the day where the month has it. */
export function dayByKey(key: string, day: LocalDate, today: LocalDate): LocalDate | null {
  switch (key) {
    case 'ArrowLeft':
      return within(day, -1);
    case 'ArrowRight':
      return within(day, 1);
    case 'ArrowUp':
      return within(day, -7);
    case 'ArrowDown':
      return within(day, 7);
    case 'PageUp':
      return inMonth(day, -1);
    case 'PageDown':
      return inMonth(day, 1);
    case 'Home':
      return today;
    default:
      return null;
  }
}

function within(day: LocalDate, days: number): LocalDate {
  const to = addDays(day, days);
  return canBeShown(dateParts(to).year) ? to : day;
}

/** The same day of the month `step` later, or its last day where it is shorter. */
export function inMonth(date: LocalDate, step: -1 | 1): LocalDate {
  const { year, month, day } = dateParts(date);
  const at = year * 12 + (month - 1) + step;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  if (!canBeShown(toYear)) return date;
  return localDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Only years of which days can be recorded. */
function canBeShown(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

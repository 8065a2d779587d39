import { addDays, type LocalDate, weekday } from './local-date.ts';

/** How a day differs from the week's rule: off, a working Saturday or Sunday, half a working day. */
export const DAY_KINDS = ['off', 'working', 'half'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** How sure a piece of dated data is: read in the named source, taken second-hand, or not verified. */
export const CONFIDENCES = ['read', 'second-hand', 'unverified'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** One day that differs from the week's rule (counting.md, Working days). */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  /** What it is called, such as "Giỗ Tổ Hùng Vương". */
  readonly name: string;
  /** The law or notice it comes from. */
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** The table of one year, as its file holds it. */
export interface CalendarYear {
  readonly year: number;
  readonly days: readonly CalendarDay[];
}

/** Working days of the years that have a table; elsewhere only the week's rule is known. */
export interface WorkCalendar {
  readonly days: ReadonlyMap<LocalDate, CalendarDay>;
  readonly years: ReadonlySet<number>;
}

/** Longest stretch of days off that is believed; more is a mistake in the table. */
const LONGEST_REST = 62;

/** Joins the tables of several years; a day given twice is taken from the later table (an edited one). */
export function buildCalendar(tables: readonly CalendarYear[]): WorkCalendar {
  const days = new Map<LocalDate, CalendarDay>();
  for (const table of tables) for (const day of table.days) days.set(day.date, day);
  return { days, years: new Set(tables.map(({ year }) => year)) };
}

/** Working time of a day in halves: 2 a full day, 1 half a day, 0 off. */
export function workHalves(calendar: WorkCalendar, date: LocalDate): 0 | 1 | 2 {
  switch (calendar.days.get(date)?.kind) {
    case 'off':
      return 0;
    case 'half':
      return 1;
    case 'working':
      return 2;
    case undefined:
      return isWeekend(date) ? 0 : 2;
  }
}

/** Saturday or Sunday, whatever the table says of it. */
export function isWeekend(date: LocalDate): boolean {
  const day = weekday(date);
  return day === 0 || day === 6;
}

/** The day itself when it is worked on, else the next one that is. Throws `RangeError` for an endless rest. */
export function workingDayFrom(calendar: WorkCalendar, date: LocalDate): LocalDate {
  let day = date;
  for (let rest = 0; rest <= LONGEST_REST; rest += 1) {
    if (workHalves(calendar, day) > 0) return day;
    day = addDays(day, 1);
  }
  throw new RangeError(`no working day within ${LONGEST_REST} days of ${date}`);
}

/**
 * The day on which `amount` working days have passed since `date`, which itself does not count (BLDS 2015 Đ147);
 * a half day counts one half. `amount` is positive, in steps of one half.
 */
export function addWorkingDays(calendar: WorkCalendar, date: LocalDate, amount: number): LocalDate {
  if (!(amount > 0) || !Number.isInteger(amount * 2))
    throw new RangeError(`not a number of working days: ${amount}`);
  let left = amount * 2;
  let day = date;
  while (left > 0) {
    day = workingDayFrom(calendar, addDays(day, 1));
    left -= workHalves(calendar, day);
  }
  return day;
}

/** Working days after `from` up to and including `to`, halves as .5; 0 when `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  let halves = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) halves += workHalves(calendar, day);
  return halves / 2;
}

/**
 * The day on which a period of `amount` calendar days ends: its first day does not count, and a last day that is
 * off moves to the next working day (BLDS 2015 Đ147–148).
 */
export function addCalendarDays(calendar: WorkCalendar, date: LocalDate, amount: number): LocalDate {
  if (!Number.isInteger(amount) || amount < 1) throw new RangeError(`not a number of days: ${amount}`);
  return workingDayFrom(calendar, addDays(date, amount));
}

/** Days off by the table from `from` to `to`, both inclusive; Saturdays and Sundays left out. */
export function holidaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): CalendarDay[] {
  const holidays: CalendarDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const entry = calendar.days.get(day);
    if (entry?.kind === 'off' && !isWeekend(day)) holidays.push(entry);
  }
  return holidays;
}

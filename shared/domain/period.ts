import { addDays, daysInMonth, type LocalDate, localDate, minDate } from './local-date.ts';

/** Which day a reporting month begins on: `nd09` by NĐ 09/2019 Điều 12 (the 15th), `calendar` on the 1st. */
export const PERIOD_SCHEMES = ['nd09', 'calendar'] as const;
export type PeriodScheme = (typeof PERIOD_SCHEMES)[number];

/** Kind of a reporting period: month, quarter, half-year, nine months, year. */
export type PeriodKind = 'month' | 'quarter' | 'half' | 'nine-months' | 'year';

/** A reporting period, both days inclusive (counting.md, Periods). `id` is null for free dates. */
export interface Period {
  readonly id: string | null;
  readonly scheme: PeriodScheme | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A period as evaluated on a day: what is dated after `end` has not happened yet. */
export interface EvaluatedPeriod extends Period {
  readonly asOf: LocalDate;
  /** `min(to, asOf)`; before `from` when the period has not begun, and then everything in it counts 0. */
  readonly end: LocalDate;
}

/** First and last report month (1–12) of a period id such as `2024-Q1`, `2024-M03`, `2024-9M`, `2024-Y`. */
export interface PeriodParts {
  readonly year: number;
  readonly kind: PeriodKind;
  /** 1-based index within the kind: quarter 1–4, half 1–2, month 1–12, else 1. */
  readonly index: number;
}

const PERIOD_ID = /^(\d{4})-(?:Q([1-4])|H([12])|M(0[1-9]|1[0-2])|(9M)|(Y))$/;

/** Takes a period id apart; null when it is none. Years 1901–2198, so that every day of it can be recorded. */
export function parsePeriodId(id: string): PeriodParts | null {
  const match = PERIOD_ID.exec(id);
  if (!match) return null;
  const year = Number(match[1]);
  if (year < 1901 || year > 2198) return null;
  if (match[2]) return { year, kind: 'quarter', index: Number(match[2]) };
  if (match[3]) return { year, kind: 'half', index: Number(match[3]) };
  if (match[4]) return { year, kind: 'month', index: Number(match[4]) };
  return { year, kind: match[5] ? 'nine-months' : 'year', index: 1 };
}

/** The id of a period, inverse of {@link parsePeriodId}. */
export function periodId({ year, kind, index }: PeriodParts): string {
  switch (kind) {
    case 'month':
      return `${year}-M${String(index).padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${index}`;
    case 'half':
      return `${year}-H${index}`;
    case 'nine-months':
      return `${year}-9M`;
    case 'year':
      return `${year}-Y`;
  }
}

/** The dates of a period under a scheme (counting.md, Periods). Null when the id is none. */
export function resolvePeriod(id: string, scheme: PeriodScheme): Period | null {
  const parts = parsePeriodId(id);
  if (!parts) return null;
  const { first, last } = reportMonths(parts);
  return { id, scheme, from: monthStart(parts.year, first, scheme), to: monthEnd(parts.year, last, scheme) };
}

/** A period of free dates for an ad-hoc evaluation. Throws `RangeError` when `from` is after `to`. */
export function freePeriod(from: LocalDate, to: LocalDate): Period {
  if (from > to) throw new RangeError('a period begins before it ends');
  return { id: null, scheme: null, from, to };
}

/** Cuts a period short at the day of evaluation (counting.md, "As of a day"). */
export function cutAt(period: Period, asOf: LocalDate): EvaluatedPeriod {
  return { ...period, asOf, end: minDate(period.to, asOf) };
}

/** The period of a kind that contains a day under a scheme. */
export function periodContaining(
  day: LocalDate,
  kind: 'month' | 'quarter' | 'half' | 'year',
  scheme: PeriodScheme,
): Period {
  // A day belongs to the report month whose number its calendar month has, or to the next one from the 15th on.
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) + (scheme === 'nd09' && Number(day.slice(8, 10)) >= 15 ? 1 : 0);
  const reportYear = month > 12 ? year + 1 : year;
  const reportMonth = month > 12 ? 1 : month;
  const size = { month: 1, quarter: 3, half: 6, year: 12 }[kind];
  const parts: PeriodParts = { year: reportYear, kind, index: Math.floor((reportMonth - 1) / size) + 1 };
  const period = resolvePeriod(periodId(parts), scheme);
  if (!period) throw new RangeError(`no period contains ${day}`);
  return period;
}

/** The period of the same kind directly before (`step` -1) or after (+1); null for nine months and out of range. */
export function neighbourPeriod(period: Period, step: -1 | 1): Period | null {
  const parts = period.id === null ? null : parsePeriodId(period.id);
  if (!parts || period.scheme === null) return null;
  const perYear = { month: 12, quarter: 4, half: 2, 'nine-months': 1, year: 1 }[parts.kind];
  const ordinal = parts.year * perYear + (parts.index - 1) + step;
  const next = { year: Math.floor(ordinal / perYear), kind: parts.kind, index: (ordinal % perYear) + 1 };
  return resolvePeriod(periodId(next), period.scheme);
}

/** The report year, by a scheme, that contains a day, and its number. */
export function reportYearOn(day: LocalDate, scheme: PeriodScheme): Period & { readonly year: number } {
  const period = periodContaining(day, 'year', scheme);
  const parts = period.id === null ? null : parsePeriodId(period.id);
  if (parts === null) throw new RangeError(`no report year contains ${day}`);
  return { ...period, year: parts.year };
}

/** First day of the report year to which a period belongs (counting.md: year-to-date, training). */
export function reportYearStart(period: Period): LocalDate {
  const parts = period.id === null ? null : parsePeriodId(period.id);
  if (parts && period.scheme) return monthStart(parts.year, 1, period.scheme);
  return periodContaining(period.to, 'year', period.scheme ?? 'calendar').from;
}

function reportMonths({ kind, index }: PeriodParts): { first: number; last: number } {
  const size = { month: 1, quarter: 3, half: 6, 'nine-months': 9, year: 12 }[kind];
  return { first: (index - 1) * size + 1, last: index * size };
}

function monthStart(year: number, month: number, scheme: PeriodScheme): LocalDate {
  if (scheme === 'calendar') return localDate(year, month, 1);
  return month === 1 ? localDate(year - 1, 12, 15) : localDate(year, month - 1, 15);
}

function monthEnd(year: number, month: number, scheme: PeriodScheme): LocalDate {
  return scheme === 'calendar'
    ? localDate(year, month, daysInMonth(year, month))
    : localDate(year, month, 14);
}

/** The day before a day; the end of what precedes a period. */
export function lastDayBefore(day: LocalDate): LocalDate {
  return addDays(day, -1);
}

import { addDays, dateParts, daysInMonth, type LocalDate, localDate } from '#shared/domain/local-date.ts';

/** Ways of saying a span of days; `custom` shows two dates. */
export const TIME_PRESETS = ['any', 'thisMonth', 'lastMonth', 'thisYear', 'custom'] as const;
export type TimePreset = (typeof TIME_PRESETS)[number];

type Range = { readonly from: LocalDate; readonly to: LocalDate };

/** The span that a preset means on a day; null for those that mean none. */
export function presetRange(preset: TimePreset, today: LocalDate): Range | null {
  const { year, month } = dateParts(today);
  if (preset === 'thisMonth') return monthRange(year, month);
  if (preset === 'lastMonth') {
    const last = dateParts(addDays(localDate(year, month, 1), -1));
    return monthRange(last.year, last.month);
  }
  if (preset === 'thisYear') return { from: localDate(year, 1, 1), to: localDate(year, 12, 31) };
  return null;
}

function monthRange(year: number, month: number): Range {
  return { from: localDate(year, month, 1), to: localDate(year, month, daysInMonth(year, month)) };
}

import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Period } from '#shared/domain/period.ts';
import type { EntryFilter } from '#shared/ipc/contract/ledgers.ts';
import { withConditions } from '../../record-list/conditions.ts';
import { presetRange, TIME_PRESETS, type TimePreset } from '../../ui/time-presets.ts';

/** Spans of a ledger's day: those of every list, and the period that the other screens look at. */
export type EntrySpan = TimePreset | 'period';

/** A filter with the value of a field asked for; null: any. */
export function withEquals(filter: EntryFilter, field: string, value: string | null): EntryFilter {
  const equals = { ...filter.equals };
  if (value === null) delete equals[field];
  else equals[field] = value;
  return withConditions(filter, { equals });
}

/** Both filters at once; where they say different things, `fixed` is meant. */
export function bothFilters(own: EntryFilter, fixed: EntryFilter): EntryFilter {
  return withConditions({ ...own, ...fixed }, { equals: { ...own.equals, ...fixed.equals } });
}

/** The days of a span; null for those that mean none. */
export function spanRange(
  span: EntrySpan,
  today: LocalDate,
  period: Pick<Period, 'from' | 'to'> | null,
): { readonly from: LocalDate; readonly to: LocalDate } | null {
  if (span === 'period') return period && { from: period.from, to: period.to };
  return presetRange(span, today);
}

/** The span that says what a filter says; `custom` when none does. */
export function spanOf(
  filter: EntryFilter,
  today: LocalDate,
  period: Pick<Period, 'from' | 'to'> | null,
): EntrySpan {
  if (filter.from === undefined && filter.to === undefined) return 'any';
  for (const span of ['period', ...TIME_PRESETS] as const) {
    const range = spanRange(span, today, period);
    if (range && range.from === filter.from && range.to === filter.to) return span;
  }
  return 'custom';
}

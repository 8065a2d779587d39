import { type PeriodKind, parsePeriodId } from '#shared/domain/period.ts';

/** Kinds in the order in which offices report them; quarters come first (NĐ 09/2019 Điều 12). */
const KINDS: readonly PeriodKind[] = ['quarter', 'half', 'nine-months', 'year', 'month'];

/** A period of the line; `first` begins a kind. */
export interface OrderedPeriod<E> {
  readonly entry: E;
  readonly first: boolean;
}

/** The periods by kind, and within a kind in the order of time, the latest first. */
export function timelineOrder<E extends { readonly period: string; readonly from: string }>(
  entries: readonly E[],
): OrderedPeriod<E>[] {
  const rank = (entry: E): number => {
    const kind = parsePeriodId(entry.period)?.kind;
    return kind === undefined ? KINDS.length : KINDS.indexOf(kind);
  };
  return [...entries]
    .sort((a, b) => rank(a) - rank(b) || (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
    .map((entry, at, all) => ({ entry, first: at === 0 || rank(all[at - 1] ?? entry) !== rank(entry) }));
}

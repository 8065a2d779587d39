import type { FactGroup } from './dossier-facts.ts';
import type { LocalDate } from './local-date.ts';

/**
 * Where the formulas get their counts from. SQLite answers it by grouping on the facts index; tests answer it
 * from an array. All dates inclusive; dossiers that are never counted are left out by the source.
 */
export interface DossierCountSource {
  /** `from <= receivedOn <= to`. */
  receivedBetween(from: LocalDate, to: LocalDate, byField: boolean): FactGroup[];
  /** `from <= resolvedOn <= to`. */
  resolvedBetween(from: LocalDate, to: LocalDate, byField: boolean): FactGroup[];
  /** `receivedOn <= day` and not resolved by `day`; `overdue` when `dueOn < day` and the clock runs. */
  pendingAt(day: LocalDate, byField: boolean): FactGroup[];
  /** `receivedOn < from` and not resolved before `from` (carried over, từ kỳ trước). */
  carriedOver(from: LocalDate, byField: boolean): FactGroup[];
}

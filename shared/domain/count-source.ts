import type { FactGroup } from './dossier-facts.ts';
import type { LedgerEntry, LedgerId, RecordOfLedger } from './ledgers/registry.ts';
import type { LocalDate } from './local-date.ts';
import type { PeriodScheme } from './period.ts';

/** Field of a dossier → the values that count: `field`, `procedureCode`, `channel`, `handler`; '' means not recorded. */
export type DossierCondition = Readonly<Record<string, readonly string[]>>;

/** Fields of a dossier by which an objective may be filtered. */
export const DOSSIER_CONDITIONS = ['field', 'procedureCode', 'channel', 'handler'] as const;

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
  /** The same counts of those dossiers only that meet a condition. */
  filtered(condition: DossierCondition): DossierCountSource;
}

/** Where the formulas over other ledgers get their entries from. */
export interface LedgerSource {
  /** All entries of a ledger that are not deleted, by day and id. */
  entries<L extends LedgerId>(ledger: L): readonly LedgerEntry<RecordOfLedger<L>>[];
  /** First day from which a ledger is kept: said by a person, or that of its first entry; null: nobody keeps it. */
  keptFrom(ledger: LedgerId): LocalDate | null;
}

/** Everything that figures are counted from. */
export interface CountSources {
  readonly dossiers: DossierCountSource;
  readonly ledgers: LedgerSource;
  /** The unit's scheme: months and report years of free dates are taken by it. */
  readonly scheme: PeriodScheme;
}

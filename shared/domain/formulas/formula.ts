import type { DossierFacts } from '../dossier-facts.ts';
import type { LedgerEntry, LedgerId, RecordOfLedger } from '../ledgers/registry.ts';
import type { LocalDate } from '../local-date.ts';
import type { EvaluatedPeriod, PeriodScheme } from '../period.ts';
import type { TargetObjective } from '../target-set.ts';
import type { FormulaCause } from './cause.ts';

/**
 * Which dossiers a formula looks at. `received`: received in the period; `resolved`: resolved in the period;
 * `handled`: resolved in the period or pending at its end, which are the same dossiers as received and carried
 * over (counting.md, Dossiers, check).
 */
export type Population = 'received' | 'resolved' | 'handled';

/** Axis on which a dossier belongs to a period; `pending` is asked at the period's end. */
export type PopulationAxis = 'received' | 'resolved' | 'pending';

/** A dossier of a formula's population, as far as a formula may know it. */
export interface FormulaMember {
  readonly facts: DossierFacts;
  /** Pending at the period's end. Its facts may already tell of an end that came after the period. */
  readonly pending: boolean;
  /** Pending, due before the period's end and the clock not stopped. */
  readonly overdue: boolean;
}

/** `counted`: numerator and denominator; `against`: denominator only; `excluded`: neither. */
export const FORMULA_ROLES = ['counted', 'against', 'excluded'] as const;
export type FormulaRole = (typeof FORMULA_ROLES)[number];

/** What a formula says of one dossier. */
export interface Classification {
  readonly role: FormulaRole;
  readonly cause: FormulaCause;
  /** A fact the formula needs is not recorded; never true for an excluded dossier (counting.md, missingData). */
  readonly missing: boolean;
}

/** A formula over dossiers. It is never changed once released, only superseded by one with another id. */
export interface DossierFormula {
  readonly kind: 'dossier';
  readonly id: string;
  readonly population: Population;
  classify(member: FormulaMember): Classification;
  /**
   * Causes against a dossier that later work can still undo while the period runs (scanning what was not digitised);
   * what is settled for good, such as a late end, is not among them.
   */
  readonly correctable: readonly FormulaCause[];
}

/** One entry of a ledger behind a figure, or a part of one: a batch of answers has some for and some against. */
export interface LedgerMember {
  readonly ledger: LedgerId;
  /** Row id of the entry. */
  readonly id: number;
  /** How people name the entry. */
  readonly title: string;
  readonly role: FormulaRole;
  readonly cause: FormulaCause;
  /** How many it stands for: answers of a batch, work files of a month; 1 for most. */
  readonly count: number;
  readonly missing: boolean;
}

/** What a formula over ledgers may know. */
export interface LedgerContext {
  readonly period: EvaluatedPeriod;
  /** The scheme by which months and the report year are taken. */
  readonly scheme: PeriodScheme;
  /** The objective, with its id and filter. */
  readonly objective: Pick<TargetObjective, 'id' | 'filter'>;
  /** All entries of a ledger that are not deleted; what is dated after the period's end is for the formula to leave out. */
  entries<L extends LedgerId>(ledger: L): readonly LedgerEntry<RecordOfLedger<L>>[];
}

/** A formula over the other ledgers. It is never changed once released, only superseded by one with another id. */
export interface LedgerFormula {
  readonly kind: 'ledger';
  readonly id: string;
  /** The ledgers it reads; it is `not-recorded` while none of those in `keptBy` is kept. */
  readonly ledgers: readonly LedgerId[];
  readonly keptBy: readonly LedgerId[];
  /** Fields of the first ledger by which a target set may filter. */
  readonly filters: readonly string[];
  /**
   * Every entry that is counted, counted against or left out; `not-due` before a yearly rating is given,
   * `not-recorded` where nobody has counted by hand: that is not the same as a count of nothing.
   */
  members(context: LedgerContext): readonly LedgerMember[] | 'not-due' | 'not-recorded';
  /** What can still change while the period runs; absent where nothing can be said about it. */
  readonly prospects?: (context: LedgerContext) => LedgerProspects;
}

/** An entry that can still be brought to count before the period ends. */
export interface OpenEntry {
  readonly ledger: LedgerId;
  readonly id: number;
  readonly title: string;
  /** Last day on which it can still be done. */
  readonly by: LocalDate;
  /** It stands in the denominator today, against; bringing it to count adds to the numerator only. */
  readonly inDenominator: boolean;
  /** It will stand in the denominator at the period's end, whether it is done or not. */
  readonly expected: boolean;
}

/** What the entries of a running period can still do for a figure. */
export interface LedgerProspects {
  /** How one more is gained: an entry put right, an open one done in time, a new one; the last names no entries. */
  readonly way: 'correct' | 'finish' | 'more';
  readonly open: readonly OpenEntry[];
  /**
   * An entry counts on its due day, however early it is done: what is needed is counted from the figure at the
   * period's end if nothing more were done. Else what is done today counts today.
   */
  readonly whenDue: boolean;
}

export type Formula = DossierFormula | LedgerFormula;

/** The axes whose members together are a population; they do not overlap. */
export function populationAxes(population: Population): readonly PopulationAxis[] {
  return population === 'handled' ? ['resolved', 'pending'] : [population];
}

/** In the numerator. */
export function counted(cause: FormulaCause, missing = false): Classification {
  return { role: 'counted', cause, missing };
}

/** In the denominator only. */
export function against(cause: FormulaCause, missing = false): Classification {
  return { role: 'against', cause, missing };
}

/** In neither. */
export function excluded(cause: FormulaCause): Classification {
  return { role: 'excluded', cause, missing: false };
}

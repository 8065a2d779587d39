import type { DossierFacts } from '../dossier-facts.ts';
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
}

/** Ledgers beside the dossiers (Ghi nhận khác). */
export const LEDGERS = ['qms', 'survey', 'staff', 'petition', 'workfile', 'signature'] as const;
export type Ledger = (typeof LEDGERS)[number];

/** A formula over another ledger, known by name; `not-recorded` as long as nobody keeps that ledger. */
export interface LedgerFormula {
  readonly kind: 'ledger';
  readonly id: string;
  readonly ledger: Ledger;
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

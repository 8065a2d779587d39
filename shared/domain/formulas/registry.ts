import { digitisedReceived, resultDigitisedAll, resultDigitisedResolved } from './digitised.ts';
import type { DossierFormula, Formula, LedgerFormula } from './formula.ts';
import { onTimeQd766, onTimeReappointed, onTimeResolved } from './on-time.ts';
import { onlineReceived, onlineResolved } from './online.ts';
import { inSoftware, parallel } from './software.ts';

/** All formulas over dossiers (counting.md, objectives and second formulas). */
export const DOSSIER_FORMULAS: readonly DossierFormula[] = [
  onTimeResolved,
  onTimeQd766,
  onTimeReappointed,
  onlineResolved,
  onlineReceived,
  inSoftware,
  parallel,
  digitisedReceived,
  resultDigitisedResolved,
  resultDigitisedAll,
];

/** Formulas over the other ledgers. */
export const LEDGER_FORMULAS: readonly LedgerFormula[] = [
  { kind: 'ledger', id: 'qms.activities.v1', ledger: 'qms' },
  { kind: 'ledger', id: 'survey.satisfied.v1', ledger: 'survey' },
  { kind: 'ledger', id: 'staff.rated-good.v1', ledger: 'staff' },
  { kind: 'ledger', id: 'staff.trained.v1', ledger: 'staff' },
  { kind: 'ledger', id: 'petition.on-time.v1', ledger: 'petition' },
  { kind: 'ledger', id: 'workfile.electronic.v1', ledger: 'workfile' },
  { kind: 'ledger', id: 'signature.units.v1', ledger: 'signature' },
];

const BY_ID: ReadonlyMap<string, Formula> = new Map(
  [...DOSSIER_FORMULAS, ...LEDGER_FORMULAS].map((formula) => [formula.id, formula]),
);

/** The formula of an id; null when this program does not know it. */
export function findFormula(id: string): Formula | null {
  return BY_ID.get(id) ?? null;
}

/** The formula of an id. Throws `RangeError` for an unknown one; a parsed target set has none of those. */
export function formulaOf(id: string): Formula {
  const formula = BY_ID.get(id);
  if (!formula) throw new RangeError(`unknown formula: ${id}`);
  return formula;
}

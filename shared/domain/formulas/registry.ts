import { digitisedReceived, resultDigitisedAll, resultDigitisedResolved } from './digitised.ts';
import type { DossierFormula, Formula, LedgerFormula } from './formula.ts';
import { handRatio } from './hand-counts.ts';
import { onTimeQd766, onTimeReappointed, onTimeResolved } from './on-time.ts';
import { onlineReceived, onlineResolved } from './online.ts';
import { petitionOnTime, petitionSettledOnTime } from './petitions.ts';
import { qmsActivities } from './qms.ts';
import { signatureUnitsSigning } from './signatures.ts';
import { inSoftware, parallel } from './software.ts';
import { staffRatedGood, staffTrained } from './staff.ts';
import { surveySatisfied } from './surveys.ts';
import { workFilesElectronic } from './work-files.ts';

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
  qmsActivities,
  surveySatisfied,
  staffRatedGood,
  staffTrained,
  petitionOnTime,
  petitionSettledOnTime,
  workFilesElectronic,
  signatureUnitsSigning,
  handRatio,
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

import { findFormula } from '../domain/formulas/registry.ts';

/** The dossiers that lack a fact which a formula needs: which fact, and on which axis they belong to the period. */
export interface MissingField {
  readonly field: 'dueOn' | 'channel' | 'paperParallel' | 'componentsDigitised' | 'resultDigitised';
  readonly axis: 'received' | 'resolved';
}

const FIELDS: Readonly<Record<string, MissingField['field']>> = {
  'dossier.on-time.resolved.v1': 'dueOn',
  'dossier.online.resolved.v1': 'channel',
  'dossier.parallel.v1': 'paperParallel',
  'dossier.digitised.received.v1': 'componentsDigitised',
  'dossier.result-digitised.resolved.v1': 'resultDigitised',
};

/**
 * The recorded field that an objective's missing data lacks (counting.md, `missingData`), by formula; null where the
 * list of dossiers cannot show exactly those.
 */
export function missingFieldOf(formulaId: string): MissingField | null {
  const field = FIELDS[formulaId];
  const formula = findFormula(formulaId);
  if (field === undefined || formula?.kind !== 'dossier' || formula.population === 'handled') return null;
  return { field, axis: formula.population };
}

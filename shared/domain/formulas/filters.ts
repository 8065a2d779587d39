import { DOSSIER_CONDITIONS } from '../count-source.ts';
import { CHANNELS } from '../dossier.ts';
import { ledgerOf } from '../ledgers/registry.ts';
import type { Formula } from './formula.ts';

/** Field of the counted records → the values that count. */
export type ObjectiveFilter = Readonly<Record<string, readonly string[]>>;

/** Why a filter cannot be used with a formula, and at which of its fields. */
export interface FilterBreach {
  readonly field: string;
  readonly code: 'FILTER_FIELD' | 'FILTER_EMPTY' | 'FILTER_VALUE';
}

/** Fields by which an objective with a formula may be filtered; none for one that is counted by hand. */
export function filterFieldsOf(formula: Formula): readonly string[] {
  return formula.kind === 'dossier' ? DOSSIER_CONDITIONS : formula.filters;
}

/**
 * What is wrong with a filter: `FILTER_FIELD`: the formula cannot be filtered by it; `FILTER_EMPTY`: no value is
 * given; `FILTER_VALUE`: none of the values that the field can have. `''` stands for "not recorded" everywhere.
 */
export function filterBreaches(formula: Formula, filter: ObjectiveFilter): FilterBreach[] {
  const breaches: FilterBreach[] = [];
  const fields = filterFieldsOf(formula);
  for (const [field, values] of Object.entries(filter)) {
    if (!fields.includes(field)) {
      breaches.push({ field, code: 'FILTER_FIELD' });
      continue;
    }
    if (values.length === 0) breaches.push({ field, code: 'FILTER_EMPTY' });
    const closed = valuesOf(formula, field);
    if (closed !== null && values.some((value) => value !== '' && !closed.includes(value)))
      breaches.push({ field, code: 'FILTER_VALUE' });
  }
  return breaches;
}

/** The values of a field that has a closed list of them; null where any text may stand. */
function valuesOf(formula: Formula, field: string): readonly string[] | null {
  if (formula.kind === 'dossier') return field === 'channel' ? CHANNELS : null;
  for (const ledger of formula.ledgers) {
    const choices = ledgerOf(ledger).fields[field]?.choices;
    if (choices) return Object.keys(choices);
  }
  return null;
}

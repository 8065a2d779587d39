import { dossierKey } from '../dossier-rules.ts';
import { filterBreaches } from '../formulas/filters.ts';
import { findFormula } from '../formulas/registry.ts';
import type { TargetSet, Threshold, UnitLevel } from '../target-set.ts';
import type { OwnObjective, OwnTargetSet } from './own-set.ts';

/** 100 % in basis points. */
const FULL = 10_000;

/**
 * Why an own set cannot be kept. `LOWERED`: a threshold that lets pass what the given one does not;
 * `OBJECTIVE_UNKNOWN`: a threshold for an objective that is not given; `THRESHOLD_INVALID`: one that nothing can pass
 * or that better figures miss; `DUPLICATE_ID`, `FORMULA_UNKNOWN`, `FILTER_…`: of an added objective; `BASE_UNKNOWN`,
 * `VALIDITY`: of the set.
 */
export const TARGET_BREACH_CODES = [
  'LOWERED',
  'OBJECTIVE_UNKNOWN',
  'THRESHOLD_INVALID',
  'DUPLICATE_ID',
  'FORMULA_UNKNOWN',
  'FILTER_FIELD',
  'FILTER_EMPTY',
  'FILTER_VALUE',
  'BASE_UNKNOWN',
  'VALIDITY',
] as const;
export type TargetBreachCode = (typeof TARGET_BREACH_CODES)[number];

/** One thing that is wrong with an own set; `objective` null: with the set as a whole. */
export interface TargetBreach {
  readonly objective: string | null;
  readonly code: TargetBreachCode;
  /** The field of a filter that is wrong. */
  readonly field?: string;
}

/** Everything that is wrong with an own set beneath a given one, at the commune's level; empty when it may be kept. */
export function ownSetBreaches(base: TargetSet, own: OwnTargetSet, level: UnitLevel): TargetBreach[] {
  const breaches: TargetBreach[] = [];
  if (own.base !== base.id) breaches.push({ objective: null, code: 'BASE_UNKNOWN' });
  if (!isInside(own, base)) breaches.push({ objective: null, code: 'VALIDITY' });
  for (const [objective, threshold] of Object.entries(own.raised)) {
    const given = base.objectives.find(({ id }) => id === objective)?.threshold[level];
    if (given === undefined) breaches.push({ objective, code: 'OBJECTIVE_UNKNOWN' });
    else if (!isUsable(threshold)) breaches.push({ objective, code: 'THRESHOLD_INVALID' });
    else if (!isAtLeastAsStrict(threshold, given)) breaches.push({ objective, code: 'LOWERED' });
  }
  const taken = new Set(base.objectives.map(({ id }) => dossierKey(id)));
  for (const added of own.added) {
    const key = dossierKey(added.id);
    if (taken.has(key)) breaches.push({ objective: added.id, code: 'DUPLICATE_ID' });
    taken.add(key);
    breaches.push(...addedBreaches(added));
  }
  return breaches;
}

/**
 * Whether every ratio that passes `own` passes `given` too: the same percentage or more, and at the same percentage
 * never "at least" in the place of "more than". "Exactly" is stricter than "at least" only at the same percentage or
 * above it, and nothing but itself (or "at least" at 100 %) is as strict as "exactly".
 */
export function isAtLeastAsStrict(own: Threshold, given: Threshold): boolean {
  switch (given.op) {
    case '>=':
      return own.basisPoints >= given.basisPoints;
    case '>':
      return own.op === '>' ? own.basisPoints >= given.basisPoints : own.basisPoints > given.basisPoints;
    case '=':
      if (own.basisPoints !== given.basisPoints) return false;
      return own.op === '=' || (own.op === '>=' && own.basisPoints === FULL);
  }
}

/**
 * Whether an own set, merged with a given one, would lower another given set that came after that: a later version of
 * it, or a decision that begins later. It lowers what it does not have, counts otherwise, or lets pass more easily.
 */
export function lowersLater(
  own: Pick<TargetSet, 'objectives'>,
  base: Pick<TargetSet, 'id' | 'version' | 'validFrom'>,
  given: TargetSet,
  level: UnitLevel,
): boolean {
  const isLater = given.id === base.id ? given.version > base.version : given.validFrom > base.validFrom;
  if (!isLater) return false;
  return given.objectives.some(({ id, formula, filter, threshold }) => {
    const same = own.objectives.find((one) => one.id === id && one.formula === formula);
    return (
      same === undefined ||
      JSON.stringify(same.filter) !== JSON.stringify(filter) ||
      !isAtLeastAsStrict(same.threshold[level], threshold[level])
    );
  });
}

/** Whether some ratio passes a threshold and no better one misses it. */
function isUsable({ op, basisPoints }: Threshold): boolean {
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > FULL) return false;
  return op === '>' ? basisPoints < FULL : op === '>=' || basisPoints === FULL;
}

function addedBreaches({ id, formula: formulaId, filter, threshold }: OwnObjective): TargetBreach[] {
  const breaches: TargetBreach[] = [];
  if (!isUsable(threshold)) breaches.push({ objective: id, code: 'THRESHOLD_INVALID' });
  const formula = findFormula(formulaId);
  if (formula === null) breaches.push({ objective: id, code: 'FORMULA_UNKNOWN' });
  else if (filter !== null)
    for (const breach of filterBreaches(formula, filter)) breaches.push({ objective: id, ...breach });
  return breaches;
}

/** The own set begins no earlier and ends no later than the given one; without an end it ends with it. */
function isInside(own: OwnTargetSet, base: TargetSet): boolean {
  const end = own.validTo ?? base.validTo;
  if (end !== null && end < own.validFrom) return false;
  if (own.validFrom < base.validFrom) return false;
  return base.validTo === null || own.validTo === null || own.validTo <= base.validTo;
}

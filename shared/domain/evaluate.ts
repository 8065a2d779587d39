import type { DossierCountSource } from './count-source.ts';
import type { Evaluation, ObjectiveResult, Tally } from './evaluation.ts';
import { flowRows } from './flow.ts';
import { formulaOf } from './formulas/registry.ts';
import type { EvaluatedPeriod } from './period.ts';
import { type AxisGroups, axisGroups, hasBegun, tallyGroups } from './tally.ts';
import type { TargetObjective, TargetSet, UnitLevel } from './target-set.ts';
import { judge } from './verdict.ts';

/**
 * Evaluates all objectives of a target set and the flow table for a period cut at its day of evaluation.
 * `targetSetSha256` is the digest of the target set's file, which travels into the report. A period that has not
 * begun by `asOf` counts nothing. Throws `RangeError` for a formula this program does not know.
 */
export function evaluatePeriod(
  targetSet: TargetSet,
  level: UnitLevel,
  period: EvaluatedPeriod,
  source: DossierCountSource,
  targetSetSha256: string,
): Evaluation {
  const groups = axisGroups(source, period, true);
  return {
    period: { id: period.id, scheme: period.scheme, from: period.from, to: period.to },
    asOf: period.asOf,
    targetSet: { id: targetSet.id, version: targetSet.version, sha256: targetSetSha256 },
    objectives: evaluateObjectives(targetSet.objectives, level, groups),
    flow: flowRows({
      received: groups('received'),
      carriedOver: hasBegun(period) ? source.carriedOver(period.from, true) : [],
      resolved: groups('resolved'),
      pending: groups('pending'),
    }),
  };
}

/** Evaluates objectives without the flow table, for trends: the same figures from fewer, smaller groups. */
export function evaluateTrend(
  objectives: readonly TargetObjective[],
  level: UnitLevel,
  period: EvaluatedPeriod,
  source: DossierCountSource,
): ObjectiveResult[] {
  return evaluateObjectives(objectives, level, axisGroups(source, period, false));
}

/**
 * Counts one formula for a period; null when it rests on a ledger that nobody keeps yet.
 * Throws `RangeError` for a formula this program does not know.
 */
export function tallyObjective(
  formulaId: string,
  period: EvaluatedPeriod,
  source: DossierCountSource,
): Tally | null {
  return tallyFormula(formulaId, axisGroups(source, period, false));
}

function evaluateObjectives(
  objectives: readonly TargetObjective[],
  level: UnitLevel,
  groups: AxisGroups,
): ObjectiveResult[] {
  return objectives.map((objective) => judge(objective, level, tallyFormula(objective.formula, groups)));
}

function tallyFormula(formulaId: string, groups: AxisGroups): Tally | null {
  const formula = formulaOf(formulaId);
  return formula.kind === 'dossier' ? tallyGroups(formula, groups) : null;
}

import type { CountSources } from './count-source.ts';
import type { Evaluation, ObjectiveResult, Tally } from './evaluation.ts';
import { flowRows } from './flow.ts';
import { formulaOf } from './formulas/registry.ts';
import { tallyLedger } from './ledger-tally.ts';
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
  sources: CountSources,
  targetSetSha256: string,
): Evaluation {
  const groups = axisGroups(sources.dossiers, period, true);
  return {
    period: { id: period.id, scheme: period.scheme, from: period.from, to: period.to },
    asOf: period.asOf,
    targetSet: { id: targetSet.id, version: targetSet.version, sha256: targetSetSha256 },
    objectives: evaluateObjectives(targetSet.objectives, level, period, sources, groups),
    flow: flowRows({
      received: groups('received'),
      carriedOver: hasBegun(period) ? sources.dossiers.carriedOver(period.from, true) : [],
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
  sources: CountSources,
): ObjectiveResult[] {
  return evaluateObjectives(objectives, level, period, sources, axisGroups(sources.dossiers, period, false));
}

/**
 * Counts one objective for a period; `not-recorded` when nobody keeps its ledger, `not-due` before a yearly rating.
 * Throws `RangeError` for a formula this program does not know.
 */
export function tallyObjective(
  objective: Pick<TargetObjective, 'id' | 'formula' | 'filter'>,
  period: EvaluatedPeriod,
  sources: CountSources,
  groups: AxisGroups = axisGroups(sources.dossiers, period, false),
): Tally | 'not-recorded' | 'not-due' {
  const formula = formulaOf(objective.formula);
  if (formula.kind === 'ledger') return tallyLedger(formula, objective, period, sources);
  const { filter } = objective;
  const own = filter === undefined ? groups : axisGroups(sources.dossiers.filtered(filter), period, false);
  return tallyGroups(formula, own);
}

function evaluateObjectives(
  objectives: readonly TargetObjective[],
  level: UnitLevel,
  period: EvaluatedPeriod,
  sources: CountSources,
  groups: AxisGroups,
): ObjectiveResult[] {
  return objectives.map((objective) =>
    judge(objective, level, tallyObjective(objective, period, sources, groups)),
  );
}

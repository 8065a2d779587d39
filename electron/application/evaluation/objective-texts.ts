import type { TargetSet, UnitLevel } from '#shared/domain/target-set.ts';
import type { Output } from '#shared/ipc/contract.ts';

/** Wording, filters and thresholds of a set's objectives at one level. */
export function objectiveTexts(
  set: TargetSet,
  level: UnitLevel,
): Output<'evaluation.targetSet'>['objectives'] {
  return set.objectives.map(({ id, annexPoint, formula, filter, striven, threshold, title, sentence }) => ({
    id,
    annexPoint,
    formula,
    filter:
      filter === undefined
        ? null
        : Object.fromEntries(Object.entries(filter).map(([field, values]) => [field, [...values]])),
    striven,
    threshold: threshold[level],
    title,
    sentence,
  }));
}

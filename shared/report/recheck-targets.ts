import {
  levelOf,
  type TargetObjective,
  type TargetSet,
  type Threshold,
  type UnitLevel,
} from '../domain/target-set.ts';
import { isAtLeastAsStrict } from '../domain/targets/own-set-rules.ts';
import type { Contradiction } from './contradiction.ts';
import type { ReportedObjective, ReportV1 } from './report-v1.ts';

/** What a report claims of the decision by which it is judged, beside the decision as the reader knows it. */
export interface TargetsCheck {
  /** The reader has the set of this id and version. */
  readonly known: boolean;
  /** Objectives left out, judged by another formula, or by a threshold that is not the decision's. */
  readonly found: readonly Contradiction[];
}

/**
 * Compares the objectives of a report with the given set that it names (its own id and version, or that of the set
 * above a unit's own one): a report that lowers a threshold, leaves an objective out or passes one of its own off as
 * given contradicts the decision (counting.md, "Objectives"). The thresholds are those of the unit's level.
 */
export function recheckTargets(report: ReportV1, sets: readonly TargetSet[]): TargetsCheck {
  const named = report.targetSet.base ?? report.targetSet;
  const set = sets.find(({ id, version }) => id === named.id && version === named.version);
  if (set === undefined) return { known: false, found: [] };
  const level = levelOf(report.unit.kind);
  const missing = set.objectives.filter(({ id }) => !report.objectives.some((one) => one.id === id));
  return {
    known: true,
    found: [
      ...missing.map(({ id, threshold }) => differs(id, null, threshold[level])),
      ...beside(report, set).flatMap(([one, known]) => compare(one, known, level)),
    ],
  };
}

/**
 * Ids of given objectives whose threshold in a report lets pass what a set does not, whatever set the report names: how
 * one under another decision stands beside that by which a sum is judged. `level` is that of the unit for the reader.
 */
export function loweredIds(report: ReportV1, set: TargetSet, level: UnitLevel): string[] {
  return beside(report, set)
    .filter(
      ([{ given, threshold }, known]) =>
        known !== undefined && given !== null && !isAtLeastAsStrict(threshold, known.threshold[level]),
    )
    .map(([{ id }]) => id);
}

/** Each objective of a report with what a set says under its id. */
function beside(report: ReportV1, set: TargetSet): [ReportedObjective, TargetObjective | undefined][] {
  const given = new Map(set.objectives.map((one) => [one.id, one]));
  return report.objectives.map((one) => [one, given.get(one.id)]);
}

function compare(
  reported: ReportedObjective,
  known: TargetObjective | undefined,
  level: UnitLevel,
): Contradiction[] {
  const { id, given, formula, threshold } = reported;
  // An objective that the unit added says so by `given: null`.
  if (known === undefined) return given === null ? [] : [differs(id, given ?? threshold, null)];
  if (formula !== known.formula)
    return [{ code: 'TARGETS_FALSE', where: `${id} formula`, stated: formula, expected: known.formula }];
  const stated = given === undefined ? threshold : given;
  const expected = known.threshold[level];
  return stated !== null && stated.op === expected.op && stated.basisPoints === expected.basisPoints
    ? []
    : [differs(id, stated, expected)];
}

function differs(id: string, stated: Threshold | null, expected: Threshold | null): Contradiction {
  return {
    code: 'TARGETS_FALSE',
    where: `${id} threshold`,
    stated: stated?.basisPoints ?? null,
    expected: expected?.basisPoints ?? null,
  };
}

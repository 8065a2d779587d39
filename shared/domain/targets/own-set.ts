import type { ObjectiveFilter } from '../formulas/filters.ts';
import type { LocalDate } from '../local-date.ts';
import type { LocalisedText, TargetObjective, TargetSet, Threshold, UnitLevel } from '../target-set.ts';

/** An objective that a commune adds to those given. */
export interface OwnObjective {
  readonly id: string;
  /** A known formula, or the one for what is counted by hand. */
  readonly formula: string;
  readonly filter: ObjectiveFilter | null;
  readonly threshold: Threshold;
  readonly striven: boolean;
  readonly title: LocalisedText;
  readonly sentence: LocalisedText;
}

/**
 * The commune's own set beneath a given one (QĐ 420/QĐ-UBND 2024, Điều 2): it may raise thresholds and add objectives,
 * never lower or drop one.
 */
export interface OwnTargetSet {
  /** Id of the given set it stands under. */
  readonly base: string;
  readonly name: LocalisedText;
  readonly decision: { readonly number: string; readonly date: LocalDate; readonly issuer: string };
  readonly validFrom: LocalDate;
  /** Null: as long as the given set. */
  readonly validTo: LocalDate | null;
  /** Objective of the given set → the higher threshold. */
  readonly raised: Readonly<Record<string, Threshold>>;
  readonly added: readonly OwnObjective[];
}

const SUFFIX = '-own';
/** Longest id of a set. */
const LONGEST_ID = 60;
/** Longest point of an annex. */
const LONGEST_POINT = 10;

/** The id under which a commune's own set beneath a given one is known; never longer than an id may be. */
export function ownSetId(base: string): string {
  return base.slice(0, LONGEST_ID - SUFFIX.length) + SUFFIX;
}

/**
 * The set that judges a commune with an own set: the given objectives with the commune's thresholds at its own level,
 * then its added ones, under the own set's id, version, decision and validity. What the own set may say is checked by
 * `ownSetBreaches`; a threshold for an objective that is not given has no effect here.
 */
export function mergeOwnSet(
  base: TargetSet,
  own: OwnTargetSet,
  level: UnitLevel,
  version: number,
): TargetSet {
  return {
    id: ownSetId(base.id),
    version,
    name: own.name,
    decision: own.decision,
    validFrom: own.validFrom,
    validTo: own.validTo ?? base.validTo,
    objectives: [
      ...base.objectives.map((objective) => {
        const raised = Object.hasOwn(own.raised, objective.id) ? own.raised[objective.id] : undefined;
        if (raised === undefined) return objective;
        return { ...objective, threshold: { ...objective.threshold, [level]: raised } };
      }),
      ...own.added.map(addedObjective),
    ],
  };
}

/** An added objective holds at every level: nobody else has set one for it. */
function addedObjective({ filter, threshold, ...objective }: OwnObjective): TargetObjective {
  return {
    ...objective,
    annexPoint: objective.id.slice(0, LONGEST_POINT),
    ...(filter === null ? {} : { filter }),
    threshold: { commune: threshold, district: threshold },
  };
}

import { comparableText } from '../domain/comparable-text.ts';
import type { FlowRow, ObjectiveResult } from '../domain/evaluation.ts';
import { compareFields } from '../domain/flow.ts';
import type { TargetObjective, TargetSet, UnitLevel } from '../domain/target-set.ts';
import { judge } from '../domain/verdict.ts';
import { canonicalJson } from '../report/canonical-json.ts';
import type { ReportedObjective, ReportV1 } from '../report/report-v1.ts';

/** Why a unit's figure is not in the sum of an objective. */
export type LeftOut = 'absent' | 'not-recorded' | 'not-due' | 'other-formula';

/** An objective over all reports that count: Σ numerators over Σ denominators, never a mean of percentages. */
export interface ObjectiveTotal extends ObjectiveResult {
  readonly title: string;
  readonly striven: boolean;
  /** Reports whose figures are in the sum. */
  readonly units: number;
  /** Codes of units that missed their own threshold. */
  readonly missedBy: readonly string[];
  readonly leftOut: readonly { readonly code: string; readonly why: LeftOut }[];
}

/**
 * Adds the counts of the reports up, objective by objective of the set, and judges each sum by the thresholds of the
 * receiver's level. A figure counted by another formula or filter is no part of the sum and is named.
 */
export function objectiveTotals(
  reports: readonly ReportV1[],
  targets: TargetSet,
  level: UnitLevel,
): ObjectiveTotal[] {
  return targets.objectives.map((objective) => {
    const leftOut: ObjectiveTotal['leftOut'][number][] = [];
    const missedBy: string[] = [];
    let [numerator, denominator, missingData, units] = [0, 0, 0, 0];
    for (const { unit, objectives } of reports) {
      const stated = objectives.find(({ id }) => id === objective.id);
      const why = whyLeftOut(stated, objective);
      if (stated?.verdict === 'missed') missedBy.push(unit.code);
      if (why !== null) leftOut.push({ code: unit.code, why });
      else {
        numerator += stated?.numerator ?? 0;
        denominator += stated?.denominator ?? 0;
        missingData += stated?.missingData ?? 0;
        units += 1;
      }
    }
    const nobody = leftOut.some(({ why }) => why === 'not-due') ? 'not-due' : 'not-recorded';
    return {
      ...judge(objective, level, units === 0 ? nobody : { numerator, denominator, missingData }),
      title: objective.title.vi,
      striven: objective.striven,
      units,
      missedBy,
      leftOut,
    };
  });
}

function whyLeftOut(stated: ReportedObjective | undefined, objective: TargetObjective): LeftOut | null {
  // What a unit added under an id of its own is not the objective of that id in the receiver's set.
  if (stated === undefined || stated.given === null) return 'absent';
  if (stated.formula !== objective.formula || filterKey(stated.filter) !== filterKey(objective.filter))
    return 'other-formula';
  if (stated.numerator !== null && stated.denominator !== null) return null;
  return stated.verdict === 'not-due' ? 'not-due' : 'not-recorded';
}

function filterKey(filter: TargetObjective['filter']): string {
  if (filter === undefined) return '';
  return canonicalJson(
    Object.fromEntries(Object.entries(filter).map(([field, values]) => [field, [...values].sort()])),
  );
}

/**
 * Biểu II.06a of all reports: rows of the same field added up, whatever the case and blanks of its name, in Vietnamese
 * order; what has no field after them, the total (`null`) last.
 */
export function flowTotals(reports: readonly ReportV1[]): FlowRow[] {
  const byField = new Map<string, FlowRow>();
  let total = emptyRow(null);
  for (const { flow } of reports) {
    for (const row of flow) {
      if (row.field === null) continue;
      const key = comparableText(row.field).toLowerCase();
      byField.set(key, added(byField.get(key) ?? emptyRow(row.field), row));
      total = added(total, row);
    }
  }
  const rows = [...byField.values()].sort((a, b) => compareFields(a.field ?? '', b.field ?? ''));
  return [...rows, total];
}

function emptyRow(field: string | null): FlowRow {
  return {
    field,
    received: { total: 0, online: 0, other: 0, carriedOver: 0 },
    resolved: { total: 0, early: 0, onTime: 0, late: 0 },
    pending: { total: 0, inTime: 0, overdue: 0 },
  };
}

function added({ field, received: r, resolved: s, pending: p }: FlowRow, row: FlowRow): FlowRow {
  return {
    field,
    received: {
      total: r.total + row.received.total,
      online: r.online + row.received.online,
      other: r.other + row.received.other,
      carriedOver: r.carriedOver + row.received.carriedOver,
    },
    resolved: {
      total: s.total + row.resolved.total,
      early: s.early + row.resolved.early,
      onTime: s.onTime + row.resolved.onTime,
      late: s.late + row.resolved.late,
    },
    pending: {
      total: p.total + row.pending.total,
      inTime: p.inTime + row.pending.inTime,
      overdue: p.overdue + row.pending.overdue,
    },
  };
}

import type { DossierCountSource } from './count-source.ts';
import type { FactGroup } from './dossier-facts.ts';
import type { Tally } from './evaluation.ts';
import type { FormulaCause } from './formulas/cause.ts';
import {
  type DossierFormula,
  type FormulaMember,
  type FormulaRole,
  type PopulationAxis,
  populationAxes,
} from './formulas/formula.ts';
import type { EvaluatedPeriod } from './period.ts';

/** Groups of an axis of one period; asked once per axis however many formulas need it. */
export type AxisGroups = (axis: PopulationAxis) => readonly FactGroup[];

/** Whether the period has begun by its day of evaluation; before that there is nothing in it. */
export function hasBegun(period: EvaluatedPeriod): boolean {
  return period.end >= period.from;
}

/** Reads each axis of a period from the source at most once; nothing from a period that has not begun. */
export function axisGroups(
  source: DossierCountSource,
  period: EvaluatedPeriod,
  byField: boolean,
): AxisGroups {
  const read = new Map<PopulationAxis, readonly FactGroup[]>();
  return (axis) => {
    const known = read.get(axis);
    if (known) return known;
    const groups = hasBegun(period) ? readAxis(source, period, axis, byField) : [];
    read.set(axis, groups);
    return groups;
  };
}

/** Counts a formula's population by the roles the formula gives. */
export function tallyGroups(formula: DossierFormula, groups: AxisGroups): Tally {
  let numerator = 0;
  let denominator = 0;
  let missingData = 0;
  for (const axis of populationAxes(formula.population)) {
    for (const group of groups(axis)) {
      const { role, missing } = formula.classify(memberOf(group, axis));
      if (role === 'excluded') continue;
      denominator += group.count;
      if (role === 'counted') numerator += group.count;
      if (missing) missingData += group.count;
    }
  }
  return { numerator, denominator, missingData };
}

/** How many dossiers a formula puts where, and for which cause. */
export interface RoleCounts {
  readonly totals: Readonly<Record<FormulaRole, number>>;
  readonly causes: Readonly<Record<FormulaRole, Readonly<Partial<Record<FormulaCause, number>>>>>;
}

/** Totals of the three lists of `explain` from the groups alone, without reading a single dossier. */
export function countRoles(formula: DossierFormula, groups: AxisGroups): RoleCounts {
  const totals = { counted: 0, against: 0, excluded: 0 };
  const causes: Record<FormulaRole, Partial<Record<FormulaCause, number>>> = {
    counted: {},
    against: {},
    excluded: {},
  };
  for (const axis of populationAxes(formula.population)) {
    for (const group of groups(axis)) {
      const { role, cause } = formula.classify(memberOf(group, axis));
      totals[role] += group.count;
      causes[role][cause] = (causes[role][cause] ?? 0) + group.count;
    }
  }
  return { totals, causes };
}

/** A dossier (or group) as a formula sees it, by the axis on which it belongs to the period. */
export function memberOf(record: Pick<FactGroup, 'facts' | 'overdue'>, axis: PopulationAxis): FormulaMember {
  const pending = axis === 'pending';
  return { facts: record.facts, pending, overdue: pending && record.overdue };
}

/** Numerator and denominator of a total over units or groups: sums, never a mean of percentages. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = { numerator: 0, denominator: 0, missingData: 0 };
  for (const tally of tallies) {
    sum.numerator += tally.numerator;
    sum.denominator += tally.denominator;
    sum.missingData += tally.missingData;
  }
  return sum;
}

function readAxis(
  source: DossierCountSource,
  period: EvaluatedPeriod,
  axis: PopulationAxis,
  byField: boolean,
): readonly FactGroup[] {
  switch (axis) {
    case 'received':
      return source.receivedBetween(period.from, period.end, byField);
    case 'resolved':
      return source.resolvedBetween(period.from, period.end, byField);
    case 'pending':
      return source.pendingAt(period.end, byField);
  }
}

import type { FactGroup } from './dossier-facts.ts';
import type { FlowRow } from './evaluation.ts';
import { compareVietnamese } from './vietnamese-order.ts';

/** The four axes of the flow table, grouped by field. */
export interface FlowGroups {
  readonly received: readonly FactGroup[];
  readonly carriedOver: readonly FactGroup[];
  readonly resolved: readonly FactGroup[];
  readonly pending: readonly FactGroup[];
}

/** The cells of Biểu II.06a that are counted; totals follow from them. */
interface Cells {
  online: number;
  other: number;
  carriedOver: number;
  early: number;
  onTime: number;
  late: number;
  inTime: number;
  overdue: number;
}

/**
 * Biểu II.06a/VPCP/KSTT: one row per field in Vietnamese order, the row of dossiers without a field (`''`) after
 * them, the total (`null`) last. Columns 4 and 5 are online and all other channels; a dossier resolved without a
 * due date stands in column 9, on time. Columns 3, 7 and 11 are sums of their parts; the equation 3 = 7 + 11 ties
 * four independent counts together and is left to {@link flowViolations}.
 */
export function flowRows(groups: FlowGroups): FlowRow[] {
  const fields = new Map<string, Cells>();
  const total = noCells();
  const add = (group: FactGroup, cell: keyof Cells) => {
    const field = group.field ?? '';
    let cells = fields.get(field);
    if (!cells) {
      cells = noCells();
      fields.set(field, cells);
    }
    cells[cell] += group.count;
    total[cell] += group.count;
  };
  for (const group of groups.received) add(group, group.facts.channel === 'online' ? 'online' : 'other');
  for (const group of groups.carriedOver) add(group, 'carriedOver');
  for (const group of groups.resolved) add(group, resolvedCell(group));
  for (const group of groups.pending) add(group, group.overdue ? 'overdue' : 'inTime');
  const rows = [...fields]
    .sort(([a], [b]) => compareFields(a, b))
    .map(([field, cells]) => rowOf(field, cells));
  return [...rows, rowOf(null, total)];
}

/** The row „Tổng cộng“ of a flow table (`field` null); undefined in a table that has none, such as a damaged report's. */
export function totalRow<R extends { readonly field: string | null }>(rows: readonly R[]): R | undefined {
  return rows.find(({ field }) => field === null);
}

/** An equation of the flow table that does not hold, and the two sides it compares. */
export interface FlowViolation {
  readonly field: string | null;
  readonly rule: FlowRule;
  readonly left: number;
  readonly right: number;
}

/**
 * The equations of Biểu II.06a: columns 3 = 4+5+6, 7 = 8+9+10, 11 = 12+13, 3 = 7+11, and every cell of the row of
 * totals the sum of the fields' cells.
 */
export const FLOW_RULES = ['3=4+5+6', '7=8+9+10', '11=12+13', '3=7+11', 'total'] as const;
export type FlowRule = (typeof FLOW_RULES)[number];

/** All equations that a flow table breaks; empty for a sound one. A missing row of totals breaks `total`. */
export function flowViolations(rows: readonly FlowRow[]): FlowViolation[] {
  const violations: FlowViolation[] = [];
  const check = (field: string | null, rule: FlowRule, left: number, right: number) => {
    if (left !== right) violations.push({ field, rule, left, right });
  };
  for (const { field, received, resolved, pending } of rows) {
    check(field, '3=4+5+6', received.total, received.online + received.other + received.carriedOver);
    check(field, '7=8+9+10', resolved.total, resolved.early + resolved.onTime + resolved.late);
    check(field, '11=12+13', pending.total, pending.inTime + pending.overdue);
    check(field, '3=7+11', received.total, resolved.total + pending.total);
  }
  const totals = rows.filter((row) => row.field === null);
  check(null, 'total', totals.length, 1);
  const fields = rows.filter((row) => row.field !== null).map(flowFigures);
  for (const row of totals) {
    flowFigures(row).forEach((figure, column) => {
      check(
        null,
        'total',
        figure,
        fields.reduce((sum, figures) => sum + (figures[column] ?? 0), 0),
      );
    });
  }
  return violations;
}

/** The column of an ended dossier: 8 early, 9 on time (also without a due day), 10 late. */
export function resolvedCell({ facts }: FactGroup): 'early' | 'onTime' | 'late' {
  switch (facts.timeliness) {
    case 'early':
      return 'early';
    case 'late':
      return 'late';
    case 'on-time':
    case 'no-due':
      return 'onTime';
    case 'open':
    case 'open-no-due':
      throw new RangeError('a dossier that is not resolved was given as a resolved one');
  }
}

/** Fields in Vietnamese order, what has none (the empty name) last. */
export function compareFields(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return compareVietnamese(a, b);
}

function noCells(): Cells {
  return { online: 0, other: 0, carriedOver: 0, early: 0, onTime: 0, late: 0, inTime: 0, overdue: 0 };
}

function rowOf(field: string | null, cells: Cells): FlowRow {
  const { online, other, carriedOver, early, onTime, late, inTime, overdue } = cells;
  return {
    field,
    received: { total: online + other + carriedOver, online, other, carriedOver },
    resolved: { total: early + onTime + late, early, onTime, late },
    pending: { total: inTime + overdue, inTime, overdue },
  };
}

/** Columns 3 to 13 of Biểu II.06a in the order of the form. */
export function flowFigures({ received, resolved, pending }: FlowRow): number[] {
  return [
    received.total,
    received.online,
    received.other,
    received.carriedOver,
    resolved.total,
    resolved.early,
    resolved.onTime,
    resolved.late,
    pending.total,
    pending.inTime,
    pending.overdue,
  ];
}

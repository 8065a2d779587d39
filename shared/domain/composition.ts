import type { Channel } from './dossier.ts';
import { compareFields, type FlowGroups, resolvedCell } from './flow.ts';

/** What the dossiers of a period consist of, by field; `field` null: all of them, '': the field is not recorded. */
export interface CompositionRow {
  readonly field: string | null;
  /** Received within the period, by the way they came; what was carried over is not among them. */
  readonly received: { readonly total: number } & Readonly<Record<Channel | 'unknown', number>>;
  /** Resolved within the period, by their end against the due day; without one they count as on time. */
  readonly resolved: {
    readonly total: number;
    readonly early: number;
    readonly onTime: number;
    readonly late: number;
  };
}

interface Cells {
  readonly received: Record<Channel | 'unknown', number>;
  readonly resolved: Record<'early' | 'onTime' | 'late', number>;
}

/**
 * Composition from the very groups of the flow table (Biểu II.06a): all of them first, then one row per field in the
 * order of that table. `received` of a row is columns 4 + 5, `resolved` column 7; each is the sum of its parts.
 */
export function compositionRows({
  received,
  resolved,
}: Pick<FlowGroups, 'received' | 'resolved'>): CompositionRow[] {
  const fields = new Map<string, Cells>();
  const all = noCells();
  const cellsOf = (field: string): Cells => {
    const cells = fields.get(field) ?? noCells();
    fields.set(field, cells);
    return cells;
  };
  for (const { facts, field, count } of received)
    for (const cells of [all, cellsOf(field ?? '')]) cells.received[facts.channel ?? 'unknown'] += count;
  for (const group of resolved)
    for (const cells of [all, cellsOf(group.field ?? '')]) cells.resolved[resolvedCell(group)] += group.count;
  const rows = [...fields].sort(([a], [b]) => compareFields(a, b));
  return [rowOf(null, all), ...rows.map(([field, cells]) => rowOf(field, cells))];
}

function noCells(): Cells {
  return {
    received: { direct: 0, online: 0, post: 0, unknown: 0 },
    resolved: { early: 0, onTime: 0, late: 0 },
  };
}

function rowOf(field: string | null, { received, resolved }: Cells): CompositionRow {
  return {
    field,
    received: { total: sum(received), ...received },
    resolved: { total: sum(resolved), ...resolved },
  };
}

function sum(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((total, part) => total + part, 0);
}

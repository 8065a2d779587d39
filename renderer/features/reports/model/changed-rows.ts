import type { FlowChange } from '#shared/domain/closing/figures.ts';
import type { ChangedFigures } from '#shared/ipc/contract/reports.ts';

/** A row of the flow table with its cells that differ; `field` null: the row of totals. */
export interface ChangedRow {
  readonly field: string | null;
  readonly cells: readonly FlowChange[];
}

/** Changed cells by row; the totals first, to which every change of a row leads. */
export function changedRows(flow: readonly FlowChange[]): ChangedRow[] {
  const rows = new Map<string | null, FlowChange[]>();
  for (const change of flow) rows.set(change.field, [...(rows.get(change.field) ?? []), change]);
  return [...rows]
    .map(([field, cells]) => ({ field, cells }))
    .sort((a, b) => Number(b.field === null) - Number(a.field === null));
}

/** Whether any figure is another one now. */
export function hasChanges({ objectives, flow }: Pick<ChangedFigures, 'objectives' | 'flow'>): boolean {
  return objectives.length > 0 || flow.length > 0;
}

/** Longest reason of an amendment, in characters. */
const ROOM = 500;

/** A reason that may last as the amendment's: all that were given for the changes, as long as there is room (500). */
export function proposedReason(reasons: readonly string[]): string {
  let said = '';
  for (const reason of reasons) {
    const longer = said === '' ? reason : `${said}; ${reason}`;
    if (longer.length > ROOM) return said === '' ? `${longer.slice(0, ROOM - 1)}…` : said;
    said = longer;
  }
  return said;
}

import type { Evaluation, FlowRow, ObjectiveResult } from '../evaluation.ts';
import { compareFields, flowFigures } from '../flow.ts';

/** Columns 3 to 13 of Biểu II.06a by name, in the order of the form. */
export const FLOW_COLUMNS = [
  'received.total',
  'received.online',
  'received.other',
  'received.carriedOver',
  'resolved.total',
  'resolved.early',
  'resolved.onTime',
  'resolved.late',
  'pending.total',
  'pending.inTime',
  'pending.overdue',
] as const;
export type FlowColumn = (typeof FLOW_COLUMNS)[number];

/** How people name the flow table where figures are listed. */
export const FLOW_NAME = 'II.06a';

/** Numerator and denominator as counted; both null where nobody records the objective or it is not due. */
export interface Counts {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The figures that a signed report vouches for: counts of objectives and cells of the flow table. */
export interface Figures {
  readonly objectives: readonly Pick<ObjectiveResult, 'id' | 'numerator' | 'denominator'>[];
  readonly flow: readonly FlowRow[];
}

/** An objective whose counts differ. */
export interface ObjectiveChange {
  readonly id: string;
  readonly was: Counts;
  readonly now: Counts;
}

/** A cell of the flow table that differs; `field` null is the row of totals, a row that is missing counts 0. */
export interface FlowChange {
  readonly field: string | null;
  readonly column: FlowColumn;
  readonly was: number;
  readonly now: number;
}

/** What differs between two sets of figures; both lists are empty when nothing does. */
export interface FigureChanges {
  readonly objectives: readonly ObjectiveChange[];
  readonly flow: readonly FlowChange[];
}

const NOTHING: Counts = { numerator: null, denominator: null };

/** Every figure that differs: objectives in the order of `before`, rows likewise, columns in the order of the form. */
export function figureChanges(before: Figures, after: Figures): FigureChanges {
  return { objectives: objectiveChanges(before, after), flow: flowChanges(before.flow, after.flow) };
}

/** Whether nothing differs. */
export function isUnchanged({ objectives, flow }: FigureChanges): boolean {
  return objectives.length === 0 && flow.length === 0;
}

/** Names of the figures that differ: ids of objectives, and the flow table as one. */
export function figureNames({ objectives, flow }: FigureChanges): string[] {
  return [...objectives.map(({ id }) => id), ...(flow.length > 0 ? [FLOW_NAME] : [])];
}

function objectiveChanges(before: Figures, after: Figures): ObjectiveChange[] {
  const was = new Map(before.objectives.map((one) => [one.id, one]));
  const now = new Map(after.objectives.map((one) => [one.id, one]));
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((id) => {
    const change = { id, was: countsOf(was.get(id)), now: countsOf(now.get(id)) };
    return sameCounts(change.was, change.now) ? [] : [change];
  });
}

function countsOf(result: Counts | undefined): Counts {
  if (result === undefined) return NOTHING;
  return { numerator: result.numerator, denominator: result.denominator };
}

/** Whether two counts say the same. */
export function sameCounts(a: Counts, b: Counts): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

function flowChanges(before: readonly FlowRow[], after: readonly FlowRow[]): FlowChange[] {
  const was = new Map(before.map((row) => [row.field, flowFigures(row)]));
  const now = new Map(after.map((row) => [row.field, flowFigures(row)]));
  // The row of totals stays the last.
  const fields = [...new Set([...was.keys(), ...now.keys()])].sort(
    (a, b) => Number(a === null) - Number(b === null) || compareFields(a ?? '', b ?? ''),
  );
  return fields.flatMap((field) =>
    FLOW_COLUMNS.flatMap((column, place) => {
      const change = { field, column, was: was.get(field)?.[place] ?? 0, now: now.get(field)?.[place] ?? 0 };
      return change.was === change.now ? [] : [change];
    }),
  );
}

/** The figures of an evaluation. */
export function figuresOf({ objectives, flow }: Pick<Evaluation, 'objectives' | 'flow'>): Figures {
  return { objectives, flow };
}

import { type Counts, FLOW_COLUMNS, sameCounts } from '../domain/closing/figures.ts';
import { flowFigures } from '../domain/flow.ts';
import type { CorrectedPeriod, ReportV1 } from './report-v1.ts';

/**
 * How many figures a correction calls the signed ones that the corrected report states otherwise. The reader of one
 * file cannot see that; whoever has both can.
 */
export function falselyCorrected(
  { objectives, flow }: CorrectedPeriod,
  former: Pick<ReportV1, 'objectives' | 'flow'>,
): number {
  const counts = new Map<string, Counts>(former.objectives.map((one) => [one.id, one]));
  const cells = new Map(former.flow.map((row) => [row.field, flowFigures(row)]));
  const none: Counts = { numerator: null, denominator: null };
  return (
    objectives.filter(({ id, was }) => !sameCounts(was, counts.get(id) ?? none)).length +
    flow.filter(({ field, column, was }) => (cells.get(field)?.[FLOW_COLUMNS.indexOf(column)] ?? 0) !== was)
      .length
  );
}

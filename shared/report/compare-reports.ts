import { type FigureChanges, figureChanges } from '../domain/closing/figures.ts';
import type { Verdict } from '../domain/evaluation.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ReportV1 } from './report-v1.ts';

/** Parts of a report beside its figures that may differ between two revisions. */
export const COMPARED_PARTS = [
  'unit',
  'receiver',
  'document',
  'signatory',
  'preparedBy',
  'period',
  'asOf',
  'targetSet',
  'narrative',
  'remarks',
  'warnings',
  'corrections',
] as const;
export type ComparedPart = (typeof COMPARED_PARTS)[number];

/** What a later revision says otherwise than an earlier one. */
export interface ReportDifference extends FigureChanges {
  /** Objectives whose verdict changed; null where the objective stands in one of the two only. */
  readonly verdicts: readonly {
    readonly id: string;
    readonly was: Verdict | null;
    readonly now: Verdict | null;
  }[];
  /** Other parts that differ. */
  readonly parts: readonly ComparedPart[];
}

/** The lines that changed between two reports, from their data alone; the reader and the page show the same. */
export function compareReports(before: ReportV1, after: ReportV1): ReportDifference {
  return {
    ...figureChanges(before, after),
    verdicts: verdictChanges(before, after),
    parts: COMPARED_PARTS.filter((part) => textOf(before, part) !== textOf(after, part)),
  };
}

/** Number of lines that differ: objectives, rows of the flow table, and other parts. */
export function changedLines({ objectives, flow, verdicts, parts }: ReportDifference): number {
  const changed = new Set([...objectives, ...verdicts].map(({ id }) => id));
  return changed.size + new Set(flow.map(({ field }) => field)).size + parts.length;
}

function verdictChanges(before: ReportV1, after: ReportV1): ReportDifference['verdicts'] {
  const was = new Map(before.objectives.map(({ id, verdict }) => [id, verdict]));
  const now = new Map(after.objectives.map(({ id, verdict }) => [id, verdict]));
  return [...new Set([...was.keys(), ...now.keys()])]
    .map((id) => ({ id, was: was.get(id) ?? null, now: now.get(id) ?? null }))
    .filter((change) => change.was !== change.now);
}

function textOf(report: ReportV1, part: ComparedPart): string {
  if (part === 'remarks')
    return canonicalJson(
      report.objectives.flatMap(({ id, remark }) => (remark === null ? [] : [[id, remark]])),
    );
  return canonicalJson(report[part] ?? null);
}

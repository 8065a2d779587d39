import { z } from 'zod';
import type { Evaluation, FlowRow, ObjectiveResult } from '../../domain/evaluation.ts';
import { VERDICTS } from '../../domain/evaluation.ts';
import { THRESHOLD_OPS } from '../../domain/target-set.ts';
import { count, id, localDate, nothing, periodId, scheme, service, sha256, text } from './common.ts';

export const threshold = z.strictObject({ op: z.enum(THRESHOLD_OPS), basisPoints: count });
export const objectiveResult = z.strictObject({
  id: text(20),
  formula: text(80),
  numerator: count.nullable(),
  denominator: count.nullable(),
  percent: text(12).nullable(),
  threshold,
  verdict: z.enum(VERDICTS),
  shortBy: count.nullable(),
  missingData: count.nullable(),
}) satisfies z.ZodType<ObjectiveResult>;

export const flowRow = z.strictObject({
  field: text(200).nullable(),
  received: z.strictObject({ total: count, online: count, other: count, carriedOver: count }),
  resolved: z.strictObject({ total: count, early: count, onTime: count, late: count }),
  pending: z.strictObject({ total: count, inTime: count, overdue: count }),
}) satisfies z.ZodType<FlowRow>;

export const evaluation = z.strictObject({
  period: z.strictObject({
    id: text(10).nullable(),
    scheme: scheme.nullable(),
    from: localDate,
    to: localDate,
  }),
  asOf: localDate,
  targetSet: z.strictObject({ id: text(60), version: count, sha256 }),
  objectives: z.array(objectiveResult),
  flow: z.array(flowRow),
}) satisfies z.ZodType<Evaluation>;

/** Which period to look at; `scheme` falls back on the unit's, `asOf` on today. */
export const periodRequest = z.strictObject({
  period: periodId,
  scheme: scheme.optional(),
  asOf: localDate.optional(),
});

/** Wording of an objective, from the target set. */
export const objectiveText = z.strictObject({
  id: text(20),
  annexPoint: text(10),
  formula: text(80),
  striven: z.boolean(),
  threshold,
  title: z.strictObject({ vi: text(300), en: text(300) }),
  sentence: z.strictObject({ vi: text(1000), en: text(1000) }),
});

/** The screen Tổng quan in one answer. */
export const overview = z.strictObject({
  evaluation,
  targetSetName: z.strictObject({ vi: text(300), en: text(300) }),
  decision: z.strictObject({ number: text(60), date: localDate, issuer: text(200) }),
  objectives: z.array(objectiveText),
  /** Percent per objective over the last periods of the same kind, oldest first, this one last; null: no figure. */
  trend: z.array(
    z.strictObject({
      objective: text(20),
      points: z.array(
        z.strictObject({ period: text(10), numerator: count.nullable(), denominator: count.nullable() }),
      ),
    }),
  ),
  todo: z.strictObject({ overdue: count, dueSoon: count, missing: z.record(z.string(), count) }),
  /** Day the report should be sent by (setting), null where none is set; days left as of today. */
  report: z.strictObject({ dueOn: localDate.nullable(), signed: z.boolean() }),
  /** Whether the folder holds any dossier at all. */
  empty: z.boolean(),
});
export type Overview = z.infer<typeof overview>;

export const EXPLAIN_LISTS = ['counted', 'against', 'excluded'] as const;
export const explainEntry = z.strictObject({ id, code: text(60), cause: text(60) });

export const evaluationCalls = {
  'evaluation.overview': service(periodRequest, overview),
  'evaluation.evaluate': service(periodRequest, evaluation),
  /** The dossiers behind a figure, a page of at most 1,000 of one list at a time. */
  'evaluation.explain': service(
    z.strictObject({
      ...periodRequest.shape,
      objective: text(20),
      list: z.enum(EXPLAIN_LISTS),
      offset: count,
      limit: count.max(1000),
    }),
    z.strictObject({
      objective: text(20),
      totals: z.strictObject({ counted: count, against: count, excluded: count }),
      causes: z.record(z.string(), count),
      entries: z.array(explainEntry),
    }),
  ),
  /** The period that contains today (or the last one with dossiers when today's has none), and those that have any. */
  'evaluation.periods': service(nothing, z.strictObject({ current: periodId, withData: z.array(periodId) })),
  'evaluation.targetSet': service(
    nothing,
    z.strictObject({
      id: text(60),
      version: count,
      name: z.strictObject({ vi: text(300), en: text(300) }),
      objectives: z.array(objectiveText),
    }),
  ),
} as const;

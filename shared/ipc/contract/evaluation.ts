import { z } from 'zod';
import type { CompositionRow } from '../../domain/composition.ts';
import type { Evaluation, FlowRow, ObjectiveResult } from '../../domain/evaluation.ts';
import { VERDICTS } from '../../domain/evaluation.ts';
import { THRESHOLD_OPS } from '../../domain/target-set.ts';
import { count, id, localDate, nothing, periodId, scheme, service, sha256, text } from './common.ts';
import { ledgerId } from './ledgers.ts';

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
  /** Field of the counted records → the values that count; null: all. */
  filter: z.record(text(40), z.array(text(300))).nullable(),
  striven: z.boolean(),
  threshold,
  title: z.strictObject({ vi: text(300), en: text(300) }),
  sentence: z.strictObject({ vi: text(1000), en: text(1000) }),
});

/**
 * A period's figure of an objective with the threshold of the set that judged that period; null where the period has no
 * figure, or its set no such objective.
 */
export const trendPoint = z.strictObject({
  period: text(10),
  numerator: count.nullable(),
  denominator: count.nullable(),
  threshold: threshold.nullable(),
  verdict: z.enum(VERDICTS).nullable(),
});
export type TrendPoint = z.infer<typeof trendPoint>;

/** The screen Tổng quan in one answer. */
export const overview = z.strictObject({
  evaluation,
  targetSetName: z.strictObject({ vi: text(300), en: text(300) }),
  decision: z.strictObject({ number: text(60), date: localDate, issuer: text(200) }),
  objectives: z.array(objectiveText),
  /** Each objective over the last periods of the same kind, oldest first, this one last. */
  trend: z.array(z.strictObject({ objective: text(20), points: z.array(trendPoint) })),
  todo: z.strictObject({
    overdue: count,
    dueSoon: count,
    missing: z.record(z.string(), count),
    /** Duties of the other ledgers that are due soon or overdue, and entries that lack a fact. */
    ledgers: z.array(z.strictObject({ ledger: ledgerId, overdue: count, dueSoon: count, lacks: count })),
  }),
  /** Day the report should be sent by (setting), null where none is set; days left as of today. */
  report: z.strictObject({ dueOn: localDate.nullable(), signed: z.boolean() }),
  /** Periods whose last signed report was returned, whichever is shown; `trusted`: by a signer who is enrolled. */
  returned: z.array(z.strictObject({ period: periodId, trusted: z.boolean() })),
  /** The unit was founded after the period had begun: its first day, and how much of the period was before it. */
  founding: z
    .strictObject({ on: localDate, by: text(300).nullable(), before: z.enum(['all', 'part']) })
    .nullable(),
  /** Whether the folder holds any dossier at all. */
  empty: z.boolean(),
});
export type Overview = z.infer<typeof overview>;

/** What the dossiers of a period consist of: all of them first, then by field. */
export const compositionRow = z.strictObject({
  field: text(200).nullable(),
  received: z.strictObject({ total: count, direct: count, online: count, post: count, unknown: count }),
  resolved: z.strictObject({ total: count, early: count, onTime: count, late: count }),
}) satisfies z.ZodType<CompositionRow>;
export const composition = z.strictObject({
  period: evaluation.shape.period,
  asOf: localDate,
  rows: z.array(compositionRow),
});
export type Composition = z.infer<typeof composition>;

export const EXPLAIN_LISTS = ['counted', 'against', 'excluded'] as const;
/** A record behind a figure. `ledger` null: a dossier. `count`: how many it stands for (answers of a batch). */
export const explainEntry = z.strictObject({
  id,
  ledger: ledgerId.nullable(),
  code: text(400),
  cause: text(60),
  count,
});

/** What could still bring an objective to its target within a period that runs. */
export const progressObjective = z.strictObject({
  objective: text(20),
  /** Year to date, exact: the formula over the year's first day to the period's end, not a sum of quarters. */
  yearToDate: z.strictObject({
    numerator: count.nullable(),
    denominator: count.nullable(),
    verdict: z.enum(VERDICTS),
  }),
  /** Smallest number of further records that reach the target; null: it is reached, or nothing can be said. */
  needed: count.nullable(),
  /**
   * `correct`: records now counted against that can be put right; `finish`: open ones that count when they end in
   * time; `more`: new ones (answers) that would have to come; null: nothing is needed, or nothing more can. The first
   * `needed` candidates, done, reach the target: ISO activities, which count when they are due, at the period's end.
   */
  way: z.enum(['correct', 'finish', 'more']).nullable(),
  /** Records that could still do it, corrections first, then those soonest due (at most 200), and how many there are. */
  candidates: z.array(z.strictObject({ id, ledger: ledgerId.nullable(), code: text(400), by: localDate })),
  candidatesTotal: count,
  /** Whether the candidates suffice; null where `needed` is null or the way is `more`. */
  enough: z.boolean().nullable(),
  /**
   * At the period's end: lowest (none of the open ones counts that is not sure to, such as one that came online),
   * likely (they go like those before), highest (all count that still can). Null where it depends on what comes in.
   */
  forecast: z
    .strictObject({
      lowest: z.strictObject({ numerator: count, denominator: count }),
      likely: z.strictObject({ numerator: count, denominator: count }),
      highest: z.strictObject({ numerator: count, denominator: count }),
      /** Open records expected to end within the period. */
      open: count,
      /** Period whose ratio the likely value takes: this one, or the last one when this has too few. */
      basis: text(10),
    })
    .nullable(),
});
export type ProgressObjective = z.infer<typeof progressObjective>;

/** A record that waits for somebody, soonest first. */
export const dueItem = z.strictObject({
  ledger: ledgerId.nullable(),
  id,
  title: text(400),
  detail: text(400),
  dueOn: localDate,
  state: z.enum(['due-soon', 'overdue']),
});
export type DueItem = z.infer<typeof dueItem>;

export const progress = z.strictObject({
  period: evaluation.shape.period,
  asOf: localDate,
  objectives: z.array(progressObjective),
  due: z.array(dueItem),
  dueTotal: count,
});
export type Progress = z.infer<typeof progress>;

export const evaluationCalls = {
  /** Without a period: the one to begin with, as `evaluation.periods` says, so that a start needs one question. */
  'evaluation.overview': service(periodRequest.partial({ period: true }), overview),
  'evaluation.evaluate': service(periodRequest, evaluation),
  /** What the dossiers of the period consist of, from the very groups of the flow table. */
  'evaluation.composition': service(periodRequest, composition),
  /** What could still reach the targets, what is due, and where the figures will end (screen Mục tiêu, tab Tiến độ). */
  'evaluation.progress': service(periodRequest, progress),
  /** The records behind a figure, a page of at most 1,000 of one list at a time. */
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
      /** How many things each list stands for (the figure's own numbers), and of how many records it is. */
      totals: z.strictObject({ counted: count, against: count, excluded: count }),
      rows: z.strictObject({ counted: count, against: count, excluded: count }),
      causes: z.record(z.string(), count),
      entries: z.array(explainEntry),
    }),
  ),
  /** The period that contains today (or the last one with dossiers when today's has none), and those that have any. */
  'evaluation.periods': service(nothing, z.strictObject({ current: periodId, withData: z.array(periodId) })),
  /** The set that judges a period (today's when absent), as merged with the commune's own. */
  'evaluation.targetSet': service(
    z.strictObject({ period: periodId.optional() }),
    z.strictObject({
      id: text(60),
      version: count,
      name: z.strictObject({ vi: text(300), en: text(300) }),
      objectives: z.array(objectiveText),
    }),
  ),
} as const;

import { z } from 'zod';
import { objectiveResult } from '#shared/ipc/contract/evaluation.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';

/** What the screen reads out of an embedded report; everything else in it is left alone. */
const readable = z.looseObject({
  report: z.looseObject({
    id: z.string(),
    revision: z.number(),
    supersedes: z.looseObject({ reportId: z.string(), revision: z.number() }).nullable(),
  }),
  unit: z.looseObject({ code: z.string(), name: z.string() }),
  receiver: z.looseObject({ to: z.string(), through: z.string().nullable() }),
  period: z.looseObject({ id: z.string(), from: z.string(), to: z.string() }),
  objectives: z.array(z.looseObject({ ...objectiveResult.shape, title: z.string(), striven: z.boolean() })),
  /** Rows of Biểu II.06a, the last one its totals. */
  flow: z.array(z.looseObject({ field: z.string().nullable() })),
  sample: z.boolean(),
});

/** An embedded report as far as the screen reads it. */
export type EmbeddedReport = Pick<
  ReportV1,
  'unit' | 'receiver' | 'period' | 'objectives' | 'flow' | 'sample'
> & {
  readonly report: ReportV1['report'];
};

/**
 * The embedded report of a verified file as far as it can be shown: null when there is none, or when it is of a
 * form this version does not know (a newer format, of which the verdict says so).
 */
export function embeddedReport(report: unknown): EmbeddedReport | null {
  const read = readable.safeParse(report);
  return read.success ? (report as EmbeddedReport) : null;
}

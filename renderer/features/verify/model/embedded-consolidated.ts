import { z } from 'zod';
import { VERDICTS } from '#shared/domain/evaluation.ts';
import { objectiveResult } from '#shared/ipc/contract/evaluation.ts';
import { UNIT_STATES } from '#shared/receiver/assess-units.ts';
import { CONSOLIDATED_FORMAT, type ConsolidatedV1 } from '#shared/receiver/consolidated-v1.ts';

/** What the screen reads out of an embedded consolidated report; everything else in it is left alone. */
const readable = z.looseObject({
  format: z.literal(CONSOLIDATED_FORMAT),
  unit: z.looseObject({ code: z.string(), name: z.string() }),
  document: z.looseObject({ number: z.string().nullable() }),
  period: z.looseObject({ id: z.string(), from: z.string(), to: z.string() }),
  due: z.string().nullable(),
  pages: z.enum(['all', 'none']),
  units: z.array(
    z.looseObject({
      code: z.string(),
      name: z.string(),
      state: z.enum(UNIT_STATES),
      late: z.boolean().nullable(),
      report: z.looseObject({ revision: z.number() }).nullable(),
      missed: z.array(z.string()),
    }),
  ),
  objectives: z.array(
    z.looseObject({
      ...objectiveResult.shape,
      verdict: z.enum(VERDICTS),
      title: z.string(),
      striven: z.boolean(),
      units: z.number(),
    }),
  ),
});

export type ShownConsolidated = Pick<
  ConsolidatedV1,
  'unit' | 'document' | 'period' | 'due' | 'pages' | 'units' | 'objectives'
>;

/** The embedded consolidated report of a verified file as far as it can be shown; null where it holds none. */
export function embeddedConsolidated(report: unknown): ShownConsolidated | null {
  return readable.safeParse(report).success ? (report as ShownConsolidated) : null;
}

import { z } from 'zod';
import { count, day, instant, namedUnit, nullable } from './answer-parts.ts';

const copyCounts = z.object({
  dossiers: count,
  entries: count.describe('records of the other ledgers'),
  reports: count,
  changes: count.describe('deeds ever recorded'),
});

/** What `backup` prints, with `--drill` the drill, too. */
export const backupAnswer = z.object({
  copy: nullable(
    z.object({
      file: z.string(),
      size: count.describe('bytes'),
      madeAt: instant,
      unit: namedUnit,
      counts: copyCounts,
    }),
  ).describe('null for a drill alone'),
  drill: nullable(
    z.object({
      at: instant,
      day,
      ok: z.boolean(),
      file: z.string(),
      where: z.enum(['local', 'place']),
      madeAt: instant,
      counts: copyCounts,
      problems: z.array(z.string()),
      report: nullable(
        z.object({
          period: z.string(),
          revision: count,
          figures: count.describe('figures compared with bao-cao.json'),
          differing: z.array(z.string()),
          corrections: count.describe('changes recorded since it was signed'),
        }),
      ),
      milliseconds: count,
    }),
  ).describe('null without --drill'),
});

/** What `restore` prints. */
export const restoreAnswer = z.object({
  dataDir: z.string(),
  unit: namedUnit,
  madeAt: instant,
  counts: copyCounts,
  span: nullable(z.object({ first: day, last: day })),
  lastReport: nullable(z.object({ period: z.string(), revision: count, signedAt: instant })),
  replaced: nullable(z.string().describe('where the data that was there is kept')),
});

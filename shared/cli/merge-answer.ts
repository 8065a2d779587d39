import { z } from 'zod';
import { count, namedUnit, nullable } from './answer-parts.ts';

const ratio = nullable(z.object({ numerator: count, denominator: count }));

/** `merge`. */
export const mergeAnswer = z.object({
  number: nullable(count).describe('null of a dry run'),
  decision: z.string(),
  units: z.array(namedUnit),
  clashes: z.array(
    z.object({
      id: z.string().describe('names the clash in --map'),
      ledger: z.string(),
      title: z.string(),
      identical: z.boolean(),
      ways: z.array(z.string()),
      way: z.string(),
      book: count.describe('whose record stays, of keep and same; 0: the present book'),
      proposed: z.boolean(),
      members: z.array(z.object({ book: count, mark: z.string().describe('its code if all stay') })),
    }),
  ),
  balance: z
    .object({
      ledgers: z.array(
        z.object({
          ledger: z.string(),
          present: count,
          sources: z.array(count),
          came: count,
          same: count,
          left: count,
          after: count,
        }),
      ),
      figures: z.array(
        z.object({
          period: z.string(),
          figure: z.string(),
          present: ratio,
          sources: z.array(ratio),
          gone: ratio.describe('of records joined or left out; null where they cannot be counted alone'),
          after: ratio,
        }),
      ),
    })
    .describe('present + sources = after + same + left'),
  copy: nullable(z.string().describe('copy of the book from before')),
  reports: nullable(count),
  valid: nullable(count),
});

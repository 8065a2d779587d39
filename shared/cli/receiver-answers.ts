import { z } from 'zod';
import { VERDICTS } from '../domain/evaluation.ts';
import { PERIOD_SCHEMES } from '../domain/period.ts';
import { THRESHOLD_OPS, UNIT_LEVELS } from '../domain/target-set.ts';
import { UNIT_STATES } from '../receiver/assess-units.ts';
import { FILE_STATES } from '../receiver/incoming.ts';
import { RECEIPT_VERDICTS } from '../receiver/receipt.ts';
import { CHAIN_STATES } from '../report/report-chain.ts';
import { count, day, instant, namedUnit, nullable, sha256 } from './answer-parts.ts';
import { flowRows } from './flow-answer.ts';

const consolidatedUnit = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(UNIT_LEVELS),
  from: nullable(day),
  to: nullable(day),
  state: z.enum(UNIT_STATES),
  counted: nullable(count).describe('place in `files` of the one that enters the sums'),
  files: z.array(count).describe('places in `files`'),
  revision: nullable(count),
  signedAt: nullable(instant),
  late: nullable(z.object({ signed: z.boolean(), received: z.boolean() })).describe(
    'null: no due day, or nothing counts',
  ),
  duplicates: count,
  superseded: count,
  chain: nullable(z.enum(CHAIN_STATES)),
  missed: z.array(z.string()).describe("objectives missed by the unit's own thresholds"),
  missedStriven: z.array(z.string()).describe('the same of those only striven for'),
  lowered: z
    .array(z.string())
    .describe(
      'objectives by which a report under another decision lets pass what the set of the sums does not',
    ),
  nameDiffers: z.boolean(),
  figures: z
    .array(
      z.object({
        id: z.string(),
        numerator: nullable(count),
        denominator: nullable(count),
        percent: nullable(z.string()),
        threshold: z.object({ op: z.enum(THRESHOLD_OPS), basisPoints: count }),
        verdict: z.enum(VERDICTS),
      }),
    )
    .describe('what the report that counts states of the objectives that are added up'),
});

const consolidatedFile = z.object({
  name: z.string(),
  sha256,
  state: z.enum(FILE_STATES),
  verdict: z.enum(['valid', 'invalid', 'unknown']),
  reasons: z.array(z.object({ code: z.string(), message: z.string() })),
  signer: nullable(z.object({ subject: z.string(), sha256 })),
  signedAt: nullable(instant),
  statedCode: nullable(z.string()).describe(
    'in the data, else in the name of the file, which proves nothing',
  ),
  unitName: nullable(z.string()),
  reportId: nullable(z.string()),
  revision: nullable(count),
  period: nullable(z.string()),
});

/** `consolidate`. */
export const consolidateAnswer = z.object({
  out: z.string().describe('absolute path of the workbook'),
  pdf: nullable(z.object({ file: z.string(), sha256 })).describe(
    'the signed consolidated report, where one was asked for',
  ),
  unitsFrom: z.enum(['list', 'files']).describe('always `list` here'),
  period: z.object({ id: z.string(), scheme: z.enum(PERIOD_SCHEMES), from: day, to: day }),
  due: nullable(day),
  received: nullable(day).describe(
    'day of receipt as given; null: only the day of signing tells who is late',
  ),
  level: z.enum(UNIT_LEVELS).describe('whose thresholds judge the sums'),
  pages: z.enum(['all', 'none']).describe('`none`: pages were not drawn again and compared with the data'),
  targetSet: z.object({ id: z.string(), version: count, sha256, name: z.string() }),
  counts: z.object({
    expected: count,
    received: count,
    missing: count,
    bad: count.describe('files'),
    undecided: count.describe('files'),
  }),
  units: z.array(consolidatedUnit),
  files: z.array(consolidatedFile),
  passedOver: z.array(z.string()).describe('files in folders and zips that are no PDF'),
  objectives: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      formula: z.string(),
      striven: z.boolean(),
      numerator: nullable(count).describe('sum of the numerators'),
      denominator: nullable(count).describe('sum of the denominators'),
      percent: nullable(z.string()).describe('of the sums, two decimals, truncated; never a mean'),
      threshold: z.object({ op: z.enum(THRESHOLD_OPS), basisPoints: count }),
      verdict: z.enum(VERDICTS),
      shortBy: nullable(count),
      missingData: nullable(count),
      units: count.describe('reports in the sum'),
      missedBy: z.array(z.string()).describe('codes of units that missed their own threshold'),
      leftOut: z.array(
        z.object({
          code: z.string(),
          why: z.enum(['absent', 'not-recorded', 'not-due', 'other-formula']),
        }),
      ),
    }),
  ),
  flow: flowRows.describe('Biểu II.06a of all reports that count'),
  sound: z.boolean().describe('the equations of Biểu II.06a hold for the sums'),
  reasons: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(['narrative', 'remark', 'warning']),
      about: nullable(z.string()),
      text: z.string(),
    }),
  ),
});

const receiptEntry = z.object({
  reportId: z.string(),
  revision: count,
  sha256,
  period: z.string(),
  unit: namedUnit,
  verdict: z.enum(RECEIPT_VERDICTS),
  reasons: z.array(z.object({ where: nullable(z.string()), text: z.string() })),
  receiver: namedUnit,
  issuedAt: instant,
  code: z.string().describe('eight digits'),
  signer: z.object({ subject: z.string(), sha256 }),
  trusted: z.boolean().describe('the signer is enrolled'),
});

/** `receipt`. */
export const receiptAnswer = z.object({
  did: z.enum(['issued', 'taken', 'looked-up']),
  out: nullable(z.string()).describe('absolute path of the answer that was issued'),
  receipt: nullable(receiptEntry),
  wellFormed: nullable(z.boolean()).describe('of a code that was looked up: its check digit is right'),
  match: nullable(
    z.object({
      id: count,
      reportId: z.string(),
      revision: count,
      period: z.string(),
      verdict: z.enum(RECEIPT_VERDICTS),
    }),
  ),
});

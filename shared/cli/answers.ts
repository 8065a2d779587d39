import { z } from 'zod';
import { VERDICTS } from '../domain/evaluation.ts';
import { FORMULA_CAUSES } from '../domain/formulas/cause.ts';
import { LEDGER_IDS, type LedgerId } from '../domain/ledgers/registry.ts';
import { PERIOD_SCHEMES } from '../domain/period.ts';
import { ABILITIES } from '../domain/rights.ts';
import { THRESHOLD_OPS } from '../domain/target-set.ts';
import { ROLES } from '../domain/unit.ts';
import { updateState } from '../ipc/contract/updates.ts';
import { PERSON_SIGNS } from '../privacy/person.ts';
import { SIGNATURE_FIELDS } from '../report/paper-layout.ts';
import { count, day, instant, nullable, recordKind, sha256 } from './answer-parts.ts';
import { backupAnswer, restoreAnswer } from './backup-answers.ts';
import { flowRows } from './flow-answer.ts';
import { exportAnswer, importAnswer, undoImportAnswer } from './import-answers.ts';
import { handOverAnswer, keysAnswer } from './key-answers.ts';
import { mergeAnswer } from './merge-answer.ts';
import { consolidateAnswer, receiptAnswer } from './receiver-answers.ts';

// The answers of the command line's `--json` (docs/command-line.md is made from them). New members may be added;
// none is ever renamed, removed or given another meaning.

const unit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  place: z.string(),
  superior: nullable(z.string()),
});

const init = z.object({
  dataDir: z.string().describe('absolute path of the new data folder'),
  unit,
  receiver: z.object({ to: z.string(), through: nullable(z.string()) }),
  periodScheme: z.enum(PERIOD_SCHEMES),
  targetSet: z.string(),
  signatory: z.object({ authority: z.string(), title: z.string(), name: z.string() }),
  layout: z
    .object({
      superior: z.object({ printed: z.boolean(), text: nullable(z.string()) }),
      signatureRoom: count.describe('millimetres between title and name'),
      signatureField: z.enum(SIGNATURE_FIELDS),
      seal: nullable(count.describe('diameter in millimetres')),
    })
    .optional()
    .describe('how papers are laid out; absent: the plain layout'),
  founded: z
    .object({ on: day, by: nullable(z.string()) })
    .optional()
    .describe('first day of the unit, and the resolution; absent: not said'),
  users: z.array(z.object({ login: z.string(), name: z.string(), role: z.enum(ROLES) })),
});

const person = z.object({
  found: count.describe('places in the book where the person may stand; at most 500 are listed'),
  chosen: count.describe('of these, taken as theirs'),
  finds: z.array(
    z.object({
      place: z.object({ kind: z.enum(['dossier', 'entry', 'archived', 'cell', 'reason']) }).loose(),
      sign: z.enum(PERSON_SIGNS).describe('how sure it is, the surest first'),
      before: z.boolean().describe('only a former value says so'),
      taken: z.boolean(),
      ledger: recordKind,
      title: z.string(),
      deleted: z.boolean(),
      values: z.array(z.object({ field: z.string(), value: z.string().describe('numbers masked') })),
      former: z.array(z.object({ field: z.string(), value: z.string() })),
    }),
  ),
  file: z.string().optional().describe('with --export: absolute path'),
  size: count.optional(),
  records: count.optional().describe('given out or anonymised'),
  remnants: count.optional().describe('with --anonymise: undone imports, bad rows and reasons'),
  purged: z.boolean().optional().describe('with --anonymise: out of the bytes of the data file, too'),
});

const evaluate = z.object({
  period: z.object({
    id: nullable(z.string()),
    scheme: nullable(z.enum(PERIOD_SCHEMES)),
    from: day,
    to: day,
  }),
  asOf: day,
  targetSet: z.object({ id: z.string(), version: count, sha256 }),
  objectives: z.array(
    z.object({
      id: z.string(),
      formula: z.string(),
      numerator: nullable(count),
      denominator: nullable(count),
      percent: nullable(z.string()).describe('two decimals, truncated, such as "34.98"'),
      threshold: z.object({ op: z.enum(THRESHOLD_OPS), basisPoints: count }),
      verdict: z.enum(VERDICTS),
      shortBy: nullable(count),
      missingData: nullable(count),
    }),
  ),
  flow: flowRows.describe('Biểu II.06a'),
});

const paper = {
  file: z.string().describe('absolute path of the PDF'),
  sha256: sha256.describe('of the file'),
  size: count.describe('bytes'),
};
const explained = z.array(
  z.object({
    code: z.string().describe('of a dossier, or how people name the entry'),
    cause: z.enum(FORMULA_CAUSES),
    ledger: nullable(z.enum(LEDGER_IDS as readonly [LedgerId, ...LedgerId[]])).describe('null: a dossier'),
    count: count.describe('how many it stands for, such as the answers of a batch; 1 for most'),
  }),
);
const explain = z.object({
  objective: z.string(),
  totals: z
    .object({ counted: count, against: count, excluded: count })
    .describe('how many things all three lists stand for, also those that --list leaves empty'),
  counted: explained,
  against: explained,
  excluded: explained,
  pdf: z.object(paper).optional().describe('with --pdf'),
});

const check = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

const plan = z.object({
  file: z.string().describe('absolute path of the PDF'),
  period: z.string(),
  targetSet: z.object({ id: z.string(), version: count }),
  objectives: count,
  measures: count.describe('rows of the plan'),
  sha256: sha256.describe('of the file'),
  size: count.describe('bytes'),
});

const summary = z.object({
  ...paper,
  period: z.string(),
  draft: z.boolean().describe('of a report that is not signed; the page bears a watermark'),
  reportId: z.string(),
  revision: count.describe('of the signed report; of a draft the one that it would get'),
  objectives: count,
});

const abilities = z.array(z.enum(ABILITIES));
const people = z.object({
  people: z.array(
    z.object({
      login: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      canSignIn: z.boolean().describe('has a passphrase'),
      retiredAt: nullable(instant).describe('when they left; null: they work here'),
      given: abilities.describe('given beside the role'),
      taken: abilities.describe('taken though the role has it'),
      abilities: abilities.describe('all they may'),
    }),
  ),
});

const report = z.object({
  file: z.string().describe('absolute path of the signed PDF'),
  id: count,
  reportId: z.string(),
  revision: count,
  period: z.string(),
  from: day,
  to: day,
  signedAt: instant,
  signedBy: z.string(),
  sha256: sha256.describe('of the file'),
  fileName: z.string(),
  size: count.describe('bytes'),
  checks: z.array(check).describe('warnings that were answered by a reason'),
});

const verifyOne = z.object({
  file: z.string(),
  verdict: z.enum(['valid', 'invalid', 'unknown']),
  reasons: z.array(z.object({ code: z.string(), message: z.string() })),
  signer: nullable(z.object({ subject: z.string(), sha256, algorithm: z.string() })),
  signedAt: nullable(instant),
  report: nullable(z.record(z.string(), z.unknown())).describe(
    'the embedded bao-cao.json (resources/schema/report-v1.schema.json)',
  ),
  dataSha256: nullable(sha256).describe('of the embedded data: the code on the printed pages'),
  additions: z
    .array(
      z.object({
        revision: count,
        kind: z.enum(['signature', 'field', 'stamp', 'metadata', 'validation']),
        page: nullable(count),
        text: z.string(),
        signer: nullable(z.object({ subject: z.string(), sha256, algorithm: z.string() })),
        standing: nullable(z.enum(['trusted', 'unknown', 'refused', 'broken'])),
        signedAt: nullable(instant),
        message: z.string(),
      }),
    )
    .describe('what other programs added to the file after signing; no source of data'),
});
const verify = z.union([verifyOne, z.array(verifyOne)]).describe('an array when several files were given');

const checkAnswer = z.object({ ok: z.boolean(), problems: z.array(z.string()), milliseconds: count });

const demo = z.object({
  folder: z.string(),
  imports: z.array(importAnswer),
  evaluations: z.array(evaluate),
  plan: z.string(),
  report: z.string(),
  certificate: z.string(),
  verdicts: z.object({ trusted: z.string(), alone: z.string(), altered: z.string() }),
  check: checkAnswer,
});

const fault = z.object({
  error: z.object({
    code: z.string().describe('shared/errors.ts'),
    message: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    fieldErrors: nullable(z.record(z.string(), z.string())),
    logId: nullable(z.string()).describe('of a fault of the program'),
    checks: z.array(check).optional().describe('what holds a report back'),
  }),
});

/** The schema of what each command prints under `--json`; `error` instead of it when the command fails. */
export const answers = {
  init,
  import: importAnswer,
  'undo-import': undoImportAnswer,
  export: exportAnswer,
  person,
  evaluate,
  explain,
  plan,
  summary,
  report,
  keys: keysAnswer,
  'hand-over': handOverAnswer,
  verify,
  consolidate: consolidateAnswer,
  receipt: receiptAnswer,
  people,
  backup: backupAnswer,
  restore: restoreAnswer,
  merge: mergeAnswer,
  check: checkAnswer,
  demo,
  update: updateState,
  version: z.object({ version: z.string() }),
  error: fault,
} as const;

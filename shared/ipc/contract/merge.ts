import { z } from 'zod';
import { WAYS } from '../../domain/merge/ways.ts';
import {
  bytes,
  chosenFile,
  count,
  fileToken,
  id,
  localDate,
  nothing,
  periodId,
  service,
  sha256,
  task,
  text,
} from './common.ts';
import { closedReason } from './dossiers.ts';
import { importKind } from './imports.ts';
import { verifyResult } from './reports.ts';

/** Units that can be joined at once. */
const MOST_SOURCES = 20;

/** A source as it lies there, before anybody opens it. */
const sourceHead = z.strictObject({
  name: text(255),
  kind: z.enum(['folder', 'copy']),
  /** A copy says its unit; a data folder only once it is open. */
  unit: z.strictObject({ code: text(20), name: text(200) }).nullable(),
  people: z.array(z.strictObject({ login: text(40), name: text(100) })),
  recoverable: z.boolean(),
});

/** A source that is open. */
const openedSource = z.strictObject({
  name: text(255),
  unit: z.strictObject({ code: text(20), name: text(200), superior: text(200).nullable() }),
  dossiers: count,
  entries: count,
  reports: count,
  /** Reports whose file does not hold: kept as they are, nobody is trusted for them. */
  unsound: count,
  /** First and last day of its dossiers. */
  span: z.strictObject({ first: localDate, last: localDate }).nullable(),
});

const ratio = z.strictObject({ numerator: count, denominator: count }).nullable();
const ledgerBalance = z.strictObject({
  ledger: importKind,
  present: count,
  sources: z.array(count),
  came: count,
  same: count,
  left: count,
  after: count,
});
const figureBalance = z.strictObject({
  period: periodId,
  figure: text(60),
  present: ratio,
  sources: z.array(ratio),
  gone: ratio,
  after: ratio,
});
const mergeBalance = z.strictObject({
  ledgers: z.array(ledgerBalance),
  figures: z.array(figureBalance),
});

const formerUnit = z.strictObject({
  code: text(20),
  name: text(300),
  label: text(40),
  superior: text(200).nullable(),
  from: localDate.nullable(),
  to: localDate.nullable(),
  log: z.strictObject({ seq: count, hash: sha256 }),
  folder: text(60),
  dossiers: count,
  entries: count,
  reports: count,
});

/** A merge that was done. */
const mergeDone = z.strictObject({
  number: id,
  at: text(30),
  user: text(40),
  decision: text(500),
  units: z.array(formerUnit),
  balance: mergeBalance,
  /** Name of the copy from before: restoring it takes the merge back. */
  copy: text(255).nullable(),
});
export type MergeDone = z.infer<typeof mergeDone>;

const mergeState = z.strictObject({ sources: z.array(openedSource), done: z.array(mergeDone) });
export type MergeState = z.infer<typeof mergeState>;

/** What a person decided of one clash. */
export const mergeChoice = z.strictObject({
  way: z.enum(WAYS),
  /** 0: the present book, 1: the first source, … */
  book: z.number().int().min(0).max(MOST_SOURCES).optional(),
  codes: z.record(z.string().regex(/^\d{1,2}$/), text(1000)).optional(),
});

/** What is known of the units beside their books; in the order of the sources. */
export const unitTerms = z.strictObject({
  /** Stands before codes that another unit has too; the unit's code where it is left out. */
  label: text(20).optional(),
  /** Between these days the unit was called so and had this code. */
  from: localDate.nullable().default(null),
  to: localDate.nullable().default(null),
});

const mergeRequest = z.strictObject({
  units: z.array(unitTerms).max(MOST_SOURCES).default([]),
  choices: z.record(text(2100), mergeChoice).default({}),
});
export type MergeRequest = z.input<typeof mergeRequest>;

const clash = z.strictObject({
  id: text(2100),
  ledger: importKind,
  title: text(400),
  identical: z.boolean(),
  ways: z.array(z.enum(WAYS)),
  way: z.enum(WAYS),
  /** Whose record stays, for `keep` and `same`. */
  book: count,
  proposed: z.boolean(),
  /** Book → the code (or words) its record has if all stay. */
  members: z.array(z.strictObject({ book: count, mark: text(1000) })),
});
export type MergeClash = z.infer<typeof clash>;

const mergePlan = z.strictObject({
  /** How the books are called, the present one first. */
  books: z.array(z.strictObject({ label: text(40), name: text(300) })),
  /** Those that differ first. */
  clashes: z.array(clash),
  ledgers: z.array(ledgerBalance.omit({ after: true })),
  faults: z.array(
    z.strictObject({ clash: text(2100), fault: z.enum(['unknown', 'way', 'code-taken', 'code-invalid']) }),
  ),
});
export type MergePlanAnswer = z.infer<typeof mergePlan>;

const joining = z.strictObject({
  request: mergeRequest,
  /** The decision by which the units were joined. */
  decision: text(500).trim().min(1),
  reason: closedReason,
  task,
});

/** A former unit's report with what a check says of it now. */
const formerReport = z.strictObject({
  id,
  unitCode: text(20),
  unitName: text(300),
  unitFrom: localDate.nullable(),
  unitTo: localDate.nullable(),
  reportId: text(60),
  revision: count,
  period: periodId,
  from: localDate,
  to: localDate,
  signedAt: text(30),
  sha256,
  signer: text(64),
  fileName: text(255),
  receipts: count,
});
export type FormerReportEntry = z.infer<typeof formerReport>;

/** Joining the books of several former units into this one. */
export const mergeCalls = {
  /** Sources that are open, and merges that were done. */
  'merge.state': service(nothing, mergeState),
  'merge.look': service(z.strictObject({ file: fileToken }), sourceHead),
  /** Opens a source beside those that are open. It is only read; a copy of it lies beside the book until the end. */
  'merge.open': service(
    z.strictObject({
      file: fileToken,
      by: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('passphrase'), login: text(40), passphrase: text(200) }),
        z.strictObject({ kind: z.literal('recovery'), recoveryKey: text(100) }),
      ]),
      task,
    }),
    mergeState,
  ),
  /** Puts an open source aside again. */
  'merge.leave': service(z.strictObject({ source: count }), mergeState),
  'merge.plan': service(mergeRequest, mergePlan),
  /** The records of a clash side by side: the fields in which they differ. ID numbers are masked. */
  'merge.clash': service(
    z.strictObject({ request: mergeRequest, clash: text(2100) }),
    z.strictObject({
      fields: z.array(z.strictObject({ field: text(40), values: z.array(text(2000).nullable()) })),
    }),
  ),
  /** Does all of it and rolls it back: the balance as it would be. */
  'merge.preview': service(joining, mergeBalance),
  /** Makes a copy of the book, then joins the sources in one transaction. */
  'merge.join': service(joining, z.strictObject({ done: mergeDone, reports: count, valid: count })),
  /** Closes the sources and removes what lies of them beside the book. */
  'merge.drop': service(nothing, nothing),
  'merge.reports': service(nothing, z.array(formerReport)),
  'merge.reportPdf': service(z.strictObject({ id }), z.strictObject({ pdf: bytes })),
  'merge.verifyReport': service(z.strictObject({ id }), verifyResult),
  'merge.exportReport': service(
    z.strictObject({ id, target: fileToken }),
    z.strictObject({ saved: chosenFile }),
  ),
  /** The balance with the origin of every record, as a workbook. */
  'merge.saveBalance': service(
    z.strictObject({ number: id, target: fileToken }),
    z.strictObject({ saved: chosenFile }),
  ),
} as const;

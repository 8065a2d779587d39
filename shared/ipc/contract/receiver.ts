import { z } from 'zod';
import { VERDICTS } from '../../domain/evaluation.ts';
import { UNIT_LEVELS } from '../../domain/target-set.ts';
import { UNIT_STATES } from '../../receiver/assess-units.ts';
import { FILE_STATES } from '../../receiver/incoming.ts';
import { RECEIPT_VERDICTS } from '../../receiver/receipt.ts';
import { expectedUnit } from '../../receiver/units.ts';
import { CHAIN_STATES } from '../../report/report-chain.ts';
import {
  bytes,
  chosenFile,
  count,
  fileToken,
  id,
  localDate,
  nothing,
  periodId,
  scheme,
  service,
  sha256,
  task,
  text,
} from './common.ts';
import { flowRow, objectiveResult, threshold } from './evaluation.ts';
import { enrolment, signingKey, VERIFY_VERDICTS, verifyResult } from './reports.ts';

/** A row of the receiver's table. Files are named by their place in `files`. */
const unitRow = z.strictObject({
  code: text(20),
  name: text(200),
  level: z.enum(UNIT_LEVELS),
  from: localDate.nullable(),
  to: localDate.nullable(),
  state: z.enum(UNIT_STATES),
  /** The file that enters the sums; null where none does. */
  counted: count.nullable(),
  files: z.array(count),
  revision: count.nullable(),
  /** UTC, as the file claims it. */
  signedAt: text(30).nullable(),
  /** Null where there is no due day, or nothing counts. */
  late: z.strictObject({ signed: z.boolean(), received: z.boolean() }).nullable(),
  duplicates: count,
  superseded: count,
  chain: z.enum(CHAIN_STATES).nullable(),
  /** Objectives that the unit missed by its own thresholds. */
  missed: z.array(text(40)),
  missedStriven: z.array(text(40)),
  /** Objectives whose threshold in the report is below the one given in the receiver's set. */
  lowered: z.array(text(40)),
  nameDiffers: z.boolean(),
  /** What the report that counts states of each objective of the receiver's set, in the order of the set. */
  figures: z.array(
    z.strictObject({
      id: text(20),
      numerator: count.nullable(),
      denominator: count.nullable(),
      percent: text(12).nullable(),
      threshold,
      verdict: z.enum(VERDICTS),
    }),
  ),
});

const fileRow = z.strictObject({
  name: text(500),
  sha256,
  state: z.enum(FILE_STATES),
  verdict: z.enum(VERIFY_VERDICTS),
  reasons: z.array(z.strictObject({ code: text(60), message: text(1000) })),
  signer: z.strictObject({ subject: text(300), sha256 }).nullable(),
  signedAt: text(30).nullable(),
  /** Code stated in the data; of a file whose data cannot be read, the one in its name, which proves nothing. */
  statedCode: text(20).nullable(),
  unitName: text(200).nullable(),
  reportId: text(60).nullable(),
  revision: count.nullable(),
  period: text(10).nullable(),
});

/** A sum over all reports that count; judged by the thresholds of the receiver's level. */
const objectiveTotal = objectiveResult.extend({
  title: text(500),
  striven: z.boolean(),
  units: count,
  missedBy: z.array(text(20)),
  leftOut: z.array(
    z.strictObject({ code: text(20), why: z.enum(['absent', 'not-recorded', 'not-due', 'other-formula']) }),
  ),
});

export const receiverTable = z.strictObject({
  /** `files`: nobody wrote down who is expected, so the units are those whose files came in, and none is missing. */
  unitsFrom: z.enum(['list', 'files']),
  period: z.strictObject({ id: periodId, scheme, from: localDate, to: localDate }),
  due: localDate.nullable(),
  received: localDate.nullable(),
  level: z.enum(UNIT_LEVELS),
  /** `none`: pages were not drawn again and compared with the data. */
  pages: z.enum(['all', 'none']),
  targetSet: z.strictObject({ id: text(60), version: count, sha256, name: text(500) }),
  counts: z.strictObject({
    expected: count,
    received: count,
    missing: count,
    /** Files that are invalid, contradictory, no report, or signed by a key that may not. */
    bad: count,
    undecided: count,
  }),
  units: z.array(unitRow),
  files: z.array(fileRow),
  /** Files in folders and zips that are no PDF. */
  passedOver: z.array(text(500)),
  objectives: z.array(objectiveTotal),
  /** Biểu II.06a of all reports that count. */
  flow: z.array(flowRow),
  /** The equations of Biểu II.06a hold for the sums. */
  sound: z.boolean(),
  /** What the units wrote about their figures. */
  reasons: z.array(
    z.strictObject({
      code: text(20),
      kind: z.enum(['narrative', 'remark', 'warning']),
      about: text(60).nullable(),
      text: text(10_000),
    }),
  ),
});
export type ReceiverTable = z.infer<typeof receiverTable>;

const receiverSettings = z.strictObject({
  /** Days after a period's end by which reports are due; null: no deadline. */
  dueDays: z.number().int().min(0).max(366).nullable(),
});

/** Files, folders and zips. */
const gatheringFiles = z.array(fileToken).min(1).max(1000);

/** What is to be gathered; `due` and `received` null: the day by the setting, no day of receipt. */
const gathering = z.strictObject({
  files: gatheringFiles,
  period: periodId,
  due: localDate.nullable(),
  received: localDate.nullable(),
  pages: z.enum(['all', 'none']),
  task,
});

const receiptReason = z.strictObject({ where: text(60).nullable(), text: text(500) });

/** A receipt that was issued here or taken in here. */
const receiptEntry = z.strictObject({
  reportId: text(60),
  revision: count,
  sha256,
  period: periodId,
  unit: z.strictObject({ code: text(20), name: text(200) }),
  verdict: z.enum(RECEIPT_VERDICTS),
  reasons: z.array(receiptReason),
  receiver: z.strictObject({ code: text(20), name: text(200) }),
  issuedAt: text(30),
  /** Eight digits. */
  code: text(8),
  signer: z.strictObject({ subject: text(300), sha256 }),
  /** The signer is enrolled as one who speaks for the receiver; of one issued here always. */
  trusted: z.boolean(),
});
export type ReceiptEntry = z.infer<typeof receiptEntry>;

export const receiverCalls = {
  'receiver.units': service(nothing, z.array(expectedUnit)),
  'receiver.saveUnits': service(
    z.strictObject({ units: z.array(expectedUnit).max(5000) }),
    z.array(expectedUnit),
  ),
  /** Reads a list (`units.json`, .xlsx, .csv) without keeping it, so that it can be looked at before it is saved. */
  'receiver.readUnits': service(z.strictObject({ file: fileToken }), z.array(expectedUnit)),
  'receiver.settings': service(nothing, receiverSettings),
  'receiver.saveSettings': service(receiverSettings, receiverSettings),
  /** The receiver's table. Progress by `task`. */
  'receiver.check': service(gathering, receiverTable),
  /**
   * One of the files of a table, checked by itself with its pages: the verdict in full, the file that may be named in
   * other calls (null within a zip), and the report's own pages (null where it is no PDF).
   */
  'receiver.file': service(
    z.strictObject({ files: gatheringFiles, name: text(500), sha256 }),
    z.strictObject({ result: verifyResult, file: chosenFile.nullable(), pdf: bytes.nullable() }),
  ),
  /** The very pages of the consolidated report, unsigned and marked as a draft. */
  'receiver.preview': service(
    gathering.extend({ number: text(60).nullable(), date: localDate.nullable() }),
    z.strictObject({ pdf: bytes }),
  ),
  /** The same as a workbook. */
  'receiver.export': service(
    gathering.extend({ target: fileToken }),
    z.strictObject({ saved: chosenFile, table: receiverTable }),
  ),
  /** The same as a signed report of the receiver (PDF with `tong-hop.json`). */
  'receiver.sign': service(
    gathering.extend({
      target: fileToken,
      key: signingKey,
      number: text(60).nullable(),
      date: localDate.nullable(),
    }),
    z.strictObject({ saved: chosenFile, sha256, table: receiverTable }),
  ),
  /** Answers a report that came in by a signed file; reasons only where it is returned. */
  'receipts.issue': service(
    z.strictObject({
      file: fileToken,
      verdict: z.enum(RECEIPT_VERDICTS),
      reasons: z.array(receiptReason).max(100),
      key: signingKey,
      /** Where to write the answer; null: it is only kept. */
      target: fileToken.nullable(),
    }),
    z.strictObject({ receipt: receiptEntry, saved: chosenFile.nullable() }),
  ),
  /** Answers that were issued here to a report that came in, oldest first. */
  'receipts.issued': service(z.strictObject({ file: fileToken }), z.array(receiptEntry)),
  /** Takes in the answer to a report of this unit. */
  'receipts.take': service(z.strictObject({ file: fileToken }), receiptEntry),
  /** Answers to the reports of this unit, oldest first. */
  'receipts.list': service(nothing, z.array(receiptEntry)),
  /**
   * Trusts who signed an answer that was taken in, for the receiver it names, after a person compared the fingerprint.
   * `report`: SHA-256 of the report that was answered; `signer`: of the certificate.
   */
  'receipts.trustSigner': service(z.strictObject({ report: sha256, signer: sha256 }), enrolment),
  /** Which report and verdict a code read over the phone stands for. A code proves nothing about who calls. */
  'receipts.byCode': service(
    z.strictObject({ code: text(20) }),
    z.strictObject({
      /** The check digit is right. */
      wellFormed: z.boolean(),
      match: z
        .strictObject({
          id,
          reportId: text(60),
          revision: count,
          period: periodId,
          verdict: z.enum(RECEIPT_VERDICTS),
        })
        .nullable(),
    }),
  ),
} as const;

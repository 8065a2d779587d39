import { z } from 'zod';
import { FLOW_COLUMNS } from '../../domain/closing/figures.ts';
import { RECEIPT_VERDICTS } from '../../receiver/receipt.ts';
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
import { dossierFilter } from './dossiers.ts';
import { evaluation, objectiveText } from './evaluation.ts';
import { signingKey } from './keys.ts';

export { signingKey };

/** A check before signing. An error blocks; a warning passes with a written reason that travels in the report. */
export const reportCheck = z.strictObject({
  code: text(40),
  severity: z.enum(['error', 'warning']),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** The dossiers that it is about; absent where they are found otherwise, or where it is about none. */
  filter: dossierFilter.optional(),
});
export type ReportCheck = z.infer<typeof reportCheck>;

/** What a person adds to the figures; kept with the draft. */
export const draftText = z.strictObject({
  /** Document number such as `05/BC-UBND`; null: left blank. */
  number: text(60).nullable(),
  date: localDate.nullable(),
  /** Objective id → remark. */
  remarks: z.record(text(20), text(1000)),
  narrative: text(10_000),
  /** Check code → reason why the warning may pass. */
  reasons: z.record(text(40), text(500)),
});
export type DraftText = z.infer<typeof draftText>;

/** Who said that a draft is ready to be signed, and when (UTC, ISO 8601). */
export const prepared = z.strictObject({ login: text(40), name: text(100), at: text(30) });
export type Prepared = z.infer<typeof prepared>;

const counted = z.strictObject({ numerator: count.nullable(), denominator: count.nullable() });

/** Figures of a signed report that are others now, and the reasons that were given for changing them. */
export const changedFigures = z.strictObject({
  objectives: z.array(z.strictObject({ id: text(20), was: counted, now: counted })).readonly(),
  /** Cells of the flow table; `field` null: the row of totals. */
  flow: z
    .array(
      z.strictObject({ field: text(200).nullable(), column: z.enum(FLOW_COLUMNS), was: count, now: count }),
    )
    .readonly(),
  reasons: z.array(text(500)).readonly(),
});
export type ChangedFigures = z.infer<typeof changedFigures>;

export const reportDraft = z.strictObject({
  period: periodId,
  evaluation,
  objectives: z.array(objectiveText),
  checks: z.array(reportCheck),
  text: draftText,
  /** Null while nobody prepared this very text. */
  prepared: prepared.nullable(),
  /** The signed report that this one would supersede: `reports.sign` must name its hash. */
  amends: z
    .strictObject({
      sha256,
      revision: count,
      /** What has changed since that one was signed. */
      changes: changedFigures,
    })
    .nullable(),
  /** What the report says of earlier signed periods whose figures are others now, by their last day. */
  corrections: z.array(z.strictObject({ period: periodId, revision: count, ...changedFigures.shape })),
  periodOver: z.boolean(),
});
export type ReportDraft = z.infer<typeof reportDraft>;

export const reportEntry = z.strictObject({
  id,
  reportId: text(60),
  revision: count,
  period: periodId,
  from: localDate,
  to: localDate,
  /** UTC, ISO 8601. */
  signedAt: text(30),
  signedBy: text(200),
  sha256,
  fileName: text(200),
  size: count,
});
export type ReportEntry = z.infer<typeof reportEntry>;

/** A signed report kept here to which a code read from paper leads. */
export const codeHit = z.strictObject({
  report: reportEntry,
  dataSha256: sha256,
  /** Whether the hash on the paper is that of the report; `unread`: none was given, or it could not be read. */
  hash: z.enum(['same', 'differs', 'unread']),
});
export type CodeHit = z.infer<typeof codeHit>;

/** A period in the timeline with the state of its report. */
export const timelineEntry = z.strictObject({
  period: periodId,
  from: localDate,
  to: localDate,
  state: z.enum(['running', 'due', 'signed', 'future']),
  report: reportEntry.nullable(),
  /** What the receiver answered to that report; null: nothing came in yet. */
  receipt: z
    .strictObject({
      verdict: z.enum(RECEIPT_VERDICTS),
      /** False: the signer of the answer is not enrolled. */
      trusted: z.boolean(),
      /** UTC, ISO 8601. */
      issuedAt: text(30),
      reasons: z.array(z.strictObject({ where: text(60).nullable(), text: text(500) })),
    })
    .nullable(),
});

export const VERIFY_VERDICTS = ['valid', 'invalid', 'unknown'] as const;

/** Something that another program added to the file after the report was signed. Nothing of it is a source of data. */
export const verifyAddition = z.strictObject({
  /** Number of the save that added it; the report itself is 1. */
  revision: count,
  /** `field`: a field for a signature that nobody gave; `validation`: data for later checks of signatures. */
  kind: z.enum(['signature', 'field', 'stamp', 'metadata', 'validation']),
  /** From 1; null where it is not seen on a page. */
  page: count.nullable(),
  /** Name of a field, or what a stamp says besides its picture. */
  text: text(200),
  /** Who signed it, or whose later signature covers it; null where that cannot be told. */
  signer: z.strictObject({ subject: text(300), sha256, algorithm: text(60) }).nullable(),
  /** Whether that signer may speak for the unit; `broken`: the signature does not fit the file; null: no signature. */
  standing: z.enum(['trusted', 'unknown', 'refused', 'broken']).nullable(),
  signedAt: text(30).nullable(),
  /** The whole in words. */
  message: text(1000),
});
export type VerifyAddition = z.infer<typeof verifyAddition>;

/** What `verify --json` prints for one file (docs/command-line.md). */
export const verifyResult = z.strictObject({
  file: text(500),
  verdict: z.enum(VERIFY_VERDICTS),
  reasons: z.array(z.strictObject({ code: text(60), message: text(1000) })),
  signer: z.strictObject({ subject: text(300), sha256, algorithm: text(60) }).nullable(),
  signedAt: text(30).nullable(),
  /** The embedded bao-cao.json, parsed; null when it could not be trusted to be read. */
  report: z.unknown().nullable(),
  /** SHA-256 of the embedded data as embedded, by which paper and file are compared; null: not read. */
  dataSha256: sha256.nullable(),
  /** What was added after signing, oldest first. */
  additions: z.array(verifyAddition).max(100),
});
export type VerifyResult = z.infer<typeof verifyResult>;

/** A trusted signer: key ↔ unit, in a time (docs/trust-folder.md). */
export const enrolment = z.strictObject({
  id,
  subject: text(300),
  fingerprint: sha256,
  unitCode: text(20).nullable(),
  from: localDate.nullable(),
  to: localDate.nullable(),
  revokedOn: localDate.nullable(),
});
export type Enrolment = z.infer<typeof enrolment>;

/** A certificate in a file, before anybody trusts it. */
const certificateFile = z.strictObject({ subject: text(300), fingerprint: sha256 });

export const reportCalls = {
  'reports.timeline': service(nothing, z.array(timelineEntry)),
  'reports.draft': service(z.strictObject({ period: periodId }), reportDraft),
  'reports.saveDraft': service(z.strictObject({ period: periodId, text: draftText }), reportDraft),
  /** The very page, unsigned and marked as a draft. */
  'reports.preview': service(z.strictObject({ period: periodId }), z.strictObject({ pdf: bytes })),
  /** Says that the draft as it stands is ready to be signed; any change of its text or figures takes that back. */
  'reports.prepare': service(z.strictObject({ period: periodId }), reportDraft),
  /** The receiver's whole check on the draft, signed with a key that exists for this call alone; nothing is kept. */
  'reports.rehearse': service(
    z.strictObject({ period: periodId, task: task.optional() }),
    z.strictObject({
      verdict: z.enum(VERIFY_VERDICTS),
      reasons: z.array(z.strictObject({ code: text(60), message: text(1000) })),
      /** The very page, marked as a draft. */
      pdf: bytes,
    }),
  ),
  /** `amends` and `reason`: for a period that is signed already, the hash of its last report and why it is replaced. */
  'reports.sign': service(
    z.strictObject({
      period: periodId,
      key: signingKey,
      amends: sha256.optional(),
      reason: text(500).optional(),
      task: task.optional(),
    }),
    reportEntry,
  ),
  /**
   * The reports kept here that a code on paper names: the text of a QR code, the beginning of the hash at the foot of
   * a page, or a report's id. `kind` null: the text is none of these.
   */
  'reports.byCode': service(
    z.strictObject({ text: text(400) }),
    z.strictObject({ kind: z.enum(['code', 'hash', 'id']).nullable(), hits: z.array(codeHit) }),
  ),
  'reports.pdf': service(z.strictObject({ id }), z.strictObject({ pdf: bytes })),
  'reports.export': service(z.strictObject({ id, target: fileToken }), z.strictObject({ saved: chosenFile })),
  'verify.files': service(
    z.strictObject({ files: z.array(fileToken).max(1000), task: task.optional() }),
    z.array(verifyResult),
  ),
  'trust.list': service(nothing, z.array(enrolment)),
  /** Whose certificate a file holds, so that its fingerprint can be compared before it is trusted. */
  'trust.readCertificate': service(z.strictObject({ certificate: fileToken }), certificateFile),
  'trust.add': service(
    z.strictObject({
      certificate: fileToken,
      unitCode: text(20).nullable(),
      from: localDate.nullable(),
      to: localDate.nullable(),
    }),
    enrolment,
  ),
  'trust.revoke': service(z.strictObject({ id, revokedOn: localDate }), enrolment),
  /** Trusts the signer of a report just checked, after the person compared the fingerprint. */
  'trust.addSigner': service(
    z.strictObject({
      file: fileToken,
      unitCode: text(20).nullable(),
      /** Fingerprint of a signer of what was added after signing, in place of the report's own. */
      addition: sha256.optional(),
    }),
    enrolment,
  ),
} as const;

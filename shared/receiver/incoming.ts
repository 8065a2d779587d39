import type { ReportV1 } from '../report/report-v1.ts';

/** A file that came in, after the check of its bytes, signature, data and arithmetic. */
export interface IncomingFile {
  /** Name for people; of a file in a zip `archive.zip/name.pdf`. */
  readonly name: string;
  /** Of the whole file, lower-case hex. */
  readonly sha256: string;
  /** Of the report in it, by which later revisions name it: without countersignatures and stamps added to the file. */
  readonly reportSha256: string;
  readonly verdict: 'valid' | 'invalid' | 'unknown';
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
  readonly signer: { readonly subject: string; readonly sha256: string } | null;
  /** Claimed time of signing, UTC; null where the signature does not fit. */
  readonly signedAt: string | null;
  /** The embedded data where it could be read as a report of a known version. */
  readonly report: ReportV1 | null;
  /** SHA-256 of the embedded data's canonical bytes: the same content signed again has the same; null without data. */
  readonly contentSha256: string | null;
}

/** What became of a file. Only `counted` files enter the totals. */
export const FILE_STATES = [
  'counted',
  'duplicate',
  'contradiction',
  'superseded',
  'unknown-signer',
  'newer-format',
  'invalid',
  'no-report',
  'sample',
  'wrong-period',
  'not-expected',
  'other-key',
] as const;
export type FileState = (typeof FILE_STATES)[number];

/** Reasons for which a file is no report at all, rather than one that does not hold. */
export const NO_REPORT_CODES: ReadonlySet<string> = new Set([
  'EMPTY_FILE',
  'NOT_PDF',
  'ZIPPED',
  'NOT_A_REPORT',
  'SIGNATURE_MISSING',
  'FILE_TOO_LARGE',
]);

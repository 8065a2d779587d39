import { setImmediate as nextTurn } from 'node:timers/promises';
import { sha256Hex } from '#electron/common/sha256.ts';
import type { ReportResources } from '#electron/report/resources.ts';
import type { VerifyReason } from '#electron/report/verify/rejection.ts';
import type { Trust } from '#electron/report/verify/trust.ts';
import type { TargetSet } from '#shared/domain/target-set.ts';
import { AppError } from '#shared/errors.ts';
import type { Language } from '#shared/i18n/format.ts';
import type { IncomingFile } from '#shared/receiver/incoming.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { REPORT_FORMAT, REPORT_VERSION, type ReportV1 } from '#shared/report/report-v1.ts';
import { reportDigest } from '../reports/report-digest.ts';
import { unwrap } from '../reports/unwrap.ts';
import { reasonText, verifyWrapped } from '../reports/verify-files.ts';
import type { FoundFile } from './find-files.ts';

export interface ReadingTerms {
  readonly trust: Trust;
  /** Decisions that the receiver knows: a report that contradicts the one it names is invalid. */
  readonly targetSets: readonly TargetSet[];
  readonly resources: ReportResources;
  /** UTC instant, ISO 8601. */
  readonly now: string;
  /** `all`: every page is drawn again and compared, which takes most of the time; `none`: said with each file. */
  readonly pages: 'all' | 'none';
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
  progress?(done: number, total: number): void;
}

/** Files after which the event loop is given back, so that progress is shown and the task can be cancelled. */
const TURN = 20;

/** Checks each file; one that cannot be opened is told as invalid. Throws `AppError` CANCELLED. */
export async function readIncoming(
  found: readonly FoundFile[],
  terms: ReadingTerms,
): Promise<IncomingFile[]> {
  const files: IncomingFile[] = [];
  for (const [index, file] of found.entries()) {
    if (index % TURN === 0 || terms.pages === 'all') {
      terms.progress?.(index, found.length);
      await nextTurn();
    }
    if (terms.signal?.aborted) throw new AppError('CANCELLED');
    files.push(await readOne(file, terms));
  }
  terms.progress?.(found.length, found.length);
  return files;
}

async function readOne({ name, read }: FoundFile, terms: ReadingTerms): Promise<IncomingFile> {
  const bytes = readOrNull(read);
  if (!(bytes instanceof Uint8Array))
    return {
      ...UNREAD,
      name,
      sha256: sha256Hex(name),
      reportSha256: sha256Hex(name),
      reasons: [inWords(bytes, terms.language)],
    };
  const { trust, now, resources, pages, language, targetSets } = terms;
  const comparePages = pages === 'all';
  const checked = await verifyWrapped(bytes, { trust, now, comparePages, resources, targetSets });
  const opened = unwrap(bytes);
  const report = asReport(checked.report);
  return {
    name,
    sha256: sha256Hex(bytes),
    reportSha256: reportDigest('bytes' in opened ? opened.bytes : bytes, checked.additions.length),
    verdict: checked.verdict,
    reasons: checked.reasons.map((reason) => inWords(reason, language)),
    signer:
      checked.signer === null ? null : { subject: checked.signer.subject, sha256: checked.signer.sha256 },
    signedAt: checked.signedAt,
    report,
    contentSha256: report === null ? null : sha256Hex(canonicalJson(report)),
  };
}

const UNREAD = {
  verdict: 'invalid',
  signer: null,
  signedAt: null,
  report: null,
  contentSha256: null,
} as const;

/** The bytes, or why there are none: too large, damaged within its zip, or not to be opened. */
function readOrNull(read: FoundFile['read']): Buffer | VerifyReason {
  try {
    return read() ?? { code: 'FILE_TOO_LARGE', params: {} };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code === 'FILE_TOO_LARGE' ? 'FILE_TOO_LARGE' : 'UNREADABLE', params: {} };
  }
}

function asReport(value: unknown): ReportV1 | null {
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  return format === REPORT_FORMAT && version === REPORT_VERSION ? (value as ReportV1) : null;
}

function inWords(reason: VerifyReason, language: Language): IncomingFile['reasons'][number] {
  return { code: reason.code, message: reasonText(reason, language) };
}

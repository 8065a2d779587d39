import { loadReportResources } from '#electron/report/resources.ts';
import type { FileSigner } from '#electron/report/verify/file-signer.ts';
import type { Addition } from '#electron/report/verify/later/additions.ts';
import type { VerifyReason } from '#electron/report/verify/rejection.ts';
import { NO_TRUST, type Trust } from '#electron/report/verify/trust.ts';
import {
  refused,
  type Verification,
  type VerifyOptions,
  verifyReport,
} from '#electron/report/verify/verify-report.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { TargetSet } from '#shared/domain/target-set.ts';
import { AppError } from '#shared/errors.ts';
import { fill } from '#shared/i18n/fill.ts';
import type { Language } from '#shared/i18n/format.ts';
import { en, vi } from '#shared/i18n/index.ts';
import type { VerifyAddition, VerifyResult } from '#shared/ipc/contract/reports.ts';
import { timeInVietnam } from '#shared/text/time-in-vietnam.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';
import { programSets } from '../evaluation/target-sets.ts';
import type { Steps } from '../ports.ts';
import { type CheckedReport, chainNotes, knownReport } from './chain-notes.ts';
import { reportDigest } from './report-digest.ts';
import { loadTrust } from './trust-folder.ts';
import { unwrap } from './unwrap.ts';

export interface VerifyFilesOptions {
  /** Whom to trust: read already, or the path of a certificate or trust folder; nobody when null. */
  readonly trust: Trust | string | null;
  readonly resourcesDir: string;
  /** UTC instant, ISO 8601. */
  readonly now: string;
  readonly language: Language;
  /** Name of a file in its result; the path itself when absent. */
  readonly nameOf?: (path: string) => string;
  /** Told how many files have been checked; what it throws ends the check. */
  readonly told?: (steps: Steps) => Promise<void>;
  /** Decisions that the reader knows; those of the program when absent. */
  readonly targetSets?: readonly TargetSet[];
}

/**
 * Checks report files, one result each in the order given (command `verify`, screen Kiểm tra tệp); reports of the same
 * unit are put in their chain, which is told beside the verdicts. Throws
 * `AppError` INPUT_MISSING or INPUT_UNREADABLE for a file that cannot be opened, and what `told` throws.
 */
export async function verifyFiles(
  paths: readonly string[],
  options: VerifyFilesOptions,
): Promise<VerifyResult[]> {
  const { trust: given, resourcesDir, now, language, nameOf = (path) => path } = options;
  const trust = given === null ? NO_TRUST : typeof given === 'string' ? loadTrust(given, now) : given;
  const resources = loadReportResources(resourcesDir);
  const targetSets = options.targetSets ?? programSets(resourcesDir).map(({ set }) => set);
  const results: VerifyResult[] = [];
  const reports: CheckedReport[] = [];
  for (const path of paths) {
    await options.told?.({ done: results.length, total: paths.length });
    const bytes = readReport(path);
    const checked =
      bytes === null
        ? refused({ code: 'FILE_TOO_LARGE', params: {} })
        : await verifyWrapped(bytes, { trust, now, comparePages: true, resources, targetSets });
    results.push(toResult(nameOf(path), checked, language));
    const report = bytes === null || checked.verdict === 'invalid' ? null : knownReport(checked.report);
    const unwrapped = bytes === null || report === null ? null : unwrap(bytes);
    if (report !== null && unwrapped !== null && 'bytes' in unwrapped) {
      const sha256 = reportDigest(unwrapped.bytes, checked.additions.length);
      reports.push({ place: results.length - 1, sha256, report });
    }
  }
  const notes = chainNotes(reports, language);
  return results.map((result, place) => ({
    ...result,
    reasons: [...result.reasons, ...(notes.get(place) ?? [])],
  }));
}

/** Checks a file after opening the zip or mail it came in, and says what was opened. */
export async function verifyWrapped(bytes: Buffer, options: VerifyOptions): Promise<Verification> {
  const unwrapped = unwrap(bytes);
  if ('refusal' in unwrapped) return refused(unwrapped.refusal);
  const checked = await verifyReport(unwrapped.bytes, options);
  return { ...checked, reasons: [...checked.reasons, ...unwrapped.notes] };
}

/** Null for a file larger than any report: that is said of it like everything else that is wrong with a report. */
function readReport(path: string): Buffer | null {
  try {
    return readSmallFile(path, MOST_BYTES.report);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    if (cause.code === 'FILE_TOO_LARGE') return null;
    throw new AppError(cause.code, { file: path }, { cause });
  }
}

/** The answer as `verify --json` prints it, with each reason in words. */
export function toResult(
  file: string,
  { verdict, reasons, signer, signedAt, report, dataSha256, additions }: Verification,
  language: Language,
): VerifyResult {
  return {
    file: file.slice(0, 500),
    verdict,
    reasons: reasons.map((reason) => ({ code: reason.code, message: reasonText(reason, language) })),
    signer: toSigner(signer),
    signedAt,
    report,
    dataSha256,
    additions: additions.map((addition) => toAddition(addition, language)),
  };
}

/** Who signed, no longer than the contract lets names be: a certificate may state anything. */
function toSigner(signer: FileSigner | null): VerifyResult['signer'] {
  if (signer === null) return null;
  const { subject, sha256, algorithm } = signer;
  return { subject: subject.slice(0, 300), sha256, algorithm: algorithm.slice(0, 60) };
}

function toAddition({ revision, kind, page, text, by }: Addition, language: Language): VerifyAddition {
  const words = (language === 'vi' ? vi : en).verify.additions;
  const signer = by?.signer ?? null;
  const what = fill(words.kinds[kind], { text: text.slice(0, 120) });
  const where = page === null ? words.nowhere : fill(words.onPage, { page });
  const who =
    by === null
      ? words.byNobody
      : fill(kind === 'signature' ? words.signedBy : words.coveredBy, {
          subject: signer?.subject ?? '–',
          at: by.signedAt === null ? '–' : minuteInVietnam(by.signedAt),
          standing: words.standing[by.standing],
        });
  return {
    revision,
    kind,
    page,
    text: text.slice(0, 200),
    signer: toSigner(signer),
    standing: by?.standing ?? null,
    signedAt: by?.signedAt ?? null,
    message: (kind === 'signature' || kind === 'stamp' || kind === 'field'
      ? `${what} (${where}): ${who}`
      : `${what}.`
    ).slice(0, 1000),
  };
}

/** `15/03/2024 10:00`, in the time of Việt Nam. */
function minuteInVietnam(instant: string): string {
  return timeInVietnam(instant).slice(0, -3);
}

/** A reason in words; a missing value is a dash, a fingerprint stands in groups of four. */
export function reasonText({ code, params }: VerifyReason, language: Language): string {
  const words = (language === 'vi' ? vi : en).verify.reasons;
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      code === 'HAND_OVER_IGNORED' && name === 'why'
        ? whyIgnored(String(value), language)
        : shownValue(name, value),
    ]),
  );
  return fill(words[code], shown).slice(0, 1000);
}

/** Why a hand-over note does not count; codes of the check of its signer are told as one thing. */
function whyIgnored(why: string, language: Language): string {
  const words: Readonly<Record<string, string>> = (language === 'vi' ? vi : en).verify.handOver;
  return words[why] ?? words.signer ?? why;
}

function shownValue(name: string, value: string | number | null): string | number {
  if (value === null) return '–';
  if (name === 'fingerprint' && typeof value === 'string') return (value.match(/.{4}/g) ?? []).join(' ');
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value as LocalDate);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return timeInVietnam(value);
  return value;
}

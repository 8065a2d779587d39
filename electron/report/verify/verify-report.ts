import { sha256Hex } from '#electron/common/sha256.ts';
import type { TargetSet } from '#shared/domain/target-set.ts';
import { CONSOLIDATED_ATTACHMENT } from '#shared/receiver/consolidated-v1.ts';
import { recheckReport } from '#shared/report/recheck.ts';
import { recheckTargets } from '#shared/report/recheck-targets.ts';
import { type ReportV1, TEMPLATE_VERSION } from '#shared/report/report-v1.ts';
import { buildReportView } from '#shared/report/view/build-report-view.ts';
import { DerError } from '../asn1/der-reader.ts';
import { renderReport } from '../pdf/render.ts';
import type { ReportResources } from '../resources.ts';
import { readDataFile } from './attachment.ts';
import { type CheckedSignature, checkCms } from './cms.ts';
import { VERIFY_CODES } from './codes.ts';
import { differingPage } from './compare-pages.ts';
import { explainDamage } from './explain-damage.ts';
import { type FileSigner, fileSigner } from './file-signer.ts';
import { judgeConsolidated } from './judge-consolidated.ts';
import { type Addition, type Additions, NO_ADDITIONS, readAdditions } from './later/additions.ts';
import { type Surface, surfacesOf } from './later/covering.ts';
import { findFirstRevision } from './later/first-revision.ts';
import { mapPages } from './later/page-map.ts';
import { type PdfFile, readPdfFile } from './pdf-file.ts';
import { readData } from './read-data.ts';
import { Rejection, type VerifyReason } from './rejection.ts';
import { readSignatureField, type SignatureField } from './signature-field.ts';
import { judgeSigner, type Trust } from './trust.ts';

/** How a file is checked. */
export interface VerifyOptions {
  readonly trust: Trust;
  /** UTC instant of the check, ISO 8601. */
  readonly now: string;
  /** Draw the page again and compare it: most of the time a check takes. False says `PAGE_NOT_COMPARED`. */
  readonly comparePages: boolean;
  readonly resources: ReportResources;
  /**
   * The decisions that the reader knows; a report is compared with the one it names. Absent: not compared, nor is that
   * said.
   */
  readonly targetSets?: readonly TargetSet[];
}

/** The answer of a check. The signer and the data are given only where the signature fits the file. */
export interface Verification {
  readonly verdict: 'valid' | 'invalid' | 'unknown';
  readonly reasons: readonly VerifyReason[];
  readonly signer: FileSigner | null;
  readonly signedAt: string | null;
  /** The embedded data; of a newer version as it is. */
  readonly report: unknown;
  /** SHA-256 of the embedded data as embedded: the code on the printed pages; null where it was not read. */
  readonly dataSha256: string | null;
  /** What other programs added after the report was signed, oldest first; nothing of it is a source of data. */
  readonly additions: readonly Addition[];
}

/**
 * Checks a report file: form of the file, signature, data, arithmetic, signer, page. Where the file
 * goes on after the report, all this is done on the report alone, and what follows is judged by itself
 * (later/additions.ts). Never throws for any bytes: whatever is unexpected makes the file invalid.
 */
export async function verifyReport(bytes: Uint8Array, options: VerifyOptions): Promise<Verification> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let proven: Proven;
  try {
    proven = proveSignature(buffer);
  } catch (error) {
    return refused(
      error instanceof Rejection ? explainDamage(buffer, error) : reasonOf(error, 'SIGNATURE_ENCODING'),
    );
  }
  const { signature, field } = proven;
  const known = {
    signer: fileSigner(signature.signer, signature.algorithm),
    signedAt: field.signedAt,
  };
  try {
    return { ...known, ...(await judgeContent(proven, options)) };
  } catch (error) {
    return { ...refused(reasonOf(error, 'UNREADABLE')), ...known };
  }
}

/** A file whose bytes are those that were signed. */
interface Proven {
  /** The whole file; the report is its beginning. */
  readonly bytes: Buffer;
  readonly file: PdfFile;
  readonly field: SignatureField;
  readonly signature: CheckedSignature;
}

function proveSignature(bytes: Buffer): Proven {
  const first = findFirstRevision(bytes);
  // Without a report at its beginning the strict reader says what is wrong with the file as a whole.
  const file = first?.file ?? readPdfFile(bytes);
  const field = first?.field ?? readSignatureField(file);
  return { bytes, file, field, signature: checkCms(field.cms, field.signedParts) };
}

async function judgeContent(
  proven: Proven,
  options: VerifyOptions,
): Promise<Omit<Verification, 'signer' | 'signedAt'>> {
  const { file, field, signature } = proven;
  const attachment = readDataFile(file);
  const dataSha256 = sha256Hex(attachment.bytes);
  if (attachment.name === CONSOLIDATED_ATTACHMENT) {
    const judged = await judgeConsolidated(attachment.bytes, proven, options);
    const later = readLater(proven, null, options);
    const reasons = [...judged.reasons, ...later.reasons];
    return { verdict: verdictOf(reasons), reasons, report: judged.value, dataSha256, additions: later.list };
  }
  const data = readData(attachment.bytes, options.resources);
  if (data.kind === 'newer') {
    const later = readLater(proven, null, options);
    const reasons: VerifyReason[] = [
      { code: 'NEWER_FORMAT', params: { version: data.version } },
      ...later.reasons,
    ];
    return { verdict: verdictOf(reasons), reasons, report: data.value, dataSha256, additions: later.list };
  }
  const { report } = data;
  const reasons: VerifyReason[] = [];
  if (report.report.createdAt !== field.signedAt)
    reasons.push({
      code: 'TIMES_DIFFER',
      params: { stated: report.report.createdAt, signed: field.signedAt },
    });
  for (const { where, stated, expected } of recheckReport(report).slice(0, 20)) {
    reasons.push({ code: 'ARITHMETIC', params: { where, stated, expected } });
  }
  reasons.push(...compareTargets(report, options));
  reasons.push(...judgeSigner(signature, report.unit, field.signedAt, options.now, options.trust));
  const later = readLater(proven, { report, dataSha256 }, options);
  // Drawing is dear: only a file that stands so far is worth it.
  if (verdictOf([...reasons, ...later.reasons]) !== 'invalid')
    reasons.push(...(await comparePages(proven, report, options)));
  reasons.push(...later.reasons);
  if (report.sample) reasons.push({ code: 'SAMPLE_DATA', params: {} });
  const verdict = verdictOf(reasons);
  return { verdict, reasons: gravestFirst(reasons), report, dataSha256, additions: later.list };
}

function compareTargets(report: ReportV1, { targetSets }: VerifyOptions): VerifyReason[] {
  if (targetSets === undefined) return [];
  const { known, found } = recheckTargets(report, targetSets);
  const { id, version } = report.targetSet.base ?? report.targetSet;
  if (!known) return [{ code: 'TARGETS_NOT_COMPARED', params: { id, version } }];
  return found.slice(0, 20).map(({ where, stated, expected }): VerifyReason => {
    return { code: 'TARGETS_DIFFER', params: { where, stated, expected } };
  });
}

/** What decides the verdict is said first. */
function gravestFirst(reasons: readonly VerifyReason[]): VerifyReason[] {
  const order = ['invalid', 'unknown', 'note'];
  const rank = ({ code }: VerifyReason): number => order.indexOf(VERIFY_CODES[code]);
  return [...reasons].sort((a, b) => rank(a) - rank(b));
}

/** The data of a report, and the hash of its bytes: the strict reader took none but the canonical ones. */
interface ReadReport {
  readonly report: ReportV1;
  readonly dataSha256: string;
}

/** What follows the report in its file. */
function readLater(
  { bytes, file, field }: Proven,
  read: ReadReport | null,
  { trust, now }: VerifyOptions,
): Additions {
  if (bytes.length === file.bytes.length) return NO_ADDITIONS;
  const context = { unit: read?.report.unit ?? null, trust, now };
  return readAdditions(
    bytes,
    { file, field, length: file.bytes.length },
    () => surfaces(file, read),
    context,
  );
}

function surfaces(file: PdfFile, read: ReadReport | null): Surface[] {
  const known = read !== null && read.report.template === TEMPLATE_VERSION;
  const { number, date } = read?.report.document ?? { number: '', date: '' };
  return surfacesOf(
    mapPages(file),
    known ? buildReportView(read.report, 'vi', { dataSha256: read.dataSha256 }) : null,
    {
      number: number === null || number === '',
      date: date === null,
    },
  );
}

async function comparePages(
  { file, field }: Proven,
  report: ReportV1,
  { comparePages: wanted, resources }: VerifyOptions,
): Promise<VerifyReason[]> {
  if (!wanted) return [{ code: 'PAGE_NOT_COMPARED', params: { why: 'skipped', template: report.template } }];
  if (report.template !== TEMPLATE_VERSION)
    return [{ code: 'PAGE_NOT_COMPARED', params: { why: 'template', template: report.template } }];
  const { bytes } = await renderReport(report, resources);
  const page = differingPage(file, bytes, field.objectId);
  return page === null ? [] : [{ code: 'PAGE_DIFFERS', params: { page } }];
}

/** One false thing outweighs everything; without one, one missing thing leaves it open. */
function verdictOf(reasons: readonly VerifyReason[]): Verification['verdict'] {
  const kinds = new Set(reasons.map(({ code }) => VERIFY_CODES[code]));
  return kinds.has('invalid') ? 'invalid' : kinds.has('unknown') ? 'unknown' : 'valid';
}

function reasonOf(error: unknown, otherwise: VerifyReason['code']): VerifyReason {
  if (error instanceof Rejection) return error.reason;
  return { code: error instanceof DerError ? 'SIGNATURE_ENCODING' : otherwise, params: {} };
}

/** The answer about a file of which nothing holds: no signer and no data are given. */
export function refused(reason: VerifyReason): Verification {
  return {
    verdict: 'invalid',
    reasons: [reason],
    signer: null,
    signedAt: null,
    report: null,
    dataSha256: null,
    additions: [],
  };
}

import { readCertificate, subjectText } from '#electron/report/asn1/certificate.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { NO_TRUST } from '#electron/report/verify/trust.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { dayInVietnam } from '#shared/text/time-in-vietnam.ts';
import type { Workspace } from '../context.ts';
import type { EnrolmentRecord, ReportRecord, Store } from '../ports.ts';
import { TAKEN } from '../receiver/kept-receipts.ts';
import { verifyWrapped } from '../reports/verify-files.ts';

/** A signed report of a source, byte for byte, with the answers to it. */
export interface SourceReport {
  readonly report: ReportRecord;
  readonly pdf: Uint8Array;
  readonly receipts: readonly string[];
  /** The certificate that signed; null where the file does not hold, which is no reason to trust anybody. */
  readonly signer: { readonly sha256: string; readonly certificate: Buffer } | null;
  /** Of the signature. */
  readonly signedOn: LocalDate;
}

/** The archive of a source, each file checked by itself: whether what was signed is what lies there. */
export async function readReports(
  store: Store,
  { clock, resourcesDir }: Pick<Workspace, 'clock' | 'resourcesDir'>,
): Promise<SourceReport[]> {
  const resources = loadReportResources(resourcesDir);
  const receipts = receiptsByReport(store);
  const found: SourceReport[] = [];
  for (const report of store.reports.list()) {
    const pdf = store.reports.pdf(report.id) ?? new Uint8Array();
    const { verdict, signer } = await verifyWrapped(Buffer.from(pdf), {
      trust: NO_TRUST,
      now: clock.now(),
      comparePages: false,
      resources,
    });
    found.push({
      report,
      pdf,
      receipts: receipts.get(report.id) ?? [],
      signer: verdict === 'invalid' || signer === null ? null : signer,
      signedOn: dayInVietnam(report.signedAt),
    });
  }
  return found;
}

/** The answers to reports as they came in: the files themselves. */
function receiptsByReport({ documents }: Pick<Store, 'documents'>): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const key of documents.keys(TAKEN)) {
    const id = Number(key.slice(TAKEN.length).split('.')[0]);
    const { file } = documents.get(key) as { readonly file: string };
    found.set(id, [...(found.get(id) ?? []), file]);
  }
  return found;
}

/**
 * Whom to trust for a former unit's reports: those who signed them, for that unit's code, from its first day to its
 * last, or to the day of its last report, which is signed after the quarter is over. What the source had revoked stays
 * revoked.
 */
export function formerSigners(
  reports: readonly SourceReport[],
  unit: { readonly code: string; readonly from: LocalDate | null; readonly to: LocalDate | null },
  enrolments: readonly EnrolmentRecord[],
): Omit<EnrolmentRecord, 'id'>[] {
  const signers = new Map<string, Omit<EnrolmentRecord, 'id'>>();
  for (const { signer, signedOn } of reports) {
    if (signer === null) continue;
    const before = signers.get(signer.sha256);
    const certificate = readCertificate(signer.certificate);
    signers.set(signer.sha256, {
      subject: subjectText(certificate),
      fingerprint: signer.sha256,
      certificate: certificate.der,
      unitCode: unit.code,
      from: unit.from !== null && signedOn < unit.from ? signedOn : (before?.from ?? unit.from),
      to: unit.to === null ? null : later(before?.to ?? unit.to, signedOn),
      revokedOn: enrolments.find(({ fingerprint }) => fingerprint === signer.sha256)?.revokedOn ?? null,
    });
  }
  return [...signers.values()];
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? b : a);

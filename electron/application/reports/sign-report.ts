import { sha256Hex } from '#electron/common/sha256.ts';
import { readCertificate, subjectText } from '#electron/report/asn1/certificate.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import type { ReportSigner } from '#electron/report/sign/signer.ts';
import { schemaErrors } from '#electron/report/verify/read-data.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { AppError } from '#shared/errors.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { type ReportV1, reportFileName } from '#shared/report/report-v1.ts';
import type { Workspace } from '../context.ts';
import { withSigner } from '../keys/open-key.ts';
import { taskInParts } from '../long-task.ts';
import type { ReportRecord, TellPart } from '../ports.ts';
import { keepSet } from '../targets/known-sets.ts';
import { standing } from './checks.ts';
import { composeReport } from './compose-report.ts';

/** Which signed report is superseded, by the SHA-256 of its file, and why. */
export type Amendment = Pick<Parsed<'reports.sign'>, 'amends' | 'reason'>;

/**
 * Signs a period's report and archives it, which closes the period. A period that has a signed report needs the hash of
 * its last revision and a reason (ALREADY_SIGNED else). Throws `AppError` REPORT_HELD_BACK (its checks are the cause's
 * `checks`), RECORD_CHANGED when figures changed while it was being signed, KEY_PASSPHRASE_WRONG, KEY_UNREADABLE, KEY_UNSUITABLE, TOKEN_…, PERIOD_NOT_PERIODIC, RECORD_UNKNOWN,
 * CANCELLED where `task` was stopped before the key is opened; from then on it goes to its end.
 */
export async function signReport(
  workspace: Workspace,
  period: string,
  key: Parsed<'reports.sign'>['key'],
  amendment: Amendment = {},
  task?: string,
): Promise<ReportRecord> {
  demandAmendment(workspace, period, amendment);
  const reason = amendment.reason ?? '';
  const tell = taskInParts(workspace, task);
  await tell?.('counting');
  const { writes } = workspace.store;
  const { report, checks, text, targets } = composeReport(workspace, period, { reason });
  const held = standing(checks, text.reasons);
  if (held.length > 0) {
    throw new AppError(
      'REPORT_HELD_BACK',
      { count: held.length, codes: held.map(({ code }) => code).join(', ') },
      { cause: Object.assign(new Error('held back'), { checks: held }) },
    );
  }
  await tell?.('signing', null, 'last');
  const { pdf, certificate } = await withSigner(workspace, key, report.report.createdAt, async (signer) => ({
    pdf: await makeChecked(workspace, report, signer, tell),
    certificate: signer.certificate,
  }));
  const record = {
    reportId: report.report.id,
    revision: report.report.revision,
    period,
    from: report.period.from,
    to: report.period.to,
    signedAt: report.report.createdAt,
    signedBy: subjectText(readCertificate(certificate)).slice(0, 200),
    sha256: sha256Hex(pdf),
    fileName: reportFileName(report),
  };
  const { store, clock, actor } = workspace;
  await tell?.('keeping');
  const id = await store.write((tx) => {
    // Figures that changed while the page was drawn and signed would be closed without having been signed.
    if (
      store.writes !== writes &&
      vouchedFor(composeReport(workspace, period, { reason }).report) !== vouchedFor(report)
    )
      throw new AppError('RECORD_CHANGED');
    // What judged a signed period stays, whatever an update of the program brings.
    keepSet(store, tx, targets, { at: clock.now(), login: actor.login });
    return tx.insertReport(record, report, pdf);
  });
  return { ...record, id, size: pdf.length };
}

/** A signed period is not signed again by accident. */
function demandAmendment({ store }: Workspace, period: string, { amends, reason }: Amendment): void {
  const last = store.reports.list(period).at(-1);
  if (last === undefined) {
    if (amends !== undefined) throw new AppError('RECORD_UNKNOWN', { id: null });
  } else if (amends !== last.sha256 || !reason?.trim()) {
    throw new AppError('ALREADY_SIGNED', { period, revision: last.revision });
  }
}

/** What a signature vouches for, without the time of signing. */
function vouchedFor({ objectives, flow, records, entries, corrections, report }: ReportV1): string {
  const { supersedes, previous } = report;
  const figures = objectives.map(({ id, numerator, denominator }) => [id, numerator, denominator]);
  return canonicalJson([figures, flow, records, entries ?? null, corrections ?? null, supersedes, previous]);
}

/** Draws and signs, then runs the receiver's whole check on the file: what would be refused there never leaves. */
async function makeChecked(
  workspace: Workspace,
  report: ReportV1,
  signer: ReportSigner,
  tell: TellPart | null,
): Promise<Buffer> {
  const resources = loadReportResources(workspace.resourcesDir);
  const faults = schemaErrors(report, resources);
  if (faults.length > 0)
    throw new Error(`the report does not fit its schema: ${faults.slice(0, 3).join('; ')}`);
  const pdf = await makeSignedReport(report, signer, resources);
  await tell?.('inspecting');
  const { sha256 } = readCertificate(signer.certificate);
  const trust = {
    signers: [{ sha256, unitCode: null, from: null, to: null, revokedOn: null }],
    authorities: [],
    crls: [],
  };
  const { verdict, reasons } = await verifyReport(pdf, {
    trust,
    now: report.report.createdAt,
    comparePages: true,
    resources,
  });
  if (verdict !== 'valid')
    throw new Error(
      `the signed report does not pass its own check: ${reasons.map(({ code }) => code).join(', ')}`,
    );
  return pdf;
}

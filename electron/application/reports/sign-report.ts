import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readCertificate, subjectText } from '#electron/report/asn1/certificate.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { openAppKey } from '#electron/report/sign/app-key.ts';
import { openP12 } from '#electron/report/sign/p12-signer.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import type { ReportSigner } from '#electron/report/sign/signer.ts';
import { schemaErrors } from '#electron/report/verify/read-data.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { AppError } from '#shared/errors.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { type ReportV1, reportFileName } from '#shared/report/report-v1.ts';
import type { Workspace } from '../context.ts';
import type { ReportRecord } from '../ports.ts';
import { keepSet } from '../targets/known-sets.ts';
import { standing } from './checks.ts';
import { composeReport } from './compose-report.ts';

/**
 * Signs a period's report and archives it. Throws `AppError` REPORT_HELD_BACK (its checks are the cause's
 * `checks`), KEY_PASSPHRASE_WRONG, KEY_UNREADABLE, KEY_UNSUITABLE, PERIOD_NOT_PERIODIC, RECORD_UNKNOWN.
 */
export async function signReport(
  workspace: Workspace,
  period: string,
  key: Parsed<'reports.sign'>['key'],
): Promise<ReportRecord> {
  const { report, checks, text, targets } = composeReport(workspace, period);
  const held = standing(checks, text.reasons);
  if (held.length > 0) {
    throw new AppError(
      'REPORT_HELD_BACK',
      { count: held.length, codes: held.map(({ code }) => code).join(', ') },
      { cause: Object.assign(new Error('held back'), { checks: held }) },
    );
  }
  const signer = await openKey(workspace, key, report.report.createdAt);
  const pdf = await makeChecked(workspace, report, signer);
  const record = {
    reportId: report.report.id,
    revision: report.report.revision,
    period,
    from: report.period.from,
    to: report.period.to,
    signedAt: report.report.createdAt,
    signedBy: subjectText(readCertificate(signer.certificate)).slice(0, 200),
    sha256: createHash('sha256').update(pdf).digest('hex'),
    fileName: reportFileName(report),
  };
  const { store, clock, actor } = workspace;
  const id = await store.write((tx) => {
    // What judged a signed period stays, whatever an update of the program brings.
    keepSet(store, tx, targets, { at: clock.now(), login: actor.login });
    return tx.insertReport(record, report, pdf);
  });
  return { ...record, id, size: pdf.length };
}

async function openKey(
  { store, files }: Workspace,
  key: Parsed<'reports.sign'>['key'],
  now: string,
): Promise<ReportSigner> {
  if (key.kind === 'p12') return openP12(await readKeyFile(files.resolve(key.file)), key.passphrase, now);
  const record = store.keys.get(key.keyId);
  if (record === null) throw new AppError('RECORD_UNKNOWN', { id: key.keyId });
  return openAppKey(
    { envelope: Buffer.from(record.envelope), certificate: Buffer.from(record.certificate) },
    key.passphrase,
    now,
  );
}

async function readKeyFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new AppError('INPUT_MISSING', {}, { cause });
  }
}

/** Draws and signs, then runs the receiver's whole check on the file: what would be refused there never leaves. */
async function makeChecked(workspace: Workspace, report: ReportV1, signer: ReportSigner): Promise<Buffer> {
  const resources = loadReportResources(workspace.resourcesDir);
  const faults = schemaErrors(report, resources);
  if (faults.length > 0)
    throw new Error(`the report does not fit its schema: ${faults.slice(0, 3).join('; ')}`);
  const pdf = await makeSignedReport(report, signer, resources);
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

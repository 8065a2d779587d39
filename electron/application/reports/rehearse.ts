import { readCertificate } from '#electron/report/asn1/certificate.ts';
import { renderDraft } from '#electron/report/pdf/render.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { throwAwaySigner } from '#electron/report/sign/app-key.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Workspace } from '../context.ts';
import { taskInParts } from '../long-task.ts';
import { composeReport } from './compose-report.ts';
import { reasonText } from './verify-files.ts';

/**
 * Runs the receiver's whole check on a draft as if it were signed now: with a key that exists for this call alone and
 * is trusted by it. The signed file never leaves the memory of this call; what is answered is the verdict and the page
 * marked as a draft. Throws CANCELLED where `task` was stopped between two parts of it.
 */
export async function rehearse(
  workspace: Workspace,
  period: string,
  task?: string,
): Promise<Output<'reports.rehearse'>> {
  const tell = taskInParts(workspace, task);
  await tell?.('counting');
  const { report } = composeReport(workspace, period);
  const resources = loadReportResources(workspace.resourcesDir);
  const { unit, report: identity } = report;
  const owner = { name: report.signatory.name || unit.name, unitName: unit.name, unitCode: unit.code };
  const signer = await throwAwaySigner(owner, identity.createdAt);
  await tell?.('signing');
  const pdf = await makeSignedReport(report, signer, resources);
  const { sha256 } = readCertificate(signer.certificate);
  const signers = [{ sha256, unitCode: null, from: null, to: null, revokedOn: null }];
  await tell?.('inspecting');
  const { verdict, reasons } = await verifyReport(pdf, {
    trust: { signers, authorities: [], crls: [] },
    now: identity.createdAt,
    comparePages: true,
    resources,
  });
  await tell?.('drawing');
  return {
    verdict,
    reasons: reasons.map((reason) => ({
      code: reason.code,
      message: reasonText(reason, workspace.language ?? 'vi'),
    })),
    pdf: new Uint8Array(await renderDraft(report, resources)),
  };
}

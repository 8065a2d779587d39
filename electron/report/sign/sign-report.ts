import type { ReportV1 } from '#shared/report/report-v1.ts';
import { renderReport } from '../pdf/render.ts';
import type { ReportResources } from '../resources.ts';
import { signPdf } from './sign-pdf.ts';
import type { ReportSigner } from './signer.ts';

/** Draws and signs a report: the file as it leaves the office. */
export async function makeSignedReport(
  report: ReportV1,
  signer: ReportSigner,
  resources: ReportResources,
): Promise<Buffer> {
  return signPdf(await renderReport(report, resources), signer);
}

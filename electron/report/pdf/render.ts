import { canonicalJson } from '#shared/report/canonical-json.ts';
import { REPORT_ATTACHMENT, type ReportV1 } from '#shared/report/report-v1.ts';
import { buildReportView } from '#shared/report/view/build-report-view.ts';
import type { ReportView } from '#shared/report/view/view-model.ts';
import { dataDigest } from '../data-digest.ts';
import type { ReportResources } from '../resources.ts';
import { annexContent } from './annexes.ts';
import { bodyContent } from './body.ts';
import { finish, layOut, type PageDefinition } from './document.ts';
import { embedForSigning, type UnsignedPdf } from './unsigned-pdf.ts';

/**
 * Draws the report with its data embedded and one signature field whose contents are zeros. Depends on nothing but
 * the report and the resources: the same report gives the same pages on every machine.
 */
export async function renderReport(report: ReportV1, resources: ReportResources): Promise<UnsignedPdf> {
  const view = buildReportView(report, 'vi', { dataSha256: dataDigest(report) });
  return embedForSigning(await layOut(pagesOf(view, report), resources), {
    name: REPORT_ATTACHMENT,
    json: canonicalJson(report),
    title: view.title,
    at: new Date(report.report.createdAt),
  });
}

/** The very page, unsigned, without data, marked as a draft across every page. */
export async function renderDraft(report: ReportV1, resources: ReportResources): Promise<Buffer> {
  const view = buildReportView(report, 'vi', 'draft');
  return finish(await layOut(pagesOf(view, report), resources));
}

function pagesOf(view: ReportView, report: ReportV1): PageDefinition {
  return {
    content: [...bodyContent(view, report.layout), ...annexContent(view)],
    footer: view.footer,
    watermark: view.watermark,
    title: view.title,
    author: report.unit.name,
    creator: report.app.name,
    createdAt: new Date(report.report.createdAt),
  };
}

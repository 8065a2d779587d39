import { createHash } from 'node:crypto';
import pdfmake from 'pdfmake';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { REPORT_ATTACHMENT, type ReportV1 } from '#shared/report/report-v1.ts';
import { buildReportView } from '#shared/report/view/build-report-view.ts';
import type { ReportView } from '#shared/report/view/view-model.ts';
import type { ReportResources } from '../resources.ts';
import { annexContent } from './annexes.ts';
import { bodyContent } from './body.ts';
import { PAGE, SIZE } from './layout.ts';
import {
  addSignatureField,
  type PdfKitDocument,
  type PdfKitReference,
  setColourProfile,
} from './pdfkit-surface.ts';

/** A page file whose signature is still a placeholder. */
export interface UnsignedPdf {
  readonly bytes: Buffer;
  /** Offset of the signature dictionary's object; its `/ByteRange` and `/Contents` follow it. */
  readonly signatureAt: number;
}

/**
 * Draws the report with its data embedded and one signature field whose contents are zeros. Depends on nothing but
 * the report and the resources: the same report gives the same pages on every machine.
 */
export async function renderReport(report: ReportV1, resources: ReportResources): Promise<UnsignedPdf> {
  const view = buildReportView(report, 'vi');
  const createdAt = new Date(report.report.createdAt);
  const document = await layOut(view, report, createdAt, resources);
  document.file(Buffer.from(canonicalJson(report), 'utf8'), {
    name: REPORT_ATTACHMENT,
    type: 'application/json',
    relationship: 'Data',
    description: view.title,
    creationDate: createdAt,
    modifiedDate: createdAt,
  });
  const signature: PdfKitReference = addSignatureField(document, createdAt);
  const bytes = await finish(document);
  return { bytes, signatureAt: signature.offset };
}

/** The very page, unsigned, without data, marked as a draft across every page. */
export async function renderDraft(report: ReportV1, resources: ReportResources): Promise<Buffer> {
  const view = buildReportView(report, 'vi', 'draft');
  return finish(await layOut(view, report, new Date(report.report.createdAt), resources));
}

/** Fonts live in pdfmake's own store under names that say which bytes they are, so that templates can differ. */
function registerFonts(resources: ReportResources): string {
  const known = fontFamilies.get(resources);
  if (known !== undefined) return known;
  const digest = createHash('sha256');
  for (const font of Object.values(resources.fonts)) digest.update(font);
  const family = `Tinos-${digest.digest('hex').slice(0, 16)}`;
  const files: Record<string, string> = {};
  for (const [style, font] of Object.entries(resources.fonts)) {
    const name = `${family}-${style}`;
    surface.virtualfs.writeFileSync(name, font);
    files[style] = name;
  }
  surface.addFonts({ [family]: files });
  // Nothing is ever fetched: neither from the disk nor from the network.
  surface.setLocalAccessPolicy(() => false);
  surface.setUrlAccessPolicy(() => false);
  fontFamilies.set(resources, family);
  return family;
}

interface PdfMakeSurface {
  readonly virtualfs: { writeFileSync(name: string, content: Buffer): void };
  addFonts(fonts: Record<string, Record<string, string>>): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  createPdf(definition: object): { getStream(): Promise<unknown> };
}
const surface = pdfmake as unknown as PdfMakeSurface;
const fontFamilies = new WeakMap<ReportResources, string>();

async function layOut(
  view: ReportView,
  report: ReportV1,
  createdAt: Date,
  resources: ReportResources,
): Promise<PdfKitDocument> {
  const font = registerFonts(resources);
  const document = (await surface
    .createPdf({
      version: '1.7',
      subset: 'PDF/A-3b',
      language: 'vi-VN',
      displayTitle: true,
      info: {
        title: forMetadata(view.title),
        author: forMetadata(report.unit.name),
        creator: report.app.name,
        producer: 'pdfmake 0.3.11',
        creationDate: createdAt,
        modDate: createdAt,
      },
      pageSize: PAGE.size,
      pageMargins: PAGE.margins,
      defaultStyle: { font, fontSize: SIZE.body, lineHeight: 1.05 },
      header: (page: number) =>
        page === 1
          ? null
          : {
              text: String(page),
              alignment: 'center',
              fontSize: SIZE.body,
              margin: [PAGE.margins[0], 28, PAGE.margins[2], 0],
            },
      footer: () => ({
        text: view.footer,
        fontSize: SIZE.footer,
        alignment: 'right',
        margin: [PAGE.margins[0], 26, PAGE.margins[2], 0],
      }),
      ...(view.watermark === null
        ? {}
        : {
            watermark: {
              text: view.watermark,
              font,
              bold: true,
              color: '#b00020',
              opacity: 0.14,
              angle: -45,
              fontSize: 72,
            },
          }),
      // A heading never ends a page.
      pageBreakBefore: (node: { headlineLevel?: number }, nodes: { getFollowingNodesOnPage(): unknown[] }) =>
        node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
      content: [...bodyContent(view), ...annexContent(view)],
    })
    .getStream()) as PdfKitDocument;
  setColourProfile(document, resources.colourProfile);
  return document;
}

/** pdfkit puts the title into XML unescaped; these signs would break it. */
function forMetadata(text: string): string {
  return text.replace(/[&<>]/g, ' ').replace(/ +/g, ' ').trim();
}

function finish(document: PdfKitDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}

import { createHash } from 'node:crypto';
import pdfmake, { type Content } from 'pdfmake';
import type { ReportResources } from '../resources.ts';
import { PAGE, SIZE } from './layout.ts';
import { type PdfKitDocument, setColourProfile } from './pdfkit-surface.ts';

/** Pages before they are drawn. */
export interface PageDefinition {
  readonly content: Content[];
  readonly footer: string;
  readonly watermark: string | null;
  readonly title: string;
  readonly author: string;
  /** Name of the program, for the file's metadata. */
  readonly creator: string;
  readonly createdAt: Date;
  /** Of the first page; upright when absent. */
  readonly orientation?: 'portrait' | 'landscape';
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
  createPdf(definition: object, options?: object): { getStream(): Promise<unknown> };
}
const surface = pdfmake as unknown as PdfMakeSurface;
const fontFamilies = new WeakMap<ReportResources, string>();

/** Lays pages out; depends on nothing but its arguments: the same on every machine. */
export async function layOut(pages: PageDefinition, resources: ReportResources): Promise<PdfKitDocument> {
  const { createdAt } = pages;
  const font = registerFonts(resources);
  const document = (await surface
    .createPdf(
      {
        version: '1.7',
        subset: 'PDF/A-3b',
        language: 'vi-VN',
        displayTitle: true,
        info: {
          title: forMetadata(pages.title),
          author: forMetadata(pages.author),
          creator: pages.creator,
          producer: 'pdfmake 0.3.11',
          creationDate: createdAt,
          modDate: createdAt,
        },
        pageSize: PAGE.size,
        ...(pages.orientation === 'landscape' ? { pageOrientation: 'landscape' } : {}),
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
          text: pages.footer,
          fontSize: SIZE.footer,
          alignment: 'right',
          margin: [PAGE.margins[0], 26, PAGE.margins[2], 0],
        }),
        ...(pages.watermark === null
          ? {}
          : {
              watermark: {
                text: pages.watermark,
                font,
                bold: true,
                color: '#b00020',
                opacity: 0.14,
                angle: -45,
                fontSize: 72,
              },
            }),
        // A heading never ends a page.
        pageBreakBefore: (
          node: { headlineLevel?: number },
          nodes: { getFollowingNodesOnPage(): unknown[] },
        ) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
        content: pages.content,
        // The signature's field may stand on a page before the last one: no page is written before all are drawn.
      },
      { bufferPages: true },
    )
    .getStream()) as PdfKitDocument;
  setColourProfile(document, resources.colourProfile);
  return document;
}

/** pdfkit puts the title into XML unescaped; these signs would break it. */
function forMetadata(text: string): string {
  return text.replace(/[&<>]/g, ' ').replace(/ +/g, ' ').trim();
}

/** The bytes of a laid out document. */
export function finish(document: PdfKitDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}

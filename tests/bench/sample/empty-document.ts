import pdfmake from 'pdfmake';
import type { ReportResources } from '#electron/report/resources.ts';

interface PdfMake {
  readonly virtualfs: { writeFileSync(name: string, content: Buffer): void };
  addFonts(fonts: Record<string, Record<string, string>>): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

/** The same library making a document of one word in the same fonts: what every document costs before its content. */
export async function emptyDocument(fonts: ReportResources['fonts']): Promise<number> {
  const maker = pdfmake as unknown as PdfMake;
  const names: Record<string, string> = {};
  for (const [style, font] of Object.entries(fonts)) {
    names[style] = `bench-${style}`;
    maker.virtualfs.writeFileSync(names[style], font);
  }
  maker.addFonts({ Bench: names });
  const bytes = await maker
    .createPdf({ content: ['Báo cáo'], defaultStyle: { font: 'Bench' }, info: {} })
    .getBuffer();
  return bytes.length;
}

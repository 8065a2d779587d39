import type { Content } from 'pdfmake';
import type { ReportResources } from '../resources.ts';
import { finish, layOut, type PageDefinition } from './document.ts';
import { columnWidths, GRID, PLAIN, SIZE } from './layout.ts';

/** What every sheet of one page says about itself. */
type SheetView = Pick<Required<PageDefinition>, 'footer' | 'watermark' | 'title' | 'author' | 'orientation'>;

/** Draws a sheet of one page. Unsigned; the same view and time give the same bytes. */
export async function renderSheet(
  { footer, watermark, title, author, orientation }: SheetView,
  content: Content[],
  createdAt: Date,
  resources: ReportResources,
): Promise<Buffer> {
  return finish(
    await layOut(
      { footer, watermark, title, author, orientation, creator: 'so-chat-luong', content, createdAt },
      resources,
    ),
  );
}

/** Facts, a line each, what they are before what they say. */
export function factTable(rows: readonly (readonly [string, string])[]): Content {
  return {
    table: {
      widths: columnWidths([150, '*']),
      body: rows.map(([label, text]): Content[] => [{ text: label }, { text, bold: true }]),
    },
    layout: GRID,
    fontSize: SIZE.heading,
    margin: [0, 12, 0, 0],
  };
}

/** What is to be done, numbered; `gap` points above each, `above` above them all. */
export function steps(how: readonly string[], fontSize: number, gap: number, above: number): Content {
  return {
    ol: how.map((text): Content => ({ text, alignment: 'justify', margin: [0, gap, 0, 0] })),
    fontSize,
    margin: [0, above, 0, 0],
  };
}

interface SheetSignature {
  readonly title: string;
  readonly note: string;
  readonly name: string;
}

/** Two people side by side, with room to sign above their names; `above` points above them. */
export function signatureRow(signatures: readonly SheetSignature[], above: number): Content {
  return {
    table: {
      widths: ['50%', '50%'],
      body: [
        signatures.map(
          ({ title, note, name }): Content => ({
            stack: [
              { text: title, bold: true, alignment: 'center' },
              { text: note, italics: true, fontSize: SIZE.small, alignment: 'center' },
              { text: name, bold: true, alignment: 'center', margin: [0, 54, 0, 0] },
            ],
          }),
        ),
      ],
    },
    layout: PLAIN,
    fontSize: SIZE.heading,
    margin: [0, above, 0, 0],
  };
}

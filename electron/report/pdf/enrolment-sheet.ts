import type { Content } from 'pdfmake';
import type { EnrolmentSheetView } from '#shared/keys/enrolment-sheet.ts';
import type { ReportResources } from '../resources.ts';
import { finish, layOut } from './document.ts';
import { columnWidths, GRID, PLAIN, SIZE } from './layout.ts';
import { headingContent } from './letter-head.ts';

/** Draws the one page by which a key is enrolled. Unsigned; the same view and time give the same bytes. */
export async function renderEnrolmentSheet(
  view: EnrolmentSheetView,
  createdAt: Date,
  resources: ReportResources,
): Promise<Buffer> {
  const { footer, watermark, title, author, orientation } = view;
  const content = sheetContent(view);
  return finish(
    await layOut(
      { footer, watermark, title, author, orientation, creator: 'so-chat-luong', content, createdAt },
      resources,
    ),
  );
}

function sheetContent(view: EnrolmentSheetView): Content[] {
  return [
    ...headingContent(view.heading),
    {
      table: {
        widths: columnWidths([150, '*']),
        body: view.rows.map(([label, text]): Content[] => [{ text: label }, { text, bold: true }]),
      },
      layout: GRID,
      fontSize: SIZE.heading,
      margin: [0, 12, 0, 0],
    },
    { text: view.fingerprint.label, bold: true, fontSize: SIZE.heading, margin: [0, 12, 0, 4] },
    {
      table: { widths: ['*', 132], body: [[groupTable(view.fingerprint.groups), code(view)]] },
      layout: PLAIN,
    },
    { text: view.publicKey.label, fontSize: SIZE.annex, margin: [0, 6, 0, 0] },
    { text: view.publicKey.text, fontSize: SIZE.annex },
    {
      ol: view.how.map((text): Content => ({ text, alignment: 'justify', margin: [0, 2, 0, 0] })),
      fontSize: SIZE.small,
      margin: [0, 10, 0, 0],
    },
    {
      table: {
        widths: ['50%', '50%'],
        body: [
          view.signatures.map(
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
      margin: [0, 14, 0, 0],
    },
    {
      table: {
        widths: ['*'],
        body: [
          [
            {
              stack: [
                { text: view.receiver.heading, bold: true },
                ...view.receiver.lines.map(
                  (text): Content => ({ text, fontSize: SIZE.small, margin: [0, 6, 0, 0] }),
                ),
              ],
              margin: [4, 4, 4, 8],
            },
          ],
        ],
      },
      layout: GRID,
      fontSize: SIZE.heading,
      margin: [0, 14, 0, 0],
    },
  ];
}

/** Four groups a line: what is read out over the telephone, a line at a time. */
function groupTable(groups: readonly string[]): Content {
  const lines = Array.from({ length: Math.ceil(groups.length / 4) }, (_, line) =>
    groups.slice(line * 4, line * 4 + 4),
  );
  return {
    table: {
      widths: ['*', '*', '*', '*'],
      body: lines.map((line) =>
        line.map((text): Content => ({ text, alignment: 'center', bold: true, margin: [0, 4, 0, 4] })),
      ),
    },
    layout: GRID,
    fontSize: 16,
    margin: [0, 0, 12, 0],
  };
}

function code({ code: { text, label } }: EnrolmentSheetView): Content {
  return {
    stack: [
      { qr: text, fit: 112, eccLevel: 'M', alignment: 'center' },
      { text: label, fontSize: 8, alignment: 'center', margin: [0, 4, 0, 0] },
    ],
  };
}

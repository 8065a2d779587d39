import type { Content } from 'pdfmake';
import type { EnrolmentSheetView } from '#shared/keys/enrolment-sheet.ts';
import type { ReportResources } from '../resources.ts';
import { GRID, PLAIN, SIZE } from './layout.ts';
import { headingContent } from './letter-head.ts';
import { factTable, renderSheet, signatureRow, steps } from './sheet.ts';

/** Draws the one page by which a key is enrolled. Unsigned; the same view and time give the same bytes. */
export async function renderEnrolmentSheet(
  view: EnrolmentSheetView,
  createdAt: Date,
  resources: ReportResources,
): Promise<Buffer> {
  return renderSheet(view, sheetContent(view), createdAt, resources);
}

function sheetContent(view: EnrolmentSheetView): Content[] {
  return [
    ...headingContent(view.heading),
    factTable(view.rows),
    { text: view.fingerprint.label, bold: true, fontSize: SIZE.heading, margin: [0, 12, 0, 4] },
    {
      table: { widths: ['*', 132], body: [[groupTable(view.fingerprint.groups), code(view)]] },
      layout: PLAIN,
    },
    { text: view.publicKey.label, fontSize: SIZE.annex, margin: [0, 6, 0, 0] },
    { text: view.publicKey.text, fontSize: SIZE.annex },
    steps(view.how, SIZE.small, 2, 10),
    signatureRow(view.signatures, 14),
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

import type { Content } from 'pdfmake';
import type { RecoverySheetView } from '#shared/access/recovery-sheet.ts';
import type { ReportResources } from '../resources.ts';
import { GRID, SIZE } from './layout.ts';
import { headingContent } from './letter-head.ts';
import { factTable, renderSheet, signatureRow, steps } from './sheet.ts';

/** Draws the one page of a recovery key. Unsigned; the same view and time give the same bytes. */
export async function renderRecoverySheet(
  view: RecoverySheetView,
  createdAt: Date,
  resources: ReportResources,
): Promise<Buffer> {
  return renderSheet(view, sheetContent(view), createdAt, resources);
}

function sheetContent(view: RecoverySheetView): Content[] {
  return [
    ...headingContent(view.heading),
    factTable(view.rows),
    { text: view.key.label, bold: true, fontSize: SIZE.heading, margin: [0, 16, 0, 6] },
    groupTable(view.key.groups),
    steps(view.how, SIZE.heading, 3, 14),
    signatureRow(view.signatures, 22),
  ];
}

/** Numbered groups, four on the first line: large enough to be typed from by anybody. */
function groupTable(groups: readonly string[]): Content {
  const cells = groups.map(
    (text, index): Content => ({
      text: [
        { text: `${index + 1}.  `, fontSize: 10 },
        { text, bold: true, characterSpacing: 1.5 },
      ],
      alignment: 'center',
      margin: [0, 7, 0, 7],
    }),
  );
  while (cells.length % 4 !== 0) cells.push({ text: '' });
  const lines = Array.from({ length: cells.length / 4 }, (_, line) => cells.slice(line * 4, line * 4 + 4));
  return { table: { widths: ['*', '*', '*', '*'], body: lines }, layout: GRID, fontSize: 18 };
}

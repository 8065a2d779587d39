import type { Content } from 'pdfmake';
import type { RecoverySheetView } from '#shared/access/recovery-sheet.ts';
import type { ReportResources } from '../resources.ts';
import { finish, layOut } from './document.ts';
import { GRID, PLAIN, SIZE } from './layout.ts';
import { headingContent } from './letter-head.ts';

/** Draws the one page of a recovery key. Unsigned; the same view and time give the same bytes. */
export async function renderRecoverySheet(
  view: RecoverySheetView,
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

function sheetContent(view: RecoverySheetView): Content[] {
  return [
    ...headingContent(view.heading),
    {
      table: {
        widths: [150, '*'],
        body: view.rows.map(([label, text]): Content[] => [{ text: label }, { text, bold: true }]),
      },
      layout: GRID,
      fontSize: SIZE.heading,
      margin: [0, 12, 0, 0],
    },
    { text: view.key.label, bold: true, fontSize: SIZE.heading, margin: [0, 16, 0, 6] },
    groupTable(view.key.groups),
    {
      ol: view.how.map((text): Content => ({ text, alignment: 'justify', margin: [0, 3, 0, 0] })),
      fontSize: SIZE.heading,
      margin: [0, 14, 0, 0],
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
      margin: [0, 22, 0, 0],
    },
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

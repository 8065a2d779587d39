import type { Content } from 'pdfmake';
import { type PaperLayout, PLAIN_LAYOUT } from '#shared/report/paper-layout.ts';
import type { PersonView } from '#shared/report/view/build-person-view.ts';
import type { ReportResources } from '../resources.ts';
import { finish, layOut } from './document.ts';
import { columnWidths, GRID, PLAIN, SIZE } from './layout.ts';
import { headingContent } from './letter-head.ts';
import { paragraph, sectionHeading } from './prose.ts';
import { signatureBlock } from './signature-block.ts';

/** Draws the paper by which a citizen is told what is recorded of them. Unsigned; the same view and time, the same bytes. */
export async function renderPerson(
  view: PersonView,
  createdAt: Date,
  resources: ReportResources,
  layout: PaperLayout = PLAIN_LAYOUT,
): Promise<Buffer> {
  const { footer, watermark, title, author, orientation } = view;
  const content: Content[] = [
    ...headingContent(view.heading),
    ...view.paragraphs.map(paragraph),
    ...view.items.flatMap(({ heading, lines }): Content[] => [
      sectionHeading(heading),
      {
        table: {
          widths: columnWidths([150, '*']),
          body: lines.map(({ label, text, before }): Content[] => [
            { text: label },
            { text, italics: before },
          ]),
        },
        layout: GRID,
        fontSize: SIZE.table,
        margin: [0, 4, 0, 0],
      },
    ]),
    {
      unbreakable: true,
      stack: [
        paragraph(view.rights),
        {
          margin: [0, 14, 0, 0],
          table: {
            widths: ['50%', '50%'],
            body: [
              [
                { stack: [{ text: view.preparer, bold: true, alignment: 'center' }] },
                { stack: signatureBlock(view.signature, layout) },
              ],
            ],
          },
          layout: PLAIN,
        },
      ],
    },
  ];
  return finish(
    await layOut(
      { footer, watermark, title, author, orientation, creator: 'so-chat-luong', content, createdAt },
      resources,
    ),
  );
}

import type { Content, TableCell } from 'pdfmake';
import { type PaperLayout, PLAIN_LAYOUT } from '#shared/report/paper-layout.ts';
import type { PaperView, PlanView, SigningListView } from '#shared/report/view/paper-model.ts';
import type { ReportResources } from '../resources.ts';
import { finish, layOut } from './document.ts';
import { columnWidths, GRID, PLAIN, SIZE } from './layout.ts';
import { headingContent } from './letter-head.ts';
import { planTable } from './plan-table.ts';
import { paragraph, sectionHeading } from './prose.ts';
import { signatureBlock } from './signature-block.ts';
import { tableHead } from './table-head.ts';

/** Draws the plan or the signing list. Unsigned; the same view at the same time gives the same bytes. */
export async function renderPaper(
  view: PlanView | SigningListView,
  createdAt: Date,
  resources: ReportResources,
  layout: PaperLayout = PLAIN_LAYOUT,
): Promise<Buffer> {
  const content = view.kind === 'plan' ? planContent(view, layout) : signingListContent(view, layout);
  return finish(await layOut({ ...common(view), content, createdAt }, resources));
}

function common({ footer, watermark, title, author, orientation }: PaperView) {
  return { footer, watermark, title, author, orientation, creator: 'so-chat-luong' };
}

function planContent(view: PlanView, layout: PaperLayout): Content[] {
  const { carryingOut, recipients, signature } = view;
  return [
    ...headingContent(view.heading),
    { ...(paragraph(view.introduction) as object), margin: [0, 10, 0, 0] } as Content,
    sectionHeading(view.tableHeading),
    planTable(view),
    sectionHeading(carryingOut.heading),
    ...carryingOut.paragraphs.map(paragraph),
    {
      unbreakable: true,
      stack: [
        paragraph(view.closing),
        twoSides(
          [
            { text: recipients.label, bold: true, italics: true, fontSize: 12 },
            ...recipients.lines.map((text) => ({ text, fontSize: SIZE.small })),
          ],
          signatureBlock(signature, layout),
        ),
      ],
    },
  ];
}

function signingListContent(view: SigningListView, layout: PaperLayout): Content[] {
  return [
    ...headingContent(view.heading),
    ...(view.about === null ? [] : [paragraph(view.about)]),
    view.rows.length === 0 ? paragraph(view.none) : signingTable(view),
    {
      unbreakable: true,
      stack: [
        ...(view.rows.length === 0 ? [] : [paragraph(view.total)]),
        twoSides(
          [{ text: view.preparer, bold: true, alignment: 'center' }],
          signatureBlock(view.signature, layout),
        ),
      ],
    },
  ];
}

/** Room for a signature by hand in every row. */
const ROW_HEIGHT = 26;

function signingTable({ columns, rows }: SigningListView): Content {
  const middle = { verticalAlignment: 'middle' as const };
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columnWidths([20, 92, 76, '*', 55, 78]),
      heights: (row: number) => (row === 0 ? 'auto' : ROW_HEIGHT),
      body: [
        tableHead(columns),
        ...rows.map((row): TableCell[] => [
          { text: row.ordinal, alignment: 'center', ...middle },
          { text: row.name, ...middle },
          { text: row.post, ...middle },
          { text: row.subject, ...middle },
          { text: row.toldOn, alignment: 'center', ...middle },
          { text: row.acknowledged, fontSize: 8, italics: true, alignment: 'center', ...middle },
        ]),
      ],
    },
    layout: GRID,
    fontSize: SIZE.table,
    margin: [0, 10, 0, 0],
  };
}

function twoSides(left: Content[], right: Content[]): Content {
  return {
    margin: [0, 14, 0, 0],
    table: { widths: ['50%', '50%'], body: [[{ stack: left }, { stack: right }]] },
    layout: PLAIN,
  };
}

import type { Content, TableCell } from 'pdfmake';
import type { SummaryRowView, SummaryView } from '#shared/report/view/summary-model.ts';
import type { ReportResources } from '../resources.ts';
import { barRow } from './bars.ts';
import { finish, layOut } from './document.ts';
import { PAGE, PLAIN } from './layout.ts';
import { headingContent } from './letter-head.ts';
import { signMark } from './mark.ts';
import type { PdfKitDocument } from './pdfkit-surface.ts';

/** How large a page is set, and how much of a title stands; null: all of it. */
interface Setting {
  readonly size: number;
  /** Room above and below the text of a row. */
  readonly pad: number;
  /** Room for signature and seal. */
  readonly signature: number;
  readonly title: number | null;
}

/** Letters of the bars: below 8 points nobody reads them on a wall, and they never cost a title its words. */
const BAR_SIZES = { least: 9, most: 11 } as const;

/**
 * From a page that is read at a metre (cap height from 3 mm at 13 points) down to one that still can be read; only
 * when type can shrink no more are titles shortened, and figures never.
 */
const SETTINGS: readonly Setting[] = [
  ...[17, 16, 15, 14, 13, 12, 11].map((size) => ({ size, pad: size / 4, signature: 62, title: null })),
  ...[null, 130, 84, 42].map((title) => ({ size: 10.5, pad: 1.5, signature: 50, title })),
  ...[94, 48].map((title) => ({ size: 9.5, pad: 0.75, signature: 44, title })),
  ...[110, 56, 48, 40].map((title) => ({ size: 8.5, pad: 0.25, signature: 40, title })),
];

/**
 * Draws the summary as large as one page allows. With more objectives than a page can hold at the smallest type, the
 * table goes on to a second page rather than losing a row.
 */
export async function renderSummary(
  view: SummaryView,
  createdAt: Date,
  resources: ReportResources,
): Promise<Buffer> {
  let drawn: Buffer = Buffer.alloc(0);
  for (const setting of SETTINGS) {
    const pages = await layOut(
      {
        content: summaryContent(view, setting),
        footer: view.footer,
        watermark: view.watermark,
        title: view.title,
        author: view.author,
        creator: 'so-chat-luong',
        createdAt,
      },
      resources,
    );
    const count = pageCount(pages);
    drawn = await finish(pages);
    if (count === 1) break;
  }
  return drawn;
}

/** Pages laid out so far; pdfkit keeps the list in the root of the page tree. */
function pageCount(document: PdfKitDocument): number {
  const pages = document._root.data.Pages as { data: { Kids: unknown[] } };
  return pages.data.Kids.length;
}

function summaryContent(view: SummaryView, setting: Setting): Content[] {
  const { size } = setting;
  return [
    ...headingContent(view.heading),
    ...view.source.map(
      (text): Content => ({
        text,
        italics: true,
        fontSize: Math.min(size, 12),
        alignment: 'center',
        margin: [0, 6, 0, 0],
      }),
    ),
    flowLine(view, setting),
    ...bars(view, setting),
    { text: view.tally, bold: true, fontSize: Math.min(size, 13), margin: [0, size / 2, 0, 0] },
    objectivesTable(view, setting),
    foot(view, setting),
  ];
}

/** The composition of the flow as bars, while titles stand in full. */
function bars({ bars: shown }: SummaryView, { size, title }: Setting): Content[] {
  if (shown.length === 0 || title !== null) return [];
  return [barRow(shown, PAGE.width, Math.min(BAR_SIZES.most, Math.max(BAR_SIZES.least, size - 4)))];
}

/** The numbers of the flow side by side, each above what it counts. */
function flowLine({ flow, nothing }: SummaryView, { size }: Setting): Content {
  if (flow.length === 0)
    return { text: nothing, fontSize: Math.min(size, 13), alignment: 'center', margin: [0, 8, 0, 0] };
  return {
    margin: [0, 8, 0, 0],
    table: {
      widths: flow.map(() => `${100 / flow.length}%`),
      body: [
        flow.map(
          ({ value, label }): TableCell => ({
            stack: [
              { text: value, bold: true, fontSize: size + 3 },
              { text: label, fontSize: Math.min(size - 1, 11) },
            ],
            alignment: 'center',
          }),
        ),
      ],
    },
    layout: {
      ...PLAIN,
      hLineWidth: () => 0.5,
      vLineWidth: (line: number) => (line > 0 && line < flow.length ? 0.5 : 0),
      vLineColor: () => '#999999',
      paddingTop: () => 3,
      paddingBottom: () => 3,
      paddingLeft: () => 3,
      paddingRight: () => 3,
    },
  };
}

function objectivesTable({ columns, rows }: SummaryView, setting: Setting): Content {
  const { size, pad } = setting;
  const head = (text: string): TableCell => ({
    text,
    bold: true,
    alignment: 'center',
    verticalAlignment: 'middle',
  });
  return {
    margin: [0, size / 4, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', thresholdWidth(rows, size), 40 + size * 4.8, 14 + size * 6.8],
      body: [
        [columns.objective, columns.threshold, columns.result, columns.verdict].map(head),
        ...rows.map((row) => cells(row, setting)),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => '#555555',
      vLineColor: () => '#555555',
      paddingLeft: () => 4,
      paddingRight: () => 4,
      paddingTop: () => pad,
      paddingBottom: () => pad,
    },
    fontSize: size,
    lineHeight: 1,
  } as Content;
}

/** Room for `≥ 35%`; for `phấn đấu ≥ 35%` in two lines, or in one where lines are dear. */
function thresholdWidth(rows: readonly SummaryRowView[], size: number): number {
  const striven = rows.some(({ threshold }) => threshold.length > 8);
  return size * (!striven ? 3.6 : size < 11 ? 6.9 : 4.6);
}

function cells(row: SummaryRowView, { size, title }: Setting): TableCell[] {
  const middle = { verticalAlignment: 'middle' as const };
  const missed = row.mark === 'missed';
  return [
    { text: shortened(row.objective, title), ...middle },
    { text: row.threshold, alignment: 'center', ...middle },
    {
      text: [
        { text: row.percent, bold: true },
        ...(row.ratio === '' ? [] : [{ text: ` ${row.ratio}`, fontSize: size * 0.85 }]),
      ],
      alignment: 'center',
      ...middle,
    },
    {
      columns: [
        { ...(signMark(row.mark, size * 0.72) as object), width: size },
        { text: row.verdict, bold: missed || row.mark === 'met', width: '*' },
      ],
      columnGap: 2,
      ...middle,
    },
  ] as TableCell[];
}

/** A title cut to `most` characters at a word's end where there is one near. */
function shortened(text: string, most: number | null): string {
  if (most === null || text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > most * 0.6 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}

/** Where to ask on the left, who signs on the right. */
function foot({ contact, signature }: SummaryView, setting: Setting): Content {
  const size = Math.min(setting.size, 12);
  const width = PAGE.width * 0.55;
  return {
    unbreakable: true,
    margin: [0, 8, 0, 0],
    table: {
      widths: [width, '*'],
      body: [
        [
          {
            stack: [
              { text: contact.heading, bold: true, fontSize: size },
              ...contact.lines.map((line) => contactLine(line, size, width - 16)),
            ],
          },
          {
            stack: [
              { text: signature.authority, bold: true, alignment: 'center', fontSize: size },
              { text: signature.title, bold: true, alignment: 'center', fontSize: size },
              {
                text: signature.name,
                bold: true,
                alignment: 'center',
                fontSize: size,
                margin: [0, setting.signature, 0, 0],
              },
            ],
          },
        ],
      ],
    },
    layout: PLAIN,
  };
}

/** What is known, or a dotted line to write on. */
function contactLine(
  { label, value }: SummaryView['contact']['lines'][number],
  size: number,
  width: number,
): Content {
  const margin: [number, number, number, number] = [0, 4, 0, 0];
  if (value !== null) return { text: [`${label} `, { text: value, bold: true }], fontSize: size, margin };
  const from = size * 5.4;
  return {
    margin,
    columns: [
      { text: label, fontSize: size, width: from, noWrap: true },
      {
        width: '*',
        canvas: [
          {
            type: 'line',
            x1: 0,
            y1: size,
            x2: width - from,
            y2: size,
            lineWidth: 0.8,
            dash: { length: 1, space: 2.5 },
          },
        ],
      },
    ],
  };
}

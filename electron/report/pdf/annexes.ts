import type { Content } from 'pdfmake';
import type {
  AnnexHeadingView,
  FlowAnnexView,
  FormulaAnnexView,
  ReportView,
} from '#shared/report/view/view-model.ts';
import { codeContent } from './code.ts';
import { columnWidths, GRID, PAGE, SIZE } from './layout.ts';
import { tableHead } from './table-head.ts';

/** Phụ lục I on pages across, Phụ lục II on upright ones. */
export function annexContent(view: ReportView): Content[] {
  return [...flowAnnex(view.flowAnnex), ...formulaAnnex(view.formulaAnnex)];
}

function annexHeading(view: AnnexHeadingView, orientation: 'portrait' | 'landscape'): Content[] {
  return [
    {
      text: view.label,
      bold: true,
      fontSize: SIZE.title,
      alignment: 'center',
      pageBreak: 'before',
      pageOrientation: orientation,
    },
    { text: view.title, bold: true, fontSize: SIZE.body, alignment: 'center', margin: [0, 2, 0, 0] },
    {
      text: view.attachedTo,
      italics: true,
      fontSize: SIZE.small,
      alignment: 'center',
      margin: [0, 1, 0, 5],
    },
  ];
}

/** Biểu II.06a on pages across. */
export function flowAnnex(view: FlowAnnexView): Content[] {
  return [
    ...annexHeading(view, 'landscape'),
    {
      fontSize: SIZE.small,
      columns: [
        { width: PAGE.across - 182, stack: view.facts.map((text) => ({ text })) },
        {
          width: 170,
          stack: [
            { text: view.form, bold: true, alignment: 'right' },
            { text: view.measure, italics: true, alignment: 'right' },
          ],
        },
      ],
      columnGap: 12,
      margin: [0, 0, 0, 6],
    },
    flowTable(view),
  ];
}

function flowTable({ words, rows }: FlowAnnexView): Content {
  const head = (text: string, more: object = {}): Content =>
    ({ text, bold: true, alignment: 'center', verticalAlignment: 'middle', ...more }) as Content;
  // Cells over several rows are not centred by pdfmake; the head's height is constant, so the room above is too.
  const twoRows = (text: string): Content =>
    head(text, { rowSpan: 2, verticalAlignment: 'top', margin: [0, text.length > 7 ? 14 : 20, 0, 0] });
  const threeRows = (text: string, above: number): Content =>
    head(text, { rowSpan: 3, verticalAlignment: 'top', margin: [0, above, 0, 0] });
  const blank: Content = '';
  const body: Content[][] = [
    [
      threeRows(words.ordinal, 30),
      threeRows(words.field, 23),
      head(words.received, { colSpan: 4 }),
      blank,
      blank,
      blank,
      head(words.resolved, { colSpan: 4 }),
      blank,
      blank,
      blank,
      head(words.pending, { colSpan: 3 }),
      blank,
      blank,
    ],
    [
      blank,
      blank,
      twoRows(words.total),
      head(words.inPeriod, { colSpan: 2 }),
      blank,
      twoRows(words.carriedOver),
      twoRows(words.total),
      twoRows(words.early),
      twoRows(words.onTime),
      twoRows(words.late),
      twoRows(words.total),
      twoRows(words.inTime),
      twoRows(words.overdue),
    ],
    [blank, blank, blank, head(words.online), head(words.other), ...Array.from({ length: 8 }, () => blank)],
    Array.from({ length: 13 }, (_, index) => ({
      text: `(${index + 1})`,
      italics: true,
      fontSize: 9,
      alignment: 'center' as const,
    })),
    ...rows.map(({ ordinal, field, cells, sum }): Content[] => [
      { text: ordinal, alignment: 'center', bold: sum },
      { text: field, bold: sum },
      ...cells.map((text): Content => ({ text, alignment: 'right', bold: sum })),
    ]),
  ];
  return {
    table: {
      headerRows: 4,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columnWidths([24, '*', ...cellWidths], PAGE.across),
      body,
    },
    layout: GRID,
    fontSize: SIZE.wideTable,
  };
}

const cellWidths = [42, 42, 52, 42, 42, 42, 42, 42, 42, 42, 42];

function formulaAnnex(view: FormulaAnnexView): Content[] {
  const head = tableHead(view.columns);
  return [
    ...annexHeading(view, 'portrait'),
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: columnWidths([184, '*', '*']),
        body: [
          head,
          ...view.rows.map((row): Content[] => [
            { stack: [{ text: row.objective }, { text: row.formula, fontSize: 8 }] },
            { text: row.numerator },
            { text: row.denominator },
          ]),
        ],
      },
      // Little room, so that an ordinary report's box about the file below is not sent to a page of its own.
      layout: { ...GRID, paddingTop: () => 0.5, paddingBottom: () => 0.5 },
      fontSize: SIZE.annex,
    },
    { text: view.note, fontSize: SIZE.annex, italics: true, alignment: 'justify', margin: [0, 4, 0, 2] },
    ...view.rules.map(
      (text): Content => ({
        text: `- ${text}`,
        fontSize: SIZE.annex,
        alignment: 'justify',
        margin: [0, 0.5, 0, 0],
      }),
    ),
    codeContent(view.digital.code, [
      { text: view.digital.title, bold: true, fontSize: SIZE.annex },
      { text: view.digital.text, fontSize: 9, alignment: 'justify', margin: [0, 1, 0, 1] },
      { text: view.digital.digest, fontSize: 9 },
      ...(view.digital.entriesDigest === undefined
        ? []
        : [{ text: view.digital.entriesDigest, fontSize: 9 }]),
      ...(view.digital.changeLog === undefined ? [] : [{ text: view.digital.changeLog, fontSize: 9 }]),
    ]),
  ];
}

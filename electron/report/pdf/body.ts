import type { Content } from 'pdfmake';
import type { PaperLayout } from '#shared/report/paper-layout.ts';
import type { BlockView, ObjectiveRowView, ReportView } from '#shared/report/view/view-model.ts';
import { addressee } from './addressee.ts';
import { closingContent } from './closing.ts';
import { columnWidths, GRID, SIZE } from './layout.ts';
import { headingContent } from './letter-head.ts';
import { paragraph, sectionHeading } from './prose.ts';
import { tableHead } from './table-head.ts';

/** The upright part: letter head, body, recipients and signature block. */
export function bodyContent(view: ReportView, layout?: PaperLayout): Content[] {
  return [
    ...headingContent(view.heading),
    addressee(view.addressee),
    ...view.introduction.map(paragraph),
    ...view.sections.flatMap(({ heading, blocks }) => [sectionHeading(heading), ...blocks.map(block)]),
    closingContent(view, layout),
  ];
}

function block(view: BlockView): Content {
  switch (view.kind) {
    case 'paragraph':
      return paragraph(view.text);
    case 'note':
      return {
        unbreakable: true,
        stack: [{ text: view.text, italics: true, fontSize: SIZE.small, alignment: 'justify' }],
        margin: [0, 4, 0, 0],
      };
    case 'objectives':
      return objectivesTable(view.columns, view.rows);
  }
}

function objectivesTable(columns: readonly string[], rows: readonly ObjectiveRowView[]): Content {
  const head = tableHead(columns);
  const numbers = columns.map((_, index) => ({
    text: `(${index + 1})`,
    italics: true,
    fontSize: 9,
    alignment: 'center' as const,
  }));
  return {
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columnWidths([idWidth(rows), '*', thresholdWidth(rows), 65, 46, 62, 32]),
      body: [head, numbers, ...rows.map(objectiveCells)],
    },
    layout: GRID,
    fontSize: SIZE.table,
    margin: [0, 8, 0, 0],
  };
}

/** Room for the given sets' short ids, or for a unit's own longer ones, which go on in further lines. */
function idWidth(rows: readonly ObjectiveRowView[]): number {
  const longest = Math.max(0, ...rows.map(({ id }) => id.length));
  return longest <= 3 ? 20 : Math.min(62, 4 + 7 * longest);
}

/** Room for the given sets' whole percentages, or for a unit's own with two decimals, which stay in one line. */
function thresholdWidth(rows: readonly ObjectiveRowView[]): number {
  return rows.some(({ threshold }) => threshold.length > LONGEST_NARROW) ? 52 : 40;
}

/** Signs of „≥ 40,5%“, which the narrow column still holds. */
const LONGEST_NARROW = 7;

function objectiveCells(row: ObjectiveRowView): Content[] {
  const middle = { verticalAlignment: 'middle' as const };
  const bold = row.missed ? { bold: true } : {};
  return [
    { text: row.id, alignment: 'center', ...middle },
    { text: row.title, ...middle },
    { text: row.threshold, alignment: 'center', ...middle },
    { text: row.result, alignment: 'right', ...middle },
    { text: row.percent, alignment: 'right', ...middle, ...bold },
    { text: row.verdict, alignment: 'center', ...middle, ...bold },
    { text: row.short, alignment: 'right', ...middle },
  ] as Content[];
}

import type { Content, TableCell } from 'pdfmake';
import type { PlanGroupView, PlanView } from '#shared/report/view/paper-model.ts';
import { columnWidths, GRID, PAGE, SIZE } from './layout.ts';
import { tableHead } from './table-head.ts';

/**
 * The table of a plan: one row a measure, the objective and its threshold beside its first one. No row is cut; the
 * heading stands on every page, and every later row says to which objective it belongs, so that a page can be read
 * alone.
 */
export function planTable({ columns, groups }: PlanView): Content {
  const rows = groups.flatMap(groupRows);
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columnWidths([24, 112, '*', 76, 88, 74, 96], PAGE.across),
      body: [tableHead(columns), ...rows.map(({ cells }) => cells)],
    },
    layout: {
      ...GRID,
      // Rows of one objective are parted by a thinner line than objectives.
      hLineWidth: (line: number) => (line > 1 && rows[line - 1]?.continued === true ? 0.25 : 0.75),
    },
    fontSize: SIZE.table,
    margin: [0, 6, 0, 0],
  };
}

interface PlanRow {
  readonly cells: TableCell[];
  readonly continued: boolean;
}

function groupRows(group: PlanGroupView): PlanRow[] {
  const named: TableCell = {
    stack: [
      { text: group.objective, bold: true },
      ...(group.threshold === null ? [] : [{ text: group.threshold, margin: [0, 2, 0, 0] as Margin }]),
    ],
  };
  if (group.rows.length === 0) {
    const none: TableCell = { text: group.none, italics: true, colSpan: 5 };
    return [{ cells: ['', named, none, '', '', '', ''], continued: false }];
  }
  return group.rows.map((row, index) => ({
    continued: index > 0,
    cells: [
      { text: row.ordinal, alignment: 'center' },
      index === 0 ? named : { text: group.continued, italics: true, fontSize: 9 },
      { text: row.measure },
      { text: row.resources },
      { text: row.owner },
      { text: row.time },
      { text: row.assessment },
    ],
  }));
}

type Margin = [number, number, number, number];

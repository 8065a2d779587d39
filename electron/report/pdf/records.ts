import { setImmediate as nextTurn } from 'node:timers/promises';
import { fill } from '#shared/i18n/fill.ts';
import type { RecordColumnName, RecordsView } from '#shared/report/view/records-model.ts';
import type { ReportResources } from '../resources.ts';
import { type Canvas, canvasOn, type Face, wrap } from './canvas.ts';
import { finish, layOut } from './document.ts';
import { PAGE } from './layout.ts';

/** A4 lying on its side. */
const [WIDTH, HEIGHT] = [841.89, 595.28];
const [LEFT, TOP, RIGHT, BOTTOM] = PAGE.margins;
const ROOM = WIDTH - LEFT - RIGHT;
const SIZE = 9;
const LINE = 10.6;
const PAD = 3;
/** Width of each column in points; null: what is left. */
const WIDTHS: Readonly<Record<RecordColumnName, number | null>> = {
  ordinal: 34,
  code: 118,
  procedure: null,
  channel: 54,
  receivedOn: 54,
  dueOn: 54,
  resolvedOn: 54,
  handler: 76,
  cause: 128,
  entry: null,
  ledger: 110,
  day: 56,
  due: 56,
  done: 56,
  count: 52,
};
/** Columns of numbers and days. */
const RIGHTWARD: ReadonlySet<RecordColumnName> = new Set(['ordinal', 'count']);

/** Told of pages drawn, and waited for. */
export type ToldPages = (pages: { readonly done: number; readonly total: number } | null) => Promise<void>;

interface Column {
  readonly label: readonly string[];
  readonly x: number;
  readonly room: number;
  readonly rightward: boolean;
}

/**
 * Draws the list page by page: rows are measured first, so that every page can say how many there are, then drawn and
 * written out one page at a time. Whoever shares the process is served between pages; `told` learns how many are drawn, of
 * how many (null: they are still being measured), and what it throws ends the drawing.
 */
export async function renderRecords(
  view: RecordsView,
  createdAt: Date,
  resources: ReportResources,
  told: ToldPages = () => nextTurn(),
): Promise<Buffer> {
  const { title, author, orientation } = view;
  const document = await layOut(
    {
      content: [{ text: '' }],
      footer: '',
      watermark: null,
      title,
      author,
      orientation,
      creator: 'so-chat-luong',
      createdAt,
    },
    resources,
  );
  const canvas = canvasOn(document, resources);
  const columns = placed(canvas, view);
  const headEnds = head(canvas, view);
  const starts = await pageStarts(canvas, view, columns, headEnds, told);
  for (const [index, start] of starts.entries()) {
    if (index > 0) canvas.nextPage(WIDTH, HEIGHT);
    let y = index === 0 ? headEnds : TOP;
    if (view.rows.length === 0) canvas.text(view.none, LEFT, y, 'italics', 11);
    else {
      const top = y;
      y = tableHead(canvas, columns, y);
      for (const row of view.rows.slice(start, starts[index + 1])) y = drawRow(canvas, columns, row, y);
      for (const x of [...columns.map((column) => column.x), LEFT + ROOM]) canvas.line(x, top, x, y);
    }
    foot(canvas, view, index + 1, starts.length);
    await told({ done: index + 1, total: starts.length });
  }
  return finish(document);
}

function placed(canvas: Canvas, { columns }: RecordsView): Column[] {
  const fixed = columns.reduce((sum, { name }) => sum + (WIDTHS[name] ?? 0), 0);
  let x = LEFT;
  return columns.map(({ name, label }) => {
    const width = WIDTHS[name] ?? ROOM - fixed;
    const column = {
      x,
      room: width - 2 * PAD,
      label: wrap(canvas, label, width - 2 * PAD, 'bold', SIZE),
      rightward: RIGHTWARD.has(name),
    };
    x += width;
    return column;
  });
}

/** What stands above the table of the first page; answers where the table begins. */
function head(canvas: Canvas, view: RecordsView): number {
  let y = TOP;
  const put = (text: string, face: Face, size: number, centred: boolean, room = ROOM): void => {
    for (const line of wrap(canvas, text, room, face, size)) {
      const x = centred ? LEFT + (ROOM - canvas.width(line, face, size)) / 2 : LEFT;
      canvas.text(line, x, y, face, size);
      y += size * 1.2;
    }
  };
  const markWidth = canvas.width(view.mark, 'bold', 10) + 12;
  canvas.box(LEFT + ROOM - markWidth, y - 4, markWidth, 19);
  canvas.text(view.mark, LEFT + ROOM - markWidth + 6, y, 'bold', 10);
  put(view.unit.toUpperCase(), 'bold', 11, false, ROOM - markWidth - 16);
  y += 12;
  put(view.heading, 'bold', 14, true);
  put(view.objective, 'bold', 12, true);
  y += 5;
  for (const fact of view.facts) put(fact, 'normal', 10.5, false);
  return y + 6;
}

/** Indexes of the rows with which pages begin; a list without rows is one page. */
async function pageStarts(
  canvas: Canvas,
  { rows }: RecordsView,
  columns: readonly Column[],
  headEnds: number,
  told: ToldPages,
): Promise<number[]> {
  const starts = [0];
  const headHeight = headRowHeight(columns);
  let y = headEnds + headHeight;
  for (const [index, row] of rows.entries()) {
    const height = heightOf(cellLines(canvas, columns, row));
    if (y + height > HEIGHT - BOTTOM) {
      starts.push(index);
      y = TOP + headHeight;
      if (starts.length % 8 === 0) await told(null);
    }
    y += height;
  }
  return starts;
}

function cellLines(canvas: Canvas, columns: readonly Column[], row: readonly string[]): string[][] {
  return columns.map(({ room }, at) => wrap(canvas, row[at] ?? '', room, 'normal', SIZE));
}

function heightOf(cells: readonly (readonly string[])[]): number {
  return Math.max(...cells.map(({ length }) => length)) * LINE + 4;
}

function headRowHeight(columns: readonly Column[]): number {
  return heightOf(columns.map(({ label }) => label)) + 2;
}

function tableHead(canvas: Canvas, columns: readonly Column[], y: number): number {
  const height = headRowHeight(columns);
  canvas.line(LEFT, y, LEFT + ROOM, y);
  for (const { x, room, label } of columns) {
    const top = y + (height - label.length * LINE) / 2;
    for (const [at, line] of label.entries())
      canvas.text(
        line,
        x + PAD + (room - canvas.width(line, 'bold', SIZE)) / 2,
        top + at * LINE,
        'bold',
        SIZE,
      );
  }
  canvas.line(LEFT, y + height, LEFT + ROOM, y + height);
  return y + height;
}

function drawRow(canvas: Canvas, columns: readonly Column[], row: readonly string[], y: number): number {
  const cells = cellLines(canvas, columns, row);
  const height = heightOf(cells);
  for (const [at, { x, room, rightward }] of columns.entries())
    for (const [number, line] of (cells[at] ?? []).entries()) {
      const inset = rightward ? room - canvas.width(line, 'normal', SIZE) : 0;
      canvas.text(line, x + PAD + inset, y + 2 + number * LINE, 'normal', SIZE);
    }
  canvas.line(LEFT, y + height, LEFT + ROOM, y + height);
  return y + height;
}

function foot(canvas: Canvas, view: RecordsView, page: number, pages: number): void {
  if (view.watermark !== null) canvas.watermark(view.watermark, WIDTH, HEIGHT);
  const y = HEIGHT - BOTTOM + 14;
  const size = 8;
  const number = fill(view.page, { page, pages });
  canvas.text(view.mark, LEFT, y, 'italics', size);
  canvas.text(number, LEFT + ROOM - canvas.width(number, 'bold', size), y, 'bold', size);
  const [second = ''] = wrap(canvas, view.footer, ROOM, 'normal', size);
  canvas.text(second, LEFT, y + 11, 'normal', size);
}

import type { Content } from 'pdfmake';
import type { BarFill, SummaryBar } from '#shared/report/view/summary-bars.ts';
import { PLAIN } from './layout.ts';

const PAINT: Readonly<Record<BarFill, string>> = {
  dark: '#555555',
  grey: '#d0d0d0',
  stripes: '#ffffff',
  empty: '#ffffff',
};
type CanvasElement = Extract<Content, { canvas: unknown }>['canvas'][number];

/** Points between two stripes. */
const STRIPE = 3;
const GAP = 18;
/** Letters from this size on, points, are large. */
const LARGE = 9.5;

/** Bars side by side over a width, each with its name above and its parts in words below: lines, no picture. */
export function barRow(bars: readonly SummaryBar[], across: number, fontSize: number): Content {
  const width = (across - (bars.length - 1) * GAP) / bars.length;
  return {
    margin: [0, 6, 0, 0],
    columnGap: GAP,
    columns: bars.map((bar) => ({ width, stack: barContent(bar, width, fontSize) })),
  };
}

function barContent({ label, parts }: SummaryBar, width: number, fontSize: number): Content[] {
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  let counted = 0;
  const canvas = parts.flatMap(({ count, fill }) => {
    const from = (counted / whole) * width;
    counted += count;
    return filled(fill, from, (counted / whole) * width - from, fontSize * 0.8);
  });
  return [
    { text: label, bold: true, fontSize },
    { canvas, margin: [0, 2, 0, 2] },
    ...legendLines(parts, fontSize).map((line): Content => legend(line, fontSize)),
  ];
}

/** In large letters, where there is room below, two parts stand in a line: more would reach over the margin. */
function legendLines(parts: SummaryBar['parts'], fontSize: number): SummaryBar['parts'][] {
  if (fontSize < LARGE) return [parts];
  return parts.flatMap((_, at) => (at % 2 === 0 ? [parts.slice(at, at + 2)] : []));
}

function legend(parts: SummaryBar['parts'], fontSize: number): Content {
  return {
    layout: PLAIN,
    table: {
      widths: parts.map(() => 'auto'),
      body: [
        parts.map(
          ({ value, label, fill }): Content => ({
            margin: [0, 0, fontSize, 0],
            columnGap: 3,
            columns: [
              {
                width: fontSize * 0.8,
                canvas: filled(fill, 0, fontSize * 0.75, fontSize * 0.75),
                margin: [0, 1, 0, 0],
              },
              { width: 'auto', text: [{ text: value, bold: true }, ` ${label}`], fontSize, noWrap: true },
            ],
          }),
        ),
      ],
    },
  };
}

/** A filled rectangle with its outline. */
function filled(fill: BarFill, x: number, w: number, h: number): CanvasElement[] {
  const lines: CanvasElement[] = [];
  if (fill === 'stripes')
    for (let at = STRIPE / 2; at < w; at += STRIPE)
      lines.push({ type: 'line', x1: x + at, y1: 0, x2: x + at, y2: h, lineWidth: 0.8 });
  return [
    { type: 'rect', x, y: 0, w, h, color: PAINT[fill], lineWidth: 0.5, lineColor: '#000000' },
    ...lines,
  ];
}

import type { Content } from 'pdfmake';
import type { CodeView } from '#shared/report/view/view-model.ts';
import { columnWidths, GRID } from './layout.ts';

/**
 * Room for a code: 2 points (0.7 mm) a module up to version 10, which holds the longest id; a phone's camera and a
 * counter's scanner both read that from plain paper.
 */
const QR_ROOM = 114;

/** A box with what names a paper and its file, and beside it the QR code; never parted by the end of a page. */
export function codeContent({ lines, qr }: CodeView, above: Content[] = []): Content {
  const text: Content = {
    stack: [...above, ...lines.map((line): Content => ({ text: line, fontSize: 9, margin: [0, 1, 0, 0] }))],
    margin: [2, 2, 2, 3],
  };
  const code: Content[] =
    qr === null
      ? []
      : [
          {
            stack: [
              { qr: qr.text, fit: QR_ROOM, eccLevel: 'M', alignment: 'center' },
              { text: qr.label, fontSize: 8, alignment: 'center', margin: [0, 3, 0, 0] },
            ],
            margin: [0, 7, 0, 3],
          },
        ];
  return {
    unbreakable: true,
    margin: [0, 6, 0, 0],
    table: { widths: columnWidths(['*', ...code.map(() => QR_ROOM + 10)]), body: [[text, ...code]] },
    layout: {
      ...GRID,
      vLineWidth: (at: number, { table }: { table: { widths: unknown[] } }) =>
        at === 0 || at === table.widths.length ? 0.5 : 0,
    },
  } as Content;
}

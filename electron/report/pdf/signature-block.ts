import type { Content } from 'pdfmake';
import { type PaperLayout, roomHeight } from '#shared/report/paper-layout.ts';
import type { SignatureView } from '#shared/report/view/view-model.ts';
import { MM } from './layout.ts';

/** Width of a signature's picture and of the frame of the PDF signature. */
export const SIGNATURE_WIDTH = 60 * MM;

/** Name by which {@link framesOf} finds the frame among what was laid out. */
const FRAME = 'signature-frame';

/**
 * Authority, title, room for signature and seal, name (NĐ 30/2020, Phụ lục I). `guides` outlines the places of the
 * signature's picture and of the seal, which no paper that leaves the office has.
 */
export function signatureBlock(
  { authority, title, name, mark }: SignatureView,
  layout: PaperLayout,
  guides = false,
): Content[] {
  const height = Math.round(roomHeight(layout) * MM * 100) / 100;
  const drawn = room(mark, height, layout, guides);
  return [
    { text: authority, bold: true, alignment: 'center' },
    { text: title, bold: true, alignment: 'center' },
    ...drawn,
    { text: name, bold: true, alignment: 'center', margin: [0, drawn.length === 0 ? height : 0, 0, 0] },
  ];
}

/** Blank between the frame and the lines above and below it. */
const AROUND = 4;

/** What is drawn between title and name, as high as the room; nothing where the room is blank. */
function room(
  mark: SignatureView['mark'],
  height: number,
  { seal }: PaperLayout,
  guides: boolean,
): Content[] {
  const frame = { type: 'rect', x: 0, y: AROUND, w: SIGNATURE_WIDTH, h: height - 2 * AROUND, lineWidth: 0.5 };
  const dash = { length: 3 };
  const grey = '#777777';
  const drawn = [
    ...(mark === undefined ? [] : [{ ...frame, name: FRAME }]),
    ...(mark === undefined && guides ? [{ ...frame, dash, lineColor: grey }] : []),
    ...(guides && seal !== null ? [{ ...sealPlace(seal * MM, height), dash, lineColor: grey }] : []),
  ];
  if (drawn.length === 0) return [];
  const lowest = Math.max(height - AROUND, guides && seal !== null ? (height + seal * MM) / 2 : 0);
  return [
    { canvas: drawn as never, alignment: 'center', margin: [0, 0, 0, height - lowest] },
    ...(mark === undefined ? [] : [markText(mark, height)]),
  ];
}

/** The seal covers a third of the signature at its left. */
function sealPlace(diameter: number, height: number): object {
  const radius = diameter / 2;
  return { type: 'ellipse', x: SIGNATURE_WIDTH / 3 - radius, y: height / 2, r1: radius, r2: radius };
}

const MARK_SIZE = 10;

/** The lines of the mark over the frame that was drawn above them, then down to the name again. */
function markText(mark: readonly string[], height: number): Content {
  const lines = mark.length;
  const lineHeight = MARK_SIZE * 1.22;
  const above = Math.max(6, (height - lines * lineHeight) / 2);
  return {
    table: {
      widths: ['*', SIGNATURE_WIDTH - 8, '*'],
      heights: height,
      body: [
        [
          '',
          {
            stack: mark.map((text) => ({ text, fontSize: MARK_SIZE, alignment: 'center' as const })),
            margin: [0, above, 0, 0],
          },
          '',
        ],
      ],
    },
    layout: 'noBorders',
    margin: [0, -height, 0, 0],
  };
}

/** A frame as it was laid out, in points from the top left of its page (from 0). */
export interface Frame {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The frame of the PDF signature on the pages that pdfmake laid out; null where none was drawn. */
export function frameOf(
  pages: readonly { readonly items: readonly { type: string; item: object }[] }[],
): Frame | null {
  for (const [page, { items }] of pages.entries())
    for (const { type, item } of items) {
      const { name, x, y, w, h } = item as { name?: string; x: number; y: number; w: number; h: number };
      if (type === 'vector' && name === FRAME) return { page, x, y, width: w, height: h };
    }
  return null;
}

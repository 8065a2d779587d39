import type { ReportResources } from '../resources.ts';
import type { PdfKitDocument } from './pdfkit-surface.ts';

export type Face = 'normal' | 'bold' | 'italics';

/** Drawing on pages by hand, for papers too long to be laid out as a whole. Points from the top left corner. */
export interface Canvas {
  text(text: string, x: number, y: number, face: Face, size: number): void;
  /** Width of a text in points. */
  width(text: string, face: Face, size: number): number;
  line(x1: number, y1: number, x2: number, y2: number): void;
  box(x: number, y: number, width: number, height: number): void;
  /** Across the page, as on the other papers. */
  watermark(text: string, pageWidth: number, pageHeight: number): void;
  /** Ends the page, which is written and forgotten, and begins the next. */
  nextPage(width: number, height: number): void;
}

/** The methods of pdfkit 0.19.1 that {@link Canvas} uses. */
interface Drawing {
  /** The font in use; setting it is what `font` does once a font is open. */
  _font: unknown;
  registerFont(name: string, font: Buffer): Drawing;
  font(name: string): Drawing;
  fontSize(size: number): Drawing;
  text(text: string, x: number, y: number, options: { readonly lineBreak: false }): Drawing;
  widthOfString(text: string): number;
  moveTo(x: number, y: number): Drawing;
  lineTo(x: number, y: number): Drawing;
  rect(x: number, y: number, width: number, height: number): Drawing;
  lineWidth(width: number): Drawing;
  stroke(): Drawing;
  save(): Drawing;
  restore(): Drawing;
  rotate(angle: number, options: { readonly origin: readonly [number, number] }): Drawing;
  fillColor(colour: string): Drawing;
  fillOpacity(opacity: number): Drawing;
  flushPages(): void;
  addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): Drawing;
}

/** Widths of words kept per face and size: texts of a list recur. */
const WIDTHS_MAX = 50_000;

/** Draws on a document that was laid out with one empty page. */
export function canvasOn(document: PdfKitDocument, { fonts }: ReportResources): Canvas {
  const drawing = document as unknown as Drawing;
  // Opened once: `font` would read the file again each time, for the layout already opened the same one.
  const opened = new Map<Face, unknown>();
  const use = (face: Face, size: number): Drawing => {
    if (!opened.has(face)) opened.set(face, drawing.registerFont(face, fonts[face]).font(face)._font);
    drawing._font = opened.get(face);
    return drawing.fontSize(size);
  };
  let widths = new Map<string, number>();
  return {
    text(text, x, y, face, size) {
      if (text !== '') use(face, size).text(text, x, y, { lineBreak: false });
    },
    width(text, face, size) {
      const key = `${face}${size} ${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      if (widths.size > WIDTHS_MAX) widths = new Map();
      const width = use(face, size).widthOfString(text);
      widths.set(key, width);
      return width;
    },
    line(x1, y1, x2, y2) {
      drawing.lineWidth(0.5).moveTo(x1, y1).lineTo(x2, y2).stroke();
    },
    box(x, y, width, height) {
      drawing.lineWidth(0.8).rect(x, y, width, height).stroke();
    },
    watermark(text, pageWidth, pageHeight) {
      const size = 72;
      const width = use('bold', size).widthOfString(text);
      const origin = [pageWidth / 2, pageHeight / 2] as const;
      drawing.save().rotate(-35, { origin }).fillColor('#b00020').fillOpacity(0.14);
      drawing.text(text, origin[0] - width / 2, origin[1] - size / 2, { lineBreak: false });
      drawing.restore();
      drawing.fillColor('#000000').fillOpacity(1);
    },
    nextPage(width, height) {
      drawing.flushPages();
      drawing.addPage({ size: [width, height], margin: 0 });
    },
  };
}

/** Breaks a text into lines no wider than `room`: at blanks, and inside a word only where it is wider than a line. */
export function wrap(canvas: Canvas, text: string, room: number, face: Face, size: number): string[] {
  const lines: string[] = [];
  const blank = canvas.width(' ', face, size);
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    for (const piece of pieces(canvas, word, room, face, size)) {
      const width = canvas.width(piece.text, face, size);
      const joined = line === '' || piece.glued ? used + width : used + blank + width;
      if (line !== '' && joined > room) {
        lines.push(line);
        line = piece.text;
        used = width;
      } else {
        line = line === '' ? piece.text : `${line}${piece.glued ? '' : ' '}${piece.text}`;
        used = joined;
      }
    }
  }
  lines.push(line);
  return lines;
}

/** A word, or its parts where it is wider than a line; `glued`: it goes on without a blank. */
function pieces(
  canvas: Canvas,
  word: string,
  room: number,
  face: Face,
  size: number,
): { readonly text: string; readonly glued: boolean }[] {
  if (canvas.width(word, face, size) <= room) return [{ text: word, glued: false }];
  const parts: { text: string; glued: boolean }[] = [];
  let part = '';
  let used = 0;
  for (const sign of word) {
    const width = canvas.width(sign, face, size);
    if (part !== '' && used + width > room) {
      parts.push({ text: part, glued: parts.length > 0 });
      part = '';
      used = 0;
    }
    part += sign;
    used += width;
  }
  parts.push({ text: part, glued: parts.length > 0 });
  return parts;
}

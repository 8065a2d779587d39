import type { PdfFile } from '../pdf-file.ts';
import { dictionaryOf, streamContent } from '../pdf-file.ts';
import type { PdfDictionary, PdfValue } from '../pdf-values.ts';

/** A rectangle on a page in points, origin at the lower left. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A line of text as it stands on a page, blanks run together. */
export interface TextBox extends Box {
  readonly text: string;
}

/** What the report itself draws on a page. */
export interface PageMap {
  readonly id: number;
  readonly texts: readonly TextBox[];
  /** Ruled lines. */
  readonly rules: readonly Box[];
}

/** Where text and lines stand on each page of a report. Reads only what the report's own writer draws. */
export function mapPages(file: PdfFile): PageMap[] {
  const catalog = dictionaryOf(file, file.trailer.get('Root'));
  const kids = dictionaryOf(file, catalog.get('Pages')).get('Kids');
  if (kids?.kind !== 'array') return [];
  const fonts = new Map<number, Font>();
  return kids.items.flatMap((kid) => {
    if (kid.kind !== 'reference') return [];
    const page = dictionaryOf(file, kid);
    const contents = page.get('Contents');
    if (contents?.kind !== 'reference') return [];
    const resources = dictionaryOf(file, page.get('Resources'));
    const named = resources.has('Font') ? dictionaryOf(file, resources.get('Font')) : new Map();
    const fontOf = (name: string): Font | null => {
      const value: PdfValue | undefined = named.get(name);
      if (value?.kind !== 'reference') return null;
      const font = fonts.get(value.id) ?? readFont(file, dictionaryOf(file, value));
      fonts.set(value.id, font);
      return font;
    };
    const drawn = trace(streamContent(file, file.object(contents.id)).toString('latin1'), fontOf);
    return [{ id: kid.id, texts: joinLines(drawn.texts), rules: drawn.rules }];
  });
}

interface Font {
  /** Thousandths of the size by glyph. */
  readonly widths: readonly number[];
  readonly letters: readonly string[];
}

function readFont(file: PdfFile, font: PdfDictionary): Font {
  const descendants = font.get('DescendantFonts');
  const first = descendants?.kind === 'array' ? descendants.items[0] : undefined;
  const list = first === undefined ? undefined : dictionaryOf(file, first).get('W');
  const inner = list?.kind === 'array' ? list.items[1] : undefined;
  const widths =
    inner?.kind === 'array' ? inner.items.map((one) => (one.kind === 'number' ? one.value : 0)) : [];
  const unicode = font.get('ToUnicode');
  const map =
    unicode?.kind === 'reference' ? streamContent(file, file.object(unicode.id)).toString('latin1') : '';
  const letters = new Map<number, string>();
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, hex = ''], index) => {
      const units = hex.split(' ').map((unit) => Number.parseInt(unit, 16));
      letters.set(Number.parseInt(from, 16) + index, String.fromCharCode(...units));
    });
  }
  return {
    widths,
    letters: Array.from({ length: widths.length }, (_, glyph) => letters.get(glyph) ?? '\ufffd'),
  };
}

type Matrix = readonly [number, number, number, number, number, number];

/** Follows the few operators that the writer uses. */
function trace(content: string, fontOf: (name: string) => Font | null): { texts: TextBox[]; rules: Box[] } {
  const texts: TextBox[] = [];
  const rules: Box[] = [];
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let text: Matrix = matrix;
  let font: Font | null = null;
  let size = 0;
  let path: [number, number][] = [];
  for (const line of content.split('\n')) {
    const words = line.split(' ');
    const operator = words.at(-1);
    const n = words.slice(0, -1).map(Number);
    if (operator === 'q') stack.push(matrix);
    else if (operator === 'Q') matrix = stack.pop() ?? matrix;
    else if (operator === 'cm' && n.length === 6) matrix = multiply(n as never, matrix);
    else if (operator === 'Tm' && n.length === 6) text = multiply(n as never, matrix);
    else if (operator === 'Tf') {
      font = fontOf((words[0] ?? '').slice(1));
      size = n[1] ?? 0;
    } else if (operator === 'TJ' && font) texts.push(textBox(line, font, size, text));
    else if ((operator === 'm' || operator === 'l') && n.length === 2)
      path.push(apply(matrix, n[0] ?? 0, n[1] ?? 0));
    else if (operator === 're' && n.length === 4) {
      const [x = 0, y = 0, width = 0, height = 0] = n;
      path.push(apply(matrix, x, y), apply(matrix, x + width, y + height));
    } else if (operator === 'S' || operator === 'f' || operator === 'B') {
      if (path.length > 0) rules.push(hull(path));
      path = [];
    }
  }
  return { texts, rules };
}

function textBox(line: string, font: Font, size: number, [a, , , d, x, y]: Matrix): TextBox {
  let width = 0;
  let text = '';
  for (const [, hex, shift] of line.matchAll(/<([0-9a-f]*)>|(-?[\d.]+)/g)) {
    if (hex === undefined) {
      width -= Number(shift);
      continue;
    }
    for (let at = 0; at + 4 <= hex.length; at += 4) {
      const glyph = Number.parseInt(hex.slice(at, at + 4), 16);
      width += font.widths[glyph] ?? 1000;
      text += font.letters[glyph] ?? '\ufffd';
    }
  }
  const scale = size / 1000;
  // Ascent and descent of the paper font, marks above capitals included.
  return {
    text,
    left: x,
    right: x + width * scale * a,
    bottom: y - 0.22 * size * Math.abs(d),
    top: y + 0.9 * size * Math.abs(d),
  };
}

/** Pieces of one line, in their order, become one text where no wide gap parts them. */
function joinLines(pieces: readonly TextBox[]): TextBox[] {
  const lines: TextBox[] = [];
  for (const piece of [...pieces].sort((a, b) => b.bottom - a.bottom || a.left - b.left)) {
    const at = lines.findIndex(
      (line) =>
        Math.abs(line.bottom - piece.bottom) < 0.5 && piece.left - line.right < 8 && piece.left >= line.left,
    );
    const line = lines[at];
    if (line === undefined) lines.push(piece);
    else lines[at] = { ...hullOf([line, piece]), text: line.text + piece.text };
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/gu, ' ').trim() }));
}

export function hullOf(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.max(...boxes.map(({ top }) => top)),
  };
}

function hull(points: readonly [number, number][]): Box {
  return hullOf(points.map(([x, y]) => ({ left: x, right: x, bottom: y, top: y })));
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

import { execFileSync } from 'node:child_process';

/** A page as grey dots, row by row, 0 black to 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** Dots per millimetre of all pictures here. */
const DPI = 150;
export const DOTS_PER_MM = DPI / 25.4;
/** A dot darker than this belongs to a rule or a letter. */
const INK = 128;

/** Draws a page (from 1) of a PDF by Poppler, which is neither what the app draws with nor what prints. */
export function pictureOf(pdf: string, page: number): Picture {
  const grey = execFileSync('pdftoppm', ['-gray', '-r', String(DPI), '-f', `${page}`, '-l', `${page}`, pdf], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(grey.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('pdftoppm wrote no picture');
  return { width: Number(head[1]), height: Number(head[2]), dots: grey.subarray(head[0].length) };
}

/** The picture turned a quarter to the left. */
export function turnedLeft({ width, height, dots }: Picture): Picture {
  const turned = new Uint8Array(dots.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) turned[(width - 1 - x) * height + y] = dots[y * width + x] ?? 255;
  return { width: height, height: width, dots: turned };
}

/** Side of the squares by which pictures are compared, in dots: a millimetre. */
const SQUARE = 6;

/**
 * Mean difference of two pictures seen from afar, 0 (the same) to 255: square by square of a millimetre, because every
 * program smooths the edges of letters in its own way. What only one of them has at the right and lower rim counts nothing.
 */
export function meanDifference(a: Picture, b: Picture): number {
  const columns = Math.floor(Math.min(a.width, b.width) / SQUARE);
  const lines = Math.floor(Math.min(a.height, b.height) / SQUARE);
  let sum = 0;
  for (let line = 0; line < lines; line += 1)
    for (let column = 0; column < columns; column += 1)
      sum += Math.abs(shade(a, column, line) - shade(b, column, line));
  return sum / (columns * lines);
}

function shade({ width, dots }: Picture, column: number, line: number): number {
  let sum = 0;
  for (let y = line * SQUARE; y < (line + 1) * SQUARE; y += 1)
    for (let x = column * SQUARE; x < (column + 1) * SQUARE; x += 1) sum += dots[y * width + x] ?? 255;
  return sum / SQUARE ** 2;
}

/** Where the ink begins and ends, in mm from the left and upper edge of the sheet. */
export function inkBox({ width, height, dots }: Picture): {
  left: number;
  top: number;
  right: number;
  bottom: number;
} {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if ((dots[y * width + x] ?? 255) >= INK) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  return {
    left: left / DOTS_PER_MM,
    top: top / DOTS_PER_MM,
    right: right / DOTS_PER_MM,
    bottom: bottom / DOTS_PER_MM,
  };
}

/** Rules across at least `share` of the sheet: mm from its upper edge, those that touch counted once. */
export function rules({ width, height, dots }: Picture, share = 0.4): number[] {
  const found: number[] = [];
  let last = -9;
  for (let y = 0; y < height; y += 1) {
    let longest = 0;
    let run = 0;
    for (let x = 0; x < width; x += 1) {
      run = (dots[y * width + x] ?? 255) < 200 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    if (longest < width * share) continue;
    if (y - last > 2) found.push(y / DOTS_PER_MM);
    last = y;
  }
  return found;
}

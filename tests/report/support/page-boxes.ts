import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapPages } from '#electron/report/verify/later/page-map.ts';
import { readPdfFile } from '#electron/report/verify/pdf-file.ts';
import { inFolder } from './tools.ts';

/** A word on a page in points from the top left, as poppler finds it. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface BoxedPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  /** All words of the body in reading order, one blank between them. */
  readonly text: string;
  /** The page's number as printed above the body; null where there is none. */
  readonly number: string | null;
  readonly footer: string;
}

const MM = 72 / 25.4;
/** NĐ 30/2020, Phụ lục I: left 30, top 20, right 15, bottom 20 mm. */
const MARGIN = { left: 30 * MM, top: 20 * MM, right: 15 * MM, bottom: 20 * MM };
/** Glyphs' own boxes reach over the line by a little. */
const SLACK = 1.5;

/** The pages of a paper with every word's place; a watermark's letters, which stand askew, are left out. */
export function boxedPages(pdf: Uint8Array, watermark: string | null = null): BoxedPage[] {
  const html = inFolder((folder) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdftotext', ['-bbox', '-enc', 'UTF-8', file, '-'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  });
  const letters = new Set((watermark ?? '').replace(/\s/g, ''));
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(
    ([, wide = '', high = '', inner = '']) => {
      const height = Number(high);
      const all = [
        ...inner.matchAll(
          /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g,
        ),
      ]
        .map(([, left, top, right, bottom, text = '']) => ({
          text: text
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&quot;/g, '"')
            .replace(/&amp;/g, '&'),
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        }))
        .filter(
          ({ text, top, bottom }) => !(bottom - top > 30 && [...text].every((one) => letters.has(one))),
        );
      const words = all.filter(
        ({ top, bottom }) => bottom > MARGIN.top - SLACK && top < height - MARGIN.bottom - SLACK,
      );
      const above = all.filter(({ bottom }) => bottom <= MARGIN.top - SLACK);
      const below = all.filter(({ top }) => top >= height - MARGIN.bottom - SLACK);
      const joined = (some: readonly Word[]): string => some.map(({ text }) => text).join(' ');
      return {
        width: Number(wide),
        height,
        words,
        text: joined(words),
        number: above.length === 0 ? null : joined(above),
        footer: joined(below),
      };
    },
  );
}

/** Words and lines that stand outside the margins of their page. */
export function outsideMargins(pdf: Buffer, pages: readonly BoxedPage[]): string[] {
  const words = pages.flatMap(({ words: all, width, height }, index) =>
    all
      .filter(
        ({ left, top, right, bottom }) =>
          left < MARGIN.left - SLACK ||
          right > width - MARGIN.right + SLACK ||
          top < MARGIN.top - SLACK - 3 ||
          bottom > height - MARGIN.bottom + SLACK + 2,
      )
      .map(({ text }) => `page ${index + 1}: ${text}`),
  );
  const rules = mapPages(readPdfFile(pdf)).flatMap(({ rules: all }, index) => {
    const { width, height } = pages[index] ?? { width: 0, height: 0 };
    return all
      .filter(
        ({ left, right, bottom, top }) =>
          left < MARGIN.left - SLACK ||
          right > width - MARGIN.right + SLACK ||
          bottom < MARGIN.bottom - SLACK ||
          top > height - MARGIN.top + SLACK,
      )
      .map(
        ({ left, right, bottom, top }) => `page ${index + 1}: line ${[left, bottom, right, top].join(' ')}`,
      );
  });
  return [...words, ...rules];
}

/** Words that lie on one another: a text that runs out of its cell. */
export function overlapping(pages: readonly BoxedPage[]): string[] {
  return pages.flatMap(({ words }, index) =>
    words.flatMap((one, at) =>
      words
        .slice(at + 1)
        .filter(
          (other) =>
            Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
            Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) >
              0.55 * Math.min(one.bottom - one.top, other.bottom - other.top),
        )
        .map((other) => `page ${index + 1}: ${one.text} / ${other.text}`),
    ),
  );
}

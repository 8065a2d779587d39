import type { ReportView } from '#shared/report/view/view-model.ts';
import { type Box, hullOf, type PageMap, type TextBox } from './page-map.ts';

/** Where on a page something may be put down. */
export interface Surface {
  /** What nothing may touch: lines of text and, as one block, all from the first line of the body to its last. */
  readonly closed: readonly Box[];
}

/** Appearances may touch what they stand beside by this much, in points. */
const TOUCH = 1;

type PageTexts = Pick<ReportView, 'heading' | 'signature' | 'recipients' | 'footer'>;

/**
 * What of each page must stay in sight (NĐ 30/2020, Phụ lục I): everything but the blank number and date of issue,
 * and the block of the signature, where leader's and agency's signature and the seal belong. Between the lines of
 * the body nothing may stand either, for a digit in a blank reads as part of the number beside it. Without the texts
 * of the page (a template that is not known here) every line is closed.
 */
export function surfacesOf(
  pages: readonly PageMap[],
  view: PageTexts | null,
  blank: { readonly number: boolean; readonly date: boolean },
): Surface[] {
  return pages.map((page, index) => {
    if (view === null) return { closed: page.texts.length > 0 ? [...page.texts, hullOf(page.texts)] : [] };
    const open = openLines(page, index, view, blank);
    const head = headLines(page, index, view);
    const closing = closingTop(page, view);
    const texts = page.texts.filter((line) => !open.has(line));
    const body = [...page.texts, ...page.rules].filter(
      (box) =>
        !isMargin(box, page, view) &&
        !head.has(box) &&
        (closing === null || box.bottom > closing) &&
        !underHead(box, head),
    );
    return { closed: body.length > 0 ? [...texts, hullOf(body)] : texts };
  });
}

/** Whether a box on a page touches what must stay in sight. */
export function covers(surface: Surface | undefined, box: Box): boolean {
  return (surface?.closed ?? []).some(
    (closed) =>
      box.left < closed.right - TOUCH &&
      box.right > closed.left + TOUCH &&
      box.bottom < closed.top - TOUCH &&
      box.top > closed.bottom + TOUCH,
  );
}

/** Lines that a stamp or a signature may lie on. */
function openLines(
  page: PageMap,
  index: number,
  view: PageTexts,
  blank: { readonly number: boolean; readonly date: boolean },
): Set<Box> {
  const { heading, signature } = view;
  const block = closingLine(page, signature);
  const head = headLines(page, index, view);
  return new Set(
    page.texts.filter(
      (line) =>
        (head.has(line) && blank.number && isPart(line, heading.number)) ||
        (head.has(line) && blank.date && isPart(line, heading.placeAndDate)) ||
        (block !== null &&
          line.top <= block.top + TOUCH &&
          [signature.authority, signature.title, signature.name, ...(signature.mark ?? [])].some((text) =>
            isPart(line, text),
          )),
    ),
  );
}

/** Letter head of the first page: its lines are closed one by one, the blanks beside them are not. */
function headLines(page: PageMap, index: number, { heading }: PageTexts): Set<Box> {
  if (index !== 0) return new Set();
  const texts = [
    heading.superior ?? '',
    ...heading.agency,
    heading.number,
    heading.country,
    heading.motto,
    heading.placeAndDate,
  ];
  const title = page.texts.find((line) => normal(line.text) === normal(heading.title));
  return new Set(
    page.texts.filter(
      (line) =>
        title !== undefined && line.bottom > title.top - TOUCH && texts.some((text) => isPart(line, text)),
    ),
  );
}

/** The rules under agency and motto. */
function underHead(box: Box, head: ReadonlySet<Box>): boolean {
  if ('text' in box || head.size === 0) return false;
  return box.bottom > Math.min(...[...head].map(({ bottom }) => bottom));
}

function closingLine({ texts }: PageMap, signature: PageTexts['signature']): TextBox | null {
  return texts.find((line) => normal(line.text) === normal(signature.authority)) ?? null;
}

function closingTop(page: PageMap, { signature }: PageTexts): number | null {
  const line = closingLine(page, signature);
  return line === null ? null : line.bottom + TOUCH;
}

/** Page number and footer. */
function isMargin(box: Box & { readonly text?: string }, page: PageMap, { footer }: PageTexts): boolean {
  if (box.text === undefined) return false;
  if (normal(box.text) === normal(footer)) return true;
  return /^\d{1,4}$/.test(box.text) && page.texts.every(({ top }) => top <= box.top);
}

function isPart(line: TextBox, text: string): boolean {
  const [part, whole] = [normal(line.text), normal(text)];
  return part !== '' && (part === whole || (part.length > 3 && whole.includes(part)));
}

function normal(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

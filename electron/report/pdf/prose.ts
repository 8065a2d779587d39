import type { Content } from 'pdfmake';
import { INDENT } from './layout.ts';

/** A numbered heading; it never ends a page. */
export function sectionHeading(text: string): Content {
  return { text, bold: true, margin: [0, 8, 0, 0], leadingIndent: INDENT, headlineLevel: 1 };
}

/** A first word of so many letters fits into no line with an indent, and pdfmake would set it over the margin. */
const WIDE_WORD = /^\S{40}/u;

/** A justified paragraph with an indented first line. */
export function paragraph(text: string): Content {
  const leadingIndent = WIDE_WORD.test(text) ? 0 : INDENT;
  return { text, alignment: 'justify', leadingIndent, margin: [0, 6, 0, 0], lineHeight: 1.05 };
}

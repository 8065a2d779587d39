import type { Content } from 'pdfmake';
import { INDENT } from './layout.ts';

/** A numbered heading; it never ends a page. */
export function sectionHeading(text: string): Content {
  return { text, bold: true, margin: [0, 8, 0, 0], leadingIndent: INDENT, headlineLevel: 1 };
}

/** A justified paragraph with an indented first line. */
export function paragraph(text: string): Content {
  return { text, alignment: 'justify', leadingIndent: INDENT, margin: [0, 6, 0, 0], lineHeight: 1.05 };
}

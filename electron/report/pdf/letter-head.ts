import type { Content } from 'pdfmake';
import type { HeadingView } from '#shared/report/view/view-model.ts';
import { PLAIN, RULE, SIZE } from './layout.ts';

type Margin = [number, number, number, number];

/** Letter head, title and subject of a paper; a paper without a number has none of its line. */
export function headingContent(heading: HeadingView): Content[] {
  return [
    letterHead(heading),
    {
      text: heading.title,
      bold: true,
      fontSize: SIZE.title,
      alignment: 'center',
      margin: [0, 10, 0, 0],
    },
    ...heading.subject.map((text, index) => ({
      text,
      bold: index === 0,
      fontSize: SIZE.title,
      alignment: 'center' as const,
      margin: [20, 1, 20, 0] as Margin,
    })),
    rule(RULE.subject, 4),
  ];
}

function letterHead(heading: HeadingView): Content {
  const left: Content[] = [
    ...(heading.superior === null
      ? []
      : [{ text: heading.superior, fontSize: SIZE.heading, alignment: 'center' as const }]),
    ...heading.agency.map((text) => ({
      text,
      bold: true,
      fontSize: SIZE.heading,
      alignment: 'center' as const,
    })),
    rule(RULE.agency, 2),
    ...(heading.number === ''
      ? []
      : [
          {
            text: heading.number,
            fontSize: SIZE.body,
            alignment: 'center' as const,
            margin: [0, 6, 0, 0] as Margin,
          },
        ]),
  ];
  const right: Content[] = [
    { text: heading.country, bold: true, fontSize: SIZE.heading, alignment: 'center' },
    { text: heading.motto, bold: true, fontSize: SIZE.body, alignment: 'center' },
    rule(RULE.motto, 2),
    {
      text: heading.placeAndDate,
      italics: true,
      fontSize: SIZE.body,
      alignment: 'center',
      margin: [0, 6, 0, 0],
    },
  ];
  return { table: { widths: ['42%', '58%'], body: [[{ stack: left }, { stack: right }]] }, layout: PLAIN };
}

/** A centred rule of a given length, `gap` below the line above it. */
function rule(length: number, gap: number): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.6 }],
    alignment: 'center',
    margin: [0, gap, 0, 0],
  };
}

import type { Content, TableCell } from 'pdfmake';
import { CONSOLIDATED_ATTACHMENT, type ConsolidatedV1 } from '#shared/receiver/consolidated-v1.ts';
import {
  buildConsolidatedView,
  type ConsolidatedView,
  type PlainTableView,
} from '#shared/receiver/consolidated-view.ts';
import { consolidatedText } from '#shared/receiver/recheck-consolidated.ts';
import { dataDigest } from '../data-digest.ts';
import type { ReportResources } from '../resources.ts';
import { flowAnnex } from './annexes.ts';
import { closingContent } from './closing.ts';
import { codeContent } from './code.ts';
import { finish, layOut, type PageDefinition } from './document.ts';
import { columnWidths, GRID, SIZE } from './layout.ts';
import { headingContent } from './letter-head.ts';
import { paragraph, sectionHeading } from './prose.ts';
import { tableHead } from './table-head.ts';
import { embedForSigning, type UnsignedPdf } from './unsigned-pdf.ts';

/**
 * Draws a consolidated report with its data embedded and one signature field whose contents are zeros; the same
 * report gives the same bytes on every machine.
 */
export async function renderConsolidated(
  report: ConsolidatedV1,
  resources: ReportResources,
): Promise<UnsignedPdf> {
  const view = buildConsolidatedView(report, { dataSha256: dataDigest(report) });
  return embedForSigning(await layOut(pagesOf(view, report), resources), {
    name: CONSOLIDATED_ATTACHMENT,
    json: consolidatedText(report),
    title: view.title,
    at: new Date(report.report.createdAt),
  });
}

/** The very pages, unsigned, without data, marked as a draft across every page. */
export async function renderConsolidatedDraft(
  report: ConsolidatedV1,
  resources: ReportResources,
): Promise<Buffer> {
  return finish(await layOut(pagesOf(buildConsolidatedView(report, 'draft'), report), resources));
}

function pagesOf(view: ConsolidatedView, report: ConsolidatedV1): PageDefinition {
  return {
    content: contentOf(view, report.layout),
    footer: view.footer,
    watermark: view.watermark,
    title: view.title,
    author: view.author,
    creator: report.app.name,
    createdAt: new Date(report.report.createdAt),
  };
}

function contentOf(view: ConsolidatedView, layout: ConsolidatedV1['layout']): Content[] {
  const { sending, results, basis } = view;
  return [
    ...headingContent(view.heading),
    { text: view.addressee, alignment: 'center', margin: [30, 10, 30, 4] },
    paragraph(view.introduction),
    sectionHeading(sending.heading),
    ...sending.paragraphs.map(paragraph),
    table(
      sending.table,
      [20, 40, '*', 76, 58, 26, 86],
      ['centre', 'centre', 'left', 'centre', 'centre', 'centre', 'left'],
    ),
    sectionHeading(results.heading),
    table(
      results.table,
      [26, '*', 42, 84, 46, 74, 36],
      ['centre', 'left', 'centre', 'right', 'right', 'centre', 'right'],
    ),
    { text: results.note, italics: true, fontSize: SIZE.small, alignment: 'justify', margin: [0, 4, 0, 0] },
    paragraph(results.flow),
    sectionHeading(basis.heading),
    ...basis.paragraphs.map(paragraph),
    closingContent(view, layout),
    ...flowAnnex(view.flowAnnex),
    codeContent(view.code),
  ];
}

/** How each column stands. */
type Side = 'left' | 'centre' | 'right';

function table(
  { columns, rows }: PlainTableView,
  widths: readonly (number | '*')[],
  sides: readonly Side[],
): Content {
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columnWidths(widths),
      body: [
        tableHead(columns),
        ...rows.map(({ cells, bold }): TableCell[] =>
          cells.map((text, index) => ({
            text,
            bold,
            alignment: sides[index] === 'centre' ? 'center' : (sides[index] ?? 'left'),
            verticalAlignment: 'middle',
          })),
        ),
      ],
    },
    layout: GRID,
    fontSize: SIZE.table,
    margin: [0, 8, 0, 0],
  } as Content;
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderConsolidated } from '#electron/report/pdf/consolidated.ts';
import { renderEnrolmentSheet } from '#electron/report/pdf/enrolment-sheet.ts';
import { renderPaper } from '#electron/report/pdf/papers.ts';
import { renderReport } from '#electron/report/pdf/render.ts';
import { schemaErrors } from '#electron/report/verify/read-data.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { buildEnrolmentSheet } from '#shared/keys/enrolment-sheet.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { buildPlanView } from '#shared/report/view/build-plan-view.ts';
import { buildSigningListView } from '#shared/report/view/build-signing-list-view.ts';
import {
  consolidatedExtremes,
  LONG_NAME,
  longText,
  reportExtremes,
  reportOfNothing,
} from './support/extremes.ts';
import { type BoxedPage, boxedPages, outsideMargins, overlapping } from './support/page-boxes.ts';
import { resources, sampleReport } from './support/sample-report.ts';

const MADE_AT = new Date('2024-03-15T02:00:00Z');
const day = (text: string): LocalDate => text as LocalDate;
const flat = (text: string): string => text.replace(/[\s\u00a0]+/gu, ' ').trim();

/** Keeps a paper for whoever wants to look at it (SCL_KEEP_PAPERS names a folder). */
function keep(name: string, pdf: Buffer): void {
  const folder = process.env.SCL_KEEP_PAPERS;
  if (folder !== undefined) writeFileSync(join(folder, `${name}.pdf`), pdf);
}

/** What holds for every paper, whatever is written on it. */
function demandSound(pdf: Buffer, footer: RegExp): BoxedPage[] {
  const pages = boxedPages(pdf);
  expect(outsideMargins(pdf, pages)).toEqual([]);
  expect(overlapping(pages)).toEqual([]);
  expect(pages.map(({ number }) => number)).toEqual(
    pages.map((_, index) => (index === 0 ? null : String(index + 1))),
  );
  for (const page of pages) expect(page.footer).toMatch(footer);
  return pages;
}

/** The block of the signature stands on one page, below the sentence that ends the paper. */
function demandSigned(pages: readonly BoxedPage[], authority: string, name: string, last: string): void {
  const page = pages.find(({ text }) => text.includes(authority) && text.includes(last));
  expect(page?.text).toContain(name);
}

/** A row's text stands whole on one page, under the table's headings. */
function demandRows(pages: readonly BoxedPage[], rows: readonly string[], head: string): void {
  const cut = rows.filter((row) => !pages.some(({ words }) => holds(words, row)));
  expect(cut).toEqual([]);
  for (const { words, text } of pages)
    if (rows.some((row) => holds(words, row))) expect(text).toContain(head);
}

/** Whether the words of a text stand on a page, in their order, other cells' words between them or not. */
function holds(words: BoxedPage['words'], text: string): boolean {
  const wanted = flat(text).split(' ');
  let at = 0;
  for (const { text: word } of words) if (word === wanted[at]) at += 1;
  return at === wanted.length;
}

const FOOT = /^BC-\S+ · lần \d+ · [0-9a-f]{4}( [0-9a-f]{4}){3}$/;

describe('the report', () => {
  it.each([
    ['plain', undefined],
    [
      'framed',
      { superior: { printed: true, text: LONG_NAME }, signatureRoom: 60, signatureField: 'framed', seal: 50 },
    ],
  ] as const)('with all that fits into it, %s', async (name, layout) => {
    const report: ReportV1 = { ...reportExtremes(), ...(layout === undefined ? {} : { layout }) };
    expect(schemaErrors(report, resources)).toEqual([]);
    const { bytes } = await renderReport(report, resources);
    keep(`report-${name}`, bytes);
    const pages = demandSound(bytes, FOOT);
    demandSigned(
      pages,
      report.signatory.authority,
      report.signatory.name.split(' ')[0] ?? '',
      'Trên đây là báo cáo',
    );
    demandRows(
      pages,
      report.flow.flatMap(({ field }) => field ?? []),
      'đã giải quyết',
    );
    demandRows(
      pages,
      report.objectives.map(({ title }) => title),
      'Mục tiêu',
    );
    const text = flat(pages.map((page) => page.text).join(' '));
    for (const { remark } of report.objectives) if (remark) expect(text).toContain(remark.slice(-40));
    for (const { reason } of report.warnings) expect(text).toContain(reason.slice(-30));
  });

  it('with words that fit into no line', async () => {
    const word = (length: number): string => 'Đ'.repeat(length);
    const report = reportExtremes();
    const { bytes } = await renderReport(
      {
        ...report,
        unit: { ...report.unit, name: word(200), superior: word(200), place: word(100) },
        receiver: { to: word(200), through: word(200) },
        document: { number: word(60), date: report.document.date },
        signatory: { authority: word(100), title: word(100), name: word(100) },
        objectives: report.objectives.map((one) => ({ ...one, title: word(300), remark: word(1000) })),
        flow: report.flow.map((row) => ({ ...row, field: row.field === null ? null : word(200) })),
        narrative: word(2000),
      },
      resources,
    );
    keep('report-words', bytes);
    expect(outsideMargins(bytes, boxedPages(bytes))).toEqual([]);
  });

  it('with nothing in it', async () => {
    const report = reportOfNothing();
    const { bytes } = await renderReport(report, resources);
    keep('report-nothing', bytes);
    const pages = demandSound(bytes, FOOT);
    demandSigned(pages, report.signatory.authority, 'Trần Thị Mẫu', 'Trên đây là báo cáo');
  });

  it('keeps the signature with a line of text wherever the page ends', async () => {
    for (let lines = 0; lines < 12; lines += 1) {
      const narrative = Array.from({ length: 16 + lines }, () => 'Một dòng.').join('\n');
      const pages = boxedPages((await renderReport(sampleReport({ narrative }), resources)).bytes);
      demandSigned(pages, 'TM. ỦY BAN NHÂN DÂN', 'Trần Thị Mẫu', 'Trên đây là báo cáo');
    }
  });
});

const base = sampleReport();
const origin = {
  unit: { ...base.unit, name: LONG_NAME, superior: LONG_NAME },
  signatory: reportExtremes().signatory,
  madeOn: day('2024-03-15'),
  sample: false,
};

describe('the plan', () => {
  it.each(['full', 'empty'] as const)('%s', async (name) => {
    const { objectives } = reportExtremes();
    const view = buildPlanView({
      ...origin,
      receiver: LONG_NAME,
      period: { id: '2024-Y', from: day('2023-12-15'), to: day('2024-12-14') },
      targetSet: { id: 'a', version: 1, decision: base.targetSet.decision, above: null },
      objectives,
      measures:
        name === 'empty'
          ? []
          : objectives.flatMap(({ id }, index) => [
              {
                objective: id,
                measure: longText(index % 3 === 0 ? 1000 : 200, `Biện pháp ${index + 1}`),
                resources: longText(index % 4 === 0 ? 500 : 60, 'Kinh phí'),
                owner: longText(200, 'Bộ phận'),
                from: day('2024-01-05'),
                dueOn: day('2024-06-30'),
                assessment: longText(index % 5 === 0 ? 500 : 60, 'Đối chiếu'),
              },
              {
                objective: id,
                measure: 'Nhắc việc',
                resources: null,
                owner: 'Văn phòng',
                from: null,
                dueOn: day('2024-09-30'),
                assessment: null,
              },
            ]),
    });
    const pdf = await renderPaper(view, MADE_AT, resources);
    keep(`plan-${name}`, pdf);
    const pages = demandSound(pdf, /./);
    demandSigned(pages, view.signature.authority, 'Công', view.closing.split(' ').slice(0, 4).join(' '));
    if (name === 'full')
      demandRows(
        pages,
        view.groups.flatMap(({ rows }) => rows.map(({ measure }) => measure)),
        'Biện pháp thực hiện',
      );
  });
});

describe('the signing list', () => {
  it.each([0, 1, 120])('of %i people', async (count) => {
    const view = buildSigningListView({
      ...origin,
      subject: null,
      told: Array.from({ length: count }, (_, index) => ({
        name: longText(index % 10 === 0 ? 100 : 20, `Nguyễn ${index}`),
        post: longText(index % 7 === 0 ? 200 : 20, 'Công chức'),
        subject: longText(index % 5 === 0 ? 300 : 40, 'Mục tiêu'),
        toldOn: day('2024-03-05'),
        acknowledgedOn: index % 2 === 0 ? day('2024-03-06') : null,
      })),
    });
    const pdf = await renderPaper(view, MADE_AT, resources);
    keep(`signing-list-${count}`, pdf);
    const pages = demandSound(pdf, /./);
    demandSigned(pages, view.signature.authority, 'Công', count === 0 ? '' : view.total.slice(0, 12));
    if (count > 1)
      demandRows(
        pages,
        view.rows.map(({ name }) => name),
        'Họ và tên',
      );
  });
});

describe('the enrolment sheet', () => {
  it('with the longest names stands on one page or breaks well', async () => {
    const view = buildEnrolmentSheet({
      ...origin,
      holder: longText(100, 'Người giữ khóa'),
      algorithm: 'ECDSA P-256, SHA-256',
      from: day('2024-01-01'),
      to: day('2034-01-01'),
      serial: 'AB'.repeat(20),
      fingerprint: 'a1'.repeat(32),
      publicKey: 'b2'.repeat(32),
    });
    const pdf = await renderEnrolmentSheet(view, MADE_AT, resources);
    keep('enrolment-sheet', pdf);
    demandSound(pdf, /./);
  });
});

describe('the consolidated report', () => {
  it('of 95 units with long names', async () => {
    const report = consolidatedExtremes();
    const { bytes } = await renderConsolidated(report, resources);
    keep('consolidated', bytes);
    const pages = demandSound(bytes, /^TH-\S+ · [0-9a-f]{4}( [0-9a-f]{4}){3}$/);
    demandSigned(pages, report.signatory.authority, 'Công', 'Trên đây là báo cáo');
    demandRows(
      pages,
      report.units.map(({ name }) => name),
      'Tình trạng',
    );
  });
});

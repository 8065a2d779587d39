import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataDigest } from '#electron/report/data-digest.ts';
import { renderDraft, renderReport } from '#electron/report/pdf/render.ts';
import { readPdfFile } from '#electron/report/verify/pdf-file.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { buildReportView } from '#shared/report/view/build-report-view.ts';
import { flowRow, resources, sampleReport } from './support/sample-report.ts';
import { flatText, inFolder, pdftotext } from './support/tools.ts';

const render = async (report: ReportV1): Promise<Buffer> => (await renderReport(report, resources)).bytes;
const pages = (text: string): string[] => text.split('\f').slice(0, -1);
const flat = (text: string): string => text.replace(/[\s\u00a0]+/gu, ' ').trim();

/** Every text of a value, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

describe('the printed page', () => {
  it('has every text of its content, exactly, in Vietnamese', async () => {
    const report = sampleReport();
    const view = buildReportView(report, 'vi', { dataSha256: dataDigest(report) });
    const printed = flatText(await render(report)).replace(/ /g, '');
    // A paragraph may go on after the number and the footer of its page.
    const footer = flat(view.footer).replace(/ /g, '');
    const joined = printed.split(footer).reduce((text, page) => text.replace(/\d$/, '') + page);
    const missing = textsOf({
      ...view,
      language: '',
      watermark: '',
      title: '',
      sections: view.sections.map(({ heading, blocks }) => ({
        heading,
        blocks: blocks.map(({ kind: _kind, ...block }) => block),
      })),
    }).filter((text) => ![printed, joined].some((pages) => pages.includes(flat(text).replace(/ /g, ''))));
    // A row that this report does not have, and what only a scanner reads (code.test.ts).
    expect(missing).toEqual(['Chưa ghi lĩnh vực', view.formulaAnnex.digital.code.qr?.text]);
  });

  it('names the number and the date it has in its annexes, and leaves room for the other', () => {
    const report = sampleReport();
    const attached = (number: string | null, date: LocalDate | null) => {
      const { attachedTo } = buildReportView(
        { ...report, document: { ...report.document, number, date } },
        'vi',
        {
          dataSha256: dataDigest(report),
        },
      ).flowAnnex;
      return flat(attachedTo);
    };
    const unit = 'của Ủy ban nhân dân xã Phước An)';
    const day = '2024-03-14' as LocalDate;
    expect(attached('05/BC-UBND', day)).toBe(`(Kèm theo Báo cáo số 05/BC-UBND ngày 14/03/2024 ${unit}`);
    expect(attached('05/BC-UBND', null)).toBe(`(Kèm theo Báo cáo số 05/BC-UBND ngày tháng năm 2024 ${unit}`);
    expect(attached(null, day)).toBe(`(Kèm theo Báo cáo số /BC-UBND ngày 14/03/2024 ${unit}`);
  });

  it('shows figures with their counts, threshold, verdict and distance', async () => {
    const text = pdftotext(await render(sampleReport()), '-layout');
    expect(text).toMatch(/2\.3\s+Hồ sơ giải quyết trực tuyến\s+≥ 35%\s+146\/439\s+33,25%\s+Chưa đạt\s+8/);
    expect(text).toMatch(/2\.1\s+Hồ sơ giải quyết đúng hạn\s+≥ 97%\s+420\/439\s+95,67%\s+Chưa đạt\s+6/);
    expect(text).toMatch(/Tổng cộng\s+447\s+145\s+292\s+10\s+439\s+100\s+320\s+19\s+8\s+4\s+4/);
    expect(text).toContain('Phước An, ngày 15 tháng 3 năm 2024');
    expect(text).toContain('Số: 05/BC-UBND');
  });

  it('is upright but for the flow table, numbered from the second page on', async () => {
    const pdf = await render(sampleReport());
    const sizes = inFolder((folder) => {
      writeFileSync(join(folder, 'a.pdf'), pdf);
      return execFileSync('pdfinfo', ['-l', '99', join(folder, 'a.pdf')], { encoding: 'utf8' });
    });
    expect(
      [...sizes.matchAll(/Page +\d+ size: +([\d.]+) x/g)].map((match) => Math.round(Number(match[1]))),
    ).toEqual([595, 595, 595, 842, 595]);
    expect(sizes).toMatch(/PDF version: +1\.7/);
    const texts = pages(pdftotext(pdf));
    expect(texts[0]?.trim().startsWith('1')).toBe(false);
    expect(texts.slice(1).map((text) => text.trim()[0])).toEqual(['2', '3', '4', '5']);
  });

  it('is the same to the byte every time', async () => {
    const [a, b] = [await render(sampleReport()), await render(sampleReport())];
    expect(a.equals(b)).toBe(true);
  });

  it('is in the form that the strict reader knows', async () => {
    expect(readPdfFile(await render(sampleReport())).objects.length).toBeGreaterThan(30);
  });

  it('leaves number and date blank where they are to be written in', async () => {
    const text = flatText(await render(sampleReport({ document: { number: null, date: null } })));
    expect(text).toContain('Số: /BC-UBND');
    expect(text).toContain('Phước An, ngày tháng năm 2024');
  });

  it('names what it replaces, and days before the period was over', async () => {
    const { report } = sampleReport();
    const supersedes = { reportId: report.id, revision: 1, sha256: 'c'.repeat(64) };
    const text = flatText(
      await render(
        sampleReport({
          asOf: '2024-03-10' as LocalDate,
          report: {
            ...report,
            revision: 2,
            supersedes,
            previous: supersedes,
            reason: 'Cộng sót một hồ sơ.',
          },
        }),
      ),
    );
    expect(text).toContain('(báo cáo lần 2, thay thế báo cáo lần 1)');
    expect(text).toContain(`lần 1 (mã băm SHA-256 của tệp: ${Array(16).fill('cccc').join(' ')})`);
    expect(text).toContain('Lý do thay thế: Cộng sót một hồ sơ.');
    expect(text).toContain('Số liệu được tính đến hết ngày 10/03/2024');
  });

  it('tells corrections of earlier periods in a section of its own, only where there are any', async () => {
    const text = flatText(await render(sampleReport()));
    expect(text).toContain('V. ĐIỀU CHỈNH SỐ LIỆU KỲ TRƯỚC');
    expect(text).toContain('Số liệu quý IV năm 2023 tại báo cáo BC-26503-2023-Q4 (lần 1)');
    expect(text).toContain('Mục tiêu 2.3: đã báo cáo 120/401, nay là 121/401.');
    expect(text).toContain('Lý do: Đối chiếu với phần mềm một cửa');
    const { corrections: _none, ...plain } = sampleReport();
    expect(flatText(await render(plain))).not.toContain('ĐIỀU CHỈNH SỐ LIỆU KỲ TRƯỚC');
  });
});

describe('drafts and samples', () => {
  it('a draft bears its mark on every page, no data and no signature', async () => {
    const pdf = await renderDraft(sampleReport(), resources);
    for (const page of pages(pdftotext(pdf, '-raw'))) expect(page.replace(/\s/g, '')).toContain('DỰTHẢO');
    expect(pdf.includes('EmbeddedFile')).toBe(false);
    expect(pdf.includes('ByteRange')).toBe(false);
  });

  it('a report of the sample commune bears its mark on every page', async () => {
    for (const page of pages(pdftotext(await render(sampleReport({ sample: true })), '-raw')))
      expect(page.replace(/\s/g, '')).toContain('DỮLIỆUMẪU');
  });
});

describe('pages that hold', () => {
  it('decomposed input is composed before it is drawn', async () => {
    const decomposed = JSON.parse(JSON.stringify(sampleReport()).normalize('NFD')) as ReportV1;
    const cleaned = cleanTexts(decomposed);
    expect(cleaned).toEqual(sampleReport());
    const text = pdftotext(await render(cleaned));
    expect(text).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(text.normalize('NFC')).toBe(text);
  });

  it('long names, 40 fields, 12 remarks, five paragraphs', async () => {
    const base = sampleReport();
    const name =
      'Ủy ban nhân dân xã Nguyễn Thị Minh Khai Đệ Nhất thuộc vùng kinh tế trọng điểm phía Nam và các xã lân cận được sáp nhập';
    const rows = Array.from({ length: 40 }, (_, index) =>
      flowRow(
        `Lĩnh vực quản lý nhà nước thứ ${index + 1} theo phân cấp`,
        [index, 3, 1],
        [1, index, 2],
        [1, 0],
      ),
    );
    const sum = (pick: (row: (typeof rows)[number]) => number): number =>
      rows.reduce((total, row) => total + pick(row), 0);
    const total = flowRow(
      null,
      [
        sum((row) => row.received.online),
        sum((row) => row.received.other),
        sum((row) => row.received.carriedOver),
      ],
      [sum((row) => row.resolved.early), sum((row) => row.resolved.onTime), sum((row) => row.resolved.late)],
      [sum((row) => row.pending.inTime), sum((row) => row.pending.overdue)],
    );
    const remark = 'Nội dung ghi chú dài để giải thích số liệu của mục tiêu này trong kỳ báo cáo. '
      .repeat(6)
      .trim();
    const report = sampleReport({
      unit: { ...base.unit, name, superior: 'Ủy ban nhân dân thành phố Đồng Nai' },
      receiver: {
        to: 'Ủy ban nhân dân thành phố Đồng Nai, Ban Chỉ đạo xây dựng hệ thống quản lý chất lượng',
        through: 'Sở Khoa học và Công nghệ, Sở Tư pháp',
      },
      flow: [...rows, total],
      objectives: base.objectives.map((one, index) => ({ ...one, remark: index < 12 ? remark : null })),
      narrative: Array.from({ length: 5 }, () => remark).join('\n'),
    });
    const pdf = await render(report);
    const text = pages(pdftotext(pdf, '-layout'));
    expect(text.length).toBeGreaterThan(6);
    expect(flatText(pdf)).toContain('Lĩnh vực quản lý nhà nước thứ 40 theo phân cấp');
    // The head of the flow table is repeated, and the signature stands with the closing sentence.
    expect(text.filter((page) => page.includes('Số hồ sơ nhận giải quyết')).length).toBeGreaterThan(1);
    const signed = text.find((page) => page.includes('Nơi nhận:'));
    expect(signed).toContain('Trần Thị Mẫu');
    expect(flat(signed ?? '')).toContain('Trên đây là báo cáo');
  });

  it('a period without any dossier', async () => {
    const base = sampleReport();
    const none = {
      numerator: 0,
      denominator: 0,
      percent: null,
      verdict: 'no-data' as const,
      shortBy: null,
      missingData: 0,
    };
    const report = sampleReport({
      flow: [flowRow(null, [0, 0, 0], [0, 0, 0], [0, 0])],
      objectives: base.objectives.map((one) =>
        one.numerator === null ? one : { ...one, ...none, remark: null },
      ),
      narrative: '',
      warnings: [],
      records: { count: 0, sha256: base.records.sha256 },
    });
    const text = flatText(await render(report));
    expect(text).toContain('Trong kỳ không phát sinh hồ sơ thủ tục hành chính.');
    expect(text).toContain('Không phát sinh');
    expect(text).toContain('Chưa có số liệu');
  });
});

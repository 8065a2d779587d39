import { describe, expect, it } from 'vitest';
import { renderSummary } from '#electron/report/pdf/summary.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { buildSummaryView } from '#shared/report/view/build-summary-view.ts';
import type { SummaryView } from '#shared/report/view/summary-model.ts';
import { resources, sampleReport } from './support/sample-report.ts';
import { flatText, pdftotext } from './support/tools.ts';

const unknown = { place: null, phone: null, email: null };
const signed = (report: ReportV1 = sampleReport()): SummaryView =>
  buildSummaryView(report, { draft: false, contact: unknown });
const draw = (view: SummaryView): Promise<Buffer> =>
  renderSummary(view, new Date('2024-03-20T02:00:00Z'), resources);
const pages = (pdf: Buffer): string[] => pdftotext(pdf, '-layout').split('\f').slice(0, -1);
const withDocument = (number: string | null, date: string | null): ReportV1 => ({
  ...sampleReport(),
  document: { number, date: date as LocalDate | null },
});

/** A report with so many objectives, those after the given ones the commune's own, with titles of a length. */
function withObjectives(count: number, length: number): ReportV1 {
  const report = sampleReport();
  const title = 'Tỷ lệ hồ sơ được tiếp nhận, giải quyết trực tuyến toàn trình đúng thời hạn quy định '.repeat(
    4,
  );
  const objectives = Array.from({ length: count }, (_, n) => {
    const like = report.objectives[n % report.objectives.length];
    if (like === undefined) throw new Error('no objectives');
    return {
      ...like,
      id: n < report.objectives.length ? like.id : `PA.${n}`,
      title: title.slice(0, length).trim(),
    };
  });
  return { ...report, objectives };
}

describe('the summary for the notice board', () => {
  it('says each objective with its threshold, counts and verdict, and the flow in one line', () => {
    const { rows, flow, tally, watermark } = signed();
    expect(rows.find(({ objective }) => objective.startsWith('2.3.'))).toEqual({
      objective: '2.3. Hồ sơ giải quyết trực tuyến',
      threshold: '≥\u00a035%',
      percent: '33,25%',
      ratio: '(146/439)',
      verdict: 'Chưa đạt',
      mark: 'missed',
    });
    expect(rows.find(({ objective }) => objective.startsWith('2.2.'))).toMatchObject({
      percent: '–',
      ratio: '',
      verdict: 'Chưa có số liệu',
      mark: 'none',
    });
    expect(rows.find(({ objective }) => objective.startsWith('3.2.'))?.threshold).toContain('phấn đấu');
    expect(flow.map(({ value }) => value)).toEqual(['447', '439', '420', '19', '4']);
    expect(tally).toBe(
      'Trong 13 mục tiêu có 3 mục tiêu đạt, 3 mục tiêu chưa đạt, 7 mục tiêu chưa có số liệu.',
    );
    expect(watermark).toBeNull();
  });

  it('shows what the flow consists of as bars whose parts make up the whole, each told in words', async () => {
    const view = signed();
    expect(view.bars.map(({ label }) => label)).toEqual(['Nhận trong kỳ: 437', 'Đã giải quyết: 439']);
    expect(view.bars.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0))).toEqual([
      437, 439,
    ]);
    expect(view.bars.flatMap(({ parts }) => parts).every(({ count }) => count > 0)).toBe(true);
    // No two parts of a bar look alike without colour.
    for (const { parts } of view.bars) expect(new Set(parts.map(({ fill }) => fill)).size).toBe(parts.length);
    const text = flatText(await draw(view));
    for (const { label, parts } of view.bars) {
      expect(text).toContain(label);
      for (const { value, label: name } of parts) expect(text).toContain(`${value} ${name}`);
    }
    expect(signed({ ...sampleReport(), flow: [] }).bars).toEqual([]);
  });

  it('names the signed report by what it bears: number and date, number alone, or the day of signing', () => {
    const source = (number: string | null, date: string | null) => signed(withDocument(number, date)).source;
    expect(source('05/BC-UBND', '2024-03-15')).toEqual([
      'Theo Báo cáo số 05/BC-UBND ngày 15/03/2024 (mã BC-26503-2024-Q1, lần 1).',
    ]);
    expect(source('05/BC-UBND', null)).toEqual([
      'Theo Báo cáo số 05/BC-UBND (mã BC-26503-2024-Q1, lần 1), ký ngày 15/03/2024.',
    ]);
    expect(source(null, '2024-03-15')).toEqual([
      'Theo báo cáo đã ký ngày 15/03/2024 (mã BC-26503-2024-Q1, lần 1).',
    ]);
  });

  it('of a draft bears the watermark and says that it may not be posted', async () => {
    const view = buildSummaryView(
      { ...sampleReport(), asOf: '2024-03-01' as LocalDate },
      { draft: true, contact: unknown },
    );
    expect(view.source).toEqual([
      'Dự thảo từ báo cáo chưa ký (mã BC-26503-2024-Q1); chưa được niêm yết. Số liệu tính đến hết ngày 01/03/2024.',
    ]);
    expect(flatText(await draw(view)).replace(/ /g, '')).toContain('DỰTHẢO');
    expect(signed({ ...sampleReport(), sample: true }).watermark).toBe('DỮ LIỆU MẪU');
  });

  it('prints all of it on one page, in the letter head of the unit', async () => {
    const view = signed();
    const pdf = await draw(view);
    expect(pages(pdf)).toHaveLength(1);
    const text = flatText(pdf);
    for (const { objective, percent, ratio } of view.rows) {
      expect(text).toContain(objective);
      expect(text).toContain(ratio === '' ? percent : `${percent} ${ratio}`);
    }
    for (const line of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'XÃ PHƯỚC AN', 'Trần Thị Mẫu', 'Địa điểm:'])
      expect(text).toContain(line);
  });

  it('prints where to ask when that is known', async () => {
    const contact = { place: 'Bộ phận Một cửa, ấp Bà Trường', phone: '0251 123 4567', email: null };
    const text = flatText(await draw(buildSummaryView(sampleReport(), { draft: false, contact })));
    expect(text).toContain('Địa điểm: Bộ phận Một cửa, ấp Bà Trường');
    expect(text).toContain('Điện thoại: 0251 123 4567');
  });

  it('says so where nothing happened', async () => {
    const report = sampleReport();
    const objectives = report.objectives.map((one) => ({
      ...one,
      numerator: null,
      denominator: null,
      percent: null,
      verdict: 'not-recorded' as const,
    }));
    const pdf = await draw(signed({ ...report, flow: [], objectives }));
    expect(pages(pdf)).toHaveLength(1);
    expect(flatText(pdf)).toContain('Trong kỳ không phát sinh hồ sơ thủ tục hành chính.');
  });

  it.each([
    [20, 60],
    [20, 300],
    [33, 300],
  ])(
    'stays one page with %i objectives and titles of %i characters; figures are never cut',
    async (count, length) => {
      const report = withObjectives(count, length);
      const name = 'Ủy ban nhân dân xã Phước An, Phước Thiền, Long Tân, Phú Hội, Phú Thạnh';
      const view = signed({ ...report, unit: { ...report.unit, name } });
      const pdf = await draw(view);
      expect(pages(pdf)).toHaveLength(1);
      const text = flatText(pdf);
      for (const { objective, percent, ratio, verdict } of view.rows) {
        expect(text).toContain(`${objective.split(' ')[0]} Tỷ lệ hồ sơ`);
        expect(text).toContain(ratio === '' ? percent : `${percent} ${ratio}`);
        expect(text).toContain(verdict);
      }
      if (length === 300) expect(text).toContain('…');
    },
  );

  it('is the same to the byte every time', async () => {
    expect((await draw(signed())).equals(await draw(signed()))).toBe(true);
  });
});

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderPaper } from '#electron/report/pdf/papers.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { buildPlanView, type PlanInput, type PlannedMeasure } from '#shared/report/view/build-plan-view.ts';
import { buildSigningListView, type Told } from '#shared/report/view/build-signing-list-view.ts';
import type { PlanView, SigningListView } from '#shared/report/view/paper-model.ts';
import { resources, sampleReport } from './support/sample-report.ts';
import { flatText, inFolder, pdftotext } from './support/tools.ts';

const day = (text: string): LocalDate => text as LocalDate;
const { unit, signatory, objectives, targetSet, receiver } = sampleReport();
const origin = { unit, signatory, madeOn: day('2024-02-10'), sample: false };

const plan = (change: Partial<PlanInput> = {}): PlanView =>
  buildPlanView({
    ...origin,
    receiver: receiver.to,
    period: { id: '2024-Y', from: day('2023-12-15'), to: day('2024-12-14') },
    targetSet: { id: targetSet.id, version: targetSet.version, decision: targetSet.decision, above: null },
    objectives,
    measures: [],
    ...change,
  });

const measure = (change: Partial<PlannedMeasure>): PlannedMeasure => ({
  objective: '2.3',
  measure: 'Hướng dẫn nộp hồ sơ trực tuyến tại quầy',
  resources: null,
  owner: 'Bộ phận một cửa',
  from: null,
  dueOn: day('2024-06-30'),
  assessment: null,
  ...change,
});

const told = (change: Partial<Told> = {}): Told => ({
  name: 'Nguyễn Văn An',
  post: 'Công chức',
  subject: 'Mục tiêu chất lượng năm 2024',
  toldOn: day('2024-03-05'),
  acknowledgedOn: null,
  ...change,
});

const draw = (view: PlanView | SigningListView): Promise<Buffer> =>
  renderPaper(view, new Date('2024-02-10T02:00:00Z'), resources);
const flat = (text: string): string => text.replace(/[\s\u00a0]+/gu, ' ').trim();
const pages = (pdf: Buffer): string[] => pdftotext(pdf, '-layout').split('\f').slice(0, -1);
const sizes = (pdf: Buffer): number[] =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    const text = execFileSync('pdfinfo', ['-l', '99', join(folder, 'a.pdf')], { encoding: 'utf8' });
    return [...text.matchAll(/Page +\d+ size: +([\d.]+) x/g)].map((match) => Math.round(Number(match[1])));
  });

/** Every text of a value, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

/** Texts of the view that are not on the paper. */
function missingOn(pdf: Buffer, view: object): string[] {
  const printed = flatText(pdf).replace(/ /g, '');
  return textsOf(view).filter((text) => !printed.includes(flat(text).replace(/ /g, '')));
}

describe('the plan', () => {
  it('has each objective with its threshold and measures by their time, numbered through', () => {
    const { groups } = plan({
      measures: [
        measure({ measure: 'B', dueOn: day('2024-09-30') }),
        measure({ measure: 'A', from: day('2024-01-05') }),
        measure({ objective: '2.1', measure: 'Nhắc trước hạn' }),
        measure({ objective: 'cũ', measure: 'Việc của bộ mục tiêu trước' }),
      ],
    });
    expect(groups).toHaveLength(objectives.length + 1);
    const of = (start: string) => groups.find(({ objective }) => objective.startsWith(start));
    expect(of('2.1.')?.rows.map(({ ordinal }) => ordinal)).toEqual(['1']);
    expect(of('2.3.')).toMatchObject({ threshold: 'Chỉ tiêu: ≥\u00a035%' });
    expect(of('2.3.')?.rows.map(({ ordinal, measure: text, time }) => [ordinal, text, time])).toEqual([
      ['2', 'A', 'Từ 05/01/2024 đến 30/06/2024'],
      ['3', 'B', 'Đến 30/09/2024'],
    ]);
    expect(of('3.2.')?.threshold).toBe('Chỉ tiêu phấn đấu: ≥\u00a030%');
    expect(of('5.1.')?.rows).toEqual([]);
    expect(groups.at(-1)).toMatchObject({
      objective: 'Mục tiêu cũ, không thuộc bộ mục tiêu của kỳ này',
      threshold: null,
    });
  });

  it('prints all of it across, in the layout of the report', async () => {
    const view = plan({
      measures: [
        measure({ resources: 'Kinh phí thường xuyên', assessment: 'Đối chiếu Biểu II.06a hằng quý' }),
        measure({ measure: 'Bố trí máy tại quầy', dueOn: day('2024-09-30') }),
      ],
    });
    const pdf = await draw(view);
    const { groups } = view;
    expect(
      missingOn(pdf, {
        ...view,
        kind: '',
        orientation: '',
        title: '',
        author: '',
        groups: groups.map(({ objective, threshold, none, rows, continued }) => ({
          objective,
          threshold,
          none: rows.length === 0 ? none : '',
          continued: rows.length > 1 ? continued : '',
          rows,
        })),
      }),
    ).toEqual([]);
    expect(new Set(sizes(pdf))).toEqual(new Set([842]));
    expect(flatText(pdf)).toContain('Phước An, ngày tháng năm 2024');
  });

  it('names both decisions where the set is the unit’s own', () => {
    const own = { number: '15/QĐ-UBND', date: day('2024-03-01'), issuer: 'Chủ tịch xã' };
    const { introduction } = plan({
      targetSet: { id: 'a-own', version: 2, decision: own, above: targetSet.decision },
    });
    expect(introduction).toContain('Quyết định số 420/QĐ-UBND ngày 26/02/2024');
    expect(introduction).toContain('và Quyết định số 15/QĐ-UBND ngày 01/03/2024 của Chủ tịch xã');
  });

  it('holds 30 measures with the longest texts: the heading on every page, no row cut, the signature not alone', async () => {
    const long = 'Rà soát hồ sơ đang giải quyết, nhắc công chức phụ trách trước ngày hẹn trả. ';
    const measures = Array.from({ length: 30 }, (_, n) =>
      measure({
        objective: ['2.1', '2.3', '7.1'][n % 3] ?? '',
        measure: `Việc ${n + 1}: ${long.repeat(n % 5 === 0 ? 12 : 1)}hết việc ${n + 1}`.slice(-1000),
        owner: 'Nguyễn Thị Thanh Hương, công chức Tư pháp – Hộ tịch kiêm Bộ phận một cửa',
      }),
    );
    const pdf = await draw(plan({ measures }));
    const texts = pages(pdf);
    expect(texts.length).toBeGreaterThan(5);
    const withRows = texts.filter((text) => /hết việc|Việc \d/.test(text));
    for (const text of withRows) expect(text).toMatch(/TT\s+Mục tiêu\s+Biện pháp thực hiện\s+Nguồn lực/);
    // A row stands on one page: its beginning and its end do.
    const raw = pdftotext(pdf, '-raw')
      .split('\f')
      .map((text) => text.replace(/\s+/g, ''));
    for (let n = 1; n <= 30; n += 1) {
      const page = raw.findIndex((text) => text.includes(`Việc${n}:`));
      expect([n, page >= 0 && raw[page]?.includes(`hếtviệc${n}`)]).toEqual([n, true]);
    }
    const last = flat(texts.at(-1) ?? '');
    expect(last).toContain('Trần Thị Mẫu');
    expect(last).toContain('Trên đây là kế hoạch');
  });

  it('bears the mark of the sample commune', async () => {
    expect(flatText(await draw(plan({ sample: true }))).replace(/ /g, '')).toContain('DỮLIỆUMẪU');
    expect(flatText(await draw(plan())).replace(/ /g, '')).not.toContain('DỮLIỆUMẪU');
  });

  it('is the same to the byte every time', async () => {
    expect((await draw(plan())).equals(await draw(plan()))).toBe(true);
  });
});

describe('the signing list', () => {
  it('has a row with room to sign for everybody, and says who has acknowledged', async () => {
    const view = buildSigningListView({
      ...origin,
      subject: null,
      told: [told(), told({ name: 'Lê Thị Bình', post: null, acknowledgedOn: day('2024-03-06') })],
    });
    expect(view.total).toBe('Danh sách có 2 lượt người được phổ biến, trong đó 1 đã xác nhận.');
    const pdf = await draw(view);
    expect(missingOn(pdf, { ...view, kind: '', orientation: '', title: '', author: '', none: '' })).toEqual(
      [],
    );
    expect(pdftotext(pdf, '-layout')).toMatch(
      /TT\s+Họ và tên\s+Chức vụ\s+Nội dung\s+Ngày phổ\s+Ký xác nhận|TT\s+Họ và tên\s+Chức vụ\s+Nội dung/,
    );
    expect(sizes(pdf)).toEqual([595]);
  });

  it('repeats its heading on every page of a long list, and says so when nobody was told', async () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      told({ name: `Nguyễn Thị Hoàng Phương Thảo ${n + 1}` }),
    );
    const texts = pages(
      await draw(buildSigningListView({ ...origin, subject: 'Mục tiêu 2024', told: many })),
    );
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts.filter((page) => page.includes('05/03/2024')))
      expect(text).toMatch(/TT\s+Họ và tên\s+Chức vụ/);
    expect(flat(texts.join(' '))).toContain('Thảo 60');
    const none = await draw(buildSigningListView({ ...origin, subject: null, told: [] }));
    expect(flatText(none)).toContain('Chưa ghi nhận việc phổ biến mục tiêu chất lượng cho ai.');
  });
});

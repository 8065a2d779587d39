import { describe, expect, it } from 'vitest';
import { renderRecords } from '#electron/report/pdf/records.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import {
  buildRecordsView,
  type ListedDossier,
  type RecordsInput,
} from '#shared/report/view/build-records-view.ts';
import type { RecordsView } from '#shared/report/view/records-model.ts';
import { resources, sampleReport } from './support/sample-report.ts';
import { flatText, pdftotext } from './support/tools.ts';

const day = (text: string): LocalDate => text as LocalDate;
const { unit, signatory, objectives, period } = sampleReport();

const dossiers = (count: number): ListedDossier[] =>
  Array.from({ length: count }, (_, n) => ({
    record: {
      code: `000.00.40.H19-240102-${String(n + 1).padStart(5, '0')}`,
      procedureCode: '2.000815',
      procedureName: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp',
      channel: n % 2 === 0 ? 'direct' : null,
      receivedOn: day('2024-01-02'),
      dueOn: day('2024-01-05'),
      status: 'finished',
      finishedOn: day('2024-01-04'),
      returnedOn: null,
      handler: 'Lê Cán Bộ',
    },
    cause: n % 2 === 0 ? 'not-online' : 'channel-unknown',
  }));

function input(change: Partial<RecordsInput> = {}): RecordsInput {
  const objective = objectives.find(({ id }) => id === '2.3');
  if (objective === undefined) throw new Error('no objective 2.3');
  return {
    unit,
    signatory,
    madeOn: day('2024-03-20'),
    sample: false,
    period: { id: '2024-Q1', from: period.from, to: period.to, asOf: day('2024-03-14') },
    objective,
    list: 'against',
    rows: 293,
    count: 293,
    listed: { kind: 'dossiers', records: dossiers(293) },
    signed: null,
    ...change,
  };
}
const draw = (view: RecordsView): Promise<Buffer> =>
  renderRecords(view, new Date('2024-03-20T02:00:00Z'), resources);
const pages = (pdf: Buffer): string[] => pdftotext(pdf, '-layout').split('\f').slice(0, -1);

describe('the list of the records behind a figure', () => {
  it('says the figure and that the list adds up to its part', () => {
    const check = (change: Partial<RecordsInput>) => buildRecordsView(input(change)).facts[3];
    expect(buildRecordsView(input()).facts).toEqual([
      'Kỳ: quý I năm 2024 (từ ngày 15/12/2023 đến hết ngày 14/03/2024), số liệu tính đến hết ngày 14/03/2024.',
      'Kết quả: 146/439 = 33,25%, chỉ tiêu ≥\u00a035%: chưa đạt.',
      'Danh sách: 293 dòng.',
      'Đối chiếu: 293 trong danh sách, mẫu số trừ tử số là 439 − 146 = 293: khớp.',
    ]);
    expect(check({ list: 'counted', rows: 146, count: 146 })).toContain('tử số là 146: khớp.');
    expect(check({ list: 'counted', rows: 145, count: 145 })).toContain('tử số là 146: KHÔNG KHỚP.');
    expect(check({ list: 'missing', rows: 0, count: 0 })).toContain('trong mẫu số là 0: khớp.');
    expect(check({ list: 'excluded', rows: 7, count: 7 })).toContain('không nằm trong tử số');
  });

  it('has the cause in words, and neither a name nor an ID number of a citizen', () => {
    const { rows, columns } = buildRecordsView(input());
    expect(columns.map(({ label }) => label)).toEqual([
      'TT',
      'Mã hồ sơ',
      'Thủ tục',
      'Kênh',
      'Tiếp nhận',
      'Hẹn trả',
      'Xong',
      'Người xử lý',
      'Vì sao',
    ]);
    expect(rows[1]).toEqual([
      '2',
      '000.00.40.H19-240102-00002',
      '2.000815 Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp',
      'Chưa ghi',
      '02/01/2024',
      '05/01/2024',
      '04/01/2024',
      'Lê Cán Bộ',
      'Không ghi kênh tiếp nhận, tính là trực tiếp',
    ]);
  });

  it('names entries of ledgers in words, without what a citizen wrote', () => {
    const { rows, facts } = buildRecordsView(
      input({
        rows: 3,
        count: 32,
        listed: {
          kind: 'entries',
          nameOf: (ledger, code) => (ledger === 'staff' && code === 'CB01' ? 'Nguyễn Văn A' : null),
          records: [
            {
              ledger: 'petitions',
              record: {
                code: 'PA-2024-0001',
                subject: 'Bà Trần Thị B phản ánh',
                senderName: 'Trần Thị B',
                receivedOn: '2024-01-05',
                dueOn: '2024-01-20',
                closedOn: null,
              },
              cause: 'still-open',
              count: 1,
            },
            {
              ledger: 'staff-ratings',
              record: { staffCode: 'CB01', year: 2024, rating: 'fair', ratedOn: '2024-12-01' },
              cause: 'rated-fair',
              count: 1,
            },
            {
              ledger: 'survey-batches',
              record: { code: 'KS-01', countedOn: '2024-02-01', forms: 30 },
              cause: 'satisfied',
              count: 30,
            },
          ],
        },
      }),
    );
    expect(rows).toEqual([
      [
        '1',
        'PA-2024-0001',
        'Phản ánh, kiến nghị',
        '05/01/2024',
        '20/01/2024',
        '',
        '1',
        'Đến hạn, chưa xử lý xong',
      ],
      [
        '2',
        'CB01 Nguyễn Văn A · 2024',
        'Xếp loại hằng năm',
        '01/12/2024',
        '',
        '',
        '1',
        'Hoàn thành nhiệm vụ',
      ],
      ['3', 'KS-01 · 01/02/2024', 'Đợt kiểm phiếu', '01/02/2024', '', '', '30', 'Hài lòng'],
    ]);
    expect(facts[2]).toBe('Danh sách: 3 dòng, thể hiện 32 trường hợp.');
  });

  it('says where the signed report says otherwise, and where the paper has not all rows', () => {
    const { facts } = buildRecordsView(
      input({
        rows: 20_000,
        count: 20_000,
        signed: { revision: 2, numerator: 150, denominator: 439 },
      }),
    );
    expect(facts[4]).toContain('(lần 2) ghi 150/439');
    expect(facts[5]).toMatch(/^Bản in chỉ có 293 dòng đầu trên 20\.000 dòng; /);
  });

  it('repeats its head on every page, numbers the pages of all and prints every row whole', async () => {
    const view = buildRecordsView(input());
    const pdf = await draw(view);
    const texts = pages(pdf);
    expect(texts.length).toBeGreaterThan(10);
    for (const [at, text] of texts.entries()) {
      expect(text).toMatch(/TT\s+Mã hồ sơ\s+Thủ tục\s+Kênh\s+Tiếp nhận/);
      expect(text).toContain(`Trang ${at + 1}/${texts.length}`);
      expect(text).toContain('Danh sách nội bộ, có dữ liệu hồ sơ – không gửi kèm báo cáo');
    }
    const text = flatText(pdf);
    for (const [, code = ''] of view.rows) expect(text).toContain(code);
    // Bounding boxes of all words lie within the margins of a lying page: 30 mm left, 15 mm right.
    const words = [
      ...pdftotext(pdf, '-bbox', '-l', '3').matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"/g),
    ];
    expect(words.length).toBeGreaterThan(500);
    expect(Math.min(...words.map((word) => Number(word[1])))).toBeGreaterThan(84);
    expect(Math.max(...words.map((word) => Number(word[2])))).toBeLessThan(801);
  });

  it('breaks a code that is wider than its column', async () => {
    const [first] = dossiers(1);
    if (first === undefined) throw new Error('no dossier');
    const code = `H19-${'240102-'.repeat(8)}0001`;
    const records = [{ ...first, record: { ...first.record, code } }];
    const view = buildRecordsView(input({ rows: 1, count: 1, listed: { kind: 'dossiers', records } }));
    const raw = pdftotext(await draw(view), '-raw');
    expect(raw.replace(/\s/g, '')).toContain(code);
    expect(raw).not.toContain(code);
  });

  it('is one page that says so where there is nothing, with the mark of the sample commune', async () => {
    const view = buildRecordsView(
      input({ sample: true, rows: 0, count: 0, list: 'missing', listed: { kind: 'dossiers', records: [] } }),
    );
    const text = flatText(await draw(view));
    expect(text).toContain('Không có mục nào trong danh sách này.');
    expect(text).toContain('Trang 1/1');
    expect(text.replace(/ /g, '')).toContain('DỮLIỆUMẪU');
  });

  it('is the same to the byte every time', async () => {
    const view = buildRecordsView(input());
    expect((await draw(view)).equals(await draw(view))).toBe(true);
  });
});

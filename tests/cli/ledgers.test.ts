import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { initialised, newFolder, runCli, runFault, runJson } from './support/run-cli.ts';

const PERIOD = '2024-Q1';
const PETITIONS = [
  'Mã phản ánh,Ngày tiếp nhận,Nội dung,Hạn xử lý,Ngày xử lý xong,Kết quả',
  'PA01,05/01/2024,Trả hồ sơ chậm,15/01/2024,12/01/2024,Đã giải quyết',
  'PA02,05/02/2024,Thái độ phục vụ,15/02/2024,20/02/2024,Đã giải thích',
  'PA03,01/03/2024,Thiếu hướng dẫn,11/03/2024,,',
];
const BATCHES = [
  'Mã đợt,Ngày kiểm phiếu,Số phiếu thu về,Rất hài lòng,Hài lòng,Không hài lòng,Không hợp lệ',
  'D1,01/03/2024,50,30,17,2,1',
];
const MEASURES = [
  'Mục tiêu,Biện pháp thực hiện,Trách nhiệm,Thời hạn',
  '2.3,Hướng dẫn nộp hồ sơ trực tuyến,Bộ phận một cửa,30/06/2024',
  '4,Phân công xử lý phản ánh trong ngày,Lê Cán Bộ,31/12/2025',
];

let data: string;
const at = ['--data', ''] as [string, string];

beforeAll(async () => {
  data = await initialised();
  at[1] = data;
  const folder = newFolder();
  for (const [kind, rows] of [
    ['petitions', PETITIONS],
    ['survey-batches', BATCHES],
    ['measures', MEASURES],
  ] as const) {
    const file = join(folder, `${kind}.csv`);
    writeFileSync(file, `\uFEFF${rows.join('\n')}\n`);
    const { exit, json } = await runJson(['import', ...at, file, '--kind', kind, '--strict']);
    expect([kind, exit, json.added]).toEqual([kind, 0, rows.length - 1]);
  }
});
describe('objectives over the other ledgers', () => {
  it('are evaluated with all others', async () => {
    const { exit, json } = await runJson(['evaluate', ...at, '--period', PERIOD]);
    expect(exit).toBe(0);
    expect(json.objectives.map(({ id }) => id)).toHaveLength(13);
    const of = (id: string) => json.objectives.find((one) => one.id === id);
    expect(of('4')).toMatchObject({ numerator: 1, denominator: 3, verdict: 'missed', shortBy: 2 });
    expect(of('2.2')).toMatchObject({ numerator: 47, denominator: 49, percent: '95.91', verdict: 'met' });
    expect(of('1')).toMatchObject({ numerator: null, verdict: 'not-recorded' });
    expect(of('3.1')).toMatchObject({ verdict: 'not-recorded' });
  });

  it('name the set that judges them', async () => {
    const { stdout } = await runCli(['evaluate', ...at, '--period', PERIOD]);
    expect(stdout).toContain('(nhon-trach-2024, phiên bản 1)');
    expect(stdout).toMatch(/\n4 {4}.*1\/3 {2}.*chưa đạt, còn thiếu 2/);
  });

  it('as of a day before the period’s end', async () => {
    const { json } = await runJson(['evaluate', ...at, '--period', PERIOD, '--as-of', '2024-02-16']);
    expect(json.objectives.find(({ id }) => id === '4')).toMatchObject({ numerator: 1, denominator: 2 });
    expect(json.objectives.find(({ id }) => id === '2.2')).toMatchObject({ verdict: 'not-recorded' });
  });

  it('over free dates', async () => {
    const { json } = await runJson(['evaluate', ...at, '--from', '2024-01-01', '--to', '2024-01-31']);
    expect(json.objectives.find(({ id }) => id === '4')).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('are explained by their entries', async () => {
    const { json } = await runJson(['explain', ...at, '--period', PERIOD, '--objective', '4']);
    expect(json.totals).toEqual({ counted: 1, against: 2, excluded: 0 });
    expect(json.counted).toMatchObject([{ code: 'PA01', ledger: 'petitions', count: 1 }]);
    expect(json.against.map(({ code, cause }) => [code, typeof cause])).toEqual([
      ['PA02', 'string'],
      ['PA03', 'string'],
    ]);
    expect(new Set(json.against.map(({ cause }) => cause)).size).toBe(2);
  });

  it('say how many a batch stands for, in numbers and in words', async () => {
    const { json } = await runJson(['explain', ...at, '--period', PERIOD, '--objective', '2.2']);
    expect(json.totals).toEqual({ counted: 47, against: 2, excluded: 1 });
    expect(json.counted).toEqual([
      { code: 'D1', ledger: 'survey-batches', cause: 'very-satisfied', count: 30 },
      { code: 'D1', ledger: 'survey-batches', cause: 'satisfied', count: 17 },
    ]);
    const { stdout } = await runCli(['explain', ...at, '--period', PERIOD, '--objective', '2.2']);
    expect(stdout).toContain('Mục tiêu 2.2: Hài lòng của người dân, doanh nghiệp');
    expect(stdout).toMatch(/Tính đạt \(47\)\n {2}D1 {2}× 30 {2}\S.*\n {2}D1 {2}× 17 {2}\S/);
    // Every cause has its words in both languages.
    expect(stdout).not.toMatch(/\n {2}D1.* [a-z]+-[a-z-]+$/m);
  });
});

describe('plan', () => {
  it('writes the plan of a period as PDF', async () => {
    const out = join(newFolder(), 'ke-hoach.pdf');
    const { exit, json } = await runJson(['plan', ...at, '--period', '2024-Y', '--out', out]);
    expect(exit).toBe(0);
    // The second measure is due after the year and has no first day.
    expect(json).toMatchObject({
      file: out,
      period: '2024-Y',
      targetSet: { id: 'nhon-trach-2024', version: 1 },
      objectives: 13,
      measures: 1,
    });
    const pdf = readFileSync(out);
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.length).toBe(json.size);
  });

  it('refuses what is no period, and a folder that is not there', async () => {
    const out = join(newFolder(), 'a.pdf');
    expect(await runFault(['plan', ...at, '--period', '2024-Z', '--out', out])).toMatchObject({
      exit: 64,
      code: 'PERIOD_UNKNOWN',
    });
    expect(
      await runFault(['plan', ...at, '--period', '2024-Y', '--out', join(out, 'b', 'c.pdf')]),
    ).toMatchObject({ exit: 66, code: 'OUTPUT_UNWRITABLE' });
    expect(await runFault(['plan', ...at, '--out', out])).toMatchObject({ exit: 64, code: 'USAGE' });
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { initialised, newFolder, runCli, runFault, runJson } from './support/run-cli.ts';

const NUMBER = '075199912345';
const NAME = 'Trần Thị Đánh Dấu';
const DOSSIERS = [
  'Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Người nộp,Số CCCD,Trạng thái',
  `000.26.34.H19-240105-0001,05/01/2024,12/01/2024,10/01/2024,${NAME},${NUMBER},Đã trả kết quả`,
  '000.26.34.H19-240105-0002,05/01/2024,12/01/2024,15/01/2024,Lê Văn Khác,075099900001,Đã trả kết quả',
];
const PETITIONS = ['Mã phản ánh,Ngày tiếp nhận,Nội dung,Người gửi', `PA01,05/01/2024,Trả hồ sơ chậm,${NAME}`];

let at: [string, string];
let folder: string;

beforeAll(async () => {
  at = ['--data', await initialised()];
  folder = newFolder();
  for (const [kind, rows] of [
    ['dossiers', DOSSIERS],
    ['petitions', PETITIONS],
  ] as const) {
    const file = join(folder, `${kind}.csv`);
    writeFileSync(file, `\uFEFF${rows.join('\n')}\n`);
    await runJson(['import', ...at, file, '--kind', kind, '--strict']);
  }
});

describe('person', () => {
  it('finds what bears the number, and says what bears only the name; numbers are masked', async () => {
    const { stdout } = await runCli(['person', ...at, '--id', NUMBER, '--name', NAME]);
    expect(stdout).toContain('* Hồ sơ 000.26.34.H19-240105-0001 · trùng số');
    expect(stdout).toContain('  Phản ánh, kiến nghị: PA01 · trùng tên');
    const { json } = await runJson(['person', ...at, '--id', NUMBER]);
    expect(json).toMatchObject({ found: 1, chosen: 1 });
    expect(JSON.stringify(json)).not.toContain(NUMBER);
  });

  it('gives out a paper and a workbook with a reason that names nobody', async () => {
    const paper = join(folder, 'phieu.pdf');
    const asked = ['person', ...at, '--id', NUMBER, '--name', NAME, '--also', 'name', '--export'] as const;
    const refused = await runFault([...asked, paper, '--reason', `Đơn của bà ${NAME}`]);
    expect(refused).toMatchObject({ exit: 64 });
    const { json } = await runJson([...asked, paper, '--reason', 'Đơn số 12']);
    expect(json).toMatchObject({ chosen: 2, records: 2 });
    expect(readFileSync(paper).subarray(0, 5).toString()).toBe('%PDF-');
    const { exit } = await runJson([...asked, join(folder, 'phieu.xlsx'), '--reason', 'Đơn số 12']);
    expect(exit).toBe(0);
  });

  it('anonymises; figures and the check stay as they were', async () => {
    const evaluate = () => runJson(['evaluate', ...at, '--period', '2024-Q1']);
    const before = await evaluate();
    const done = await runJson(['person', ...at, '--id', NUMBER, '--anonymise', '--reason', 'Đơn số 12']);
    expect(done.json).toMatchObject({ records: 1, purged: true });
    expect(await evaluate()).toEqual(before);
    expect(await runJson(['check', ...at])).toMatchObject({ exit: 0, json: { problems: [] } });
    expect((await runJson(['person', ...at, '--id', NUMBER])).json).toMatchObject({ found: 0 });
  });
});

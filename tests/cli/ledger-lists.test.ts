import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { readRecords } from '#electron/import/index.ts';
import { maskNumber } from '#shared/domain/person-number.ts';
import { IMPORT_KINDS, importOptions } from '#shared/ipc/contract/imports.ts';
import { initialised, newFolder, runCli, runFault, runJson, samples } from './support/run-cli.ts';

const PETITIONS = [
  'Số PAKN;Ngày tiếp nhận;Hình thức tiếp nhận;Nội dung phản ánh;Hạn xử lý;Ngày trả lời;Kết quả xử lý',
  'PA-01;05/03/2024;Trực tuyến;Nộp hồ sơ bị báo lỗi;12/03/2024;10/03/2024;Đã trả lời',
  'PA-02;06/03/2024;Điện thoại;=Thái độ phục vụ;13/03/2024;;',
  'PA-03;07/03/2024;Khác;Hạn ghi sai;01/03/2024;;',
];

/** What a column of a workbook holds, row by row. */
async function cellsOf(path: string, field: 'personId'): Promise<(string | undefined)[]> {
  const { batches } = await readRecords(path, importOptions.parse({}));
  const found: (string | undefined)[] = [];
  for await (const batch of batches)
    for (const row of batch) if (row.kind === 'record') found.push(row.values[field]);
  return found;
}

describe('lists of ledgers on the command line', () => {
  it('are imported, exported, found unchanged and taken back', async () => {
    const data = await initialised();
    const list = join(newFolder(), 'phan-anh.csv');
    writeFileSync(list, PETITIONS.join('\n'));
    const command = ['import', '--data', data, '--kind', 'petitions'] as const;
    const first = await runJson([...command, list, '--strict']);
    expect(first.exit).toBe(1);
    expect(first.json).toMatchObject({ kind: 'petitions', read: 3, added: 2, bad: 1, otherLists: [] });
    expect(first.json.badRows).toMatchObject([{ row: 4, column: 'Hạn xử lý', code: 'DATE_ORDER' }]);

    const out = join(newFolder(), 'xuat.xlsx');
    const exported = await runJson(['export', '--data', data, '--kind', 'petitions', '--out', out]);
    expect(exported).toMatchObject({ exit: 0, json: { file: out, kind: 'petitions', rows: 2 } });
    const again = await runJson([...command, out]);
    expect(again.json).toMatchObject({ read: 2, unchanged: 2, sheet: 'Phản ánh, kiến nghị' });

    const undone = await runJson(['undo-import', '--data', data, String(first.json.importId)]);
    expect(undone).toMatchObject({ exit: 0, json: { kind: 'petitions', undoable: false } });
    expect((await runJson(['export', '--data', data, '--kind', 'petitions', '--out', out])).json.rows).toBe(
      0,
    );
  }, 120_000);

  it('leave other sheets with such a list and say so', async () => {
    const data = await initialised();
    const path = join(newFolder(), 'can-bo.xlsx');
    const sheet = (name: string, codes: readonly string[]) => ({
      name,
      rows: [
        ['Mã cán bộ', 'Họ và tên', 'Chức vụ', 'Từ ngày'],
        ...codes.map((code) => [code, 'Nguyễn Văn An', 'Công chức', '01/01/2020']),
      ],
    });
    const sheets = [sheet('Một cửa', ['CB01', 'CB02']), sheet('Địa chính', ['CB03'])];
    writeFileSync(path, await writeXlsx({ sheets }));
    const { stdout } = await runCli(['import', '--data', data, '--kind', 'staff', path]);
    expect(stdout).toContain('không được nhập: Địa chính');
    const rest = await runJson(['import', '--data', data, '--kind', 'staff', '--sheet', 'Địa chính', path]);
    expect(rest.json).toMatchObject({ added: 1, otherLists: [] });
  }, 120_000);

  it('of dossiers leave and come back unchanged', async () => {
    const data = await initialised();
    const q1 = await runJson(['import', '--data', data, join(samples, 'phuoc-an-2024-q1.xlsx')]);
    const out = join(newFolder(), 'ho-so.xlsx');
    const { json } = await runJson(['export', '--data', data, '--out', out]);
    expect(json).toMatchObject({ kind: 'dossiers', rows: q1.json.added });
    const again = await runJson(['import', '--data', data, out]);
    expect(again.json).toMatchObject({ unchanged: q1.json.added, added: 0, updated: 0, bad: 0, ignored: 0 });
  }, 120_000);

  it('of dossiers hold whole ID numbers only for a reason', async () => {
    const data = await initialised();
    await runJson(['import', '--data', data, join(samples, 'phuoc-an-2024-q1.xlsx')]);
    const out = join(newFolder(), 'ho-so.xlsx');
    const command = ['export', '--data', data, '--out', out] as const;
    for (const wrong of [['--show-ids'], ['--show-ids', '--reason', ' '], ['--reason', 'Đối chiếu']])
      expect(await runFault([...command, ...wrong]), wrong.join(' ')).toMatchObject({
        exit: 64,
        code: 'USAGE',
      });
    await runJson(command);
    const [masked = ''] = await cellsOf(out, 'personId');
    expect(masked).toMatch(/^•{8}\d{4}$/);
    const { exit } = await runJson([...command, '--show-ids', '--reason', 'Đối chiếu với Sở']);
    expect(exit).toBe(0);
    const [whole = ''] = await cellsOf(out, 'personId');
    expect(whole).toMatch(/^\d{12}$/);
    expect(masked).toBe(maskNumber(whole));
  }, 120_000);

  it('name every kind in the help, and refuse others', async () => {
    const { stdout } = await runCli(['help', 'import']);
    for (const kind of IMPORT_KINDS) expect(stdout).toContain(kind);
    const data = join(newFolder(), 'data');
    expect(await runFault(['export', '--data', data, '--kind', 'x', '--out', 'x.xlsx'])).toMatchObject({
      exit: 64,
      code: 'USAGE',
    });
  }, 120_000);
});

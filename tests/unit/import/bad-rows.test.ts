import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { inspectFile, writeBadRows } from '#electron/import/index.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import { file, freshPath, handMade, readAll, xmlRow } from './support.ts';

const SAMPLE = new URL('../../fixtures/samples/phuoc-an-dong-loi.xlsx', import.meta.url).pathname;

async function badRowsOf(path: string) {
  const read = await readAll(path);
  const target = freshPath('xlsx');
  const count = await writeBadRows(
    path,
    DEFAULT_IMPORT_OPTIONS,
    read.bad.flatMap(({ remarks }) => remarks),
    target,
  );
  return { read, target, count };
}

describe('the workbook of bad rows', () => {
  it('holds the bad rows as they were, with their rows and reasons', async () => {
    const { target, count } = await badRowsOf(SAMPLE);
    expect(count).toBe(7);
    const sheet = (await readXlsx(readFileSync(target))).sheets[0];
    expect(sheet?.name).toBe('Dòng cần sửa');
    expect(sheet?.rows).toHaveLength(9);
    expect(sheet?.rows[0]?.slice(0, 4)).toEqual([
      'Dòng trong tệp gốc',
      'STT',
      'Mã hồ sơ',
      'Thủ tục hành chính',
    ]);
    expect(sheet?.rows[0]?.at(-1)).toBe('Lý do');
    expect(sheet?.rows.slice(2).map((row) => row[0])).toEqual(['12', '19', '26', '33', '39', '42', '47']);
    expect(sheet?.rows[3]?.slice(11, 14)).toEqual(['31/02/2024', '01/04/2024', '01/04/2024']);
    expect(sheet?.rows[2]?.at(-1)).toBe('Thiếu mã hồ sơ. Hãy ghi mã vào cột “Mã hồ sơ”.');
    expect(sheet?.rows.flat().every((cell) => cell === null || typeof cell === 'string')).toBe(true);
  });

  it('imports again as it stands, the reason column ignored', async () => {
    const { read, target } = await badRowsOf(SAMPLE);
    const again = await readAll(target);
    expect(again.header.mapping).toEqual(read.header.mapping);
    // The duplicate stands alone now, so it is good; the others still want correcting.
    expect(again.records).toHaveLength(1);
    expect(again.bad.map(({ remarks }) => remarks[0]?.code)).toEqual([
      'CODE_MISSING',
      'DATE_INVALID',
      'DATE_MISSING',
      'VALUE_UNKNOWN',
      'DATE_ORDER',
      'DATE_INVALID',
    ]);
    expect(again.ignored).toEqual([]);
    expect(
      (await inspectFile(target, DEFAULT_IMPORT_OPTIONS)).columns
        .filter(({ field }) => field === null)
        .map(({ headings }) => headings.at(-1)),
    ).toEqual(['Dòng trong tệp gốc', 'STT', 'Điện thoại', 'Địa chỉ', 'Lý do']);
  });

  it('keeps identity numbers whole and formulas harmless', async () => {
    const path = file(
      handMade({
        rows: [
          xmlRow(1, ['Mã hồ sơ', 'Số CCCD', 'Ngày tiếp nhận', 'Ghi chú']),
          xmlRow(2, ['H19-240315-0001', 75169411131, '31/02/2024', '=HYPERLINK("http://x","y")']),
          xmlRow(3, ['H19-240315-0002', 75169411132, '15/03/2024', '@x']),
          xmlRow(4, ['-', '+84', '-', '+1+1']),
        ].join(''),
      }),
    );
    const { target, count } = await badRowsOf(path);
    expect(count).toBe(2);
    const workbook = await readXlsx(readFileSync(target));
    expect(workbook.sheets[0]?.rows.slice(1).map((row) => row.slice(0, 5))).toEqual([
      ['2', 'H19-240315-0001', '075169411131', '31/02/2024', '=HYPERLINK("http://x","y")'],
      ['4', '-', '+84', '-', '+1+1'],
    ]);
    expect(
      [...(workbook.sheets[0]?.cells?.values() ?? [])].some(({ formula }) => formula !== undefined),
    ).toBe(false);
    expect((await readAll(target)).bad[0]?.values).toMatchObject({
      personId: '075169411131',
      note: '=HYPERLINK("http://x","y")',
    });
  });

  it('works for text files', async () => {
    const { target, count } = await badRowsOf(
      file('Mã hồ sơ;Ngày tiếp nhận;Ghi chú\nH19-1;x;"a\nb"\nH19-2;15/03/2024;\n'),
    );
    expect(count).toBe(1);
    expect((await readXlsx(readFileSync(target))).sheets[0]?.rows[1]?.slice(0, 4)).toEqual([
      '2',
      'H19-1',
      'x',
      'a b',
    ]);
  });

  it('says when it cannot be written', async () => {
    await expect(writeBadRows(SAMPLE, DEFAULT_IMPORT_OPTIONS, [], '/nowhere/x.xlsx')).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
      params: { file: 'x.xlsx' },
    });
  });
});

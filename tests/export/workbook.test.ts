import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CellValue, read } from 'hucre';
import { describe, expect, it } from 'vitest';
import { writeRecords } from '#electron/export/index.ts';
import { writeLog } from '#electron/export/write-log.ts';
import { temporaryFolder } from '../persistence/support.ts';

async function sheetOf(path: string) {
  const { sheets } = await read(readFileSync(path), { readStyles: true });
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  return {
    ...sheet,
    sheets,
    at: (row: number, column: number) => sheet.cells?.get(`${row},${column}`)?.style,
  };
}

const PETITION = {
  code: '007',
  receivedOn: '2024-03-05',
  source: 'portal',
  subject: '=1+1',
  senderName: '+84 912',
  procedureCode: '1.001190',
  reComplained: false,
};

describe('an exported workbook', () => {
  it('has the ledger as its sheet, a frozen bold header, real days and text that stays text', async () => {
    const path = join(temporaryFolder(), 'a.xlsx');
    expect(await writeRecords('petitions', [[PETITION]], path)).toBe(1);
    const sheet = await sheetOf(path);
    expect(sheet.sheets.map(({ name }) => name)).toEqual(['Phản ánh, kiến nghị']);
    expect(sheet.freezePane).toMatchObject({ rows: 1 });
    const [header, first] = sheet.rows as CellValue[][];
    expect(header?.slice(0, 4)).toEqual(['Mã phản ánh', 'Ngày tiếp nhận', 'Nguồn', 'Nội dung']);
    expect(first?.[0]).toBe('007');
    expect(first?.[1]).toEqual(new Date('2024-03-05T00:00:00Z'));
    expect(first?.slice(2, 6)).toEqual(['Cổng dịch vụ công', '=1+1', '+84 912', '1.001190']);
    expect(first?.[11]).toBe('Không');
    expect(sheet.at(0, 0)?.font?.bold).toBe(true);
    expect(sheet.at(1, 0)?.font?.bold ?? false).toBe(false);
    expect(sheet.at(1, 0)?.numFmt).toBe('@');
    expect(sheet.at(1, 1)?.numFmt).toBe('dd/mm/yyyy');
  });

  it('names its sheet in the language of the window and keeps the headings that imports know', async () => {
    const path = join(temporaryFolder(), 'a.xlsx');
    await writeRecords('dossiers', [], path, 'en');
    const sheet = await sheetOf(path);
    expect(sheet.name).toBe('Dossiers');
    expect(sheet.rows[0]?.[0]).toBe('Mã hồ sơ');
    expect(sheet.rows).toHaveLength(1);
  });

  it('appears whole or not at all, in place of an older file', async () => {
    const path = join(temporaryFolder(), 'a.xlsx');
    writeFileSync(path, 'older');
    function* broken() {
      yield [PETITION];
      throw new RangeError('the book is gone');
    }
    await expect(writeRecords('petitions', broken(), path)).rejects.toThrow(RangeError);
    expect(readFileSync(path, 'utf8')).toBe('older');
    await writeRecords('petitions', [[PETITION]], path);
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(dirname(path))).toEqual(['a.xlsx']);
  });

  it('throws on what the pages of the log throw, as it is', async () => {
    const path = join(temporaryFolder(), 'log.xlsx');
    function* broken(): Generator<never[]> {
      yield [];
      throw new RangeError('the book is gone');
    }
    await expect(writeLog(broken(), path, 'vi')).rejects.toThrow(RangeError);
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('says when it cannot be written', async () => {
    const path = join(temporaryFolder(), 'none', 'a.xlsx');
    await expect(writeRecords('petitions', [[PETITION]], path)).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
      params: { file: 'a.xlsx' },
    });
    expect(existsSync(path)).toBe(false);
  });

  it('refuses more rows than a sheet holds', async () => {
    const path = join(temporaryFolder(), 'a.xlsx');
    const many = Array.from({ length: 1000 }, () => ({ code: 'x' }));
    function* batches() {
      for (let n = 0; n < 4; n += 1) yield many;
    }
    await expect(writeRecords('petitions', batches(), path, 'vi', 3999)).rejects.toMatchObject({
      code: 'EXPORT_TOO_LARGE',
      params: { limit: 3999 },
    });
    expect(existsSync(path)).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { file, handMade, readAll, xmlRow, zip } from './support.ts';

const SAMPLE = readFileSync(new URL('../../fixtures/samples/phuoc-an-2024-q1.xlsx', import.meta.url));

async function fault(bytes: string | Uint8Array): Promise<ErrorCode | 'read'> {
  try {
    await readAll(file(bytes, 'xlsx'));
    return 'read';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.params.file).toMatch(/^f\d+\.xlsx$/);
    return error.code;
  }
}

const HEADER = xmlRow(1, ['Mã hồ sơ', 'Ngày tiếp nhận', 'Trạng thái']);

describe('files that are no lists', () => {
  it.each([
    ['a PDF', '%PDF-1.7\nxxxx'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + 13) % 256))],
    ['a page without a table', '<!DOCTYPE html><html><body><p>Đăng nhập</p></body></html>'],
    ['a zip of other things', zip([{ name: 'readme.txt', data: 'hello' }])],
    [
      'a Word document',
      zip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        {
          name: '_rels/.rels',
          data: '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        },
        { name: 'word/document.xml', data: '<w/>' },
      ]),
    ],
  ])('%s', async (_, bytes) => {
    expect(await fault(bytes)).toBe('FILE_NOT_SPREADSHEET');
  });

  it('a text without a header', async () => {
    expect(await fault('Kính gửi anh chị,\nđây không phải là danh sách.\n')).toBe('HEADER_NOT_FOUND');
  });

  it('a list without the day of receipt', async () => {
    expect(await fault('Mã hồ sơ;Lĩnh vực;Trạng thái\nH19-1;Hộ tịch;Đang xử lý\n')).toBe(
      'MAPPING_INCOMPLETE',
    );
  });

  it('a file that is not there, and a folder', async () => {
    await expect(readAll('/nowhere/list.xlsx')).rejects.toMatchObject({ code: 'INPUT_MISSING' });
    await expect(readAll('/tmp')).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
  });
});

describe('encrypted files', () => {
  it('a workbook with a password', async () => {
    expect(
      await fault(
        await writeXlsx({
          sheets: [{ name: 'A', rows: [['Mã hồ sơ']] }],
          encryption: { password: 'x', spinCount: 10 },
        }),
      ),
    ).toBe('FILE_ENCRYPTED');
  });
  it('a compound file that is no spreadsheet', async () => {
    const locked = Buffer.from(
      await writeXlsx({
        sheets: [{ name: 'A', rows: [['x']] }],
        encryption: { password: 'x', spinCount: 10 },
      }),
    );
    for (const name of ['EncryptedPackage', 'EncryptionInfo']) {
      const at = locked.indexOf(Buffer.from(name, 'utf16le'));
      locked.write('WordDocument'.padEnd(name.length, 'x').slice(0, name.length), at, 'utf16le');
    }
    expect(await fault(locked)).toBe('FILE_NOT_SPREADSHEET');
  });
  it('an OpenDocument sheet with a password', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(
      await fault(
        zip([
          { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
          { name: 'content.xml', data: Buffer.from('9c1fe00a77b3', 'hex') },
          { name: 'META-INF/manifest.xml', data: manifest },
        ]),
      ),
    ).toBe('FILE_ENCRYPTED');
  });
  it('an encrypted zip entry', async () => {
    expect(
      await fault(
        zip([
          { name: '_rels/.rels', data: 'x', flags: 0x0801 },
          { name: 'xl/workbook.xml', data: 'x', flags: 0x0801 },
        ]),
      ),
    ).toBe('FILE_ENCRYPTED');
  });
});

describe('damaged files', () => {
  it.each([0, 100, 5000, SAMPLE.length >> 1, SAMPLE.length - 30])(
    'the sample cut after %i bytes',
    async (length) => {
      expect(await fault(SAMPLE.subarray(0, length))).toBe('FILE_TRUNCATED');
    },
  );

  it('a byte changed inside the packed sheet never passes unseen', async () => {
    for (let i = 1; i < 12; i++) {
      const damaged = Buffer.from(SAMPLE);
      const at = Math.floor((SAMPLE.length * i) / 14) + 500;
      damaged[at] = (damaged[at] as number) ^ 0x10;
      const result = await fault(damaged);
      // Parts that the list does not need (theme, document properties) may be damaged without harm.
      expect(['FILE_TRUNCATED', 'FILE_TOO_LARGE', 'read']).toContain(result);
    }
    const damaged = Buffer.from(SAMPLE);
    const at = SAMPLE.indexOf('xl/worksheets/sheet1.xml') + 2000;
    damaged[at] = (damaged[at] as number) ^ 0xff;
    expect(['FILE_TRUNCATED', 'FILE_TOO_LARGE']).toContain(await fault(damaged));
  });

  it('a sheet whose XML breaks off', async () => {
    const bytes = handMade({
      rows: '',
      worksheet: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${HEADER}<row r="2"><c r="A2"><v>1`,
    });
    expect(await fault(bytes)).toBe('FILE_TRUNCATED');
  });
});

describe('bombs', () => {
  const megabyte = ' '.repeat(1 << 20);
  it('declared to unpack to more than the limit', async () => {
    const bytes = zip([{ name: 'xl/workbook.xml', data: 'x', claimedSize: 600 * 1024 * 1024 }]);
    expect(await fault(bytes)).toBe('FILE_TOO_LARGE');
  });
  it('packed a hundred times and more', async () => {
    expect(await fault(zip([{ name: 'xl/workbook.xml', data: megabyte.repeat(40) }]))).toBe('FILE_TOO_LARGE');
  });
  it('a sheet that lies about its size', async () => {
    const honest = handMade({
      rows: '',
      worksheet: `<worksheet xmlns="x"><sheetData>${HEADER}${megabyte.repeat(8)}</sheetData></worksheet>`,
    });
    const size = Buffer.byteLength(
      `<worksheet xmlns="x"><sheetData>${HEADER}${megabyte.repeat(8)}</sheetData></worksheet>`,
    );
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(size);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(1000);
    const bytes = Buffer.from(honest);
    for (let at = bytes.indexOf(lie); at >= 0; at = bytes.indexOf(lie, at + 4)) small.copy(bytes, at);
    expect(await fault(bytes)).toBe('FILE_TOO_LARGE');
  });
  it('entities that would expand are left as they are', async () => {
    const bytes = handMade({
      rows: '',
      worksheet: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${HEADER}<row r="2"><c r="A2" t="str"><v>&b;1234</v></c><c r="B2" t="str"><v>15/03/2024</v></c></row></sheetData></worksheet>`,
    });
    const { records } = await readAll(file(bytes));
    expect(records[0]?.values.code).toBe('&B;1234');
  });
  it('a cell in the last column of the last row costs nothing', async () => {
    const bytes = handMade({
      rows: `${HEADER}${xmlRow(2, ['H19-240315-0001', '15/03/2024', 'Đang xử lý'])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`,
    });
    const { records, bad, ignored } = await readAll(file(bytes));
    expect([records.length, bad.length, ignored.length]).toEqual([1, 0, 0]);
  });
  it('names that a prototype knows', async () => {
    const { records } = await readAll(
      file('Mã hồ sơ,Ngày tiếp nhận,__proto__,constructor,Ghi chú\nH19-1,15/03/2024,x,y,__proto__\n'),
    );
    expect(records[0]?.values).toEqual({
      code: 'H19-1',
      receivedOn: '2024-03-15',
      note: '__proto__',
      status: 'processing',
    });
  });
});

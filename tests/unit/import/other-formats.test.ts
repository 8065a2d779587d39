import { type BookType, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { encode } from './old-encodings.ts';
import { file, readAll } from './support.ts';
import { HEAD, ROW } from './variant-lists.ts';

describe('other formats', () => {
  const table = [
    HEAD,
    ...[1, 2, 3].map((i) =>
      ROW(i).map((cell) => (cell instanceof Date ? `0${cell.getUTCDate()}/03/2024` : cell)),
    ),
  ];
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['DANH SÁCH HỒ SƠ'], ...table]), 'Danh sách');
  const values = [1, 2, 3].map((i) => ({
    code: `H19-240315-000${i}`,
    procedureName: 'Đăng ký khai sinh',
    receivedOn: '2024-03-04',
    dueOn: '2024-03-08',
    finishedOn: '2024-03-07',
    status: 'returned',
  }));

  it.each<[BookType, string]>([
    ['biff8', 'xls'],
    ['xlsx', 'xlsx'],
    ['xlsb', 'other'],
    ['ods', 'ods'],
    ['xlml', 'other'],
  ])('%s', async (bookType, format) => {
    const bytes = write(workbook, { type: 'buffer', bookType }) as Buffer;
    const { header, records, bad } = await readAll(file(bytes, 'xls'));
    expect([header.format, header.sheet, header.headerRow, bad]).toEqual([format, 'Danh sách', 2, []]);
    expect(records.map((record) => record.values)).toEqual(values);
  });

  it.each<BookType>(['biff8', 'xlsx', 'xlsb', 'ods', 'xlml'])(
    'blank rows and cells of %s',
    async (bookType) => {
      const sparse = utils.book_new();
      const [head, ...rest] = table;
      const gaps = [
        [],
        ['DANH SÁCH'],
        [],
        [],
        head,
        [],
        ...rest,
        [],
        [null, null, null, null, null, 'Người lập'],
      ];
      utils.book_append_sheet(sparse, utils.aoa_to_sheet(gaps as unknown[][]), 'A');
      const { header, records, ignored } = await readAll(
        file(write(sparse, { type: 'buffer', bookType }) as Buffer),
      );
      expect(header.headerRow).toBe(5);
      expect(records.map(({ row, values: read }) => [row, read.code])).toEqual(
        values.map(({ code }, i) => [7 + i, code]),
      );
      expect(ignored.map(({ row }) => row)).toEqual([11]);
    },
  );

  it.each<BookType>(['biff8', 'xlsb', 'ods'])('real dates of %s', async (bookType) => {
    const dated = utils.book_new();
    const sheet = utils.aoa_to_sheet([
      HEAD,
      ...[1, 2].map((i) =>
        ROW(i).map((cell) =>
          cell instanceof Date ? { t: 'n', v: cell.getTime() / 86_400_000 + 25_569, z: 'dd/mm/yyyy' } : cell,
        ),
      ),
    ]);
    utils.book_append_sheet(dated, sheet, 'A');
    const { records } = await readAll(file(write(dated, { type: 'buffer', bookType }) as Buffer));
    expect(records.map((record) => record.values)).toEqual(values.slice(0, 2));
  });

  it.each(['utf-8', 'utf-16le', 'windows-1258'])(
    'a page of tables called .xls, in %s, keeps 03/04 and leading zeros',
    async (encoding) => {
      const html = `<html><head><style>td{mso-number-format:"\\@"}</style></head><body><table><tr><td>Phần mềm một cửa</td></tr></table>
      <table border="1"><thead><tr><th rowspan="2">M&atilde; hồ sơ</th><th rowspan="2">Số CCCD</th><th colspan="2">Ngày</th></tr><tr><th>Tiếp nh&#7853;n</th><th>Hẹn trả</th></tr></thead>
      <tbody><tr><td>H19-240403-0001</td><td>001234567890</td><td>03/04/2024</td><td>05/04/2024&nbsp;</td></tr></tbody></table></body></html>`;
      const { header, records, bad } = await readAll(file(encode(html, encoding), 'xls'));
      expect(bad).toEqual([]);
      expect([header.format, header.headerRow]).toEqual(['html', 2]);
      expect(records[0]?.values).toEqual({
        code: 'H19-240403-0001',
        personId: '001234567890',
        receivedOn: '2024-04-03',
        dueOn: '2024-04-05',
        status: 'processing',
      });
    },
  );

  it('an .xls cut short', async () => {
    const many = utils.book_new();
    utils.book_append_sheet(
      many,
      utils.aoa_to_sheet([HEAD, ...Array.from({ length: 500 }, (_, i) => ROW(i).map(String))]),
      'A',
    );
    const bytes = write(many, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    for (const length of [200, 600, bytes.length >> 1, bytes.length - 5000])
      await expect(readAll(file(bytes.subarray(0, length)))).rejects.toMatchObject({
        code: 'FILE_TRUNCATED',
      });
  });
});

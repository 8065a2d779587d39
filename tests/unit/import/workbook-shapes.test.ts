import { describe, expect, it } from 'vitest';
import { inspectFile } from '#electron/import/index.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import { encode } from './old-encodings.ts';
import { file, handMade, readAll, xmlRow } from './support.ts';
import { book, DAY, HEAD, ROW } from './variant-lists.ts';

describe('workbooks of any shape', () => {
  it('skips guide sheets, empty sheets and hidden copies before the list', async () => {
    const bytes = await book([
      {
        name: 'Hướng dẫn',
        rows: [
          ['Hướng dẫn nhập liệu'],
          ['Cột "Mã hồ sơ": ghi mã do phần mềm cấp'],
          ['Mã hồ sơ', 'Bắt buộc'],
          ['Ngày tiếp nhận', 'Bắt buộc, dạng ngày/tháng/năm'],
          ['Trạng thái', 'Chọn trong danh mục'],
        ],
      },
      {
        name: 'Danh mục',
        rows: [
          ['Trạng thái', 'Hình thức nộp'],
          ['Đang xử lý', 'Trực tiếp'],
          ['Đã trả kết quả', 'Trực tuyến'],
        ],
      },
      { name: 'Trống', rows: [] },
      { name: 'Ẩn', rows: [HEAD, ROW(9), ROW(8)], hidden: true },
      { name: 'Dữ liệu', rows: [['UBND XÃ'], [], HEAD, ROW(1), ROW(2)] },
    ]);
    const path = file(bytes);
    const { header, records } = await readAll(path);
    expect([header.sheet, header.headerRow, records.map(({ row }) => row)]).toEqual(['Dữ liệu', 3, [4, 5]]);
    expect((await readAll(path, { sheet: 'Ẩn' })).records).toHaveLength(2);
    await expect(readAll(path, { sheet: 'Không có' })).rejects.toMatchObject({ code: 'SHEET_NOT_FOUND' });
    const inspection = await inspectFile(path, DEFAULT_IMPORT_OPTIONS);
    expect(inspection.sheets.map(({ name, hidden, rows }) => [name, hidden, rows])).toEqual([
      ['Hướng dẫn', false, 5],
      ['Danh mục', false, 3],
      ['Trống', false, 0],
      ['Ẩn', true, 3],
      ['Dữ liệu', false, 5],
    ]);
  });

  it('prefers the list to a sheet with the same header and a row as an example', async () => {
    const list = { name: 'Danh sách', rows: [HEAD, ROW(1), ROW(2), ROW(3)] };
    const { header } = await readAll(file(await book([{ name: 'Mẫu', rows: [HEAD, ROW(9)] }, list])));
    expect(header.sheet).toBe('Danh sách');
    const twice = await readAll(file(await book([list, { ...list, name: 'Bản sao' }])));
    expect(twice.header.sheet).toBe('Danh sách');
  });

  it('reads a list that stands only in a hidden sheet', async () => {
    const { header } = await readAll(
      file(
        await book([
          { name: 'Bìa', rows: [['Xin chào']] },
          { name: 'Ẩn', rows: [HEAD, ROW(1)], hidden: true },
        ]),
      ),
    );
    expect(header.sheet).toBe('Ẩn');
  });

  it.each([
    [
      'two levels',
      [
        ['STT', 'Hồ sơ', null, 'Thời gian', null, null, 'Trạng thái'],
        [null, 'Mã', 'Thủ tục', 'Tiếp nhận', 'Hẹn trả', 'Kết thúc', null],
      ],
    ],
    [
      'two levels of short words',
      [
        ['TT', 'Mã hồ sơ', 'Tên TTHC', 'Ngày', null, null, 'Tình trạng'],
        [null, null, null, 'Nhận', 'Hẹn', 'Xong', null],
      ],
    ],
    [
      'three levels',
      [
        ['STT', 'Hồ sơ', null, 'Quá trình giải quyết', null, null, 'Trạng thái'],
        [null, 'Mã', 'Thủ tục', 'Thời gian', null, null, null],
        [null, null, null, 'Tiếp nhận', 'Hẹn trả', 'Kết thúc', null],
      ],
    ],
    [
      'one level below a title beside it',
      [['UBND HUYỆN NHƠN TRẠCH', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', null, null, null], HEAD],
    ],
    ['column numbers under the header', [HEAD, ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)']]],
  ])('%s', async (name, header) => {
    const read = await readAll(file(await book([{ name: 'A', rows: [...header, ROW(1), ROW(2)] }])));
    expect(read.header.headerRow).toBe(name.startsWith('column') ? 1 : header.length);
    expect(read.bad).toEqual([]);
    expect(read.records.map(({ values }) => values)).toEqual(
      [1, 2].map((i) => ({
        code: `H19-240315-000${i}`,
        procedureName: 'Đăng ký khai sinh',
        receivedOn: '2024-03-04',
        dueOn: '2024-03-08',
        finishedOn: '2024-03-07',
        status: 'returned',
      })),
    );
  });

  it('leaves an ambiguous heading out when its cells say otherwise, and keeps a plain one', async () => {
    const lines = [1, 2, 3, 4].map((i) => `H19-240315-000${i};04/03/2024;3 ngày làm việc;Giấy khai sinh;Bay`);
    const { header, bad } = await readAll(
      file(`Mã hồ sơ;Ngày tiếp nhận;Thời hạn;Kết quả;Trạng thái\n${lines.join('\n')}`),
    );
    expect(header.mapping).toEqual({ code: 'Mã hồ sơ', receivedOn: 'Ngày tiếp nhận', status: 'Trạng thái' });
    expect(bad.map(({ remarks }) => remarks[0]?.code)).toEqual(Array(4).fill('VALUE_UNKNOWN'));
  });

  it('does not take how a dossier stands to its due date for its outcome', async () => {
    const head = 'Mã hồ sơ;Ngày tiếp nhận;Ngày trả kết quả;Kết quả';
    const line = (i: number) => `H19-240315-000${i};04/03/2024;07/03/2024;${i % 2 ? 'Đúng hạn' : 'Trễ hạn'}`;
    const few = await readAll(file([head, line(1), line(2)].join('\n')));
    expect(few.bad).toEqual([]);
    expect(few.records.map(({ values }) => values.outcome)).toEqual([undefined, undefined]);
    const lines = [1, 2, 3, 4].map((i) => `${line(i)};${i === 3 ? 'Từ chối' : 'Đồng ý'}`);
    const both = await readAll(file([`${head};Kết quả giải quyết`, ...lines].join('\n')));
    expect(both.header.mapping.outcome).toBe('Kết quả giải quyết');
    expect(both.records[2]?.values.outcome).toBe('refused');
  });

  it('takes columns chosen by hand for the whole truth', async () => {
    const path = file(
      await book([
        {
          name: 'A',
          rows: [
            ['A', 'B', 'C'],
            ['H19-240315-0001', DAY('2024-03-04'), DAY('2024-03-08')],
          ],
        },
      ]),
    );
    await expect(readAll(path)).rejects.toMatchObject({ code: 'HEADER_NOT_FOUND' });
    const { records, header } = await readAll(path, { headerRow: 1, columns: { code: 0, receivedOn: 2 } });
    expect(header.mapping).toEqual({ code: 'A', receivedOn: 'C' });
    expect(records[0]?.values).toEqual({
      code: 'H19-240315-0001',
      receivedOn: '2024-03-08',
      status: 'processing',
    });
  });

  it('reports errors and formulas without a value, and takes those with one', async () => {
    const bytes = handMade({
      styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
      rows: `${xmlRow(1, ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái'])}<row r="2"><c r="A2" t="str"><f>"H19-"&amp;1</f><v>H19-1</v></c><c r="B2" s="1"><f>TODAY()</f><v>45355</v></c><c r="C2" s="1"><f>B2+4</f></c><c r="D2" t="e"><v>#N/A</v></c></row>`,
    });
    const { bad } = await readAll(file(bytes));
    expect(bad[0]?.values).toEqual({ code: 'H19-1', receivedOn: '2024-03-04' });
    expect(bad[0]?.remarks.map(({ column, value, code }) => [column, value, code]).slice(0, 2)).toEqual([
      ['Ngày hẹn trả', null, 'FORMULA_WITHOUT_VALUE'],
      ['Trạng thái', '#N/A', 'CELL_ERROR'],
    ]);
  });

  it.each(['tcvn3', 'vni'])('decodes %s text kept as Western characters, per column', async (encoding) => {
    const old = (text: string) => new TextDecoder('windows-1252').decode(encode(text, encoding));
    const rows = Array.from({ length: 12 }, (_, i) => [
      ROW(i + 1)[1] as string,
      old('Chứng thực bản sao'),
      'Nguyễn Văn Ân',
      '04/03/2024',
      old('Đã trả kết quả'),
      '05/03/2024',
    ]);
    const bytes = handMade({
      rows: [
        [
          ...['Mã hồ sơ', 'Tên thủ tục'].map(old),
          'Người nộp',
          ...['Ngày tiếp nhận', 'Trạng thái', 'Ngày hoàn thành'].map(old),
        ],
        ...rows,
      ]
        .map((row, i) => xmlRow(i + 1, row))
        .join(''),
    });
    const { records, header } = await readAll(file(bytes));
    expect(header.mapping.procedureName?.toLowerCase()).toBe('tên thủ tục');
    expect(records).toHaveLength(12);
    expect(records[0]?.values).toMatchObject({
      procedureName: 'Chứng thực bản sao',
      applicantName: 'Nguyễn Văn Ân',
      status: 'returned',
    });
  });
});

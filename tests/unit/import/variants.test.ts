import { type BookType, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '#electron/import/index.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import { encode } from './old-encodings.ts';
import { file, handMade, readAll, xmlRow } from './support.ts';

/** One dossier in every way a list may call its columns and write its cells. */
const EXPECTED = {
  code: 'H19-240315-0001',
  procedureName: 'Đăng ký khai sinh',
  applicantName: 'Nguyễn Văn Ân',
  personId: '001234567890',
  channel: 'online',
  receivedOn: '2024-03-04',
  dueOn: '2024-03-08',
  finishedOn: '2024-03-07',
  returnedOn: '2024-03-08',
  status: 'returned',
  componentsDigitised: 'yes',
  resultDigitised: 'not-required',
};

/** Field → pairs of heading and cell. */
const WORDINGS: Readonly<Record<keyof typeof EXPECTED, readonly (readonly [string, string])[]>> = {
  code: [
    ['Mã hồ sơ', 'H19-240315-0001'],
    ['Số hồ sơ', 'h19-240315-0001'],
    ['MÃ SỐ HỒ SƠ', ' H19-240315-0001 '],
    ['Ma ho so', 'H19-240315-0001'],
    ['Số biên nhận', 'H19-240315-0001'],
    ['Mã HS', 'H19-240315-0001'],
    ['Mã hồ sơ (*)', 'H19-240315-0001'],
  ],
  procedureName: [
    ['Tên TTHC', 'Đăng ký khai sinh'],
    ['Thủ tục hành chính', 'Đăng  ký khai sinh'],
    ['Tên thủ tục', 'Đăng ký khai sinh'],
    ['Thu tuc', 'Đăng ký khai sinh'],
    ['Dịch vụ công', 'Đăng ký khai sinh'],
  ],
  applicantName: [
    ['Người nộp', 'Nguyễn Văn Ân'],
    ['Họ và tên người nộp hồ sơ', 'Nguyễn Văn Ân'],
    ['Chủ hồ sơ', 'Nguyễn Văn Ân'],
    ['Tổ chức, cá nhân', 'Nguyễn Văn Ân'],
    ['HO TEN', 'Nguyễn Văn Ân'],
  ],
  personId: [
    ['Số CCCD', '001234567890'],
    ['CMND/CCCD', "'001234567890"],
    ['Số định danh cá nhân', '001 234 567 890'],
    ['Số giấy tờ tùy thân', '001234567890'],
    ['CCCD/Hộ chiếu', '001234567890'],
  ],
  channel: [
    ['Hình thức nộp', 'Trực tuyến'],
    ['Kênh tiếp nhận', 'Online'],
    ['Hình thức tiếp nhận', 'Nộp trực tuyến'],
    ['Phương thức nộp hồ sơ', 'Trực tuyến toàn trình'],
    ['Kenh tiep nhan', 'truc tuyen'],
    ['Nguồn hồ sơ', 'Cổng DVCQG'],
  ],
  receivedOn: [
    ['Ngày tiếp nhận', '04/03/2024'],
    ['Thời gian tiếp nhận', '04/03/2024 08:15'],
    ['Ngày nhận hồ sơ', '4/3/24'],
    ['Ngày giờ tiếp nhận', '08:15 04/03/2024'],
    ['NGAY TIEP NHAN', '2024-03-04'],
    ['Ngày TN', '45355'],
    ['Ngày nộp', '04.03.2024'],
  ],
  dueOn: [
    ['Ngày hẹn trả', '08/03/2024'],
    ['Hạn xử lý', '08/03/2024 17:00:00'],
    ['Ngày hẹn trả kết quả', '8-3-2024'],
    ['Hạn trả KQ', '08/03/2024'],
    ['Thời hạn giải quyết', '2024-03-08 17:00'],
    ['Han tra', '08/03/2024'],
  ],
  finishedOn: [
    ['Ngày xử lý xong', '07/03/2024'],
    ['Thời gian kết thúc xử lý', '07/03/2024 16:00'],
    ['Ngày hoàn thành', '7/3/2024'],
    ['Ngày có KQ', '45358'],
    ['Ngày giải quyết xong', '07/03/2024'],
    ['Ket thuc', '07/03/2024'],
  ],
  returnedOn: [
    ['Ngày trả kết quả', '08/03/2024'],
    ['Thời gian trả kết quả', '08/03/2024 09:00'],
    ['Ngày trả KQ', '8/3/2024'],
    ['Ngày trả', '08/03/2024'],
    ['Ngày trả thực tế', '08/03/2024'],
  ],
  status: [
    ['Trạng thái', 'Đã trả kết quả'],
    ['Tình trạng', 'Đã trả'],
    ['Tình trạng xử lý', '10'],
    ['Trạng thái hồ sơ', 'Đã trả kết quả đúng hạn'],
    ['TINH TRANG', 'da tra ket qua'],
  ],
  componentsDigitised: [
    ['Số hóa thành phần hồ sơ', 'Có'],
    ['TPHS điện tử', 'x'],
    ['Số hoá hồ sơ', 'Đã số hoá'],
    ['Số hóa TPHS', '1'],
    ['So hoa thanh phan ho so', '✓'],
  ],
  resultDigitised: [
    ['Số hóa kết quả', 'Không yêu cầu'],
    ['KQ điện tử', 'không yêu cầu'],
    ['Kết quả điện tử', 'Không bắt buộc'],
    ['Số hóa kết quả giải quyết TTHC', 'miễn'],
  ],
};
const NOISE = [
  ['STT', '1'],
  ['Điện thoại', '0911685465'],
  ['Địa chỉ', 'ấp 1, xã Phước An'],
  ['Cán bộ tiếp nhận', 'Lê Thị Lan'],
  ['Lệ phí', '8000'],
  ['Hình thức trả kết quả', 'Trực tiếp'],
  ['Ngày sinh', '01/02/1990'],
  ['Số ngày trễ hạn', '0'],
] as const;

describe('lists of any order and wording', () => {
  it('give the same record', async () => {
    const columns = fc
      .tuple(
        ...Object.values(WORDINGS).map((pairs) => fc.constantFrom(...pairs)),
        ...NOISE.map((pair) => fc.constant(pair)),
      )
      .chain((all) => fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length }));
    await fc.assert(
      fc.asyncProperty(
        columns,
        fc.constantFrom(';', ',', '\t'),
        fc.boolean(),
        fc.nat(4),
        async (pairs, delimiter, nfd, titles) => {
          const line = (cells: readonly string[]) =>
            cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
          const text = `${'DANH SÁCH HỒ SƠ\n'.repeat(titles)}${line(pairs.map(([heading]) => heading))}\n${line(pairs.map(([, cell]) => cell))}\n`;
          const { records, bad } = await readAll(file(nfd ? text.normalize('NFD') : text));
          expect(bad).toEqual([]);
          expect(records.map(({ row, values }) => [row, values])).toEqual([[titles + 2, EXPECTED]]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const HEAD = [
  'STT',
  'Mã hồ sơ',
  'Tên thủ tục',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Ngày hoàn thành',
  'Trạng thái',
];
const DAY = (text: string) => new Date(`${text}T00:00:00Z`);
const ROW = (i: number) => [
  i,
  `H19-240315-${String(i).padStart(4, '0')}`,
  'Đăng ký khai sinh',
  DAY('2024-03-04'),
  DAY('2024-03-08'),
  DAY('2024-03-07'),
  'Đã trả kết quả',
];
const book = (sheets: { name: string; rows: unknown[][]; hidden?: boolean }[]) =>
  writeXlsx({
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows as (string | number | Date | null)[][],
      columns: sheet.rows[0]?.map(() => ({ numFmt: 'dd/mm/yyyy' })) ?? [],
    })),
  });

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

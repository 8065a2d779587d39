import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { file, readAll } from './support.ts';

const HEAD =
  'Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày xử lý xong;Ngày trả kết quả;Trạng thái;Hình thức nộp;Số CCCD';
const TODAY = { today: localDate(2024, 6, 30) };

/** Reads rows under the usual header; each result is the row's kind, its remarks and what is said of the status. */
async function judge(...rows: string[]) {
  const { outcomes } = await readAll(file([HEAD, ...rows].join('\n')), {}, TODAY);
  return outcomes.map((outcome) =>
    outcome.kind === 'ignored'
      ? [outcome.why]
      : [
          outcome.kind,
          outcome.remarks.map(({ column, code }) => `${code}@${column}`).join(' '),
          outcome.values.status,
        ],
  );
}

const CODE = 'H19-240315-0001';

describe('the status table', () => {
  it.each([
    ['Mới đăng ký', '', '', ['record', '', 'registered']],
    ['Không được tiếp nhận', '20/03/2024', '', ['record', '', 'not-accepted']],
    ['Được tiếp nhận', '', '', ['record', '', 'accepted']],
    ['Đang xử lý', '', '', ['record', '', 'processing']],
    ['Đang xử lý', '20/03/2024', '', ['record', 'STATUS_DATE@Trạng thái', 'processing']],
    ['Đang xử lý', '', '20/03/2024', ['record', 'STATUS_DATE@Trạng thái', 'processing']],
    ['Yêu cầu bổ sung', '', '', ['record', '', 'supplement']],
    ['Yêu cầu bổ sung', '20/03/2024', '', ['record', 'STATUS_DATE@Trạng thái', 'supplement']],
    ['Tạm dừng', '', '', ['record', '', 'paused']],
    ['Đã trả kết quả', '20/03/2024', '21/03/2024', ['record', '', 'returned']],
    ['Đã trả kết quả', '', '21/03/2024', ['record', '', 'returned']],
    ['Đã xử lý xong', '20/03/2024', '', ['record', '', 'finished']],
    ['Đã trả kết quả', '', '', ['bad', 'DATE_MISSING@Ngày xử lý xong', 'returned']],
    ['Từ chối giải quyết', '', '', ['bad', 'DATE_MISSING@Ngày xử lý xong', 'refused']],
    ['Công dân rút hồ sơ', '', '', ['bad', 'DATE_MISSING@Ngày xử lý xong', 'withdrawn']],
    ['Dừng giải quyết', '', '', ['bad', 'DATE_MISSING@Ngày xử lý xong', 'stopped']],
    ['Dừng giải quyết', '31/02/2024', '', ['bad', 'DATE_INVALID@Ngày xử lý xong', 'stopped']],
    ['', '', '', ['record', 'STATUS_EMPTY@Trạng thái', 'processing']],
    ['', '20/03/2024', '', ['record', 'STATUS_EMPTY@Trạng thái', 'finished']],
    ['', '', '20/03/2024', ['record', 'STATUS_EMPTY@Trạng thái', 'returned']],
    ['Bay lên trời', '20/03/2024', '', ['bad', 'VALUE_UNKNOWN@Trạng thái', undefined]],
  ])('%s, finished %s, returned %s', async (status, finished, returned, expected) => {
    expect(await judge(`${CODE};15/03/2024;22/03/2024;${finished};${returned};${status};Trực tiếp;`)).toEqual(
      [expected],
    );
  });
});

describe('single-row rules', () => {
  it.each([
    ['no code', ';15/03/2024;;;;Đang xử lý;Trực tiếp;', ['bad', 'CODE_MISSING@Mã hồ sơ', 'processing']],
    [
      'no day of receipt',
      `${CODE};;;;;Đang xử lý;Trực tiếp;`,
      ['bad', 'DATE_MISSING@Ngày tiếp nhận', 'processing'],
    ],
    [
      'an impossible day',
      `${CODE};31/02/2024;;;;Đang xử lý;Trực tiếp;`,
      ['bad', 'DATE_INVALID@Ngày tiếp nhận', 'processing'],
    ],
    [
      'every date before receipt',
      `${CODE};15/03/2024;14/03/2024;13/03/2024;12/03/2024;Đã trả kết quả;Trực tiếp;`,
      [
        'bad',
        'DATE_ORDER@Ngày hẹn trả DATE_ORDER@Ngày xử lý xong DATE_ORDER@Ngày trả kết quả RETURNED_BEFORE_FINISHED@Ngày trả kết quả',
        'returned',
      ],
    ],
    [
      'the same day throughout',
      `${CODE};15/03/2024;15/03/2024;15/03/2024;15/03/2024;Đã trả kết quả;Trực tiếp;`,
      ['record', '', 'returned'],
    ],
    [
      'returned before finished',
      `${CODE};15/03/2024;;20/03/2024;18/03/2024;Đã trả kết quả;Trực tiếp;`,
      ['record', 'RETURNED_BEFORE_FINISHED@Ngày trả kết quả', 'returned'],
    ],
    [
      'a day in the future',
      `${CODE};15/03/2024;15/07/2030;01/07/2024;;Đã xử lý xong;Trực tiếp;`,
      ['record', 'DATE_FUTURE@Ngày xử lý xong', 'finished'],
    ],
    [
      'an unusual code',
      '123/HS;15/03/2024;;;;Đang xử lý;Trực tiếp;',
      ['record', 'CODE_UNUSUAL@Mã hồ sơ', 'processing'],
    ],
    [
      'no channel',
      `${CODE};15/03/2024;;;;Đang xử lý;;`,
      ['record', 'CHANNEL_EMPTY@Hình thức nộp', 'processing'],
    ],
    [
      'an unknown channel',
      `${CODE};15/03/2024;;;;Đang xử lý;Qua người quen;`,
      ['bad', 'VALUE_UNKNOWN@Hình thức nộp', 'processing'],
    ],
    [
      'two wrong cells and a remark',
      `;31/02/2024;;;;Đang xử lý;;`,
      ['bad', 'DATE_INVALID@Ngày tiếp nhận CODE_MISSING@Mã hồ sơ CHANNEL_EMPTY@Hình thức nộp', 'processing'],
    ],
  ])('%s', async (_, row, expected) => {
    expect(await judge(row)).toEqual([expected]);
  });

  it('finds a code seen before, however it is written', async () => {
    const { bad, records } = await readAll(
      file(
        [
          HEAD,
          `${CODE};15/03/2024;;;;Đang xử lý;Trực tiếp;`,
          ` h19 -240315-0001;16/03/2024;;;;Đang xử lý;Trực tiếp;`,
          `;16/03/2024;;;;Đang xử lý;Trực tiếp;`,
          `;16/03/2024;;;;Đang xử lý;Trực tiếp;`,
        ].join('\n'),
      ),
    );
    expect(records).toHaveLength(1);
    expect(bad.map(({ row, code, remarks }) => [row, code, remarks[0]?.code])).toEqual([
      [3, CODE, 'DUPLICATE_IN_FILE'],
      [4, null, 'CODE_MISSING'],
      [5, null, 'CODE_MISSING'],
    ]);
    expect(bad[0]?.remarks[0]?.message).toBe(`Mã hồ sơ ${CODE} đã có ở dòng 2 trong cùng tệp.`);
  });

  it('leaves empty cells out of the patch and marks what it derived', async () => {
    const { records } = await readAll(file(`${HEAD}\n${CODE};15/03/2024;;-;;;;\n`));
    expect(records[0]?.values).toEqual({ code: CODE, receivedOn: '2024-03-15', status: 'processing' });
    expect(records[0]?.derived).toEqual(['status']);
  });

  it('derives the status of a list that has none', async () => {
    const rows = [
      'H19-1;15/03/2024;;',
      'H19-2;15/03/2024;16/03/2024;',
      'H19-3;15/03/2024;16/03/2024;17/03/2024',
    ];
    const { records } = await readAll(
      file(`Mã hồ sơ;Ngày tiếp nhận;Ngày hoàn thành;Ngày trả kết quả\n${rows.join('\n')}`),
    );
    expect(
      records.map(({ values, derived, remarks }) => [
        values.status,
        derived,
        remarks.map(({ code }) => code),
      ]),
    ).toEqual([
      ['processing', ['status'], ['CODE_UNUSUAL']],
      ['finished', ['status'], ['CODE_UNUSUAL']],
      ['returned', ['status'], ['CODE_UNUSUAL']],
    ]);
  });

  it('words its remarks in the language asked for', async () => {
    const { bad } = await readAll(file(`${HEAD}\n${CODE};31/02/2024;;;;;;\n`), {}, { language: 'en' });
    expect(bad[0]?.remarks[0]).toEqual({
      row: 2,
      column: 'Ngày tiếp nhận',
      value: '31/02/2024',
      code: 'DATE_INVALID',
      message:
        '“31/02/2024” in column “Ngày tiếp nhận” is no real date. Write day/month/year, such as 31/12/2024.',
    });
  });

  it('stops when cancelled', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `H19-${i};15/03/2024;;;;;;`).join('\n');
    const signal = { aborted: false };
    await expect(
      readAll(
        file(`${HEAD}\n${many}`),
        {},
        {
          signal,
          onProgress: () => {
            signal.aborted = true;
          },
        },
      ),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

describe('rows that are no records', () => {
  it.each([
    ['Tổng cộng;520;;;;;;', 'total'],
    ['Tổng cộng: 520 hồ sơ;;;;;;;', 'total'],
    ['Cộng;;;;;;;', 'total'],
    ['TỔNG SỐ;1.204;;;;;;', 'total'],
    [';;;;;Phước An, ngày 15 tháng 3 năm 2024;;', 'signature'],
    [';;;;;NGƯỜI LẬP BIỂU;;', 'signature'],
    [';;;CHỦ TỊCH;;;;', 'signature'],
    ['TM. ỦY BAN NHÂN DÂN;;;;;;;', 'signature'],
    ['Ghi chú: số liệu đến ngày lập;;;;;;;', 'note'],
    ['I;Lĩnh vực Hộ tịch;;;;;;'.replace('I;Lĩnh vực', 'Lĩnh vực'), 'note'],
    [HEAD, 'repeated-header'],
    ['(1);(2);(3);(4);(5);(6);(7);(8)', 'repeated-header'],
    ['1;2;3;4;5;6;7;8', 'repeated-header'],
  ])('%s', async (row, why) => {
    const { ignored, bad } = await readAll(
      file(
        `${HEAD}\n${CODE};15/03/2024;;;;;;\n${row.replace('Lĩnh vực Hộ tịch;;;;;;', 'Lĩnh vực Hộ tịch;;;;;;;')}\n`,
      ),
    );
    expect([bad, ignored]).toEqual([[], [{ kind: 'ignored', row: 3, why }]]);
  });

  it('blank rows are not reported, a signer under a signature is', async () => {
    expect(
      await judge(
        '',
        ';;;;;;;',
        `${CODE};15/03/2024;;;;Đang xử lý;Trực tiếp;`,
        ';;;;;Người lập;;',
        ';;;;;Trần Thị Mẫu;;',
      ),
    ).toEqual([['record', '', 'processing'], ['signature'], ['signature']]);
  });

  it('a record behind a subtotal is still a record', async () => {
    expect(
      await judge(
        'Cộng;1;;;;;;',
        `${CODE};15/03/2024;;;;Đang xử lý;Trực tiếp;`,
        ';15/03/2024;;;;Đang xử lý;Trực tiếp;',
      ),
    ).toEqual([['total'], ['record', '', 'processing'], ['bad', 'CODE_MISSING@Mã hồ sơ', 'processing']]);
  });
});

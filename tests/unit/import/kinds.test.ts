import { describe, expect, it } from 'vitest';
import { writeRecords } from '#electron/export/index.ts';
import { inspectFile, writeBadRows } from '#electron/import/index.ts';
import { LEDGER_IDS, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import { file, freshPath, readAll } from './support.ts';

/** One record with a value in every field, as the export writes it. */
function sample(ledger: LedgerId): object {
  return Object.fromEntries(
    Object.entries(ledgerOf(ledger).fields).map(([name, { type, choices }]) => {
      const values: Partial<Record<typeof type, unknown>> = {
        date: '2024-03-05',
        month: '2024-03',
        year: 2024,
        count: 2,
        hours: 1.5,
        percent: 80,
        'yes-no': true,
        choice: Object.keys(choices ?? {})[0],
        procedure: '1.001193',
        objective: '2.3',
      };
      return [name, values[type] ?? `${name} 1`];
    }),
  );
}

describe('what a list may be', () => {
  it.each(LEDGER_IDS)('an export of %s looks most like itself', async (ledger) => {
    const path = freshPath('xlsx');
    await writeRecords(ledger, [[sample(ledger)]], path);
    const { likelyKinds, otherLists } = await inspectFile(path, DEFAULT_IMPORT_OPTIONS);
    expect(likelyKinds[0]?.kind).toBe(ledger);
    expect(otherLists).toEqual([]);
  });

  it('a list of dossiers looks most like dossiers', async () => {
    const path = file(
      'Mã hồ sơ;Thủ tục;Người nộp;Hình thức nộp;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả;Trạng thái\n' +
        'H19-1;Khai sinh;Nguyễn Văn A;Trực tuyến;05/03/2024;06/03/2024;06/03/2024;Đã trả kết quả\n',
      'csv',
    );
    const { likelyKinds } = await inspectFile(path, DEFAULT_IMPORT_OPTIONS);
    expect(likelyKinds[0]?.kind).toBe('dossiers');
  });

  it('a file without a list is nothing', async () => {
    const { likelyKinds, missingFields } = await inspectFile(file('Kính gửi;đồng chí\n', 'csv'), {
      ...DEFAULT_IMPORT_OPTIONS,
      kind: 'petitions',
    });
    expect(likelyKinds).toEqual([]);
    expect(missingFields).toEqual(['code', 'receivedOn', 'subject']);
  });
});

describe('several sheets', () => {
  it('names those with such a list that are not read', async () => {
    const { writeXlsx } = await import('hucre');
    const rows = [
      ['Mã cán bộ', 'Họ và tên', 'Chức vụ', 'Từ ngày'],
      ['CB01', 'Nguyễn Văn An', 'Công chức', '01/01/2020'],
    ];
    const guide = { name: 'Hướng dẫn', rows: [['Điền vào trang sau', 'cảm ơn']] };
    const sheets = [guide, { name: 'Một cửa', rows }, { name: 'Địa chính', rows: [...rows, rows[1] ?? []] }];
    const path = file(await writeXlsx({ sheets }), 'xlsx');
    const options = { ...DEFAULT_IMPORT_OPTIONS, kind: 'staff' as const };
    const { sheet, otherLists } = await inspectFile(path, options);
    expect({ sheet, otherLists }).toEqual({ sheet: 'Địa chính', otherLists: ['Một cửa'] });
    expect((await readAll(path, options)).header.otherLists).toEqual(['Một cửa']);
    expect((await readAll(path, { ...options, sheet: 'Một cửa' })).header.otherLists).toEqual([]);
  });
});

describe('rows of a ledger', () => {
  const options = { ...DEFAULT_IMPORT_OPTIONS, kind: 'work-files' as const };
  const read = (...lines: string[]) =>
    readAll(file(`Tháng;Đơn vị;Tổng số;Hồ sơ mật;Điện tử\n${lines.join('\n')}\n`, 'csv'), options);

  it('are told from totals and signatures, even where a total has a month', async () => {
    const { records, ignored, bad } = await read(
      '3/2024;Văn phòng;10;1;9',
      '3/2024;Tổng hợp;5;0;5',
      '3/2024;Tổng cộng;15;1;14',
      ';Tổng;15;1;14',
      ';;;Phước An, ngày 5 tháng 4 năm 2024;',
      ';;;Người lập biểu;',
    );
    expect(records.map(({ values }) => (values as unknown as { unit: string }).unit)).toEqual([
      'Văn phòng',
      'Tổng hợp',
    ]);
    expect(ignored.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '4 total',
      '5 total',
      '6 signature',
      '7 signature',
    ]);
    expect(bad).toEqual([]);
  });

  it('name the words that a choice may be and the cell that is none', async () => {
    const { bad } = await readAll(
      file('Ngày;Loại;Tên ngày\n30/04/2024;nghỉ;Giải phóng\n01/05/2024;chơi;Lao động\n', 'csv'),
      { ...DEFAULT_IMPORT_OPTIONS, kind: 'calendar-days' },
    );
    expect(bad.map(({ row, remarks }) => ({ row, message: remarks[0]?.message }))).toEqual([
      {
        row: 3,
        message: 'Không hiểu “chơi” ở cột “Loại”. Hãy ghi một trong: Nghỉ, Làm việc, Nửa ngày.',
      },
    ]);
  });

  it('go into the workbook of bad rows and come back corrected', async () => {
    const header = 'Mã TTHC;Tên thủ tục;Lĩnh vực;Hiệu lực từ';
    const source = file(`${header}\n1.001193;Khai sinh;Hộ tịch;31/02/2024\n`, 'csv');
    const kind = { ...DEFAULT_IMPORT_OPTIONS, kind: 'procedures' as const };
    const { bad } = await readAll(source, kind);
    const target = freshPath('xlsx');
    const remarks = bad.flatMap((row) => row.remarks);
    expect(await writeBadRows(source, kind, remarks, target)).toBe(1);
    const again = await readAll(target, kind);
    expect(again.bad).toMatchObject([{ row: 2, remarks: [{ code: 'DATE_INVALID', column: 'Hiệu lực từ' }] }]);
    expect(again.header.mapping).toMatchObject({ code: 'Mã TTHC', validFrom: 'Hiệu lực từ' });
  });
});

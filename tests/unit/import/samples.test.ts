import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '#electron/import/index.ts';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/import/options.ts';
import { readAll } from './support.ts';

const SAMPLES = new URL('../../fixtures/samples/', import.meta.url);
const expected = JSON.parse(readFileSync(new URL('expected.json', SAMPLES), 'utf8')) as Record<
  string,
  { read: number; bad: number; ignored: number; badRows?: { row: number; column: string; code: string }[] }
>;

describe('the sample lists', () => {
  it.each(Object.entries(expected))('%s gives the expected balance and bad cells', async (name, counts) => {
    const read = await readAll(new URL(name, SAMPLES).pathname);
    expect({
      read: read.records.length + read.bad.length,
      bad: read.bad.length,
      ignored: read.ignored.length,
    }).toEqual({
      read: counts.read,
      bad: counts.bad,
      ignored: counts.ignored,
    });
    expect(
      read.bad.flatMap(({ remarks }) => remarks.map(({ row, column, code }) => ({ row, column, code }))),
    ).toEqual(counts.badRows ?? []);
    expect(read.header.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('maps the two-level heading of the first quarter by the lowest headings', async () => {
    const { header } = await readAll(new URL('phuoc-an-2024-q1.xlsx', SAMPLES).pathname);
    expect(header).toMatchObject({ format: 'xlsx', sheet: 'Danh sách hồ sơ', headerRow: 8 });
    expect(header.mapping).toEqual({
      code: 'Mã hồ sơ',
      procedureCode: 'Mã TTHC',
      procedureName: 'Tên TTHC',
      field: 'Lĩnh vực',
      applicantName: 'Họ và tên',
      personId: 'Số CCCD',
      channel: 'Hình thức nộp',
      receivedOn: 'Ngày tiếp nhận',
      dueOn: 'Ngày hẹn trả',
      finishedOn: 'Ngày xử lý xong',
      returnedOn: 'Ngày trả kết quả',
      status: 'Trạng thái',
      componentsDigitised: 'Thành phần hồ sơ',
      resultDigitised: 'Kết quả',
      handler: 'Cán bộ xử lý',
    });
  });

  it('reads every field of the first row of the second quarter', async () => {
    const { records, header } = await readAll(new URL('phuoc-an-2024-q2.csv', SAMPLES).pathname);
    expect(header).toMatchObject({
      format: 'csv',
      sheet: null,
      headerRow: 1,
      encoding: 'utf-8',
      delimiter: ';',
    });
    expect(records[0]).toEqual({
      kind: 'record',
      row: 2,
      values: {
        code: '000.00.40.H19-240315-0001',
        procedureName: 'Chứng thực bản sao từ bản chính',
        field: 'Chứng thực',
        applicantName: 'Phạm Thị Mai',
        personId: '075091702255',
        channel: 'direct',
        receivedOn: '2024-03-15',
        dueOn: '2024-03-15',
        finishedOn: '2024-03-15',
        returnedOn: '2024-03-15',
        status: 'returned',
        componentsDigitised: 'no',
        resultDigitised: 'no',
      },
      derived: [],
      remarks: [],
    });
  });

  it('shows the file as it is when inspected', async () => {
    const inspection = await inspectFile(
      new URL('phuoc-an-2024-q1.xlsx', SAMPLES).pathname,
      DEFAULT_IMPORT_OPTIONS,
    );
    expect(inspection).toMatchObject({
      format: 'xlsx',
      sheet: 'Danh sách hồ sơ',
      headerRow: 8,
      missingFields: [],
      sheets: [{ name: 'Danh sách hồ sơ', rows: 532, hidden: false }],
    });
    expect(inspection.firstRows).toHaveLength(30);
    expect(inspection.firstRows[2]).toEqual([]);
    expect(inspection.firstRows[3]?.[0]).toBe('DANH SÁCH HỒ SƠ THỦ TỤC HÀNH CHÍNH');
    expect(inspection.columns[10]).toMatchObject({
      headings: ['Thời gian', 'Ngày tiếp nhận'],
      field: 'receivedOn',
      samples: expect.arrayContaining(['01/12/2023']),
    });
    expect(inspection.columns[13]?.headings).toEqual(['Thời gian', 'Ngày trả kết quả']);
  });

  it('gives the same outcomes every time', async () => {
    const path = new URL('phuoc-an-dong-loi.xlsx', SAMPLES).pathname;
    expect(await readAll(path)).toEqual(await readAll(path));
  });
});

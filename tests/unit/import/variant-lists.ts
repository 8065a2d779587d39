import { writeXlsx } from 'hucre';

/** One dossier in every way a list may call its columns and write its cells. */
export const EXPECTED = {
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

export const HEAD = [
  'STT',
  'Mã hồ sơ',
  'Tên thủ tục',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Ngày hoàn thành',
  'Trạng thái',
];
export const DAY = (text: string) => new Date(`${text}T00:00:00Z`);
export const ROW = (i: number) => [
  i,
  `H19-240315-${String(i).padStart(4, '0')}`,
  'Đăng ký khai sinh',
  DAY('2024-03-04'),
  DAY('2024-03-08'),
  DAY('2024-03-07'),
  'Đã trả kết quả',
];
export const book = (sheets: { name: string; rows: unknown[][]; hidden?: boolean }[]) =>
  writeXlsx({
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows as (string | number | Date | null)[][],
      columns: sheet.rows[0]?.map(() => ({ numFmt: 'dd/mm/yyyy' })) ?? [],
    })),
  });

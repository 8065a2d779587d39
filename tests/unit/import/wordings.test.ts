import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { file, readAll } from './support.ts';
import { EXPECTED } from './variant-lists.ts';

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

import { foldKey } from './parse-words.ts';

/** Short forms of headings, folded. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['tthc', 'thu tuc hanh chinh'],
  ['hs', 'ho so'],
  ['kq', 'ket qua'],
  ['tphs', 'thanh phan ho so'],
  ['tp', 'thanh phan'],
  ['gq', 'giai quyet'],
  ['gqtthc', 'giai quyet thu tuc hanh chinh'],
  ['xl', 'xu ly'],
  ['tn', 'tiep nhan'],
  ['tg', 'thoi gian'],
  ['cb', 'can bo'],
  ['cbcc', 'can bo cong chuc'],
  ['cv', 'chuyen vien'],
  ['dt', 'dien tu'],
  ['dvc', 'dich vu cong'],
  ['sdt', 'so dien thoai'],
  ['dthoai', 'dien thoai'],
  ['lv', 'linh vuc'],
  ['ht', 'hinh thuc'],
  ['kqgq', 'ket qua giai quyet'],
  ['mhs', 'ma ho so'],
  ['ms', 'ma so'],
  ['tc', 'to chuc'],
  ['cn', 'ca nhan'],
  ['sohoa', 'so hoa'],
  ['nguoinop', 'nguoi nop'],
  ['pm', 'phan mem'],
  ['ten', 'ten'],
  ['ddcn', 'dinh danh ca nhan'],
  ['dd', 'dinh danh'],
  ['ttr', 'trang thai'],
]);
const FILLERS = /\b(cua|duoc|cac|theo|tai|bang)\b/g;

/** A heading in the form in which headings are compared: folded words, short forms spelt out, no filler words. */
export function headingKey(text: string): string {
  const spaced = text.replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2');
  const words = foldKey(spaced).replace(FILLERS, ' ').split(/\s+/);
  return words
    .map((word) => SHORT_FORMS.get(word) ?? word)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Headings that mean something else; they keep a look-alike from being taken for a field. */
const OTHER_HEADINGS = [
  'STT|TT|Số TT|Số thứ tự|No|Điện thoại|Số điện thoại|SĐT|Di động|Người nộp điện thoại|Địa chỉ',
  'Nơi ở|Nơi cư trú|Email|Thư điện tử|Ngày sinh|Năm sinh|Giới tính|Lệ phí|Phí|Phí lệ phí|Cán bộ tiếp nhận',
  'Người tiếp nhận|Công chức tiếp nhận|Nơi tiếp nhận|Đơn vị tiếp nhận|Cơ quan tiếp nhận|Đơn vị',
  'Đơn vị xử lý|Đơn vị giải quyết|Cơ quan|Cơ quan giải quyết|Cơ quan thực hiện|Phòng ban|Bộ phận xử lý',
  'Quy trình|Bước xử lý|Bước hiện tại|Số ngày quá hạn|Số ngày xử lý|Số ngày trễ hạn|Số ngày',
  'Thời gian giải quyết|Thời gian xử lý|Thời gian quy định|Thời hạn quy định|Số ngày giải quyết',
  'Thời gian thực hiện|Thời gian còn lại|Mức độ|Mức độ dịch vụ công|Mức độ DVC|Hình thức trả kết quả',
  'Hình thức nhận kết quả|Cách thức trả kết quả|Hình thức trả|Phương thức trả kết quả|Nơi trả kết quả',
  'Kênh trả kết quả|Kênh nhận kết quả|Địa điểm trả kết quả|Hình thức thanh toán|Ngày cấp|Nơi cấp',
  'Ngày cấp CCCD|Ngày bổ sung|Ngày nộp trực tuyến|Ngày đăng ký|Ngày tạo|Ngày chuyển|Ngày phân công',
  'Người trả kết quả|Cán bộ trả kết quả|Người nhận kết quả|Người ủy quyền|Người được ủy quyền',
  'Ký nhận|Lý do|Lý do từ chối|Lý do trễ hạn|Đánh giá|Kết quả đánh giá|Mức độ hài lòng|Trước hạn',
  'Đúng hạn|Trễ hạn|Quá hạn|Số lượng|Số lượng hồ sơ|Số bản|Dòng|Dòng trong tệp|Dòng trong tệp gốc',
  'Row in the source file|Reason|Mã vạch|Số chứng thực|Quyển số|Loại giấy tờ|Đối tượng|Đơn vị tính',
  'Số hóa ngày|Ngày số hóa|Số văn bản|Mã đơn vị|Tên đơn vị|Mã cơ quan',
]
  .join('|')
  .split('|');

/** Keys of headings that belong to no field. */
export const OTHER_KEYS: ReadonlySet<string> = new Set(OTHER_HEADINGS.map(headingKey));

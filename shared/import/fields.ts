import type { DossierField } from '../domain/dossier.ts';
import { CHANNEL_NAMES, FLAG_NAMES, OUTCOME_NAMES, STATUS_NAMES } from './word-names.ts';

/** How a cell of a field is read (parse-cell.ts) and written (electron/export). */
export type FieldParser =
  | 'code' // dossier number: without blanks, upper case
  | 'sign' // a number or sign of another kind: kept as written
  | 'procedure'
  | 'objective'
  | 'text'
  | 'long-text'
  | 'person-id'
  | 'date'
  | 'month'
  | 'year'
  | 'count'
  | 'hours'
  | 'percent'
  | 'choice'
  | 'channel'
  | 'status'
  | 'outcome'
  | 'flag'
  | 'yes-no'
  | 'in-software'
  | 'suspensions';

/**
 * A field that a list can give. `synonyms` are headings that mean it, as people write them; recognition folds
 * diacritics, case, punctuation and the usual short forms. A synonym may be a group heading followed by a lower one.
 * The first one is the heading that an export writes.
 */
export interface ImportField<F extends string = string> {
  readonly field: F;
  readonly required: boolean;
  readonly parser: FieldParser;
  /** Longest text that a record keeps (characters); longer cells are bad, never cut. */
  readonly maxLength?: number;
  readonly synonyms: readonly string[];
  /** Of a choice: folded words → value. */
  readonly words?: ReadonlyMap<string, string>;
  /** Value → the word that an export writes; it is read back as the same value. */
  readonly names?: Readonly<Record<string, string>>;
  /**
   * Whether a heading of the field over cells that cannot be read is still a proposal, so that they are reported as
   * bad and not passed over in silence. `day`: only when the heading says "ngày".
   */
  readonly overUnreadable: 'keep' | 'drop' | 'day';
}

/** Headings in one string, `|` between them. */
function names(headings: string): readonly string[] {
  return headings.split('|');
}

/** Fields of a dossier list (danh sách hồ sơ). Another ledger needs only such a list of its own. */
export const DOSSIER_IMPORT_FIELDS: readonly ImportField<DossierField>[] = [
  {
    field: 'code',
    required: true,
    parser: 'code',
    overUnreadable: 'keep',
    maxLength: 60,
    synonyms: names(
      'Mã hồ sơ|Số hồ sơ|Mã số hồ sơ|Số biên nhận|Mã biên nhận|Số giấy biên nhận|Số phiếu tiếp nhận|Mã số|Số tiếp nhận|Mã tiếp nhận|Số ký hiệu hồ sơ|Mã số biên nhận|Mã hồ sơ TTHC|Số hiệu hồ sơ|Hồ sơ số|Dossier code',
    ),
  },
  {
    field: 'procedureCode',
    required: false,
    parser: 'procedure',
    overUnreadable: 'drop',
    maxLength: 20,
    synonyms: names(
      'Mã TTHC|Mã thủ tục|Mã số TTHC|Thủ tục mã|Thủ tục mã số|Mã DVC|Mã dịch vụ công|Mã TTHC quốc gia|Số hiệu TTHC|Procedure code',
    ),
  },
  {
    field: 'procedureName',
    required: false,
    parser: 'text',
    overUnreadable: 'drop',
    maxLength: 500,
    synonyms: names(
      'Tên TTHC|Thủ tục hành chính|Tên thủ tục|Thủ tục|Tên dịch vụ công|Dịch vụ công|Loại thủ tục|Loại hồ sơ|Tên hồ sơ|Nội dung công việc|Nội dung hồ sơ|Trích yếu hồ sơ|Trích yếu|Tên loại hồ sơ|Tên TTHC DVC|Nội dung giải quyết|Nội dung yêu cầu giải quyết|Tên thủ tục hành chính yêu cầu giải quyết|Procedure',
    ),
  },
  {
    field: 'field',
    required: false,
    parser: 'text',
    overUnreadable: 'drop',
    maxLength: 200,
    synonyms: names(
      'Lĩnh vực|Tên lĩnh vực|Lĩnh vực TTHC|Lĩnh vực giải quyết|Thuộc lĩnh vực|Nhóm lĩnh vực|Thủ tục lĩnh vực',
    ),
  },
  {
    field: 'applicantName',
    required: false,
    parser: 'text',
    overUnreadable: 'drop',
    maxLength: 200,
    synonyms: names(
      'Người nộp|Họ và tên|Họ tên|Chủ hồ sơ|Tên chủ hồ sơ|Người nộp hồ sơ|Họ và tên người nộp|Họ tên người nộp|Họ tên người nộp hồ sơ|Họ và tên chủ hồ sơ|Tổ chức cá nhân|Cá nhân tổ chức|Tên tổ chức cá nhân|Tên cá nhân tổ chức|Tổ chức cá nhân nộp hồ sơ|Tên công dân|Công dân|Công dân tổ chức|Người yêu cầu|Người đăng ký|Họ tên công dân|Tên người nộp|Khách hàng|Người làm thủ tục|Người dân|Applicant',
    ),
  },
  {
    field: 'personId',
    required: false,
    parser: 'person-id',
    overUnreadable: 'drop',
    maxLength: 30,
    synonyms: names(
      'CCCD|Số CCCD|CMND|Số CMND|CMND CCCD|CCCD CMND|Số CMND CCCD|Số định danh|Số định danh cá nhân|Mã định danh|Mã số định danh|Số giấy tờ|Số giấy tờ tùy thân|Giấy tờ tùy thân|Căn cước|Số căn cước|Căn cước công dân|Số căn cước công dân|CMND CCCD hộ chiếu|Số CMT|CMT|Số CCCD CMND hộ chiếu|Mã định danh cá nhân|Số giấy tờ định danh',
    ),
  },
  {
    field: 'channel',
    required: false,
    parser: 'channel',
    names: CHANNEL_NAMES,
    overUnreadable: 'keep',
    synonyms: names(
      'Hình thức nộp|Kênh tiếp nhận|Hình thức tiếp nhận|Hình thức nộp hồ sơ|Kênh nộp|Kênh nộp hồ sơ|Phương thức nộp|Phương thức tiếp nhận|Cách thức nộp|Cách thức thực hiện|Nguồn hồ sơ|Nguồn tiếp nhận|Loại tiếp nhận|Hình thức|Kênh|Kênh thực hiện|Hình thức gửi|Cách thức tiếp nhận|Channel',
    ),
  },
  {
    field: 'receivedOn',
    required: true,
    parser: 'date',
    overUnreadable: 'day',
    synonyms: names(
      'Ngày tiếp nhận|Thời gian tiếp nhận|Ngày nhận|Ngày nhận hồ sơ|Tiếp nhận|Ngày tiếp nhận hồ sơ|Thời điểm tiếp nhận|Ngày giờ tiếp nhận|Ngày tháng tiếp nhận|Thời gian nhận|Ngày giờ nhận|Thời gian nhận hồ sơ|Ngày nhận đơn|Ngày tháng năm tiếp nhận|Nhận|Received|Ngày nộp hồ sơ|Ngày nộp|Thời gian nộp|Thời gian nộp hồ sơ',
    ),
  },
  {
    field: 'dueOn',
    required: false,
    parser: 'date',
    overUnreadable: 'day',
    synonyms: names(
      'Ngày hẹn trả|Hạn xử lý|Hẹn trả|Ngày hẹn|Hạn trả|Hạn trả kết quả|Ngày hẹn trả kết quả|Hẹn trả kết quả|Hạn giải quyết|Thời hạn giải quyết|Thời gian hẹn trả|Thời gian hẹn|Thời hạn|Ngày đến hạn|Đến hạn|Hạn hoàn thành|Thời hạn trả kết quả|Ngày trả theo hẹn|Ngày hẹn trả hồ sơ|Thời hạn xử lý|Ngày hết hạn|Thời gian hẹn trả kết quả|Hạn|Hẹn|Ngày giờ hẹn trả|Ngày giờ hẹn trả kết quả|Due',
    ),
  },
  {
    field: 'reappointedDueOn',
    required: false,
    parser: 'date',
    overUnreadable: 'day',
    synonyms: names(
      'Ngày hẹn lại|Hẹn lại|Ngày hẹn trả lại|Gia hạn đến|Ngày gia hạn|Gia hạn|Hạn mới|Ngày hẹn trả lần 2|Ngày hẹn lại trả kết quả|Ngày hẹn trả mới|Ngày xin lỗi hẹn lại|Thời gian hẹn lại|Ngày hẹn trả sau gia hạn|Hẹn lại ngày trả',
    ),
  },
  {
    field: 'finishedOn',
    required: false,
    parser: 'date',
    overUnreadable: 'day',
    synonyms: names(
      'Ngày xử lý xong|Thời gian kết thúc xử lý|Ngày kết thúc|Ngày hoàn thành|Kết thúc|Ngày giải quyết|Ngày giải quyết xong|Ngày có kết quả|Có kết quả|Ngày kết thúc xử lý|Kết thúc xử lý|Thời gian kết thúc|Thời gian hoàn thành|Ngày xong|Xong|Xử lý xong|Giải quyết xong|Ngày hoàn thành xử lý|Thời điểm kết thúc|Hoàn thành|Thời gian có kết quả|Ngày hoàn tất|Thời gian xử lý xong|Thời gian giải quyết xong|Ngày kết thúc giải quyết|Ngày ký kết quả|Thời điểm hoàn thành|Ngày giờ kết thúc|Ngày xử lý|Finished',
    ),
  },
  {
    field: 'returnedOn',
    required: false,
    parser: 'date',
    overUnreadable: 'day',
    synonyms: names(
      'Ngày trả kết quả|Thời gian trả kết quả|Ngày trả|Trả kết quả|Trả|Ngày trả hồ sơ|Ngày giao kết quả|Ngày nhận kết quả|Ngày trả thực tế|Ngày bàn giao kết quả|Thời gian trả|Ngày trả kết quả thực tế|Ngày công dân nhận kết quả|Thời điểm trả kết quả|Ngày giờ trả kết quả|Thời gian nhận kết quả|Thời gian trả thực tế|Returned',
    ),
  },
  {
    field: 'status',
    required: false,
    parser: 'status',
    names: STATUS_NAMES,
    overUnreadable: 'keep',
    synonyms: names(
      'Trạng thái|Tình trạng|Trạng thái hồ sơ|Tình trạng hồ sơ|Tình trạng xử lý|Trạng thái xử lý|Tình trạng giải quyết|Hiện trạng|Trạng thái giải quyết|Tiến độ xử lý|Status',
    ),
  },
  {
    field: 'outcome',
    required: false,
    parser: 'outcome',
    names: OUTCOME_NAMES,
    overUnreadable: 'drop',
    synonyms: names(
      'Kết quả giải quyết|Kết quả|Kết quả xử lý|Kết quả xử lý hồ sơ|Kết quả giải quyết hồ sơ|Hình thức kết thúc|Kết quả giải quyết TTHC|Outcome',
    ),
  },
  {
    field: 'componentsDigitised',
    required: false,
    parser: 'flag',
    names: FLAG_NAMES,
    overUnreadable: 'drop',
    synonyms: names(
      'Số hóa thành phần hồ sơ|Số hóa hồ sơ|Thành phần hồ sơ điện tử|Thành phần hồ sơ|Số hóa thành phần|Hồ sơ số hóa|Số hóa đầu vào|Số hóa khi tiếp nhận|Thành phần hồ sơ số hóa|Hồ sơ được số hóa|Đã số hóa hồ sơ|Số hóa|Hồ sơ điện tử|Thành phần hồ sơ đã số hóa|Số hóa giấy tờ|Số hóa TPHS khi tiếp nhận|Số hóa thành phần hồ sơ khi tiếp nhận',
    ),
  },
  {
    field: 'resultDigitised',
    required: false,
    parser: 'flag',
    names: FLAG_NAMES,
    overUnreadable: 'drop',
    synonyms: names(
      'Số hóa kết quả|Kết quả điện tử|Số hóa kết quả giải quyết|Kết quả số hóa|Số hóa kết quả giải quyết TTHC|Cấp kết quả điện tử|Số hóa đầu ra|Bản điện tử kết quả|Trả kết quả điện tử|Kết quả giải quyết điện tử|Kết quả giải quyết TTHC điện tử|Kết quả bản điện tử|Kết quả đã số hóa|Kết quả được số hóa',
    ),
  },
  {
    field: 'inSoftware',
    required: false,
    parser: 'in-software',
    overUnreadable: 'drop',
    synonyms: names(
      'Trên phần mềm|Quản lý trên phần mềm|Phần mềm một cửa|Có trên phần mềm|Trong phần mềm|Cập nhật phần mềm|Trên hệ thống|Nhập phần mềm|Hồ sơ trên phần mềm|Cập nhật lên phần mềm|Trên phần mềm một cửa',
    ),
  },
  {
    field: 'paperParallel',
    required: false,
    parser: 'yes-no',
    overUnreadable: 'drop',
    synonyms: names(
      'Song song|Khớp giấy|Giấy và điện tử|Hồ sơ giấy song song|Giấy song song|Song song giấy và điện tử|Khớp hồ sơ giấy|Vận hành song song|Song song hồ sơ giấy|Khớp giấy và phần mềm|Hồ sơ giấy khớp phần mềm|Giấy khớp phần mềm',
    ),
  },
  {
    field: 'handler',
    required: false,
    parser: 'text',
    overUnreadable: 'drop',
    maxLength: 100,
    synonyms: names(
      'Cán bộ xử lý|Cán bộ thụ lý|Người xử lý|Công chức xử lý|Người thụ lý|Chuyên viên|Chuyên viên xử lý|Chuyên viên thụ lý|Cán bộ giải quyết|Cán bộ phụ trách|Công chức thụ lý|Công chức giải quyết|Người giải quyết|Cán bộ|Công chức phụ trách|Cán bộ thụ lý họ và tên|Cán bộ xử lý họ và tên|Cán bộ công chức xử lý|Người phụ trách',
    ),
  },
  {
    field: 'note',
    required: false,
    parser: 'long-text',
    overUnreadable: 'drop',
    maxLength: 2000,
    synonyms: names('Ghi chú|Ghi chú khác|Diễn giải|Note'),
  },
  {
    field: 'suspensions',
    required: false,
    parser: 'suspensions',
    overUnreadable: 'keep',
    synonyms: names(
      'Bổ sung, tạm dừng|Các lần tạm dừng|Các lần bổ sung|Thời gian tạm dừng|Thời gian bổ sung|Tạm dừng, bổ sung|Suspensions',
    ),
  },
];

/** Why a cell of an imported list is wrong or remarkable; `column` is the heading, `value` the cell as shown. */
export const remarks = {
  CODE_MISSING: 'Thiếu mã hồ sơ. Hãy ghi mã vào cột “{{column}}”.',
  DATE_MISSING: 'Thiếu ngày ở cột “{{column}}”. Hãy ghi ngày dạng 31/12/2024.',
  DATE_MISSING_END:
    'Hồ sơ đã kết thúc ({{status}}) nhưng không có ngày xử lý xong lẫn ngày trả kết quả. Hãy ghi ngày vào cột “{{column}}”.',
  DATE_INVALID:
    '“{{value}}” ở cột “{{column}}” không phải là một ngày có thật. Hãy ghi dạng ngày/tháng/năm, ví dụ 31/12/2024.',
  DATE_ORDER: 'Ngày {{value}} ở cột “{{column}}” trước ngày tiếp nhận.',
  DATE_ORDER_RECEIVED: 'Ngày {{value}} ở cột “{{column}}” trước ngày tiếp nhận {{received}}.',
  VALUE_UNKNOWN: 'Không hiểu “{{value}}” ở cột “{{column}}”.',
  VALUE_TOO_LONG: 'Nội dung ở cột “{{column}}” quá dài.',
  DUPLICATE_IN_FILE: 'Mã hồ sơ {{value}} đã có ở một dòng phía trên trong cùng tệp.',
  DUPLICATE_IN_FILE_ROW: 'Mã hồ sơ {{value}} đã có ở dòng {{first}} trong cùng tệp.',
  DUPLICATE_KEY: '“{{value}}” đã có ở một dòng phía trên trong cùng tệp.',
  DUPLICATE_KEY_ROW: '“{{value}}” đã có ở dòng {{first}} trong cùng tệp.',
  REQUIRED: 'Thiếu “{{field}}”. Hãy điền ô này.',
  SUM_MISMATCH: 'Các phần cộng lại không bằng tổng ở cột “{{column}}”.',
  SUM_MISMATCH_NUMBERS: '“{{field}}” là {{value}} nhưng các phần cộng lại được {{sum}}.',
  PART_TOO_LARGE: 'Số {{value}} ở cột “{{column}}” lớn hơn tổng.',
  PART_TOO_LARGE_NUMBERS: '“{{field}}” là {{value}}, lớn hơn {{limit}} ({{limitName}}).',
  DATE_ORDER_DAYS: '“{{field}}” ({{value}}) trước “{{earlierName}}” ({{earlier}}).',
  VALUE_INVALID: 'Giá trị “{{value}}” ở cột “{{column}}” không đúng dạng.',
  VALUE_TOO_LARGE: 'Số {{value}} ở cột “{{column}}” ngoài khoảng cho phép.',
  VALUE_OUT_OF_RANGE: 'Số {{value}} ở cột “{{column}}” ngoài khoảng cho phép (từ {{min}} đến {{max}}).',
  REF_UNKNOWN: 'Không có “{{value}}” trong danh sách “{{ledger}}”. Hãy nhập danh sách ấy trước hoặc sửa mã.',
  SIGN_IS_DATE:
    'Ô ở cột “{{column}}” đã bị bảng tính đổi thành ngày {{value}}. Hãy định dạng cột là văn bản rồi ghi lại mã.',
  NO_MONTH: '“{{value}}” ở cột “{{column}}” không phải là tháng. Hãy ghi dạng tháng/năm, ví dụ 03/2024.',
  NO_YEAR: '“{{value}}” ở cột “{{column}}” không phải là năm. Hãy ghi bốn chữ số, ví dụ 2024.',
  NO_COUNT: '“{{value}}” ở cột “{{column}}” không phải là số đếm. Hãy ghi số nguyên, ví dụ 12.',
  NO_HOURS: '“{{value}}” ở cột “{{column}}” không phải là số giờ. Hãy ghi tròn nửa giờ, ví dụ 1,5.',
  NO_PERCENT:
    '“{{value}}” ở cột “{{column}}” không rõ là bao nhiêu phần trăm. Hãy ghi số nguyên, ví dụ 80 %.',
  NO_CHOICE: 'Không hiểu “{{value}}” ở cột “{{column}}”. Hãy ghi một trong: {{choices}}.',
  NO_SUSPENSIONS:
    'Không hiểu “{{value}}” ở cột “{{column}}”. Hãy ghi dạng: Bổ sung 01/03/2024–05/03/2024; Tạm dừng từ 12/03/2024.',
  SPANS_OVERLAP: 'Các lần bổ sung, tạm dừng ở cột “{{column}}” chồng lên nhau hoặc không theo thứ tự.',
  DUE_BEFORE_INVALID: 'Hạn cũ ghi ở cột “{{column}}” không khớp với ngày tiếp nhận hoặc hạn trả.',
  CELL_ERROR: 'Ô ở cột “{{column}}” báo lỗi {{value}} của bảng tính.',
  FORMULA_WITHOUT_VALUE:
    'Ô ở cột “{{column}}” là công thức mà tệp không lưu kết quả. Hãy mở tệp bằng Excel rồi lưu lại.',
  PERIOD_CLOSED:
    'Kỳ {{period}} đã ký báo cáo; dòng này làm thay đổi số liệu đã ký ({{figures}}). Trưởng bộ phận hoặc chủ tịch nhập lại kèm lý do nếu cần điều chỉnh.',
  CONFLICT: 'Mã hồ sơ này đã có trong sổ nhưng “{{column}}” khác: {{value}}.',
  STATUS_DATE: 'Trạng thái là “{{value}}” nhưng đã có ngày kết thúc; hồ sơ được tính là đã giải quyết.',
  STATUS_EMPTY: 'Không ghi trạng thái; trạng thái được suy ra từ các ngày.',
  DATE_FUTURE: 'Ngày {{value}} ở cột “{{column}}” chưa đến.',
  RETURNED_BEFORE_FINISHED: 'Ngày trả kết quả {{value}} trước ngày xử lý xong.',
  CHANNEL_EMPTY: 'Không ghi kênh tiếp nhận; được tính là nộp trực tiếp.',
  CODE_UNUSUAL: 'Mã hồ sơ {{value}} không theo mẫu thường dùng.',
  PERSON_ID_ZERO: 'Số giấy tờ {{value}} được lưu dạng số nên mất số 0 ở đầu; số 0 đã được thêm lại.',
  PERSON_ID_MASKED:
    'Số giấy tờ ở cột “{{column}}” đã bị che ({{value}}) nên không được ghi vào sổ. Hãy nhập số đầy đủ nếu cần.',
  KEPT_KNOWN: 'Danh sách để trống “{{column}}”; giá trị đã biết được giữ nguyên.',
  UNKNOWN_PROCEDURE: 'Thủ tục “{{value}}” không có trong danh mục.',
  /** Sheet of an export of dossiers. */
  dossiersSheet: 'Hồ sơ',
  /** Last and first column of the workbook of bad rows. */
  badRowsSheet: 'Dòng cần sửa',
  reasonHeading: 'Lý do',
  sourceRowHeading: 'Dòng trong tệp gốc',
} as const;

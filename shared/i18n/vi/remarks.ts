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
  CELL_ERROR: 'Ô ở cột “{{column}}” báo lỗi {{value}} của bảng tính.',
  FORMULA_WITHOUT_VALUE:
    'Ô ở cột “{{column}}” là công thức mà tệp không lưu kết quả. Hãy mở tệp bằng Excel rồi lưu lại.',
  CONFLICT: 'Mã hồ sơ này đã có trong sổ nhưng “{{column}}” khác: {{value}}.',
  STATUS_DATE: 'Trạng thái là “{{value}}” nhưng đã có ngày kết thúc; hồ sơ được tính là đã giải quyết.',
  STATUS_EMPTY: 'Không ghi trạng thái; trạng thái được suy ra từ các ngày.',
  DATE_FUTURE: 'Ngày {{value}} ở cột “{{column}}” chưa đến.',
  RETURNED_BEFORE_FINISHED: 'Ngày trả kết quả {{value}} trước ngày xử lý xong.',
  CHANNEL_EMPTY: 'Không ghi hình thức nộp; được tính là nộp trực tiếp.',
  CODE_UNUSUAL: 'Mã hồ sơ {{value}} không theo mẫu thường dùng.',
  PERSON_ID_ZERO: 'Số giấy tờ {{value}} được lưu dạng số nên mất số 0 ở đầu; số 0 đã được thêm lại.',
  KEPT_KNOWN: 'Danh sách để trống “{{column}}”; giá trị đã biết được giữ nguyên.',
  UNKNOWN_PROCEDURE: 'Thủ tục “{{value}}” không có trong danh mục.',
  /** Last and first column of the workbook of bad rows. */
  reasonHeading: 'Lý do',
  sourceRowHeading: 'Dòng trong tệp gốc',
} as const;

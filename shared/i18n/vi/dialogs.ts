/** Names of kinds of files in the system's own dialogs. */
export const dialogs = {
  spreadsheets: 'Danh sách hồ sơ (Excel, CSV)',
  reports: 'Báo cáo đã ký (PDF, ZIP, thư đã lưu)',
  keys: 'Khóa ký (.p12, .pfx)',
  certificates: 'Chứng thư (.pem, .cer, .crt, .der)',
  drivers: 'Trình điều khiển token PKCS#11 (.dll, .so)',
  targets: 'Bộ mục tiêu (.json)',
  receipts: 'Trả lời tiếp nhận báo cáo (.scl-receipt)',
  handOvers: 'Giấy bàn giao khóa ký (.scl-handover)',
  backups: 'Bản sao lưu (.scl-backup)',
  units: 'Danh sách đơn vị (.json, .xlsx, .csv)',
  all: 'Mọi tệp',
  refusedSwitch: 'Chương trình không nhận tùy chọn {{name}} vì nó làm mất lớp bảo vệ.',
  restoreQuestion:
    'Lấy bản sao thay cho dữ liệu đang có trên máy này? Dữ liệu đang có được dời nguyên vẹn sang một bên và đưa trở lại được trong Cài đặt › Sao lưu.',
  bringBackQuestion:
    'Đưa dữ liệu đã dời trở lại thay cho dữ liệu đang có? Dữ liệu đang có được dời nguyên vẹn sang một bên.',
  replaceYes: 'Thay dữ liệu đang có',
  replaceNo: 'Giữ dữ liệu đang có',
  numbersQuestion:
    'Ghi đủ số giấy tờ của công dân vào tệp “{{file}}”? Tệp không được mã hóa: ai có tệp cũng đọc được. Lý do đã ghi được giữ trong nhật ký.',
  personQuestion:
    'Ghi dữ liệu cá nhân, kèm đủ số giấy tờ, vào tệp “{{file}}”? Tệp không được mã hóa: ai có tệp cũng đọc được.',
  numbersYes: 'Ghi vào tệp',
  numbersNo: 'Không ghi',
  fileName: 'tep',
} as const;

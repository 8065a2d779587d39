/** Names of kinds of files in the system's own dialogs. */
export const dialogs = {
  spreadsheets: 'Danh sách hồ sơ (Excel, CSV)',
  reports: 'Báo cáo đã ký (PDF)',
  keys: 'Khóa ký (.p12, .pfx)',
  certificates: 'Chứng thư (.pem, .cer, .crt, .der)',
  drivers: 'Trình điều khiển token PKCS#11 (.dll, .so)',
  targets: 'Bộ mục tiêu (.json)',
  all: 'Mọi tệp',
  fileName: 'tep',
} as const;

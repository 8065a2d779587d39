/** Words of the dialog that shows a paper before it is printed or saved. */
export const papers = {
  title: {
    plan: 'Kế hoạch thực hiện mục tiêu',
    'signing-list': 'Danh sách ký xác nhận',
    summary: 'Tóm tắt để niêm yết',
    records: 'Danh sách phía sau con số',
  },
  fileName: {
    plan: 'ke-hoach-muc-tieu-{{period}}',
    'signing-list': 'danh-sach-ky-xac-nhan',
    summary: 'niem-yet-{{period}}',
    records: 'danh-sach-{{objective}}-{{period}}',
  },
  open: {
    summary: 'Tóm tắt để niêm yết…',
    summaryHint: 'Một trang để niêm yết công khai, lấy từ báo cáo đã ký',
    summaryDraftHint: 'Một trang để niêm yết công khai; đóng dấu DỰ THẢO vì báo cáo chưa ký',
    records: 'In danh sách này…',
    missing: 'In {{n}} mục thiếu dữ liệu…',
    recordsHint: 'Danh sách nội bộ có mã hồ sơ, không có họ tên và số giấy tờ của công dân',
  },
  save: 'Lưu PDF…',
  working: 'Lập giấy',
  saving: 'Lưu giấy',
  saved: 'Đã lưu “{{name}}”.',
  draft: 'Dự thảo, báo cáo chưa ký',
  close: 'Đóng (Esc)',
} as const;

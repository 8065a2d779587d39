/** Words of the dialog that shows a paper before it is printed or saved. */
export const papers = {
  title: {
    plan: 'Kế hoạch thực hiện mục tiêu',
    'signing-list': 'Danh sách ký xác nhận',
  },
  fileName: {
    plan: 'ke-hoach-muc-tieu-{{period}}',
    'signing-list': 'danh-sach-ky-xac-nhan',
  },
  save: 'Lưu PDF…',
  saved: 'Đã lưu “{{name}}”.',
  close: 'Đóng (Esc)',
} as const;

/** Words of the paper by which a citizen is told what is recorded of them (phiếu cung cấp dữ liệu cá nhân). */
export const personPaper = {
  title: 'PHIẾU CUNG CẤP DỮ LIỆU CÁ NHÂN',
  subject: 'Theo yêu cầu của công dân',
  about: 'Người được cung cấp: {{who}}.',
  reason: 'Căn cứ cung cấp: {{reason}}.',
  introduction:
    '{{unit}} cung cấp toàn bộ dữ liệu về người nêu trên đang được lưu trong phần mềm theo dõi mục tiêu chất lượng, tính đến ngày {{date}}: {{count}} mục.',
  purpose:
    'Dữ liệu được ghi nhận để giải quyết thủ tục hành chính, phản ánh, kiến nghị và tổng hợp số liệu mục tiêu chất lượng; không gửi ra ngoài cơ quan: báo cáo chỉ có số liệu tổng hợp.',
  rights: 'Thấy dữ liệu chưa đúng, công dân đề nghị cơ quan sửa; việc sửa được ghi vào lịch sử của từng mục.',
  kind: {
    dossier: 'Hồ sơ {{title}}',
    entry: '{{ledger}}: {{title}}',
    archived: 'Đã nhập rồi hoàn tác: {{title}}',
    cell: 'Ô không nhập được: {{title}}',
    reason: 'Lý do ghi trong nhật ký, lúc {{title}}',
  },
  deleted: ' (đã xóa, còn lưu trong mục đã xóa)',
  former: '{{field}} (trước đây)',
  reasonField: 'Lý do',
  number: 'số giấy tờ {{number}}',
  phone: 'số điện thoại {{phone}}',
  preparer: 'NGƯỜI LẬP PHIẾU',
  footer: 'Phiếu cung cấp dữ liệu cá nhân · lập ngày {{date}}',
  sheet: 'Dữ liệu cá nhân',
  columns: { ordinal: 'TT', record: 'Mục', field: 'Nội dung', value: 'Giá trị', time: 'Thời điểm' },
  now: 'hiện nay',
  before: 'trước đây',
} as const;

/** Words of the page by which a receiver enrols a key made by the app (phiếu đăng ký khóa ký). */
export const keysPaper = {
  title: 'PHIẾU ĐĂNG KÝ KHÓA KÝ',
  subject: 'Dùng cho báo cáo mục tiêu chất lượng',
  rows: {
    unit: 'Đơn vị',
    unitCode: 'Mã đơn vị',
    holder: 'Người giữ khóa',
    algorithm: 'Loại khóa',
    validity: 'Hiệu lực của chứng thư',
    validityText: 'từ {{from}} đến {{to}}',
    serial: 'Số hiệu chứng thư',
  },
  fingerprint: 'Dấu vân tay chứng thư (SHA-256)',
  publicKey: 'Dấu vân tay khóa công khai (SHA-256)',
  how: {
    send: 'Gửi phiếu này kèm tệp chứng thư (.pem) cho nơi nhận báo cáo.',
    compare:
      'Nơi nhận mở tệp chứng thư trong chương trình, so từng nhóm bốn ký tự với phiếu hoặc đọc lại qua điện thoại với số đã biết từ trước; khớp đủ 16 nhóm thì mới ghi nhận.',
    only: 'Chỉ báo cáo ký bằng khóa này, trong thời hạn đã ghi nhận, được coi là của đơn vị.',
  },
  code: 'Mã QR chứa mã đơn vị và hai dấu vân tay ghi trên phiếu.',
  signatures: {
    holder: 'NGƯỜI GIỮ KHÓA',
    head: 'THỦ TRƯỞNG ĐƠN VỊ',
    note: '(ký, ghi rõ họ tên)',
    noteHead: '(ký, đóng dấu)',
  },
  receiver: {
    heading: 'Phần ghi của nơi nhận báo cáo',
    compared: 'Đã đối chiếu dấu vân tay ngày ……/……/………, bằng cách: ………………………………',
    from: 'Ghi nhận khóa từ ngày ……/……/……… đến hết ngày ……/……/………',
    who: 'Người đối chiếu (ký, ghi rõ họ tên): …………………………………………………………………',
  },
  footer: 'Lập ngày {{date}} · {{fingerprint}}',
} as const;

/** How papers are laid out: the section of Cài đặt, and the page that shows it. */
export const paperLayout = {
  superior: 'Cơ quan chủ quản',
  printed: 'In tên cơ quan chủ quản phía trên tên đơn vị',
  text: 'Tên in ra',
  textHint: 'Để trống: in đúng tên ghi ở mục Đơn vị',
  none: 'chưa ghi ở mục Đơn vị',
  signature: 'Chữ ký',
  room: 'Khoảng trống giữa chức vụ và họ tên (mm)',
  roomHint: 'Chỗ cho hình chữ ký hoặc ký tay, từ {{least}} đến {{most}}',
  field: 'Chữ ký số trên trang',
  fields: {
    none: 'Không hiển thị',
    noneHint: 'Chương trình đọc PDF vẫn liệt kê chữ ký trong bảng chữ ký',
    framed: 'Khung trong khoảng trống, ghi tên người ký và thời gian ký',
    framedHint: 'Bấm vào khung thì chương trình đọc PDF hiện chữ ký số',
  },
  sealTitle: 'Con dấu',
  seal: 'Chừa chỗ cho con dấu, trùm khoảng một phần ba chữ ký về bên trái',
  diameter: 'Đường kính con dấu (mm)',
  diameterHint: 'Khoảng trống không thấp hơn con dấu; phần “Nơi nhận” lùi sang trái',
  plain: 'Trở về mặc định',
  preview: 'Trang mẫu',
  between: 'Ghi một số nguyên từ {{least}} đến {{most}}',
  sample: {
    subject: 'Trang mẫu về cách trình bày văn bản',
    guides:
      'Khung và vòng tròn nét đứt đánh dấu chỗ của chữ ký và con dấu; chúng chỉ có trên trang mẫu này, không in trên văn bản. Cách trình bày áp dụng cho báo cáo, báo cáo tổng hợp, kế hoạch và các danh sách lập từ nay về sau; báo cáo đã ký giữ nguyên trang của nó.',
    closing: 'Trên đây là trang mẫu của {{unit}}./.',
    footer: 'Trang mẫu, không phải văn bản',
    watermark: 'TRANG MẪU',
  },
} as const;

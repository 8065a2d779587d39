/** Words of the printed consolidated report. */
export const consolidatedPaper = {
  title: 'BÁO CÁO',
  subject: 'Tổng hợp kết quả thực hiện mục tiêu chất lượng {{period}}',
  introduction:
    'Thực hiện Quyết định số {{number}} ngày {{date}} của {{issuer}} về mục tiêu chất lượng, {{unit}} tổng hợp kết quả {{period}} (từ ngày {{from}} đến hết ngày {{to}}) từ các báo cáo đã ký số của các đơn vị như sau:',
  section: {
    sending: 'I. TÌNH HÌNH GỬI BÁO CÁO',
    results: 'II. KẾT QUẢ THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG',
    basis: 'III. CĂN CỨ TỔNG HỢP',
  },
  sending:
    'Đã nhận {{received}} trên {{expected}} báo cáo phải gửi; {{missing}} đơn vị chưa có báo cáo được tính; {{late}} báo cáo gửi trễ hạn.',
  due: 'Hạn gửi báo cáo là ngày {{due}}.',
  units: {
    ordinal: 'TT',
    code: 'Mã',
    unit: 'Đơn vị',
    state: 'Tình trạng',
    signedAt: 'Ngày ký',
    revision: 'Lần',
    missed: 'Mục tiêu chưa đạt',
  },
  late: '{{state}}, trễ hạn',
  results: {
    id: 'TT',
    objective: 'Mục tiêu',
    threshold: 'Chỉ tiêu',
    sum: 'Kết quả',
    percent: 'Tỷ lệ',
    verdict: 'Đánh giá',
    units: 'Đơn vị',
  },
  note: 'Cột “Kết quả” là tổng các tử số trên tổng các mẫu số của những báo cáo được tính, không phải trung bình các tỷ lệ; tỷ lệ lấy hai chữ số thập phân, không làm tròn lên. Cột “Đơn vị” là số báo cáo có trong tổng. Chỉ tiêu là của {{level}}.',
  flow: 'Số hồ sơ nhận giải quyết là {{received}}, đã giải quyết {{resolved}} (quá hạn {{late}}), đang giải quyết {{pending}} (quá hạn {{overdue}}). Chi tiết theo lĩnh vực tại Phụ lục.',
  annex: 'PHỤ LỤC',
  attached: '(Kèm theo báo cáo tổng hợp {{id}})',
  basis: {
    each: 'Mỗi báo cáo đã được kiểm tra chữ ký, tính lại số liệu và chỉ được tính một lần, theo lần lập mới nhất.',
    pages: {
      all: 'Trang in của các báo cáo đã được vẽ lại và so với số liệu.',
      none: 'Trang in của các báo cáo chưa được vẽ lại để so với số liệu.',
    },
    data: 'Tệp này kèm dữ liệu {{attachment}} dưới cùng một chữ ký số, trong đó có mã băm SHA-256 của từng báo cáo và các số hạng của từng tổng. Phần mềm Sổ Chất Lượng kiểm tra được cả hai.',
  },
  closing: 'Trên đây là báo cáo tổng hợp kết quả thực hiện mục tiêu chất lượng {{period}} của {{unit}}./.',
  footer: '{{id}} · {{hash}}',
} as const;

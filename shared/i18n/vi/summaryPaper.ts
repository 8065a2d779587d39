/** Words of the one-page summary that the commune posts on its notice board (niêm yết công khai). */
export const summaryPaper = {
  title: 'NIÊM YẾT CÔNG KHAI',
  subject: 'Kết quả thực hiện mục tiêu chất lượng {{period}}',
  span: '(từ ngày {{from}} đến hết ngày {{to}})',
  source: {
    numbered: 'Theo Báo cáo số {{number}} ngày {{date}} (mã {{reportId}}, lần {{revision}}).',
    undated: 'Theo Báo cáo số {{number}} (mã {{reportId}}, lần {{revision}}), ký ngày {{signedOn}}.',
    unnumbered: 'Theo báo cáo đã ký ngày {{signedOn}} (mã {{reportId}}, lần {{revision}}).',
    draft: 'Dự thảo từ báo cáo chưa ký (mã {{reportId}}); chưa được niêm yết.',
    asOf: 'Số liệu tính đến hết ngày {{asOf}}.',
  },
  columns: { objective: 'Mục tiêu', threshold: 'Chỉ tiêu', result: 'Kết quả', verdict: 'Đánh giá' },
  objective: '{{id}}. {{title}}',
  striven: 'phấn đấu {{threshold}}',
  ratio: '({{ratio}})',
  flow: {
    received: 'hồ sơ nhận giải quyết',
    resolved: 'đã giải quyết',
    inTime: 'trước hạn, đúng hạn',
    late: 'giải quyết quá hạn',
    overdue: 'chưa giải quyết, đã quá hạn',
    nothing: 'Trong kỳ không phát sinh hồ sơ thủ tục hành chính.',
  },
  contact: {
    heading: 'Nơi hỏi đáp, phản ánh, kiến nghị:',
    place: 'Địa điểm:',
    phone: 'Điện thoại:',
    email: 'Thư điện tử:',
  },
  footer: '{{reportId}} · lần {{revision}} · bản niêm yết',
  footerDraft: '{{reportId}} · dự thảo, chưa ký',
} as const;

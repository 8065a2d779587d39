/** Words of the printed plan (kế hoạch) and of the list to be signed by those who were told of the objectives. */
export const targetsPaper = {
  plan: {
    title: 'KẾ HOẠCH',
    subject: 'Thực hiện mục tiêu chất lượng {{period}}',
    numberBlank: 'Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/KH-UBND',
    introduction:
      'Thực hiện Quyết định số {{number}} ngày {{date}} của {{issuer}} về mục tiêu chất lượng, {{unit}} lập kế hoạch thực hiện mục tiêu chất lượng {{period}} (từ ngày {{from}} đến hết ngày {{to}}) như sau:',
    introductionOwn:
      'Thực hiện Quyết định số {{number}} ngày {{date}} của {{issuer}} về mục tiêu chất lượng và Quyết định số {{ownNumber}} ngày {{ownDate}} của {{ownIssuer}}, {{unit}} lập kế hoạch thực hiện mục tiêu chất lượng {{period}} (từ ngày {{from}} đến hết ngày {{to}}) như sau:',
    section: {
      measures: 'I. MỤC TIÊU VÀ BIỆN PHÁP THỰC HIỆN',
      carryingOut: 'II. TỔ CHỨC THỰC HIỆN',
    },
    columns: {
      ordinal: 'TT',
      objective: 'Mục tiêu',
      measure: 'Biện pháp thực hiện',
      resources: 'Nguồn lực',
      owner: 'Trách nhiệm',
      time: 'Thời gian',
      assessment: 'Phương pháp đánh giá',
    },
    objective: '{{id}}. {{title}}',
    threshold: 'Chỉ tiêu: {{threshold}}',
    thresholdStriven: 'Chỉ tiêu phấn đấu: {{threshold}}',
    continued: 'Mục tiêu {{id}} (tiếp theo)',
    outside: 'Mục tiêu {{id}}, không thuộc bộ mục tiêu của kỳ này',
    time: 'Từ {{from}} đến {{to}}',
    until: 'Đến {{to}}',
    none: 'Chưa đề ra biện pháp',
    carryingOut: {
      duty: 'Cá nhân, bộ phận được giao trách nhiệm tổ chức thực hiện đúng thời gian nêu trên; có vướng mắc thì báo cáo ngay để điều chỉnh.',
      judging:
        'Kết quả thực hiện được đánh giá theo phương pháp nêu tại cột cuối của bảng và tổng hợp vào báo cáo mục tiêu chất lượng của từng kỳ.',
    },
    closing: 'Trên đây là kế hoạch thực hiện mục tiêu chất lượng {{period}} của {{unit}}./.',
    recipients: {
      label: 'Nơi nhận:',
      above: '- {{receiver}} (báo cáo);',
      within: '- Cá nhân, bộ phận có trách nhiệm nêu tại bảng;',
      file: '- Lưu: VT.',
    },
    footer: 'Kế hoạch thực hiện mục tiêu chất lượng {{period}} · bộ mục tiêu {{set}}, phiên bản {{version}}',
  },
  signingList: {
    title: 'DANH SÁCH',
    subject: 'Ký xác nhận đã được phổ biến mục tiêu chất lượng',
    about: 'Nội dung phổ biến: {{subject}}',
    columns: {
      ordinal: 'TT',
      name: 'Họ và tên',
      post: 'Chức vụ',
      subject: 'Nội dung',
      toldOn: 'Ngày phổ biến',
      signature: 'Ký xác nhận',
    },
    acknowledged: 'Đã xác nhận ngày {{date}}',
    none: 'Chưa ghi nhận việc phổ biến mục tiêu chất lượng cho ai.',
    total: 'Danh sách có {{count}} lượt người được phổ biến, trong đó {{acknowledged}} đã xác nhận.',
    preparer: 'NGƯỜI LẬP DANH SÁCH',
    footer: 'Danh sách ký xác nhận phổ biến mục tiêu chất lượng · lập ngày {{date}}',
  },
} as const;

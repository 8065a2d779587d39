/** Words of the printed report, of the checks before signing, and of the narrative proposed from the figures. */
export const report = {
  page: {
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: 'Số: {{number}}',
    numberBlank: 'Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-UBND',
    placeAndDate: '{{place}}, ngày {{day}} tháng {{month}} năm {{year}}',
    placeAndDateBlank:
      '{{place}}, ngày\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0năm {{year}}',
    title: 'BÁO CÁO',
    subject: 'Kết quả thực hiện mục tiêu chất lượng {{period}}',
    subjectAmended: '(báo cáo lần {{revision}}, thay thế báo cáo lần {{previous}})',
    to: 'Kính gửi:',
    through: '{{to}} (qua {{through}})',
    introduction:
      'Thực hiện Quyết định số {{number}} ngày {{date}} của {{issuer}} về mục tiêu chất lượng, {{unit}} báo cáo kết quả thực hiện mục tiêu chất lượng {{period}} (từ ngày {{from}} đến hết ngày {{to}}) như sau:',
    introductionOwn:
      'Thực hiện Quyết định số {{number}} ngày {{date}} của {{issuer}} về mục tiêu chất lượng và Quyết định số {{ownNumber}} ngày {{ownDate}} của {{ownIssuer}}, {{unit}} báo cáo kết quả thực hiện mục tiêu chất lượng {{period}} (từ ngày {{from}} đến hết ngày {{to}}) như sau:',
    asOf: 'Số liệu được tính đến hết ngày {{asOf}}, khi kỳ báo cáo chưa kết thúc.',
    replacesBecause: 'Lý do thay thế: {{reason}}',
    replaces:
      'Báo cáo này thay thế báo cáo {{reportId}}, lần {{revision}} (mã băm SHA-256 của tệp: {{sha256}}).',
    section: {
      handling: 'I. TÌNH HÌNH TIẾP NHẬN, GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
      objectives: 'II. KẾT QUẢ THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG',
      narrative: 'III. NGUYÊN NHÂN VÀ BIỆN PHÁP',
      notes: 'IV. TÌNH TRẠNG SỐ LIỆU',
      corrections: 'V. ĐIỀU CHỈNH SỐ LIỆU KỲ TRƯỚC',
    },
    handling: {
      received:
        'Số hồ sơ nhận giải quyết là {{total}}, gồm {{fresh}} hồ sơ tiếp nhận trong kỳ (trực tuyến {{online}}; trực tiếp, dịch vụ bưu chính {{other}}) và {{carriedOver}} hồ sơ từ kỳ trước chuyển sang.',
      resolved:
        'Số hồ sơ đã giải quyết là {{total}}: trước hạn {{early}}, đúng hạn {{onTime}}, quá hạn {{late}}.',
      pending: 'Số hồ sơ đang giải quyết là {{total}}: trong hạn {{inTime}}, quá hạn {{overdue}}.',
      details: 'Số liệu theo từng lĩnh vực tại Phụ lục I.',
      nothing: 'Trong kỳ không phát sinh hồ sơ thủ tục hành chính.',
    },
    objectives: {
      summary: 'Trong {{total}} mục tiêu có {{parts}}.',
      parts: {
        met: '{{count}} mục tiêu đạt',
        missed: '{{count}} mục tiêu chưa đạt',
        'no-data': '{{count}} mục tiêu không phát sinh',
        'not-recorded': '{{count}} mục tiêu chưa có số liệu',
        'not-due': '{{count}} mục tiêu chưa đến kỳ đánh giá',
      },
      columns: {
        ordinal: 'TT',
        objective: 'Mục tiêu',
        threshold: 'Chỉ tiêu',
        result: 'Kết quả',
        percent: 'Tỷ lệ',
        verdict: 'Đánh giá',
        short: 'Còn thiếu',
      },
      note: 'Cột “Kết quả” ghi số được tính trên tổng số; tỷ lệ lấy hai chữ số thập phân, không làm tròn lên. Cột “Còn thiếu” là số hồ sơ tối thiểu cần thêm để đạt chỉ tiêu. Cách tính từng tỷ lệ tại Phụ lục II.',
      raised: 'Mục tiêu {{id}}: đơn vị đặt chỉ tiêu {{threshold}}, cao hơn mức được giao {{given}}.',
      added: 'Mục tiêu {{id}} do đơn vị đặt thêm: {{sentence}}',
      remarks: 'Ghi chú:',
      remark: 'Mục tiêu {{id}}: {{text}}',
    },
    noNarrative: 'Không có nội dung.',
    notes: {
      missing:
        'Mục tiêu {{id}} ({{title}}): {{count}} trên {{denominator}} hồ sơ thiếu dữ liệu cần cho phép tính.',
      missingOther:
        'Mục tiêu {{id}} ({{title}}): {{count}} trên {{denominator}} trường hợp thiếu dữ liệu cần cho phép tính.',
      complete: 'Không có hồ sơ nào thiếu dữ liệu cần cho phép tính các mục tiêu trên.',
      reason: '{{warning}} Giải trình: {{reason}}',
      preparedBy: 'Người lập báo cáo: {{name}}.',
    },
    corrections: {
      period: 'Số liệu {{period}} tại báo cáo {{reportId}} (lần {{revision}}) được điều chỉnh như sau:',
      objective: 'Mục tiêu {{id}}: đã báo cáo {{was}}, nay là {{now}}.',
      flow: 'Biểu II.06a, {{field}}: {{cells}}.',
      cell: '{{column}} đã báo cáo {{was}}, nay là {{now}}',
      column: '{{part}} ({{group}})',
      more: 'Còn {{count}} dòng khác của Biểu II.06a thay đổi, ghi trong tệp số liệu đính kèm.',
      reasons: 'Lý do: {{reasons}}.',
      noReason: 'Không có lý do nào được ghi lại.',
    },
    closing: 'Trên đây là báo cáo kết quả thực hiện mục tiêu chất lượng {{period}} của {{unit}}./.',
    recipients: 'Nơi nhận:',
    recipientsList: { above: '- Như trên;', file: '- Lưu: VT.' },
    annex: {
      flow: 'Phụ lục I',
      flowTitle: 'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
      formulas: 'Phụ lục II',
      formulasTitle: 'CÁCH TÍNH CÁC TỶ LỆ',
      with: '(Kèm theo Báo cáo số {{number}} ngày {{date}} của {{unit}})',
      blankNumber: '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-UBND',
      blankDate: '\u00a0\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0\u00a0\u00a0năm {{year}}',
      form: 'Biểu số II.06a/VPCP/KSTT',
      reporter: 'Đơn vị báo cáo: {{unit}}',
      receiver: 'Đơn vị nhận báo cáo: {{receiver}}',
      period: 'Kỳ báo cáo: {{period}} (từ ngày {{from}} đến ngày {{to}})',
      measure: 'Đơn vị tính: Số hồ sơ TTHC',
    },
    flow: {
      ordinal: 'STT',
      field: 'Lĩnh vực, công việc giải quyết theo cấp',
      received: 'Số hồ sơ nhận giải quyết',
      resolved: 'Số lượng hồ sơ đã giải quyết',
      pending: 'Số lượng hồ sơ đang giải quyết',
      total: 'Tổng số',
      inPeriod: 'Trong kỳ',
      online: 'Trực tuyến',
      other: 'Trực tiếp, dịch vụ bưu chính',
      carriedOver: 'Từ kỳ trước',
      early: 'Trước hạn',
      onTime: 'Đúng hạn',
      late: 'Quá hạn',
      inTime: 'Trong hạn',
      overdue: 'Quá hạn',
      noField: 'Chưa ghi lĩnh vực',
      sum: 'Tổng cộng',
    },
    formulas: {
      objective: 'Mục tiêu và mã công thức',
      numerator: 'Tử số',
      denominator: 'Mẫu số',
      unknown: 'Theo công thức {{formula}}',
      note: 'Kỳ tính từ ngày {{from}} đến hết ngày {{to}}; số liệu tính đến hết ngày {{asOf}}. Bộ mục tiêu {{targetSet}}, phiên bản {{version}}.',
      rules: {
        notCounted:
          'Hồ sơ mới đăng ký trực tuyến chưa được tiếp nhận và hồ sơ không được tiếp nhận thì không tính.',
        ended:
          'Hồ sơ bị từ chối, dừng giải quyết hoặc được rút sau khi tiếp nhận được tính là đã giải quyết.',
        timeliness:
          'Hồ sơ trước hạn khi kết thúc xử lý trước ngày hẹn trả đầu tiên, đúng hạn khi trùng ngày hẹn trả hoặc không có ngày hẹn trả, quá hạn khi sau ngày hẹn trả.',
        clockStopped:
          'Hồ sơ đang chờ bổ sung giấy tờ, chờ thực hiện nghĩa vụ tài chính hoặc tạm dừng được tính là trong hạn.',
        unknown:
          'Thông tin chưa ghi nhận về phần mềm, số hóa được tính là “không”; riêng hồ sơ nộp trực tuyến chưa ghi việc số hóa thành phần được tính là đã số hóa.',
      },
    },
    digital: {
      title: 'Kiểm tra tệp điện tử',
      text: 'Số liệu của báo cáo nằm trong tệp {{attachment}} đính kèm tệp PDF này, cùng một chữ ký số với trang in. Kiểm tra bằng chức năng “Kiểm tra tệp” của phần mềm Sổ Chất Lượng. Chương trình đọc PDF khác có thể báo chưa nhận biết người ký nếu khóa ký không do tổ chức chứng thực cấp; thời điểm ký là thời điểm do máy ký ghi nhận. Đóng dấu, ghi chú hoặc lưu lại tệp bằng chương trình khác làm mất hiệu lực kiểm tra.',
      digest: 'Mã băm của {{count}} hồ sơ được tính: {{sha256}}',
      entriesDigest: 'Mã băm của {{count}} bản ghi khác được tính: {{sha256}}',
      changeLog: 'Nhật ký của đơn vị đến lúc lập báo cáo: {{count}} mục, mã băm mục cuối: {{sha256}}',
    },
    code: {
      id: 'Mã báo cáo: {{id}}',
      revision: 'lần {{revision}}',
      form: 'định dạng {{format}} {{version}}, mẫu trang {{template}}',
      hash: 'Mã băm SHA-256 của tệp {{attachment}}: {{sha256}}',
      label: 'Mã QR ghi mã báo cáo và mã băm',
      draft: 'Dự thảo: mã băm và mã QR chỉ có trên báo cáo đã ký.',
    },
    mark: { by: 'Ký số: {{name}}', at: '{{at}}', draft: 'Chỗ hiển thị chữ ký số' },
    footer: '{{reportId}} · lần {{revision}} · {{hash}}',
    footerDraft: '{{reportId}} · dự thảo, chưa ký',
    watermark: { draft: 'DỰ THẢO', sample: 'DỮ LIỆU MẪU' },
    period: {
      month: 'tháng {{index}} năm {{year}}',
      quarter: 'quý {{index}} năm {{year}}',
      half1: '6 tháng đầu năm {{year}}',
      half2: '6 tháng cuối năm {{year}}',
      nineMonths: '9 tháng đầu năm {{year}}',
      year: 'năm {{year}}',
    },
    verdict: {
      met: 'Đạt',
      missed: 'Chưa đạt',
      missedStriven: 'Chưa đạt (phấn đấu)',
      'no-data': 'Không phát sinh',
      'not-recorded': 'Chưa có số liệu',
      'not-due': 'Chưa đến kỳ đánh giá',
    },
  },
  /** What a formula counts over what, by formula id with `.` and `-` written `_`. */
  formula: {
    qms_activities_v1: {
      numerator: 'hoạt động ISO đến hạn trong kỳ và xong đúng hạn',
      denominator: 'hoạt động ISO theo kế hoạch đến hạn trong kỳ',
    },
    dossier_on_time_resolved_v1: {
      numerator: 'hồ sơ giải quyết trong kỳ trước hạn hoặc đúng hạn',
      denominator: 'hồ sơ giải quyết trong kỳ',
    },
    dossier_on_time_qd766_v1: {
      numerator: 'hồ sơ đã giải quyết trong hạn và hồ sơ đang giải quyết còn trong hạn',
      denominator: 'hồ sơ tiếp nhận trong kỳ và từ kỳ trước chuyển sang',
    },
    dossier_on_time_reappointed_v1: {
      numerator: 'hồ sơ giải quyết trong kỳ không quá ngày hẹn lại cuối cùng',
      denominator: 'hồ sơ giải quyết trong kỳ',
    },
    survey_satisfied_v1: {
      numerator: 'phiếu hợp lệ trả lời “hài lòng” hoặc “rất hài lòng”',
      denominator: 'phiếu khảo sát hợp lệ trong kỳ',
    },
    dossier_online_resolved_v1: {
      numerator: 'hồ sơ giải quyết trong kỳ được nộp trực tuyến',
      denominator: 'hồ sơ giải quyết trong kỳ',
    },
    dossier_online_received_v1: {
      numerator: 'hồ sơ tiếp nhận trong kỳ được nộp trực tuyến',
      denominator: 'hồ sơ tiếp nhận trong kỳ',
    },
    staff_rated_good_v1: {
      numerator: 'cán bộ, công chức được xếp loại hoàn thành tốt nhiệm vụ trở lên',
      denominator: 'cán bộ, công chức được xếp loại trong năm',
    },
    staff_trained_v1: {
      numerator: 'cán bộ, công chức đã hoàn thành ít nhất một khóa bồi dưỡng từ đầu năm báo cáo',
      denominator: 'cán bộ, công chức đang công tác cuối kỳ',
    },
    petition_on_time_v1: {
      numerator: 'phản ánh, kiến nghị xử lý xong đúng hạn trong kỳ',
      denominator: 'phản ánh, kiến nghị xử lý xong trong kỳ, hoặc đến hạn trong kỳ mà chưa xong',
    },
    dossier_in_software_v1: {
      numerator: 'hồ sơ tiếp nhận trong kỳ được quản lý trên phần mềm một cửa',
      denominator: 'hồ sơ tiếp nhận trong kỳ',
    },
    dossier_parallel_v1: {
      numerator: 'hồ sơ có ghi nhận bản giấy khớp với hệ thống',
      denominator: 'hồ sơ tiếp nhận trong kỳ có trên phần mềm một cửa',
    },
    workfile_electronic_v1: {
      numerator: 'hồ sơ công việc xử lý trên môi trường điện tử',
      denominator: 'hồ sơ công việc, trừ hồ sơ mật',
    },
    signature_units_v1: {
      numerator: 'đơn vị sử dụng chữ ký số cuối kỳ',
      denominator: 'đơn vị trực thuộc cuối kỳ',
    },
    dossier_digitised_received_v1: {
      numerator: 'hồ sơ tiếp nhận trong kỳ đã số hóa thành phần',
      denominator: 'hồ sơ tiếp nhận trong kỳ, trừ hồ sơ không yêu cầu số hóa',
    },
    dossier_result_digitised_resolved_v1: {
      numerator: 'hồ sơ giải quyết trong kỳ có kết quả điện tử',
      denominator:
        'hồ sơ giải quyết trong kỳ, trừ hồ sơ từ chối, rút, dừng và thủ tục không cấp kết quả bằng văn bản',
    },
    petition_settled_on_time_v1: {
      numerator: 'phản ánh, kiến nghị xử lý xong đúng hạn trong kỳ và không bị phản ánh lại',
      denominator: 'phản ánh, kiến nghị xử lý xong trong kỳ, hoặc đến hạn trong kỳ mà chưa xong',
    },
    hand_ratio_v1: {
      numerator: 'số đạt do đơn vị tự đếm trong kỳ, có căn cứ lưu tại đơn vị',
      denominator: 'tổng số do đơn vị tự đếm trong kỳ',
    },
    dossier_result_digitised_all_v1: {
      numerator: 'hồ sơ giải quyết trong kỳ có kết quả điện tử',
      denominator: 'hồ sơ giải quyết trong kỳ',
    },
  },
  /** A filter of an objective, by field and by value. */
  filter: {
    only: 'chỉ tính: {{filter}}',
    and: '; ',
    notRecorded: '(chưa ghi)',
    fields: {
      field: 'lĩnh vực',
      procedureCode: 'mã thủ tục',
      channel: 'kênh tiếp nhận',
      handler: 'người xử lý',
      source: 'nguồn phản ánh',
      kind: 'loại',
      owner: 'người phụ trách',
      code: 'mã',
      place: 'hình thức lấy ý kiến',
      unit: 'đơn vị',
      post: 'chức vụ',
      department: 'bộ phận',
    },
    values: {
      direct: 'trực tiếp',
      online: 'trực tuyến',
      post: 'bưu chính',
      portal: 'cổng dịch vụ công',
      counter: 'bộ phận một cửa',
      hotline: 'đường dây nóng',
      letter: 'đơn thư',
      email: 'thư điện tử',
      app: 'ứng dụng di động',
      meeting: 'tiếp công dân',
      other: 'khác',
      paper: 'phiếu giấy',
      kiosk: 'máy tại quầy',
      phone: 'điện thoại',
      'internal-audit': 'đánh giá nội bộ',
      'management-review': 'xem xét của lãnh đạo',
      'corrective-action': 'hành động khắc phục',
      'preventive-action': 'hành động phòng ngừa',
      'document-review': 'rà soát tài liệu',
      training: 'đào tạo',
    },
  },
  /** Proposed causes and remedies; the person who prepares the report goes on from here. */
  narrative: {
    missed: 'Mục tiêu {{id}} “{{title}}” chưa đạt: {{result}} bằng {{percent}}, chỉ tiêu {{threshold}}.',
    missedStriven:
      'Mục tiêu phấn đấu {{id}} “{{title}}” chưa đạt: {{result}} bằng {{percent}}, chỉ tiêu {{threshold}}.',
    short: 'Còn thiếu {{count}} {{unit}} để đạt.',
    unreachable: 'Với tổng số hiện có, chỉ tiêu này không thể đạt.',
    missing: 'Có {{count}} trên {{denominator}} {{unit}} thiếu dữ liệu cần cho phép tính.',
    against: 'Trong số chưa đạt có: {{causes}}.',
    cause: '{{cause}} ({{count}} {{unit}})',
    otherCauses: 'nguyên nhân khác ({{count}} {{unit}})',
    measures: 'Biện pháp theo kế hoạch: {{measures}}.',
    measure: '{{measure}} ({{owner}}, hạn {{due}})',
    otherMeasures: '{{count}} biện pháp khác',
    noMeasures: 'Kế hoạch chưa có biện pháp còn phải làm cho mục tiêu này.',
    ratios: 'Giải trình tỷ lệ: {{sentences}}',
    ratio: 'Mục tiêu {{id}}: {{n}} {{counted}}, trên {{d}} {{of}}, bằng {{percent}}.',
    excluded: 'Không tính {{count}} {{unit}}: {{causes}}.',
    unit: { dossier: 'hồ sơ', other: 'trường hợp' },
  },
  /** Checks before signing, by code (the part before `:`). */
  checks: {
    FLOW_UNBALANCED:
      'Số liệu {{field}} không cân: {{rule}} ({{left}} khác {{right}}). Cần kiểm tra lại hồ sơ.',
    CONTRADICTION: 'Số liệu mâu thuẫn tại {{where}}: ghi {{stated}}, tính lại được {{expected}}.',
    PERIOD_NOT_PERIODIC:
      'Báo cáo ký số chỉ lập cho kỳ báo cáo theo quy định, không lập cho khoảng ngày tự chọn.',
    PERIOD_NOT_BEGUN: 'Kỳ báo cáo bắt đầu ngày {{day}}, chưa tới.',
    SIGNED_OTHER_DAYS:
      'Báo cáo kỳ này đã ký cho các ngày {{from}} – {{to}}, khác kỳ đang chọn trong Cài đặt. Muốn thay thế, hãy chọn lại cách chia kỳ cũ.',
    SIGNED_OTHER_UNIT:
      'Báo cáo kỳ này đã ký với số {{report}}, không phải của mã đơn vị {{code}}. Muốn thay thế, hãy ghi lại mã đơn vị cũ trong Cài đặt.',
    NO_DOSSIERS: 'Sổ chưa có hồ sơ nào.',
    SIGNATORY_MISSING: 'Chưa ghi họ tên, chức vụ người ký trong phần Cài đặt.',
    PERIOD_NOT_OVER: 'Kỳ báo cáo đến hết ngày {{day}} mới kết thúc.',
    MISSING_DATA:
      'Mục tiêu {{objective}}: {{count}} trên {{denominator}} hồ sơ thiếu dữ liệu cần cho phép tính.',
    MISSING_FACT:
      'Mục tiêu {{objective}}: {{count}} trên {{denominator}} trường hợp thiếu dữ liệu cần cho phép tính.',
    HAND_COUNTS_OVERLAP:
      'Mục tiêu {{objective}}: {{count}} số đếm tay có ngày chồng lên nhau và đều được cộng; phần đếm trùng bị tính hai lần.',
    OVERDUE_PENDING: 'Còn {{count}} hồ sơ đang giải quyết đã quá hạn.',
    FIELD_MISSING: 'Có {{count}} hồ sơ chưa ghi lĩnh vực.',
    CARRIED_OVER:
      'Số hồ sơ từ kỳ trước chuyển sang là {{now}}, khác số đang giải quyết cuối {{period}} đã báo cáo là {{was}}.',
    UNKNOWN_PROCEDURES: 'Có {{count}} hồ sơ của kỳ ghi mã thủ tục không có trong danh mục.',
    DATE_FAR: 'Ngày văn bản ({{day}}) cách xa ngày lập báo cáo ({{today}}).',
    BEFORE_FOUNDING: 'Kỳ này kết thúc trước ngày thành lập đơn vị ({{day}}): số liệu là của các đơn vị cũ.',
    SIGNED_BY_PREPARER: 'Người ký cũng là người lập báo cáo ({{name}}).',
    CLOCK_BEHIND: 'Ngày của máy ({{day}}) sớm hơn lần ghi sổ gần nhất ({{last}}).',
  },
} as const;

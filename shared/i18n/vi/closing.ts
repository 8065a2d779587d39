/** Words of the question asked where a deed would change figures of a signed report. */
export const closing = {
  title: 'Kỳ báo cáo đã ký',
  lead: 'Báo cáo {{period}} đã ký. Việc vừa làm sẽ làm đổi những số liệu đã ký sau đây:',
  leadSettings:
    'Báo cáo {{period}} đã ký theo những cài đặt sau đây. Đổi chúng thì báo cáo thay thế và số liệu của các kỳ đã ký có thể khác đi:',
  setting: {
    periodScheme: 'Ngày bắt đầu và kết thúc các kỳ báo cáo',
    unitKind: 'Cấp của đơn vị: chỉ tiêu của cấp khác',
    unitCode: 'Mã đơn vị: nơi nhận sẽ coi là một đơn vị khác',
  },
  objective: 'Mục tiêu {{id}}',
  objectiveTitled: 'Mục tiêu {{id}}: {{title}}',
  flow: 'Biểu II.06a: tình hình tiếp nhận, giải quyết hồ sơ',
  reason: 'Lý do điều chỉnh',
  reasonHint:
    'Ghi vào lịch sử và vào mục điều chỉnh số liệu kỳ trước của báo cáo tiếp theo. Không ghi tên hay số giấy tờ của công dân.',
  reuse: 'Dùng lại lý do trước: “{{reason}}”',
  goOn: 'Vẫn làm, với lý do này',
  back: 'Không làm nữa',
  kept: 'Chưa có gì thay đổi; số liệu đã ký được giữ nguyên.',
  notYours:
    'Chỉ trưởng bộ phận hoặc chủ tịch được điều chỉnh số liệu đã ký. Chưa có gì được lưu; những gì bạn đã gõ vẫn còn nguyên.',
  ask: 'Hãy nhờ: {{names}}.',
  understood: 'Đã hiểu',
  corrects: 'Điều chỉnh số liệu đã ký: {{periods}}',
} as const;

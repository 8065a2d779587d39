/** Words of the question asked where a deed would change figures of a signed report. */
export const closing = {
  title: 'Kỳ báo cáo đã ký',
  lead: 'Báo cáo {{period}} đã ký. Việc vừa làm sẽ làm đổi những số liệu đã ký sau đây:',
  objective: 'Mục tiêu {{id}}',
  objectiveTitled: 'Mục tiêu {{id}}: {{title}}',
  flow: 'Biểu II.06a: tình hình tiếp nhận, giải quyết hồ sơ',
  reason: 'Lý do điều chỉnh',
  reasonHint:
    'Ghi vào lịch sử và vào mục điều chỉnh số liệu kỳ trước của báo cáo tiếp theo. Không ghi tên hay số giấy tờ của người dân.',
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

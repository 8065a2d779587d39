import type { FormulaCause } from '../../domain/formulas/cause.ts';

/** Why a dossier is counted, counted against or left out (shared/domain/formulas/cause.ts). */
export const causes = {
  early: 'Trước hạn',
  'on-time': 'Đúng hạn',
  'no-due': 'Không ghi ngày hẹn trả, tính là đúng hạn',
  late: 'Quá hạn',
  'inside-time': 'Đang giải quyết, còn trong hạn',
  'clock-stopped': 'Chờ công dân bổ sung, nộp nghĩa vụ tài chính hoặc tạm dừng, tính là trong hạn',
  overdue: 'Đang giải quyết, đã quá hạn',
  online: 'Nộp trực tuyến',
  'not-online': 'Nộp trực tiếp hoặc qua bưu chính',
  'channel-unknown': 'Không ghi kênh tiếp nhận, tính là trực tiếp',
  'in-software': 'Có trong phần mềm một cửa',
  'not-in-software': 'Không có trong phần mềm một cửa',
  'paper-matches': 'Hồ sơ giấy khớp với hệ thống',
  'paper-differs': 'Hồ sơ giấy không khớp với hệ thống',
  digitised: 'Đã số hóa',
  'online-components-unknown': 'Nộp trực tuyến, thành phần hồ sơ đã là bản điện tử',
  'not-digitised': 'Chưa số hóa',
  'not-required': 'Không yêu cầu số hóa',
  'no-document-issued': 'Thủ tục không cấp kết quả bằng văn bản',
  refused: 'Từ chối giải quyết',
  withdrawn: 'Công dân rút hồ sơ',
  stopped: 'Dừng giải quyết',
  'unknown-as-no': 'Chưa ghi nhận, tính là không',
} as const satisfies Record<FormulaCause, string>;

import { defineLedger, notBefore } from './definition.ts';
import { choice, code, date, longText, text } from './field.ts';

/** The year's ISO plan (hoạt động duy trì, cải tiến HTQLCL). Objective 1 counts those due in the period and done by then. */
export const isoActivities = defineLedger({
  id: 'iso-activities',
  place: 'records',
  key: ['code'],
  firstCode: 'ISO-{year}-01',
  day: 'dueOn',
  columns: ['code', 'activity', 'kind', 'owner', 'dueOn', 'doneOn'],
  due: { on: 'dueOn', done: 'doneOn', remindDays: 14 },
  fields: {
    code: code({ required: true, headings: 'Mã hoạt động|Mã|Mã số|Số hiệu|STT hoạt động' }),
    activity: text({ required: true, max: 500, headings: 'Hoạt động|Nội dung|Nội dung công việc|Công việc' }),
    kind: choice(
      {
        'internal-audit': 'Đánh giá nội bộ',
        'management-review': 'Xem xét của lãnh đạo|Họp xem xét của lãnh đạo',
        'corrective-action': 'Hành động khắc phục|Khắc phục',
        'preventive-action': 'Hành động phòng ngừa|Phòng ngừa|Xử lý rủi ro',
        'document-review': 'Rà soát tài liệu|Soát xét tài liệu|Cập nhật tài liệu',
        training: 'Đào tạo|Tập huấn',
        other: 'Hoạt động khác|Khác',
      },
      { required: true, headings: 'Loại hoạt động|Loại|Nhóm hoạt động' },
    ),
    plannedOn: date({ headings: 'Ngày lập kế hoạch|Ngày bắt đầu|Từ ngày' }),
    dueOn: date({ required: true, headings: 'Thời hạn|Hạn hoàn thành|Thời gian thực hiện|Đến ngày' }),
    doneOn: date({ headings: 'Ngày hoàn thành|Ngày thực hiện|Hoàn thành' }),
    owner: text({ max: 100, headings: 'Người phụ trách|Trách nhiệm|Đơn vị thực hiện|Phụ trách' }),
    evidence: longText({ headings: 'Bằng chứng|Minh chứng|Kết quả|Ghi nhận kết quả' }),
    file: text({ max: 300, headings: 'Hồ sơ lưu|Tài liệu kèm theo|Nơi lưu|Tham chiếu' }),
    note: longText({ headings: 'Ghi chú' }),
  },
  breaches: (record) => notBefore(record, 'plannedOn', 'dueOn'),
  lacks: (record) => (record.doneOn !== null && record.evidence === null ? ['evidence'] : []),
});

import { defineLedger, notBefore } from './definition.ts';
import { choice, code, date, longText, procedure, text, yesNo } from './field.ts';

/**
 * Feedback and petitions about administrative procedures (phản ánh, kiến nghị; NĐ 20/2008/NĐ-CP and its amendments).
 * Objective 4 counts those closed in the period on or before their due date (counting.md, objective 4).
 */
export const petitions = defineLedger({
  id: 'petitions',
  place: 'records',
  key: ['code'],
  firstCode: 'PA-{year}-0001',
  day: 'receivedOn',
  columns: ['code', 'subject', 'source', 'receivedOn', 'dueOn', 'closedOn', 'outcome'],
  due: { on: 'dueOn', done: 'closedOn', remindDays: 3 },
  fields: {
    code: code({
      required: true,
      headings: 'Mã phản ánh|Số phản ánh|Mã PAKN|Số PAKN|Mã kiến nghị|Mã số|Số đơn|Mã',
    }),
    receivedOn: date({
      required: true,
      headings: 'Ngày tiếp nhận|Ngày nhận|Thời gian tiếp nhận|Ngày gửi|Ngày phản ánh',
    }),
    source: choice(
      {
        portal: 'Cổng dịch vụ công|Cổng DVCQG|Cổng dịch vụ công quốc gia|Hệ thống PAKN|Trực tuyến',
        counter: 'Bộ phận một cửa|Trực tiếp|Tại quầy|Một cửa',
        hotline: 'Đường dây nóng|Điện thoại|Hotline|1022',
        letter: 'Đơn thư|Văn bản|Bưu chính|Thư|Hòm thư góp ý|Công văn',
        email: 'Thư điện tử|Email',
        app: 'Ứng dụng di động|Zalo|Mạng xã hội|VNeID|Ứng dụng',
        meeting: 'Tiếp công dân|Đối thoại|Tiếp xúc cử tri',
        other: 'Nguồn khác|Khác',
      },
      { headings: 'Nguồn|Nguồn tiếp nhận|Hình thức tiếp nhận|Kênh tiếp nhận|Hình thức gửi|Hình thức' },
    ),
    subject: longText({
      required: true,
      headings: 'Nội dung|Nội dung phản ánh|Nội dung kiến nghị|Trích yếu|Tiêu đề',
    }),
    senderName: text({
      headings: 'Người gửi|Họ và tên|Người phản ánh|Họ tên|Người kiến nghị|Tổ chức cá nhân',
    }),
    procedureCode: procedure({ headings: 'Mã thủ tục|Mã TTHC|Thủ tục liên quan|TTHC liên quan' }),
    field: text({ headings: 'Lĩnh vực|Tên lĩnh vực' }),
    handler: text({
      max: 100,
      headings: 'Người xử lý|Cán bộ xử lý|Đơn vị xử lý|Người phụ trách|Cán bộ thụ lý',
    }),
    dueOn: date({ headings: 'Hạn xử lý|Hạn trả lời|Ngày hẹn trả|Thời hạn|Hạn giải quyết' }),
    closedOn: date({
      headings: 'Ngày xử lý xong|Ngày hoàn thành|Ngày trả lời|Ngày kết thúc|Ngày giải quyết',
    }),
    outcome: choice(
      {
        settled: 'Đã giải quyết|Tiếp thu, giải quyết|Đã xử lý|Giải quyết xong|Đã tiếp thu',
        explained: 'Đã giải thích|Giải thích, hướng dẫn|Đã trả lời|Hướng dẫn',
        forwarded: 'Chuyển cơ quan có thẩm quyền|Chuyển cơ quan khác|Không thuộc thẩm quyền|Đã chuyển',
        unfounded: 'Không có cơ sở|Phản ánh sai|Không đúng',
        withdrawn: 'Người gửi rút|Rút|Đã rút',
      },
      { headings: 'Kết quả|Kết quả xử lý|Kết quả giải quyết' },
    ),
    reComplained: yesNo({ headings: 'Phản ánh lại|Tái phản ánh|Khiếu nại lại|Kiến nghị lại' }),
    note: longText({ headings: 'Ghi chú' }),
  },
  breaches: (record) => [
    ...notBefore(record, 'receivedOn', 'dueOn'),
    ...notBefore(record, 'receivedOn', 'closedOn'),
    ...(record.outcome !== null && record.closedOn === null
      ? ([{ field: 'closedOn', code: 'REQUIRED' }] as const)
      : []),
  ],
  lacks: (record) => (record.dueOn === null ? ['dueOn'] : []),
});

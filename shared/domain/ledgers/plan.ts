import { defineLedger, notBefore } from './definition.ts';
import { choice, count, date, longText, objective, percent, text } from './field.ts';

/**
 * Measures of the plan behind an objective (kế hoạch thực hiện mục tiêu; TCVN ISO 9001:2015, 6.2.2): what is done, with
 * what, by whom, until when, and how the result is judged.
 */
export const measures = defineLedger({
  id: 'measures',
  place: 'plan',
  key: ['objective', 'measure'],
  day: 'dueOn',
  columns: ['objective', 'measure', 'owner', 'dueOn', 'progress', 'doneOn'],
  due: { on: 'dueOn', done: 'doneOn', remindDays: 7 },
  fields: {
    objective: objective({ required: true, headings: 'Mục tiêu|Mã mục tiêu|Mục tiêu số' }),
    measure: longText({
      required: true,
      max: 1000,
      headings: 'Biện pháp thực hiện|Biện pháp|Giải pháp|Nội dung',
    }),
    resources: text({ max: 500, headings: 'Nguồn lực|Kinh phí|Nguồn lực thực hiện' }),
    owner: text({ required: true, headings: 'Trách nhiệm|Người phụ trách|Đơn vị thực hiện' }),
    from: date({ headings: 'Từ ngày|Ngày bắt đầu|Bắt đầu' }),
    dueOn: date({ required: true, headings: 'Thời gian|Thời hạn|Hạn hoàn thành|Đến ngày' }),
    assessment: text({
      max: 500,
      headings: 'Phương pháp đánh giá|Phương pháp, tần suất đánh giá|Cách đánh giá',
    }),
    progress: percent({ headings: 'Tiến độ|Tiến độ (%)|% hoàn thành' }),
    doneOn: date({ headings: 'Ngày hoàn thành|Hoàn thành ngày' }),
    note: longText({ headings: 'Ghi chú|Tình hình thực hiện' }),
  },
  breaches: (record) => [...notBefore(record, 'from', 'dueOn'), ...notBefore(record, 'from', 'doneOn')],
});

/** Who was told of the objectives, when and how, and who acknowledged it (QĐ 420/QĐ-UBND 2024, Điều 2). */
export const communications = defineLedger({
  id: 'communications',
  place: 'plan',
  key: ['name', 'subject'],
  day: 'toldOn',
  columns: ['name', 'post', 'subject', 'form', 'toldOn', 'acknowledgedOn'],
  fields: {
    name: text({ required: true, max: 100, headings: 'Họ và tên|Họ tên|Người được phổ biến' }),
    post: text({ headings: 'Chức vụ|Chức danh' }),
    subject: text({ required: true, max: 300, headings: 'Nội dung phổ biến|Nội dung|Văn bản|Tài liệu' }),
    form: choice(
      {
        meeting: 'Họp|Hội nghị|Cuộc họp',
        document: 'Văn bản|Công văn|Gửi văn bản',
        email: 'Thư điện tử|Email',
        notice: 'Niêm yết|Bảng tin|Thông báo',
        training: 'Tập huấn|Đào tạo',
        other: 'Khác|Hình thức khác',
      },
      { required: true, headings: 'Hình thức|Hình thức phổ biến|Cách thức' },
    ),
    toldOn: date({ required: true, headings: 'Ngày phổ biến|Ngày|Thời gian' }),
    acknowledgedOn: date({ headings: 'Ngày xác nhận|Đã xác nhận|Ngày ký nhận|Xác nhận' }),
    note: longText({ headings: 'Ghi chú' }),
  },
  breaches: (record) => notBefore(record, 'toldOn', 'acknowledgedOn'),
  lacks: (record) => (record.acknowledgedOn === null ? ['acknowledgedOn'] : []),
});

/** Counts by hand of an objective that no ledger gives, each with its evidence (mục tiêu tự theo dõi). */
export const handCounts = defineLedger({
  id: 'hand-counts',
  place: 'plan',
  key: ['objective', 'from', 'to'],
  keyBeside: 'unit',
  day: 'to',
  columns: ['objective', 'from', 'to', 'numerator', 'denominator', 'evidence', 'counter'],
  fields: {
    objective: objective({ required: true, headings: 'Mục tiêu|Mã mục tiêu|Mục tiêu số' }),
    from: date({ required: true, headings: 'Từ ngày|Ngày đầu kỳ' }),
    to: date({ required: true, headings: 'Đến ngày|Ngày cuối kỳ' }),
    numerator: count({ required: true, headings: 'Tử số|Số đạt|Số thực hiện' }),
    denominator: count({ required: true, headings: 'Mẫu số|Tổng số' }),
    evidence: longText({ required: true, max: 1000, headings: 'Căn cứ|Minh chứng|Bằng chứng' }),
    counter: text({ max: 100, headings: 'Người đếm|Người lập|Người tổng hợp' }),
    /** Of which former unit the count is, where several were joined: each unit's counts are added. */
    unit: text({ headings: 'Đơn vị được đếm|Đơn vị cũ|Của đơn vị|Của đơn vị cũ' }),
    note: longText({ headings: 'Ghi chú' }),
  },
  breaches: (record) => [
    ...notBefore(record, 'from', 'to'),
    ...(record.numerator > record.denominator
      ? ([
          {
            field: 'numerator',
            code: 'PART_TOO_LARGE',
            than: { fields: ['denominator'], value: record.denominator },
          },
        ] as const)
      : []),
  ],
});

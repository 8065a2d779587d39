import { defineLedger } from './definition.ts';
import { count, longText, month, text } from './field.ts';

/**
 * Work files (hồ sơ công việc) as monthly tallies of each unit. Objective 6.1: those handled electronically against
 * all less the secret ones (counting.md, objective 6.1). A month is a reporting month of the commune's scheme.
 */
export const workFiles = defineLedger({
  id: 'work-files',
  place: 'records',
  key: ['month', 'unit'],
  day: 'month',
  columns: ['month', 'unit', 'all', 'secret', 'electronic', 'counter'],
  fields: {
    month: month({ required: true, headings: 'Tháng|Tháng báo cáo|Kỳ|Tháng năm' }),
    unit: text({ required: true, headings: 'Đơn vị|Bộ phận|Phòng ban|Cơ quan, đơn vị' }),
    all: count({
      required: true,
      headings: 'Tổng số hồ sơ|Tổng số|Số hồ sơ công việc|Tổng số hồ sơ công việc',
    }),
    secret: count({ required: true, headings: 'Hồ sơ mật|Số hồ sơ mật|Mật|Văn bản mật' }),
    electronic: count({
      required: true,
      headings: 'Xử lý điện tử|Hồ sơ điện tử|Trên môi trường điện tử|Số hồ sơ điện tử|Điện tử',
    }),
    counter: text({ max: 100, headings: 'Người tổng hợp|Người lập|Người báo cáo' }),
    note: longText({ headings: 'Ghi chú' }),
  },
  breaches: ({ all, secret, electronic }) => [
    ...(secret > all
      ? ([{ field: 'secret', code: 'PART_TOO_LARGE', than: { fields: ['all'], value: all } }] as const)
      : []),
    ...(secret <= all && electronic > all - secret
      ? ([
          {
            field: 'electronic',
            code: 'PART_TOO_LARGE',
            than: { fields: ['all', 'secret'], value: all - secret },
          },
        ] as const)
      : []),
  ],
});

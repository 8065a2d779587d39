import { defineLedger, notBefore } from './definition.ts';
import { choice, count, date, longText, procedure, text, yesNo } from './field.ts';

/**
 * The commune's own versions of administrative procedures. One with the code and first day of a version in the
 * resources takes its place; others stand beside them.
 */
export const procedureVersions = defineLedger({
  id: 'procedures',
  place: 'settings',
  key: ['code', 'validFrom'],
  day: 'validFrom',
  columns: ['code', 'name', 'field', 'amount', 'unit', 'validFrom', 'validTo'],
  fields: {
    code: procedure({ required: true, headings: 'Mã thủ tục|Mã TTHC|Mã số TTHC' }),
    name: text({
      required: true,
      max: 500,
      headings: 'Tên thủ tục|Tên TTHC|Tên thủ tục hành chính|Thủ tục hành chính',
    }),
    field: text({ required: true, headings: 'Lĩnh vực|Tên lĩnh vực' }),
    unit: choice(
      { 'working-days': 'Ngày làm việc', days: 'Ngày|Ngày lịch', 'same-day': 'Trong ngày|Giải quyết ngay' },
      { headings: 'Đơn vị thời hạn|Đơn vị tính|Loại ngày' },
    ),
    amount: count({ max: 400, headings: 'Thời hạn|Số ngày|Thời hạn giải quyết' }),
    onlineAmount: count({ max: 400, headings: 'Thời hạn trực tuyến|Số ngày trực tuyến' }),
    postAmount: count({ max: 400, headings: 'Thời hạn bưu chính|Số ngày bưu chính' }),
    issuesDocument: yesNo({ headings: 'Có cấp kết quả|Cấp giấy tờ|Có giấy tờ kết quả' }),
    validFrom: date({ required: true, headings: 'Hiệu lực từ|Từ ngày|Áp dụng từ' }),
    validTo: date({ headings: 'Hiệu lực đến|Đến ngày|Hết hiệu lực' }),
    source: text({ max: 300, headings: 'Căn cứ|Nguồn|Quyết định công bố' }),
    note: longText({ headings: 'Ghi chú' }),
  },
  breaches: (record) => [
    ...notBefore(record, 'validFrom', 'validTo'),
    ...((record.unit === 'working-days' || record.unit === 'days') && !((record.amount ?? 0) > 0)
      ? ([{ field: 'amount', code: 'REQUIRED' }] as const)
      : []),
  ],
});

/** Days that the commune's calendar has otherwise than the table of the resources (counting.md, Working days). */
export const calendarDays = defineLedger({
  id: 'calendar-days',
  place: 'settings',
  key: ['date'],
  day: 'date',
  columns: ['date', 'kind', 'name', 'source'],
  fields: {
    date: date({ required: true, headings: 'Ngày|Ngày nghỉ' }),
    kind: choice(
      {
        off: 'Nghỉ|Ngày nghỉ|Nghỉ lễ|Nghỉ cả ngày',
        working: 'Làm việc|Làm bù|Ngày làm việc|Làm việc bù',
        half: 'Nửa ngày|Làm nửa ngày|Nghỉ nửa ngày',
      },
      { required: true, headings: 'Loại|Loại ngày' },
    ),
    name: text({ required: true, max: 100, headings: 'Tên ngày|Tên|Nội dung|Lý do' }),
    source: text({ headings: 'Căn cứ|Nguồn|Văn bản' }),
    note: longText({ headings: 'Ghi chú' }),
  },
});

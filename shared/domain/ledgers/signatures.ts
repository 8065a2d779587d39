import { defineLedger, notBefore } from './definition.ts';
import { choice, code, date, longText, ref, text } from './field.ts';

/** Agencies and units that should sign digitally (cơ quan, đơn vị); objective 6.2 counts them at the period's end. */
export const signatureUnits = defineLedger({
  id: 'signature-units',
  place: 'records',
  key: ['code'],
  firstCode: 'DV01',
  day: 'from',
  columns: ['code', 'name', 'from', 'to', 'note'],
  fields: {
    code: code({ required: true, headings: 'Mã đơn vị|Mã cơ quan|Mã định danh|Mã' }),
    name: text({ required: true, headings: 'Tên đơn vị|Đơn vị|Cơ quan, đơn vị|Tên cơ quan' }),
    from: date({ required: true, headings: 'Từ ngày|Ngày thành lập|Ngày bắt đầu' }),
    to: date({ headings: 'Đến ngày|Ngày kết thúc|Ngày giải thể' }),
    note: longText({ headings: 'Ghi chú' }),
  },
  breaches: (record) => notBefore(record, 'from', 'to'),
});

/** Certificates in use (chứng thư số): who holds one for which unit, from when to when. */
export const signatureCertificates = defineLedger({
  id: 'signature-certificates',
  place: 'records',
  key: ['unitCode', 'serial'],
  day: 'from',
  columns: ['unitCode', 'holder', 'kind', 'serial', 'from', 'to', 'issuer'],
  due: { on: 'to', done: 'replacedOn', remindDays: 30 },
  fields: {
    unitCode: ref('signature-units', { required: true, headings: 'Mã đơn vị|Mã cơ quan|Mã định danh' }),
    holder: text({
      required: true,
      max: 100,
      headings: 'Người giữ|Chủ thể|Người sử dụng|Họ và tên|Tên chứng thư',
    }),
    serial: code({ required: true, headings: 'Số hiệu chứng thư|Số sê-ri|Serial|Số chứng thư|Số serial' }),
    kind: choice(
      { person: 'Cá nhân|Chữ ký số cá nhân', agency: 'Cơ quan, tổ chức|Tổ chức|Con dấu|Chữ ký số cơ quan' },
      { headings: 'Loại|Loại chứng thư|Loại chữ ký' },
    ),
    from: date({ required: true, headings: 'Hiệu lực từ|Từ ngày|Ngày cấp|Ngày hiệu lực' }),
    to: date({ required: true, headings: 'Hiệu lực đến|Đến ngày|Ngày hết hạn|Hết hạn' }),
    /** The day from which another certificate is used, or none any more: no reminder after it. */
    replacedOn: date({ headings: 'Ngày thay thế|Ngày thu hồi|Ngừng sử dụng' }),
    issuer: text({ headings: 'Đơn vị cấp|Nhà cung cấp|Tổ chức chứng thực|CA' }),
    note: longText({ headings: 'Ghi chú' }),
  },
  breaches: (record) => [...notBefore(record, 'from', 'to'), ...notBefore(record, 'from', 'replacedOn')],
});

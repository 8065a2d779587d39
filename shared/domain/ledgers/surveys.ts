import { defineLedger } from './definition.ts';
import { choice, code, count, date, dossier, longText, procedure, text } from './field.ts';

/** Where an answer was given. */
const places = {
  paper: 'Phiếu giấy|Giấy|Phiếu khảo sát',
  kiosk: 'Máy tại quầy|Kiosk|Máy tính bảng|Thiết bị tại quầy',
  online: 'Trực tuyến|Cổng dịch vụ công|Online|Điện tử',
  phone: 'Điện thoại|Gọi điện',
  other: 'Khác|Hình thức khác',
} as const;

/**
 * Single answers about satisfaction (phiếu đánh giá mức độ hài lòng), of one dossier or free. Objective 2.2 counts
 * valid answers "hài lòng" and "rất hài lòng" (counting.md, objective 2.2). An answer without a choice is invalid.
 */
export const surveyAnswers = defineLedger({
  id: 'survey-answers',
  place: 'records',
  key: ['givenOn', 'dossierCode', 'answer', 'place', 'procedureCode', 'note'],
  repeatable: true,
  day: 'givenOn',
  columns: ['givenOn', 'answer', 'dossierCode', 'procedureCode', 'place', 'note'],
  fields: {
    givenOn: date({
      required: true,
      headings: 'Ngày đánh giá|Ngày trả lời|Ngày khảo sát|Ngày|Thời gian đánh giá|Ngày góp ý',
    }),
    answer: choice(
      {
        'very-satisfied': 'Rất hài lòng|Rất tốt|Rất HL|5',
        satisfied: 'Hài lòng|Tốt|HL|4',
        dissatisfied: 'Không hài lòng|Chưa hài lòng|Kém|KHL|1',
        invalid: 'Phiếu không hợp lệ|Không hợp lệ|Phiếu trắng|Không trả lời',
      },
      {
        required: true,
        headings: 'Mức độ hài lòng|Đánh giá|Kết quả đánh giá|Mức đánh giá|Trả lời|Ý kiến đánh giá',
      },
    ),
    dossierCode: dossier({ headings: 'Mã hồ sơ|Số hồ sơ|Số biên nhận' }),
    procedureCode: procedure({ headings: 'Mã thủ tục|Mã TTHC|TTHC' }),
    place: choice(places, { headings: 'Hình thức|Hình thức đánh giá|Hình thức lấy ý kiến|Kênh đánh giá' }),
    note: longText({ headings: 'Ghi chú|Góp ý|Ý kiến khác|Ý kiến góp ý' }),
  },
});

/**
 * Batches counted from paper forms (đợt lấy phiếu). `forms` is the number of forms in hand: the check that the
 * parts were counted whole.
 */
export const surveyBatches = defineLedger({
  id: 'survey-batches',
  place: 'records',
  key: ['code'],
  firstCode: 'KS-{year}-01',
  day: 'countedOn',
  columns: ['code', 'countedOn', 'forms', 'verySatisfied', 'satisfied', 'dissatisfied', 'invalid', 'counter'],
  fields: {
    code: code({ required: true, headings: 'Mã đợt|Đợt|Số đợt|Tên đợt' }),
    countedOn: date({ required: true, headings: 'Ngày kiểm phiếu|Ngày tổng hợp|Ngày|Ngày lấy phiếu' }),
    forms: count({ required: true, headings: 'Số phiếu thu về|Tổng số phiếu|Số phiếu|Phiếu thu về' }),
    verySatisfied: count({ required: true, headings: 'Rất hài lòng|Số phiếu rất hài lòng' }),
    satisfied: count({ required: true, headings: 'Hài lòng|Số phiếu hài lòng' }),
    dissatisfied: count({ required: true, headings: 'Không hài lòng|Số phiếu không hài lòng' }),
    invalid: count({ required: true, headings: 'Không hợp lệ|Phiếu không hợp lệ|Số phiếu không hợp lệ' }),
    handedOut: count({ headings: 'Số phiếu phát ra|Phiếu phát ra' }),
    place: choice(places, { headings: 'Hình thức|Hình thức lấy phiếu|Hình thức lấy ý kiến' }),
    counter: text({ max: 100, headings: 'Người kiểm phiếu|Người tổng hợp|Người lập' }),
    note: longText({ headings: 'Ghi chú' }),
  },
  breaches: ({ forms, verySatisfied, satisfied, dissatisfied, invalid, handedOut }) => {
    const sum = verySatisfied + satisfied + dissatisfied + invalid;
    const parts = ['verySatisfied', 'satisfied', 'dissatisfied', 'invalid'] as const;
    return [
      ...(sum === forms
        ? []
        : ([{ field: 'forms', code: 'SUM_MISMATCH', than: { fields: parts, value: sum } }] as const)),
      ...(handedOut !== null && forms > handedOut
        ? ([
            { field: 'forms', code: 'PART_TOO_LARGE', than: { fields: ['handedOut'], value: handedOut } },
          ] as const)
        : []),
    ];
  },
});

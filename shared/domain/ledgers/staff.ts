import { defineLedger, notBefore } from './definition.ts';
import { choice, code, date, hours, longText, ref, text, year } from './field.ts';

/** People and their posts (cán bộ, công chức): who is in post on a day. A change of post ends one entry and begins another. */
export const staff = defineLedger({
  id: 'staff',
  place: 'records',
  key: ['code'],
  firstCode: 'CB001',
  day: 'from',
  columns: ['code', 'name', 'post', 'department', 'from', 'to'],
  fields: {
    code: code({ required: true, headings: 'Mã cán bộ|Mã CBCC|Số hiệu|Mã công chức|Mã số|Mã nhân viên' }),
    name: text({ required: true, max: 100, headings: 'Họ và tên|Họ tên|Tên cán bộ|Cán bộ, công chức' }),
    post: text({
      required: true,
      max: 200,
      headings: 'Chức vụ|Chức danh|Vị trí việc làm|Chức vụ, chức danh',
    }),
    department: text({ headings: 'Bộ phận|Phòng ban|Đơn vị|Lĩnh vực phụ trách' }),
    from: date({
      required: true,
      headings: 'Từ ngày|Ngày nhận việc|Ngày bổ nhiệm|Ngày vào làm|Ngày bắt đầu',
    }),
    to: date({ headings: 'Đến ngày|Ngày nghỉ|Ngày thôi việc|Ngày kết thúc' }),
    note: longText({ headings: 'Ghi chú' }),
  },
  breaches: (record) => notBefore(record, 'from', 'to'),
});

/** Ratings of staff that count as good (counting.md, objective 3.1; NĐ 90/2020/NĐ-CP for their names). */
export const GOOD_RATINGS: readonly string[] = ['excellent', 'good'];

/** Yearly ratings (đánh giá, xếp loại cuối năm); one a person and year. */
export const staffRatings = defineLedger({
  id: 'staff-ratings',
  place: 'records',
  key: ['staffCode', 'year'],
  day: 'ratedOn',
  columns: ['staffCode', 'year', 'rating', 'ratedOn', 'decision'],
  fields: {
    staffCode: ref('staff', { required: true, headings: 'Mã cán bộ|Mã CBCC|Số hiệu|Mã công chức|Mã số' }),
    year: year({ required: true, headings: 'Năm|Năm đánh giá|Năm xếp loại' }),
    rating: choice(
      {
        excellent: 'Hoàn thành xuất sắc nhiệm vụ|Hoàn thành xuất sắc|Xuất sắc|HTXSNV|HTXS',
        good: 'Hoàn thành tốt nhiệm vụ|Hoàn thành tốt|Tốt|HTTNV|HTT',
        fair: 'Hoàn thành nhiệm vụ|Hoàn thành|HTNV',
        failed: 'Không hoàn thành nhiệm vụ|Không hoàn thành|KHTNV',
      },
      { required: true, headings: 'Xếp loại|Mức xếp loại|Kết quả đánh giá|Kết quả xếp loại|Đánh giá' },
    ),
    ratedOn: date({ required: true, headings: 'Ngày đánh giá|Ngày xếp loại|Ngày quyết định|Ngày ban hành' }),
    decision: text({ headings: 'Số quyết định|Quyết định|Văn bản|Số văn bản' }),
    note: longText({ headings: 'Ghi chú' }),
  },
});

/** Courses that staff finished (bồi dưỡng chuyên môn, nghiệp vụ); objective 3.2 asks for at least one in the year. */
export const staffCourses = defineLedger({
  id: 'staff-courses',
  place: 'records',
  key: ['staffCode', 'course', 'finishedOn'],
  day: 'finishedOn',
  columns: ['staffCode', 'course', 'hours', 'from', 'finishedOn', 'organiser'],
  fields: {
    staffCode: ref('staff', { required: true, headings: 'Mã cán bộ|Mã CBCC|Số hiệu|Mã công chức|Mã số' }),
    course: text({
      required: true,
      max: 300,
      headings: 'Khóa học|Tên khóa học|Nội dung bồi dưỡng|Lớp bồi dưỡng|Tên lớp',
    }),
    finishedOn: date({
      required: true,
      headings: 'Ngày kết thúc|Đến ngày|Ngày hoàn thành|Ngày cấp chứng chỉ',
    }),
    from: date({ headings: 'Từ ngày|Ngày bắt đầu|Ngày khai giảng' }),
    hours: hours({ required: true, headings: 'Số giờ|Số tiết|Thời lượng|Giờ' }),
    organiser: text({ headings: 'Đơn vị tổ chức|Nơi tổ chức|Cơ quan tổ chức' }),
    certificate: text({ headings: 'Chứng chỉ|Số chứng chỉ|Chứng nhận' }),
    note: longText({ headings: 'Ghi chú' }),
  },
  breaches: (record) => notBefore(record, 'from', 'finishedOn'),
});

/** What the check of a report file answers: the three verdicts, and the words of each reason by its code. */
export const verify = {
  verdict: { valid: 'hợp lệ', invalid: 'không hợp lệ', unknown: 'chưa đủ căn cứ' },
  reasons: {
    EMPTY_FILE: 'Tệp rỗng. Hãy xin gửi lại tệp gốc.',
    NOT_PDF: 'Đây không phải tệp PDF. Hãy xin đúng tệp báo cáo do phần mềm xuất ra.',
    ZIPPED: 'Đây là tệp nén. Hãy giải nén rồi kiểm tra tệp PDF bên trong.',
    PREFIXED:
      'Có {{bytes}} byte lạ ở đầu tệp, trước nội dung PDF. Tệp đã bị chương trình khác ghi lại khi gửi; hãy xin tệp gốc.',
    TRUNCATED: 'Tệp bị cắt cụt, thiếu phần cuối. Việc tải hoặc chép tệp chưa xong; hãy xin gửi lại.',
    LINE_ENDS_CONVERTED:
      'Dấu xuống dòng trong tệp đã bị đổi khi gửi như văn bản. Hãy xin gửi lại dưới dạng tệp đính kèm.',
    BYTES_APPENDED: 'Có {{bytes}} byte lạ ở cuối tệp. Tệp đã bị chương trình khác ghi thêm; hãy xin tệp gốc.',
    CHANGED_AFTER_SIGNING:
      'Sau khi ký, tệp đã được ghi thêm nội dung (chữ ký khác, con dấu, ghi chú hoặc lưu lại). Hãy xin tệp gốc, chưa mở bằng chương trình khác để sửa.',
    NOT_A_REPORT: 'Đây không phải tệp báo cáo của Sổ Chất Lượng.',
    SIGNATURE_MISSING:
      'Tệp không có chữ ký số. Đây là bản nháp, bản in lại, hoặc tệp đã bị chương trình khác lưu lại làm mất chữ ký.',
    STRUCTURE_ALTERED:
      'Tệp không còn nguyên dạng như khi được ký; có thể đã bị sửa hoặc bị chương trình khác lưu lại.',
    FILE_TOO_LARGE: 'Tệp lớn hơn mọi báo cáo có thể có.',
    FORBIDDEN_CONTENT: 'Tệp chứa thành phần không được phép có trong báo cáo ({{name}}).',
    UNREADABLE: 'Không đọc được nội dung tệp.',
    SIGNATURE_FIELD: 'Ô chữ ký trong tệp không đúng dạng của báo cáo.',
    BYTE_RANGE: 'Chữ ký không bao trùm toàn bộ tệp.',
    SIGNATURE_ENCODING: 'Dữ liệu chữ ký không đúng dạng quy định.',
    WEAK_ALGORITHM: 'Chữ ký dùng thuật toán hoặc độ dài khóa không còn được chấp nhận.',
    DIGEST_DIFFERS: 'Nội dung tệp đã bị thay đổi sau khi ký.',
    SIGNATURE_INVALID: 'Chữ ký không khớp với khóa trong chứng thư.',
    CERTIFICATE_MISMATCH: 'Chứng thư kèm theo không phải chứng thư đã dùng để ký.',
    CERTIFICATE_UNEXPECTED: 'Chữ ký kèm theo chứng thư thừa, không thuộc đường dẫn chứng thực của người ký.',
    SIGNER_OUTSIDE_TIME:
      'Thời điểm ký nằm ngoài thời gian được tin cậy của chứng thư (từ {{from}} đến {{to}}).',
    SIGNER_REVOKED: 'Chứng thư của người ký đã bị thu hồi từ ngày {{revokedOn}}.',
    SIGNER_WRONG_UNIT:
      'Chứng thư này không được ký thay đơn vị ghi trong báo cáo (mã {{unit}}); chứng thư được ghi nhận cho đơn vị {{enrolled}}.',
    SIGNED_IN_FUTURE: 'Thời điểm ký ({{signedAt}}) còn ở tương lai so với máy kiểm tra.',
    SIGNER_NOT_FOR_SIGNING: 'Chứng thư của người ký không dùng để ký số.',
    SIGNER_NOT_ENROLLED:
      'Tệp nguyên vẹn, nhưng người ký chưa được ghi nhận. Hãy so dấu vân tay chứng thư với đơn vị rồi ghi nhận: {{fingerprint}}.',
    SIGNER_UNIT_UNKNOWN:
      'Tệp nguyên vẹn, chứng thư do tổ chức được tin cậy cấp, nhưng không cho biết được ký thay đơn vị nào. Hãy ghi nhận chứng thư cho đơn vị mã {{unit}}: {{fingerprint}}.',
    ATTACHMENT: 'Dữ liệu đính kèm (bao-cao.json) thiếu, thừa hoặc không đúng chỗ.',
    DATA_FORM: 'Dữ liệu đính kèm không đọc được hoặc không đúng dạng chuẩn.',
    DATA_SCHEMA: 'Dữ liệu đính kèm không đúng mẫu tại {{where}}: {{what}}.',
    TIMES_DIFFER: 'Thời điểm trong dữ liệu ({{stated}}) khác thời điểm ký ({{signed}}).',
    ARITHMETIC: 'Số liệu mâu thuẫn khi tính lại tại {{where}}: ghi {{stated}}, tính được {{expected}}.',
    PAGE_DIFFERS: 'Trang in khác với số liệu đính kèm (trang {{page}}).',
    NEWER_FORMAT:
      'Tệp theo định dạng mới hơn (phiên bản {{version}}). Chữ ký khớp với nội dung; hãy cập nhật phần mềm để kiểm tra số liệu.',
    PAGE_NOT_COMPARED: 'Trang in chưa được so với số liệu (mẫu trang {{template}}).',
    REVOCATION_NOT_CHECKED:
      'Chưa kiểm tra được việc thu hồi chứng thư vì không có danh sách thu hồi còn hiệu lực.',
    SIGNED_BEFORE_REVOCATION: 'Chứng thư bị thu hồi từ ngày {{revokedOn}}, sau thời điểm ký mà tệp tự khai.',
    OLDER_ALGORITHM: 'Chữ ký dùng dạng cũ RSA PKCS#1 v1.5.',
    SAMPLE_DATA: 'Đây là báo cáo của dữ liệu mẫu, không phải số liệu thật.',
  },
} as const;

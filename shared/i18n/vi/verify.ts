/** What the check of a report file answers: the three verdicts, and the words of each reason by its code. */
export const verify = {
  verdict: { valid: 'hợp lệ', invalid: 'không hợp lệ', unknown: 'chưa đủ căn cứ' },
  /** Why a hand-over note does not count. */
  handOver: {
    form: 'tệp không đúng dạng hoặc đã bị sửa.',
    newer: 'tệp theo dạng mới hơn; hãy cập nhật chương trình.',
    signature: 'chữ ký không khớp, giấy đã bị sửa sau khi ký.',
    days: 'ngày ghi trong giấy không hợp lý (trước ngày ký).',
    conflict:
      'cùng một khóa đã ký hai giấy bàn giao mâu thuẫn nhau; hãy hỏi đơn vị rồi thêm khóa mới vào danh sách người ký được tin.',
    signer: 'khóa ký giấy không được, hoặc không còn được, ký thay đơn vị này vào lúc ký.',
  },
  reasons: {
    EMPTY_FILE: 'Tệp rỗng. Hãy xin gửi lại tệp gốc.',
    NOT_PDF: 'Đây không phải tệp PDF. Hãy xin đúng tệp báo cáo do Sổ Chất Lượng xuất ra.',
    ZIPPED:
      'Đây là tệp nén (.zip) mà bên trong không có tệp PDF nào mở được. Hãy xin gửi lại tệp gốc .pdf, không cần nén.',
    ZIPPED_MANY:
      'Đây là tệp nén (.zip) có {{count}} tệp PDF bên trong. Hãy giải nén rồi thả từng tệp PDF vào đây.',
    ZIPPED_LOCKED:
      'Đây là tệp nén (.zip) có đặt mật khẩu. Hãy giải nén bằng mật khẩu đó, hoặc xin gửi lại tệp gốc .pdf.',
    OTHER_ARCHIVE:
      'Đây là tệp nén dạng {{name}}. Hãy giải nén rồi kiểm tra tệp PDF bên trong, hoặc xin gửi lại tệp gốc .pdf.',
    OFFICE_FILE:
      'Đây là tệp Word, Excel hoặc tệp văn phòng khác, không phải báo cáo đã ký. Hãy xin gửi tệp gốc .pdf do Sổ Chất Lượng xuất ra.',
    MAIL_WITHOUT_REPORT:
      'Đây là một thư điện tử được lưu lại, không kèm đúng một tệp PDF. Hãy mở thư, lưu tệp đính kèm .pdf rồi kiểm tra tệp đó.',
    WEB_PAGE:
      'Đây là một trang web được lưu với tên tệp báo cáo (thường do liên kết tải đã hết hạn hoặc cần đăng nhập). Hãy tải lại, hoặc xin gửi lại tệp gốc .pdf.',
    IMAGE:
      'Đây là ảnh ({{name}}), không phải tệp báo cáo: ảnh chụp và bản quét không mang chữ ký số và số liệu. Hãy xin gửi tệp gốc .pdf; khi gửi qua Zalo hãy chọn gửi “Tệp”, không gửi dạng ảnh.',
    SCANNED:
      'Đây là bản quét hoặc ảnh chụp của báo cáo giấy: trang chỉ có ảnh, không có chữ ký số và số liệu. Hãy xin gửi tệp gốc .pdf do Sổ Chất Lượng xuất ra.',
    DATA_ALONE:
      'Đây chỉ là phần dữ liệu (bao-cao.json) tách khỏi báo cáo, không có chữ ký. Hãy xin gửi tệp gốc .pdf.',
    PASSWORD_ADDED:
      'Tệp đã được một chương trình khác đặt mật khẩu hoặc mã hóa sau khi ký nên không còn nguyên như khi ký. Hãy xin gửi lại tệp gốc .pdf, chưa đặt mật khẩu.',
    REWRITTEN:
      'Tệp đã được một chương trình khác ghi lại toàn bộ (“lưu thành”, nén nhỏ, in ra PDF: {{program}}) nên chữ ký không còn khớp. Hãy xin gửi lại tệp gốc .pdf, không mở ra lưu lại.',
    LATER_PAGE: 'Sau khi ký, nội dung trang {{page}} đã bị sửa (lần ghi thứ {{revision}}).',
    LATER_ATTACHMENT: 'Sau khi ký, dữ liệu đính kèm đã bị thay hoặc thêm (lần ghi thứ {{revision}}).',
    LATER_CATALOGUE: 'Sau khi ký, cấu trúc tệp đã bị đổi ở mục {{name}} (lần ghi thứ {{revision}}).',
    LATER_OBJECT:
      'Sau khi ký, một phần của tệp đã bị ghi đè (đối tượng {{object}}, lần ghi thứ {{revision}}).',
    LATER_REMOVED: 'Sau khi ký, một phần của tệp đã bị xóa (đối tượng {{object}}, lần ghi thứ {{revision}}).',
    LATER_NOTE:
      'Sau khi ký, trên trang {{page}} đã thêm thứ không phải chữ ký hay dấu ({{name}}, lần ghi thứ {{revision}}).',
    LATER_HIDDEN:
      'Sau khi ký, tệp đã được thêm nội dung ẩn hoặc nội dung tự chạy ({{name}}, lần ghi thứ {{revision}}).',
    LATER_UNSIGNED:
      'Sau khi ký, trên trang {{page}} đã đóng thêm dấu, số hoặc ngày mà không có chữ ký nào bảo đảm (lần ghi thứ {{revision}}).',
    COVERED:
      'Phần thêm vào ở trang {{page}} che nội dung của báo cáo (lần ghi thứ {{revision}}). Chỉ được ký, đóng dấu ở chỗ ký, chỗ số và ngày còn để trống, hoặc ngoài lề.',
    COUNTERSIGNATURE_BROKEN: 'Chữ ký thêm ở lần ghi thứ {{revision}} không khớp với tệp.',
    COUNTERSIGNER_REFUSED: 'Chữ ký thêm của {{subject}} (lần ghi thứ {{revision}}) không được chấp nhận:',
    COUNTERSIGNER_NOT_ENROLLED:
      'Báo cáo nguyên vẹn, nhưng người ký thêm {{subject}} chưa có trong danh sách người ký được tin. Hãy so dấu vân tay chứng thư với đơn vị rồi mới tin: {{fingerprint}}.',
    RESAVED:
      'Một chương trình khác đã lưu lại tệp sau khi ký ({{count}} lần) mà không đổi nội dung; báo cáo đã ký bên trong còn nguyên.',
    UNPACKED_ZIP: 'Đã mở tệp nén và kiểm tra tệp {{name}} bên trong.',
    UNPACKED_MAIL: 'Đã mở thư điện tử và kiểm tra tệp đính kèm {{name}}.',
    PREFIXED:
      'Có {{bytes}} byte lạ ở đầu tệp, trước nội dung PDF. Tệp đã bị chương trình khác ghi lại khi gửi; hãy xin tệp gốc.',
    TRUNCATED: 'Tệp bị cắt cụt, thiếu phần cuối. Việc tải hoặc chép tệp chưa xong; hãy xin gửi lại.',
    LINE_ENDS_CONVERTED:
      'Dấu xuống dòng trong tệp đã bị đổi khi gửi như văn bản. Hãy xin gửi lại dưới dạng tệp đính kèm.',
    BYTES_APPENDED: 'Có {{bytes}} byte lạ ở cuối tệp. Tệp đã bị chương trình khác ghi thêm; hãy xin tệp gốc.',
    CHANGED_AFTER_SIGNING:
      'Sau phần báo cáo đã ký, tệp đã được ghi thêm nội dung mà không đọc được chắc chắn. Hãy xin gửi lại tệp gốc .pdf, không mở ra lưu lại.',
    NOT_A_REPORT:
      'Đây không phải tệp báo cáo của Sổ Chất Lượng, hoặc chỉ là bản in ra PDF không còn dữ liệu và chữ ký. Hãy xin gửi tệp gốc .pdf do Sổ Chất Lượng xuất ra.',
    SIGNATURE_MISSING:
      'Tệp không có chữ ký số. Đây là dự thảo, bản in lại, hoặc tệp đã bị chương trình khác lưu lại làm mất chữ ký.',
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
      'Chứng thư này không được ký thay đơn vị ghi trong báo cáo (mã {{unit}}); chứng thư được tin cho đơn vị {{enrolled}}.',
    SIGNER_RETIRED: 'Khóa này đã bàn giao và không còn được ký thay đơn vị sau ngày {{lastDay}}.',
    SIGNED_IN_FUTURE: 'Thời điểm ký ({{signedAt}}) còn ở tương lai so với máy kiểm tra.',
    SIGNER_NOT_FOR_SIGNING: 'Chứng thư của người ký không dùng để ký số.',
    SIGNER_NOT_ENROLLED:
      'Tệp nguyên vẹn, nhưng người ký chưa có trong danh sách người ký được tin. Hãy so dấu vân tay chứng thư với đơn vị rồi mới tin: {{fingerprint}}.',
    SIGNER_UNIT_UNKNOWN:
      'Tệp nguyên vẹn, chứng thư do tổ chức được tin cậy cấp, nhưng không cho biết được ký thay đơn vị nào. Hãy thêm chứng thư vào danh sách người ký được tin cho đơn vị mã {{unit}}: {{fingerprint}}.',
    ATTACHMENT: 'Dữ liệu đính kèm (bao-cao.json) thiếu, thừa hoặc không đúng chỗ.',
    DATA_FORM: 'Dữ liệu đính kèm không đọc được hoặc không đúng dạng chuẩn.',
    DATA_SCHEMA: 'Dữ liệu đính kèm không đúng mẫu tại {{where}}: {{what}}.',
    TIMES_DIFFER: 'Thời điểm trong dữ liệu ({{stated}}) khác thời điểm ký ({{signed}}).',
    ARITHMETIC: 'Số liệu mâu thuẫn khi tính lại tại {{where}}: ghi {{stated}}, tính được {{expected}}.',
    TARGETS_DIFFER:
      'Chỉ tiêu khác với quyết định mà báo cáo dẫn ra, tại {{where}}: báo cáo ghi {{stated}}, quyết định ghi {{expected}}.',
    PAGE_DIFFERS: 'Trang in khác với số liệu đính kèm (trang {{page}}).',
    NEWER_FORMAT:
      'Tệp theo định dạng mới hơn (phiên bản {{version}}). Chữ ký khớp với nội dung; hãy cập nhật chương trình để kiểm tra số liệu.',
    PAGE_NOT_COMPARED: 'Trang in chưa được so với số liệu (mẫu trang {{template}}).',
    TARGETS_NOT_COMPARED:
      'Chưa so được chỉ tiêu với quyết định: máy này không có bộ mục tiêu {{id}} phiên bản {{version}}.',
    REVOCATION_NOT_CHECKED:
      'Chưa kiểm tra được việc thu hồi chứng thư vì không có danh sách thu hồi còn hiệu lực.',
    SIGNED_BEFORE_REVOCATION: 'Chứng thư bị thu hồi từ ngày {{revokedOn}}, sau thời điểm ký mà tệp tự khai.',
    OLDER_ALGORITHM: 'Chữ ký dùng dạng cũ RSA PKCS#1 v1.5.',
    HAND_OVER_IGNORED: 'Giấy bàn giao khóa {{file}} không được tính: {{why}}',
    SAMPLE_DATA: 'Đây là báo cáo của dữ liệu mẫu, không phải số liệu thật.',
  },
  additions: {
    kinds: {
      signature: 'Chữ ký số thêm',
      field: 'Ô chữ ký để trống “{{text}}”',
      stamp: 'Dấu, số hoặc ngày đóng thêm',
      metadata: 'Tiêu đề, thời gian lưu của tệp đã được ghi lại; không đổi gì trên trang',
      validation: 'Dữ liệu để kiểm tra chữ ký về sau (danh sách thu hồi, chứng thư)',
    },
    onPage: 'trang {{page}}',
    nowhere: 'không hiện trên trang',
    signedBy: '{{subject}}, ký lúc {{at}}, {{standing}}.',
    coveredBy: 'được bảo đảm bằng chữ ký của {{subject}}, ký lúc {{at}}, {{standing}}.',
    byNobody: 'không có chữ ký nào bảo đảm.',
    standing: {
      trusted: 'người ký được tin cậy',
      unknown: 'người ký chưa được tin',
      refused: 'người ký không được chấp nhận',
      broken: 'chữ ký không khớp với tệp',
    },
  },
  /** What files checked together say of each other. */
  chain: {
    GAP: 'Báo cáo này nối tiếp báo cáo {{reportId}} (lần {{revision}}), nhưng báo cáo ấy không có trong các tệp được kiểm tra.',
    MISSING:
      'Báo cáo này nối tiếp báo cáo {{reportId}} (lần {{revision}}), không có trong các tệp được kiểm tra.',
    FORK: 'Báo cáo này và báo cáo {{reportId}} (lần {{revision}}) không thể cùng đúng thứ tự: cùng nối tiếp một báo cáo hoặc cùng một lần. Hãy hỏi đơn vị báo cáo nào có giá trị.',
    TWICE: 'Báo cáo {{reportId}} (lần {{revision}}) đã có ở một tệp khác trong các tệp được kiểm tra.',
    SUPERSEDED: 'Báo cáo này đã được thay thế bằng báo cáo {{reportId}} (lần {{revision}}).',
    MISNAMED:
      'Báo cáo này ghi báo cáo trước là {{reportId}} (lần {{revision}}), nhưng tệp có mã băm ấy là báo cáo khác.',
    CORRECTS_OTHERWISE:
      'Báo cáo này điều chỉnh {{count}} số liệu của báo cáo {{reportId}} (lần {{revision}}), nhưng số liệu ghi là đã ký khác với chính báo cáo ấy. Hãy hỏi đơn vị.',
    AMENDS: 'Báo cáo này thay thế báo cáo lần {{revision}}; {{count}} dòng khác với báo cáo ấy.',
  },
} as const;

/** Words of the faults in `shared/errors.ts`: what happened, what to do, and that nothing was lost. */
export const errors = {
  USAGE: 'Câu lệnh chưa đúng.',
  INPUT_MISSING: 'Không tìm thấy tệp. Hãy kiểm tra lại tên và nơi lưu.',
  INPUT_UNREADABLE: 'Không đọc được tệp. Hãy kiểm tra tệp có mở được bằng chương trình khác không.',
  FILE_NOT_SPREADSHEET: 'Tệp này không phải bảng tính Excel hay CSV. Chưa có gì được nhập.',
  FILE_ENCRYPTED: 'Tệp đang đặt mật khẩu. Hãy mở bằng Excel, lưu lại không mật khẩu rồi nhập lại.',
  FILE_TRUNCATED: 'Tệp bị cụt hoặc hỏng. Hãy xuất hoặc chép lại tệp. Chưa có gì được nhập.',
  FILE_TOO_LARGE: 'Tệp quá lớn khi giải nén nên không được đọc. Chưa có gì được nhập.',
  FILE_TOO_LARGE_report:
    'Tệp “{{file}}” lớn hơn mọi báo cáo (trên 64 MB) nên không được mở. Không có gì bị mất.',
  FILE_TOO_LARGE_small:
    'Tệp “{{file}}” lớn hơn mọi tệp loại này (trên {{most}}) nên không được đọc. Chưa có gì thay đổi.',
  SHEET_NOT_FOUND: 'Không có trang tính này trong tệp. Hãy chọn trang tính khác.',
  HEADER_NOT_FOUND: 'Không tìm thấy dòng tiêu đề của danh sách. Hãy chỉ dòng tiêu đề bằng tay.',
  MAPPING_INCOMPLETE: 'Còn thiếu cột bắt buộc: {{fields}}. Hãy chọn cột cho các mục này.',
  FILE_CHANGED: 'Tệp đã thay đổi sau khi xem trước. Hãy xem trước lại rồi mới nhập.',
  OUTPUT_UNWRITABLE: 'Không ghi được tệp. Hãy chọn nơi khác hoặc kiểm tra quyền ghi và chỗ trống.',
  EXPORT_TOO_LARGE:
    'Nhiều hơn {{limit}} dòng nên không vừa một trang tính. Hãy lọc theo kỳ rồi xuất từng phần; chưa có tệp nào được ghi.',
  DATA_FOLDER_MISSING: 'Chưa có dữ liệu trong thư mục này. Hãy khởi tạo trước.',
  DATA_FOLDER_NOT_EMPTY: 'Thư mục đã có dữ liệu nên không khởi tạo lại. Dữ liệu cũ được giữ nguyên.',
  DATA_FOLDER_BUSY: 'Thư mục dữ liệu đang được một cửa sổ khác sử dụng. Hãy đóng cửa sổ đó rồi thử lại.',
  DATA_FOLDER_REMOTE:
    'Thư mục dữ liệu nằm trên máy khác trong mạng ({{kind}}) nên không được dùng: hai máy cùng ghi, hoặc mạng đứt giữa chừng, có thể làm hỏng dữ liệu. Hãy để dữ liệu trên ổ đĩa của máy này; chưa có gì bị thay đổi.',
  DATA_DAMAGED_parts:
    'Tệp dữ liệu bị hỏng ở phần: {{parts}}. Chương trình không sửa hay xóa gì; hãy khôi phục từ bản sao lưu.',
  DATA_DAMAGED: 'Tệp dữ liệu bị hỏng. Chương trình không sửa hay xóa gì; hãy khôi phục từ bản sao lưu.',
  DATA_FROM_FUTURE:
    'Dữ liệu do phiên bản mới hơn của chương trình tạo ra. Hãy cập nhật chương trình; dữ liệu không bị thay đổi.',
  DATA_NOT_ENCRYPTED:
    'Sổ này đã từng được mã hóa (trong thư mục dữ liệu còn {{file}}), nhưng tệp dữ liệu so-chat-luong.db bây giờ không mã hóa: có người đã thay tệp, hoặc một tệp cũ bị chép đè. Tệp này không được mở và không ai bị hỏi mật khẩu mới. Hãy khôi phục từ bản sao lưu gần nhất; tệp hiện có chỉ được dời sang một bên.',
  BOOKS_MIXED_keyring:
    'Mật khẩu đúng với tệp khóa, nhưng tệp khóa (keyring.json) là của một sổ khác nên không mở được dữ liệu ở đây. Hãy chép lại đúng tệp khóa của sổ này, hoặc khôi phục từ bản sao lưu gần nhất; chưa có gì bị thay đổi.',
  BOOKS_MIXED_database:
    'Mật khẩu đúng, nhưng tệp dữ liệu (so-chat-luong.db) ở đây là của một sổ khác, không phải của tệp khóa bên cạnh. Hãy chép lại đúng tệp dữ liệu, hoặc khôi phục từ bản sao lưu gần nhất; chưa có gì bị thay đổi.',
  BOOKS_MIXED:
    'Mật khẩu đúng với tệp khóa, nhưng tệp khóa (keyring.json) và tệp dữ liệu (so-chat-luong.db) là của hai sổ khác nhau. Hãy chép lại hai tệp của cùng một sổ, hoặc khôi phục từ bản sao lưu gần nhất; chưa có gì bị thay đổi.',
  BACKUP_MISSING: 'Chưa có bản sao lưu nào dùng được. Hãy chọn lại tệp hoặc sao lưu trước.',
  BACKUP_DAMAGED:
    'Tệp này không phải bản sao lưu của chương trình, hoặc đã hỏng ({{reason}}). Hãy chọn một bản khác; không có gì bị thay đổi.',
  BACKUP_PLACE_REMOTE:
    'Thư mục này nằm trên máy khác, gọi bằng tên máy (\\\\máy\\thư-mục); chương trình không tự nối mạng nên không dùng. Hãy chọn thư mục trên USB, trên ổ đĩa của máy, hoặc một ổ mạng đã được gắn thành chữ cái (ví dụ Z:).',
  KEYRING_MISSING:
    'Dữ liệu được mã hóa nhưng không thấy tệp khóa (keyring.json) bên cạnh. Hãy chép tệp đó từ bản sao lưu gần nhất vào thư mục dữ liệu; dữ liệu vẫn nguyên.',
  KEYRING_DAMAGED:
    'Tệp khóa (keyring.json) bị hỏng, cả bản chép của nó cũng vậy. Hãy chép tệp khóa từ bản sao lưu gần nhất vào thư mục dữ liệu; dữ liệu vẫn nguyên.',
  KEYRING_CHANGED:
    'Tệp khóa bên cạnh sổ đã bị sửa từ bên ngoài nên không dùng được. Dữ liệu còn nguyên, chưa có gì thay đổi; hãy khôi phục tệp khóa hoặc lấy một bản sao lưu.',
  KEYRING_OPEN:
    'Tệp khóa (keyring.json) mở được mà không cần mật khẩu. Chương trình không bao giờ ghi như vậy cho sổ của đơn vị, nên tệp này không được dùng: có người đã thay tệp khóa, có thể cả tệp dữ liệu. Hãy khôi phục từ bản sao lưu gần nhất; tệp hiện có chỉ được dời sang một bên.',
  PASSPHRASE_WRONG: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy nhập lại.',
  SIGN_IN_SLOWED:
    'Sai mật khẩu nhiều lần liền. Đợi {{seconds}} giây rồi thử lại; người khác vẫn đăng nhập được.',
  RECOVERY_KEY_WRONG:
    'Mã khôi phục này không mở được dữ liệu. Hãy kiểm tra đây có phải phiếu mới nhất của đơn vị không.',
  RECOVERY_KEY_WRONG_length: 'Mã khôi phục có 7 nhóm, mỗi nhóm 5 ký tự. Hãy nhập đủ như trên phiếu.',
  RECOVERY_KEY_WRONG_group: 'Nhóm thứ {{group}} có ký tự nhập nhầm. Hãy so lại với phiếu.',
  FORBIDDEN:
    'Bạn không có quyền làm việc này. Hãy nhờ người có quyền ấy, hoặc nhờ người quản lý người dùng cấp quyền.',
  'RECORD_INVALID_last-manager': 'Phải còn ít nhất một người đang làm việc được quản lý người dùng.',
  KEY_UNREADABLE: 'Không đọc được tệp khóa ký. Hãy chọn tệp .p12 hoặc .pfx.',
  KEY_PASSPHRASE_WRONG: 'Mật khẩu của khóa ký chưa đúng. Hãy nhập lại; chưa có gì được ký.',
  KEY_UNSUITABLE: 'Khóa này không dùng để ký báo cáo được (cần RSA từ 2048 bit hoặc ECDSA P-256, P-384).',
  'KEY_UNSUITABLE_not-yet-valid':
    'Chứng thư này chưa đến ngày có hiệu lực. Hãy kiểm tra ngày giờ của máy, hoặc chọn chứng thư khác.',
  KEY_UNSUITABLE_expired: 'Chứng thư này đã hết hạn. Hãy chọn chứng thư còn hạn, hoặc tạo khóa mới.',
  'KEY_UNSUITABLE_not-for-signing': 'Chứng thư này không được cấp để ký. Hãy chọn chứng thư khác.',
  TOKEN_DRIVER_MISSING:
    'Không thấy tệp trình điều khiển của USB token. Hãy cài phần mềm đi kèm token, rồi chọn lại tệp của nó.',
  TOKEN_DRIVER_UNUSABLE:
    'Tệp này không phải trình điều khiển PKCS#11 dùng được trên máy này. Hãy chọn tệp khác; nếu phần mềm của token là bản 32 bit thì cần bản 64 bit.',
  TOKEN_ABSENT: 'Không thấy USB token. Hãy cắm token rồi thử lại.',
  TOKEN_CHOICE: 'Có {{count}} chứng thư dùng được. Hãy chọn khe cắm và chứng thư.',
  TOKEN_CERTIFICATE_UNKNOWN:
    'Trên token không có chứng thư này hoặc không có khóa của nó. Hãy cắm đúng token hoặc chọn chứng thư khác.',
  TOKEN_PIN_WRONG: 'Mã PIN chưa đúng. Token chỉ cho thử sai vài lần; hãy xem kỹ trước khi thử lại.',
  TOKEN_PIN_WRONG_low:
    'Mã PIN chưa đúng và token chỉ còn ít lần thử. Hãy hỏi lại mã PIN trước khi thử tiếp; hết lượt thì token tự khóa.',
  'TOKEN_PIN_WRONG_final-try':
    'Mã PIN chưa đúng và token chỉ còn một lần thử cuối. Sai lần nữa thì token tự khóa và phải nhờ nơi cấp mở khóa.',
  TOKEN_PIN_LOCKED:
    'Token đã bị khóa mã PIN vì thử sai quá số lần. Hãy nhờ nơi cấp chứng thư mở khóa; báo cáo vẫn được giữ nguyên.',
  TOKEN_PIN_FINAL_TRY:
    'Token chỉ còn một lần thử mã PIN cuối cùng nên chương trình chưa thử. Hãy chắc chắn mã PIN đúng rồi xác nhận dùng lần thử cuối.',
  TOKEN_CRASHED:
    'Trình điều khiển của token bị lỗi và đã tự tắt. Không có gì bị mất; hãy rút token, cắm lại rồi thử lại.',
  TOKEN_TIMEOUT:
    'Token không trả lời sau {{seconds}} giây nên đã dừng chờ. Không có gì bị mất; hãy rút token, cắm lại rồi thử lại.',
  TOKEN_FAULT: 'Token không ký được. Không có gì bị mất; hãy thử lại hoặc hỏi nơi cấp chứng thư.',
  HAND_OVER_INVALID: 'Giấy bàn giao khóa này không được tính. Chưa có gì thay đổi.',
  HAND_OVER_INVALID_form:
    'Giấy bàn giao khóa này không được tính: tệp không đúng dạng hoặc đã bị sửa. Chưa có gì thay đổi.',
  HAND_OVER_INVALID_newer:
    'Giấy bàn giao khóa này không được tính: tệp theo dạng mới hơn; hãy cập nhật chương trình. Chưa có gì thay đổi.',
  HAND_OVER_INVALID_signature:
    'Giấy bàn giao khóa này không được tính: chữ ký không khớp, giấy đã bị sửa sau khi ký. Chưa có gì thay đổi.',
  HAND_OVER_INVALID_days:
    'Giấy bàn giao khóa này không được tính: ngày ghi trong giấy không hợp lý (trước ngày ký). Chưa có gì thay đổi.',
  HAND_OVER_INVALID_conflict:
    'Giấy bàn giao khóa này không được tính: cùng một khóa đã ký hai giấy bàn giao mâu thuẫn nhau; hãy hỏi đơn vị rồi thêm khóa mới vào danh sách người ký được tin. Chưa có gì thay đổi.',
  HAND_OVER_INVALID_signer:
    'Giấy bàn giao khóa này không được tính: khóa ký giấy không được, hoặc không còn được, ký thay đơn vị này vào lúc ký. Chưa có gì thay đổi.',
  REPORT_HELD_BACK:
    'Báo cáo chưa ký được vì còn mục kiểm tra chưa đạt. Hãy sửa hoặc ghi lý do ở từng mục; chưa có gì được ký.',
  PERIOD_UNKNOWN:
    'Không có kỳ báo cáo “{{period}}”. Ví dụ đúng: 2024-Q1, 2024-H1, 2024-M03, 2024-9M, 2024-Y.',
  PERIOD_NOT_PERIODIC: 'Chỉ ký được báo cáo của một kỳ báo cáo, không ký được khoảng ngày tự chọn.',
  OBJECTIVE_UNKNOWN: 'Không có mục tiêu “{{objective}}” trong bộ mục tiêu đang dùng.',
  IMPORT_UNKNOWN: 'Không có lần nhập số {{id}}.',
  IMPORT_NOT_UNDOABLE:
    'Không hoàn tác được lần nhập này vì đã hoàn tác rồi hoặc có bản ghi đã được sửa sau đó. Dữ liệu được giữ nguyên.',
  RECORD_UNKNOWN: 'Không còn bản ghi này, có thể vừa bị xóa. Hãy xem lại danh sách.',
  RECORD_CHANGED: 'Bản ghi vừa được thay đổi ở nơi khác. Hãy xem bản mới rồi sửa lại; chưa có gì bị ghi đè.',
  RECORD_INVALID: 'Còn mục chưa hợp lệ. Hãy sửa các mục được đánh dấu; chưa có gì được lưu.',
  RECORD_INVALID_revoked:
    'Khóa này đã bị thu hồi; việc thu hồi không rút lại được. Chưa có gì được lưu; hãy đề nghị đơn vị dùng khóa mới.',
  RECORD_INVALID_otherUnit:
    'Khóa này đã được tin cho đơn vị {{unit}}; mỗi khóa chỉ ký thay đơn vị của mình. Chưa có gì được lưu. Nếu đơn vị đã thay đổi, hãy thêm lại chứng thư vào danh sách người ký được tin trong Cài đặt.',
  PERIOD_CLOSED:
    'Kỳ {{period}} đã ký báo cáo; việc này làm thay đổi số liệu đã ký ({{figures}}). Trưởng bộ phận hoặc chủ tịch có thể ghi lý do để điều chỉnh; chưa có gì được lưu.',
  ALREADY_SIGNED:
    'Kỳ {{period}} đã có báo cáo ký (lần {{revision}}). Muốn thay thế, hãy chỉ đúng báo cáo ấy và ghi lý do; chưa có gì được ký.',
  TARGET_LOWERED:
    'Chỉ tiêu của mục tiêu {{objective}} thấp hơn mức được giao ({{given}}). Chỉ được nâng lên, không được hạ xuống; chưa có gì được lưu.',
  TARGET_INVALID:
    'Bộ mục tiêu của đơn vị còn chỗ chưa hợp lệ. Hãy sửa các mục được đánh dấu; chưa có gì được lưu.',
  TARGET_FILE_INVALID:
    'Tệp này không phải bộ mục tiêu đúng dạng (tại {{where}}: {{problem}}). Chưa có gì được nhập.',
  UNITS_INVALID:
    'Danh sách đơn vị chưa đúng dạng (tại {{where}}: {{problem}}). Danh sách cũ được giữ nguyên.',
  UNITS_INVALID_overlap:
    'Danh sách đơn vị chưa đúng (dòng {{where}}): trong cùng một thời gian, một mã chỉ thuộc về một đơn vị. Danh sách cũ được giữ nguyên.',
  UNITS_INVALID_order:
    'Danh sách đơn vị chưa đúng (dòng {{where}}): ngày bắt đầu sau ngày kết thúc. Danh sách cũ được giữ nguyên.',
  UNITS_INVALID_empty:
    'Chưa có danh sách đơn vị, nên chưa biết ai còn thiếu báo cáo. Hãy lập danh sách đơn vị trước.',
  RECEIPT_INVALID:
    'Trả lời này không dùng được: {{reason}}. Tình trạng của báo cáo không thay đổi, không có gì bị mất.',
  CALENDAR_UNUSABLE:
    'Lịch làm việc không còn ngày làm việc nào trong hơn hai tháng liền, nên không tính được hạn. Hãy kiểm tra các ngày nghỉ riêng trong Cài đặt › Lịch làm việc.',
  MERGE_SOURCE_UNFIT: 'Không ghép được sổ này ({{reason}}). Không có gì bị thay đổi.',
  MERGE_SOURCE_UNFIT_none:
    'Ở đó không có sổ của chương trình. Hãy chọn thư mục dữ liệu hoặc tệp .scl-backup của đơn vị cũ; không có gì bị thay đổi.',
  MERGE_SOURCE_UNFIT_sample:
    'Đó là xã mẫu, không phải sổ của một đơn vị. Hãy chọn sổ khác; không có gì bị thay đổi.',
  MERGE_SOURCE_UNFIT_own:
    'Đó là sổ đang mở hoặc bản sao của nó. Hãy chọn sổ của đơn vị cũ; không có gì bị thay đổi.',
  MERGE_SOURCE_UNFIT_twice:
    'Sổ này đã có trong danh sách. Hãy chọn sổ của đơn vị khác; không có gì bị thay đổi.',
  MERGE_SOURCE_UNFIT_check:
    'Kiểm tra sổ này thấy có chỗ không khớp ({{problem}}). Hãy chạy “Kiểm tra & chẩn đoán” ở sổ đó, hoặc chọn một bản sao khác; không có gì bị thay đổi.',
  MERGE_CHOICE_INVALID:
    'Cách ghép của “{{clash}}” không dùng được. Hãy xem lại ở bước đối chiếu mã; chưa có gì được ghép.',
  MERGE_UNBALANCED:
    'Bảng cân đối không khớp ở {{line}}, nên không ghép gì cả. Sổ này và các sổ cũ vẫn như trước.',
  MERGE_CHANGED: 'Sổ này vừa thay đổi trong lúc đối chiếu. Hãy tính lại rồi ghép; chưa có gì được ghép.',
  PRINTER_MISSING:
    'Không còn máy in “{{printer}}”. Hãy chọn máy in khác; chưa có trang nào được in, không có gì bị mất.',
  PRINTER_MISSING_none:
    'Không thấy máy in nào trên máy tính này. Hãy nối và bật máy in rồi in lại; không có gì bị mất.',
  PRINTER_REFUSES:
    'Máy in “{{printer}}” đang không nhận bản in. Hãy chọn máy in khác, hoặc bật lại máy in này rồi in lần nữa; không có gì bị mất.',
  PRINT_FAILED:
    'Không gửi được tới máy in “{{printer}}”. Hãy xem máy in đã bật và nối dây chưa rồi in lại, hoặc dùng hộp thoại của hệ thống; không có gì bị mất.',
  PRINT_FAILED_default:
    'Không gửi được tới máy in mặc định. Hãy xem máy in đã bật và nối dây chưa rồi in lại, hoặc dùng hộp thoại của hệ thống; không có gì bị mất.',
  PRINT_FAILED_part:
    'Mới gửi được {{sent}}/{{total}} trang tới máy in “{{printer}}”. Hãy xem máy in rồi in tiếp từ trang còn thiếu; không có gì bị mất.',
  UPDATE_INVALID: 'Tệp này không phải bản cập nhật dùng được. Chương trình giữ nguyên bản đang dùng.',
  UPDATE_INVALID_damaged:
    'Tệp cập nhật bị cụt hoặc hỏng. Hãy chép lại từ nguồn; chương trình giữ nguyên bản đang dùng.',
  UPDATE_INVALID_unsigned:
    'Tệp cập nhật không có chữ ký nên không được nhận. Chương trình giữ nguyên bản đang dùng.',
  UPDATE_INVALID_key:
    'Tệp cập nhật ký bằng khóa mà bản này không biết. Hãy hỏi người phát hành; chương trình giữ nguyên bản đang dùng.',
  UPDATE_INVALID_signature:
    'Chữ ký của tệp cập nhật sai: nội dung đã bị sửa sau khi ký. Đừng dùng tệp này; chương trình giữ nguyên bản đang dùng.',
  UPDATE_INVALID_form:
    'Tệp cập nhật có dạng mà bản này không hiểu. Hãy cài bản mới bằng bộ cài đặt; chương trình giữ nguyên bản đang dùng.',
  UPDATE_INVALID_content:
    'Một tệp bên trong bản cập nhật khác với bản đã ký. Đừng dùng tệp này; chương trình giữ nguyên bản đang dùng.',
  UPDATE_NOT_NEWER:
    'Tệp này là bản {{version}}, không mới hơn bản {{current}} đang có. Không có gì thay đổi.',
  UPDATE_UNSUITABLE:
    'Tệp này dành cho cách cài khác ({{package}}); máy này cần {{program}}. Không có gì thay đổi.',
  UPDATE_NOT_HERE:
    'Chương trình cài theo cách này không nhận tệp cập nhật. Hãy cài bản mới như lần đầu; không có gì thay đổi.',
  UPDATE_NO_PREVIOUS: 'Không có bản trước để trở lại. Không có gì thay đổi.',
  CANCELLED: 'Đã dừng theo yêu cầu. Không có gì thay đổi.',
  NOT_ALLOWED_HERE: 'Yêu cầu này không được phép.',
  INTERNAL:
    'Chương trình gặp lỗi. Dữ liệu đã lưu không bị mất. Hãy thử lại; nếu còn gặp, hãy báo người hỗ trợ mã nhật ký {{logId}}.',
} as const;

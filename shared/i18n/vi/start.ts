/** First start, sign-in, repair. */
export const start = {
  welcome: 'Ba câu hỏi, rồi bắt đầu. Mọi điều đều sửa được sau trong Cài đặt.',
  steps: 'Các bước',
  language: 'Ngôn ngữ',
  question: { unit: 'Đơn vị nào?', you: 'Bạn là ai?', backup: 'Mật khẩu và sao lưu' },
  kind: { xa: 'Xã', phuong: 'Phường', 'thi-tran': 'Thị trấn', 'dac-khu': 'Đặc khu' },
  field: {
    kind: 'Loại đơn vị',
    place: 'Tên địa danh',
    code: 'Mã đơn vị',
    unitName: 'Tên đầy đủ của đơn vị',
    to: 'Nơi nhận báo cáo',
    through: 'Qua cơ quan',
    name: 'Họ và tên',
    login: 'Tên đăng nhập',
    role: 'Vai trò',
    signer: 'Chủ tịch, người ký báo cáo',
    passphrase: 'Mật khẩu',
    repeated: 'Nhập lại mật khẩu',
  },
  hint: {
    place: 'Ví dụ: Phước An',
    code: 'Gồm chữ số, ví dụ: 26503',
    to: 'Cơ quan cấp trên nhận báo cáo, ghi đầy đủ như trên văn bản',
    through: 'Nếu báo cáo gửi qua một phòng, ban; có thể để trống',
    login: 'Chữ thường, không dấu',
    signer: 'Họ và tên in dưới chữ ký; có thể ghi sau trong Cài đặt',
    passphrase:
      'Ít nhất 8 ký tự. Dữ liệu được mã hóa bằng mật khẩu này; bước sau sẽ in phiếu khôi phục phòng khi quên.',
  },
  backup: {
    folder: 'Thư mục sao lưu',
    folderNote: 'Nên chọn ổ đĩa khác hoặc USB. Có thể chọn sau trong Cài đặt.',
    noFolder: 'Chưa chọn',
    differ: 'Hai lần nhập không giống nhau.',
  },
  finish: 'Bắt đầu làm việc',
  sample: 'Xem với dữ liệu mẫu',
  promise: 'Chương trình chạy hoàn toàn trên máy này, không kết nối mạng và không gửi dữ liệu đi đâu.',
  signIn: { who: 'Ai đang làm việc?', submit: 'Đăng nhập' },
  repair: {
    title: 'Chưa mở được dữ liệu',
    text: 'Chương trình dừng lại ở đây để không ghi đè lên bất cứ điều gì. Dữ liệu của bạn vẫn giữ nguyên như trước.',
    copy: 'Chép thông tin chẩn đoán',
    advice: {
      DATA_FOLDER_REMOTE:
        'Hãy chép cả thư mục dữ liệu về ổ đĩa của máy này rồi mở lại. Muốn có bản ở máy khác, hãy dùng sao lưu.',
      OUTPUT_UNWRITABLE:
        'Thư mục dữ liệu không ghi được: hãy kiểm tra quyền ghi và chỗ trống của ổ đĩa, rồi thử lại. Dữ liệu vẫn nguyên.',
      DATA_FOLDER_BUSY: 'Hãy đóng cửa sổ kia, hoặc đợi lệnh đang chạy xong, rồi thử lại.',
      DATA_FROM_FUTURE: 'Hãy cài phiên bản chương trình mới hơn rồi mở lại. Đừng sửa tệp dữ liệu bằng tay.',
      DATA_DAMAGED:
        'Hãy giữ nguyên thư mục dữ liệu, chép nó ra một nơi khác, rồi khôi phục từ bản sao lưu gần nhất.',
      DATA_FOLDER_MISSING: 'Hãy kiểm tra ổ đĩa chứa dữ liệu đã được cắm và mở được, rồi thử lại.',
      DATA_NOT_ENCRYPTED:
        'Hãy chép cả thư mục dữ liệu ra nơi khác, báo người phụ trách máy rằng có người ghi được vào đó, rồi khôi phục từ bản sao lưu, tốt nhất là bản trên USB.',
      KEYRING_OPEN:
        'Hãy chép cả thư mục dữ liệu ra nơi khác, báo người phụ trách máy rằng có người ghi được vào đó, rồi khôi phục từ bản sao lưu, tốt nhất là bản trên USB.',
      BOOKS_MIXED:
        'Nếu vừa chép tay các tệp, hãy chép lại cho đúng rồi thử lại; nếu không, hãy khôi phục từ bản sao lưu gần nhất.',
      other: 'Hãy thử lại. Nếu vẫn không được, chép thông tin chẩn đoán và gửi cho người hỗ trợ.',
    },
  },
} as const;

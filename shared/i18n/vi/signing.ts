/** Words of the form by which a person signs: with a key of the app, a certificate file or a USB token. */
export const signing = {
  with: 'Ký bằng',
  app: 'Khóa của chương trình',
  p12: 'Tệp chứng thư (.p12, .pfx)',
  key: 'Khóa',
  keyItem: '{{subject}} · {{algorithm}} · đến {{notAfter}}',
  pickP12: 'Chọn tệp chứng thư…',
  p12Chosen: 'Tệp: {{name}}',
  passphrase: 'Mật khẩu của khóa',
  passphraseHint: 'Chỉ dùng cho lần ký này, không lưu lại',
  tokenKind: 'USB token',
  token: {
    driver: 'Trình điều khiển của token',
    chooseDriver: 'Chọn loại token…',
    noDriver:
      'Chưa thấy trình điều khiển của token nào quen thuộc trên máy này. Hãy cài phần mềm đi kèm token, hoặc chỉ ra tệp trình điều khiển (.dll, .so).',
    browse: 'Chọn tệp khác…',
    again: 'Tìm lại',
    none: 'Chưa thấy token nào. Hãy cắm token vào máy rồi bấm “Tìm lại”.',
    unnamed: 'Token chưa đặt tên',
    serial: 'số {{serial}}',
    noCertificate: 'Token này không có chứng thư nào để ký. Hãy hỏi nơi cấp token.',
    selfIssued: 'tự cấp',
    issuer: 'do {{issuer}} cấp',
    until: 'đến {{date}}',
    unsuitable: {
      expired: 'Đã hết hạn, không ký được.',
      'not-yet-valid': 'Chưa đến ngày có hiệu lực. Hãy xem lại ngày giờ của máy.',
      'not-for-signing': 'Không được cấp để ký.',
      other: 'Loại khóa này không dùng để ký được (cần RSA từ 2048 bit hoặc ECDSA P-256, P-384).',
    },
  },
  pin: {
    label: 'Mã PIN của token',
    hint: 'Chỉ dùng cho lần ký này, không lưu lại',
    onReader: 'Mã PIN được gõ trên chính đầu đọc thẻ. Bấm nút ký rồi làm theo màn hình của đầu đọc.',
    low: 'Đã có lần gõ sai mã PIN, token chỉ còn ít lượt thử. Hãy chắc chắn mã PIN trước khi ký; hết lượt thì token tự khóa.',
    'final-try':
      'Token chỉ còn MỘT lượt thử mã PIN. Nếu sai lần này, token tự khóa và không ký được nữa cho đến khi nơi cấp mở khóa bằng mã PUK. Nếu không chắc, hãy dừng lại và hỏi người giữ token.',
    useLastTry: 'Tôi chắc chắn mã PIN đúng và đồng ý dùng lượt thử cuối cùng',
    locked:
      'Token đã bị khóa mã PIN vì gõ sai quá số lần. Hãy mở khóa bằng mã PUK trong phần mềm đi kèm token, hoặc gọi nơi cấp token nếu không có mã PUK. Trong lúc chờ có thể ký bằng khóa khác.',
    'not-set':
      'Token này chưa được đặt mã PIN. Hãy đặt mã PIN bằng phần mềm đi kèm token hoặc nhờ nơi cấp token, rồi bấm “Tìm lại”.',
  },
  make: {
    none: 'Chưa có khóa nào. Tạo khóa ngay dưới đây; khóa được cất trên máy này, bảo vệ bằng mật khẩu bạn đặt.',
    elsewhere: 'Máy này chưa có khóa nào do chương trình tạo. Hãy ký bằng tệp chứng thư hoặc token.',
    name: 'Tên ghi trên chứng thư',
    nameHint: 'Thường là tên đơn vị, ví dụ UBND xã Phước An',
    passphrase: 'Mật khẩu mới cho khóa (ít nhất 8 ký tự)',
    again: 'Gõ lại mật khẩu',
    mismatch: 'Hai lần gõ khác nhau',
    tooShort: 'Cần ít nhất 8 ký tự',
    submit: 'Tạo khóa',
    forgotten: 'Mật khẩu không được lưu ở đâu cả. Quên mật khẩu thì phải tạo khóa mới.',
  },
} as const;

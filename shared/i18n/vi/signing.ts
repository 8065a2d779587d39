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

/** Words of the printed recovery sheet (phiếu khôi phục). */
export const recoveryPaper = {
  title: 'PHIẾU KHÔI PHỤC DỮ LIỆU',
  subject: 'Dùng khi quên mật khẩu mở sổ chất lượng',
  rows: { unit: 'Đơn vị', unitCode: 'Mã đơn vị', number: 'Phiếu số', madeOn: 'Ngày lập' },
  key: 'Mã khôi phục (7 nhóm, mỗi nhóm 5 ký tự; không có chữ B, I, L, O, S, U, V, Z và số 0, 1, 2, 5, 8)',
  how: {
    when: 'Khi có người quên mật khẩu: mở chương trình, chọn tên người đó, bấm “Quên mật khẩu”, nhập mã trên phiếu này rồi đặt mật khẩu mới.',
    only: 'Ngoài mật khẩu của từng người, chỉ phiếu này mở được dữ liệu và các bản sao lưu. Mất phiếu và quên mọi mật khẩu thì không ai lấy lại được dữ liệu.',
    keep: 'Cất phiếu trong tủ có khóa hoặc két, bỏ phong bì niêm phong; không để cạnh máy, không chụp ảnh, không gửi qua mạng. Nếu đã lưu phiếu thành tệp thì xóa tệp sau khi in.',
    replaced:
      'Phiếu này hết giá trị khi phiếu có số lớn hơn được lập. Ai đã nhìn thấy phiếu mà không nên thấy thì lập phiếu mới ngay trong Cài đặt.',
  },
  signatures: {
    maker: 'NGƯỜI LẬP PHIẾU',
    keeper: 'NGƯỜI GIỮ PHIẾU',
    note: '(ký, ghi rõ họ tên)',
  },
  footer: 'Phiếu số {{number}}, lập ngày {{date}}',
} as const;

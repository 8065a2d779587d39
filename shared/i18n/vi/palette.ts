/** Ctrl+K. */
export const palette = {
  title: 'Tìm nhanh',
  placeholder: 'Tìm hồ sơ, màn hình, lệnh, kỳ…',
  nothing: 'Không thấy “{{query}}”.',
  searching: 'Đang tìm…',
  group: { dossier: 'Hồ sơ', screen: 'Màn hình', command: 'Lệnh', period: 'Kỳ' },
  /** Other words people look for a screen by. */
  also: {
    overview: 'trang chủ mục tiêu kết quả tỷ lệ',
    dossiers: 'danh sách thủ tục sổ',
    records: 'phản ánh kiến nghị khảo sát cán bộ',
    imports: 'import csv tải lên',
    targets: 'chỉ tiêu quyết định công thức',
    reports: 'ký in xuất pdf',
    verify: 'xác minh chữ ký pdf',
    settings: 'thiết lập đơn vị khóa lịch thủ tục mật khẩu ngôn ngữ',
  },
  command: {
    compose: 'Ghi hồ sơ mới',
    import: 'Nhập tệp Excel hoặc CSV',
    report: 'Lập báo cáo của kỳ',
    verify: 'Kiểm tra một tệp báo cáo',
    previous: 'Xem kỳ trước',
    next: 'Xem kỳ sau',
    light: 'Giao diện sáng',
    dark: 'Giao diện tối',
    auto: 'Giao diện theo máy',
    language: 'Switch to English',
    leaveSample: 'Rời dữ liệu mẫu',
    signOut: 'Đăng xuất',
  },
} as const;

/** Invented words of the generated lists; the procedures are those of the sample commune. */
export const DOSSIER_CODES = {
  family: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Phan'],
  middle: ['Văn', 'Thị', 'Minh', 'Hữu', 'Xuân', 'Ngọc', 'Thanh', 'Đức', 'Kim', 'Bảo'],
  given: ['An', 'Bình', 'Châu', 'Dũng', 'Đạt', 'Giang', 'Hà', 'Hải', 'Hương', 'Khánh', 'Lan', 'Linh', 'Mai', 'Nga', 'Phương', 'Quân', 'Sơn', 'Tâm', 'Thủy', 'Trang', 'Việt', 'Yến'],
  hamlets: ['ấp 1', 'ấp 2', 'ấp 3', 'ấp Bà Trường', 'ấp Bàu Sen', 'ấp Quới Thạnh', 'ấp Vũng Gấm'],
  procedures: [
    ['2.000815', 'Chứng thực bản sao từ bản chính', 'Chứng thực', 0],
    ['2.000884', 'Chứng thực chữ ký', 'Chứng thực', 0],
    ['2.001035', 'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở', 'Chứng thực', 2],
    ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', 1],
    ['1.000894', 'Đăng ký kết hôn', 'Hộ tịch', 5],
    ['1.000656', 'Đăng ký khai tử', 'Hộ tịch', 1],
    ['2.000635', 'Cấp bản sao Trích lục hộ tịch', 'Hộ tịch', 1],
    ['1.004873', 'Cấp Giấy xác nhận tình trạng hôn nhân', 'Hộ tịch', 3],
    ['1.004859', 'Thay đổi, cải chính, bổ sung thông tin hộ tịch', 'Hộ tịch', 3],
    ['2.002080', 'Thanh toán thù lao cho hòa giải viên', 'Hòa giải ở cơ sở', 5],
  ] as const,
} as const;

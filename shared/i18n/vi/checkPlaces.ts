/** Buttons that lead from a check before signing to where it is mended. */
export const checkPlaces = {
  'document-date': 'Sửa ngày văn bản',
  signatory: 'Ghi người ký',
  founding: 'Xem ngày thành lập',
  'data-check': 'Kiểm tra sổ',
  imports: 'Nhập hồ sơ',
  'earlier-period': 'Xem kỳ trước',
  'records-behind': 'Xem hồ sơ của mục tiêu',
} as const;

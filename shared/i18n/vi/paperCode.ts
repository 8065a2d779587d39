/** Finding a report by the code on its printed pages. */
export const paperCode = {
  field: 'Mã trên báo cáo giấy',
  hint: 'Quét mã QR, hoặc gõ mã báo cáo hay ít nhất 8 chữ số đầu của mã băm ở chân trang, rồi Enter',
  notACode: 'Đây không phải mã in trên báo cáo. Quét lại mã QR, hoặc gõ mã ở chân trang.',
  none: 'Không có báo cáo nào ở đây mang mã này.',
  several: 'Có {{n}} bản mang mã này:',
  report: '{{period}} · lần {{n}}',
  same: 'Bản giấy đúng là báo cáo {{period}}, lần {{n}}: mã băm số liệu khớp.',
  differs:
    'Bản giấy ghi mã báo cáo này nhưng mã băm số liệu khác báo cáo lần {{n}} đang lưu: bản giấy in từ một tệp khác.',
  unread: 'Tìm theo mã báo cáo; mã băm chưa được so. Nếu vừa quét, hãy tắt bộ gõ tiếng Việt rồi quét lại.',
  replaced: 'Báo cáo lần {{n}} đã được thay bằng báo cáo lần {{last}} đang hiện.',
  data: 'Mã băm số liệu (in trên giấy)',
  close: 'Đóng',
} as const;

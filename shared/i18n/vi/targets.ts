/** The screen Mục tiêu & kế hoạch. */
export const targets = {
  subtitle: '{{name}}',
  count: '{{n}} mục tiêu',
  source: 'Quyết định {{number}} ngày {{date}}, {{issuer}}',
  column: { id: 'Số', objective: 'Mục tiêu', formula: 'Cách tính', threshold: 'Chỉ tiêu', source: 'Căn cứ' },
  threshold: { '>=': 'từ {{target}}', '>': 'trên {{target}}', '=': '{{target}}' },
  point: 'Điểm {{point}} phụ lục',
  foot: 'Bộ mục tiêu {{id}}, phiên bản {{version}}. Mỗi báo cáo ghi bộ mục tiêu và công thức đã dùng; công thức đã ban hành không bao giờ bị sửa, chỉ được thay bằng phiên bản mới.',
} as const;

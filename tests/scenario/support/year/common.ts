import type { Deed, Plain } from '../deeds.ts';
import type { Random } from '../random.ts';

export const FIRST = '2023-12-01';
export const LAST = '2024-12-28';

/** Procedures of the scenario, as the catalogue has them in 2024. */
export const PROCEDURES = [
  { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', days: 0 },
  { code: '1.000894', name: 'Đăng ký kết hôn', field: 'Hộ tịch', days: 0 },
  { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân', field: 'Hộ tịch', days: 4 },
  { code: '2.000815', name: 'Chứng thực bản sao từ bản chính', field: 'Chứng thực', days: 0 },
  { code: '2.000884', name: 'Chứng thực chữ ký', field: 'Chứng thực', days: 1 },
  { code: '1.008004', name: 'Chuyển đổi cơ cấu cây trồng trên đất trồng lúa', field: 'Trồng trọt', days: 7 },
] as const;
export const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
export const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Xuân', 'Minh', 'Thanh'];
export const GIVEN = [
  'Anh',
  'Bình',
  'Cường',
  'Dũng',
  'Đào',
  'Hạnh',
  'Khánh',
  'Lan',
  'Mai',
  'Phúc',
  'Quý',
  'Sơn',
  'Thủy',
  'Vân',
  'Yến',
];

/** Deeds of one event, which stay together. */
export type Event = Deed[];

export const save = (on: string, kind: string, name: string, record: Plain): Deed => ({
  on,
  do: 'save',
  kind,
  name,
  record,
});

/** The earlier of two days. */
export const earlier = (a: string, b: string): string => (a < b ? a : b);

/** The later of two days. */
export const later = (a: string, b: string): string => (a < b ? b : a);

export function person(random: Random): string {
  return `${random.pick(FAMILY)} ${random.pick(MIDDLE)} ${random.pick(GIVEN)}`;
}

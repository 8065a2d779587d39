import { describe, expect, it } from 'vitest';
import { indexNamed } from '#renderer/ui/named-match.ts';

const procedures = [
  { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch' },
  { code: '1.000894', name: 'Đăng ký kết hôn', field: 'Hộ tịch' },
  { code: '1.000656', name: 'Đăng ký khai tử', field: 'Hộ tịch' },
  { code: '2.000815', name: 'Chứng thực bản sao từ bản chính', field: 'Chứng thực' },
  { code: '2.000884', name: 'Chứng thực chữ ký', field: 'Chứng thực' },
];
const index = indexNamed(procedures);
const codes = (query: string) => index.find(query, 10).map((one) => one.code);

describe('choosing a procedure by a few letters', () => {
  it('takes initials, words and codes without diacritics', () => {
    expect(codes('ks')[0]).toBe('1.001193');
    expect(codes('khai sinh')).toEqual(['1.001193']);
    expect(codes('dang ky')).toHaveLength(3);
    expect(codes('ban sao')).toEqual(['2.000815']);
    expect(codes('2.0008')).toEqual(['2.000815', '2.000884']);
    expect(codes('Chứng thực chữ')[0]).toBe('2.000884');
  });

  it('reads decomposed accents and đ alike', () => {
    expect(codes('ĐĂNG KÝ KHAI TỬ'.normalize('NFD'))).toEqual(['1.000656']);
  });

  it('offers the catalogue for nothing and nothing for nonsense', () => {
    expect(index.find('', 2)).toHaveLength(2);
    expect(codes('xyz')).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWords } from '#shared/text/fold.ts';
import { compareFileNames, compareVietnamese, vietnameseSortKey } from '#shared/text/sort-key.ts';
import './arbitraries.ts';

const LETTERS = [
  ...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz',
];
const word = fc.string({ unit: fc.constantFrom(...LETTERS, ' '), maxLength: 12 });

describe('Vietnamese order', () => {
  it('goes by the alphabet, then by the tones, then small before capital', () => {
    const sorted = [
      'ca',
      'Ca',
      'cà',
      'cả',
      'cã',
      'cá',
      'cạ',
      'căn',
      'cân',
      'dân',
      'đất',
      'e',
      'ê',
      'o',
      'ô',
      'ơ',
      'u',
      'ư',
      'y',
    ];
    expect([...sorted].reverse().sort(compareVietnamese)).toEqual(sorted);
    const fields = [
      'Bảo trợ xã hội',
      'Chứng thực',
      'Dân tộc',
      'Đất đai',
      'Giáo dục',
      'Hòa giải ở cơ sở',
      'Hộ tịch',
      'Nông nghiệp',
      'Nuôi con nuôi',
      'Xây dựng',
    ];
    expect([...fields].reverse().sort(compareVietnamese)).toEqual(fields);
  });

  it('puts a tone after all letters, as a dictionary does not tell the machine', () => {
    expect(['má b', 'ma c', 'ma a'].sort(compareVietnamese)).toEqual(['ma a', 'má b', 'ma c']);
  });

  it('takes numbers in names of files by their value', () => {
    const names = [
      'Dân tộc 2.xlsx',
      'Dân tộc 10.xlsx',
      'Đất đai 1.xlsx',
      'Đất đai 2.xlsx',
      'Đất đai 11.xlsx',
    ];
    expect([...names].reverse().sort(compareFileNames)).toEqual(names);
  });

  it('agrees with the Unicode order for Vietnamese', () => {
    const unicode = new Intl.Collator('vi');
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(Math.sign(compareVietnamese(a, b))).toBe(a === b ? 0 : Math.sign(unicode.compare(a, b)));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not tell composed from decomposed accents', () => {
    fc.assert(
      fc.property(word, (text) => {
        expect(vietnameseSortKey(text.normalize('NFD'))).toBe(vietnameseSortKey(text.normalize('NFC')));
      }),
    );
  });

  it('is an order: total, and the same after each sort', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 12 }), (texts) => {
        const once = [...texts].sort(compareVietnamese);
        expect([...texts].reverse().sort(compareVietnamese)).toEqual(once);
      }),
    );
  });
});

describe('folding', () => {
  it('drops diacritics and case, đ included, however composed', () => {
    expect(fold('Đăng ký Khai SINH')).toBe('dang ky khai sinh');
    expect(fold('Đăng ký'.normalize('NFD'))).toBe('dang ky');
    expect(fold('NGUYỄN THỊ ĐỆ')).toBe('nguyen thi de');
    expect(foldWords('  Số \u00a0 hồ\n sơ ')).toBe('so ho so');
  });

  it('is done after once, and leaves no mark', () => {
    fc.assert(
      fc.property(word, (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(fold(text.toUpperCase())).toBe(folded);
        expect(folded).toMatch(/^[a-z ]*$/);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsMasked, isMasked, maskNumber, numberKey, numbersAsked } from '#shared/domain/person-number.ts';

describe('a masked ID number', () => {
  it.each([
    ['075191000123', '••••••••0123'],
    ['271234567', '••••••567'],
    ['B7654321', 'B•••••21'],
    ['079 091 702 256', '••• ••• ••2 256'],
    ['12345', '••••5'],
    ['12', '••'],
    ['không có', 'không có'],
    ['7,51E+10', '•,••E+•0'],
    // Numbers masked elsewhere.
    ['0751****0123', '••••••••0123'],
    ['XXXXXXXX0123', '••••••••0123'],
    ['075191xxxxxx', '••••••••••••'],
    ['........0123', '••••••••0123'],
  ])('%s is shown as %s', (number, shown) => {
    expect(maskNumber(number)).toBe(shown);
  });

  it('shows at most four digits and a third of them, and is the same masked again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{0,2}[0-9 .-]{1,16}$/), (number) => {
        const digits = number.match(/[0-9]/g)?.length ?? 0;
        const masked = maskNumber(number);
        const left = masked.match(/[0-9]/g)?.length ?? 0;
        const dotted = /\.{3,}/.test(number);
        if (!dotted) expect(left).toBe(Math.min(4, Math.floor(digits / 3)));
        expect(maskNumber(masked)).toBe(masked);
        expect(masked).toHaveLength(number.length);
      }),
    );
  });

  it('is told from a number, and from words', () => {
    for (const masked of ['••••••••0123', '0751****0123', 'xxxx0123', '...0123', '***', '•'])
      expect(isMasked(masked), masked).toBe(true);
    for (const number of ['075191000123', 'B7654321', '079.091.702.256', 'AXX12345', 'không có', ''])
      expect(isMasked(number), number).toBe(false);
  });

  it('fits every number that ends in the digits shown, and tells nothing of the others', () => {
    const known = '075191000123';
    for (const fitting of ['••••••••0123', '****0123', '*123', '9999****0123', '075191******', '********'])
      expect(fitsMasked(fitting, known), fitting).toBe(true);
    for (const other of ['••••••••0124', '****1123', '*124'])
      expect(fitsMasked(other, known), other).toBe(false);
    // More digits than our own mask shows are not compared: they could be tried one by one.
    expect(fitsMasked('***90123', known)).toBe(true);
  });

  it('is compared without what stands between digits', () => {
    expect(numberKey('079 091.702-256')).toBe('079091702256');
    expect(numberKey('B 765')).toBe('B 765');
  });

  it('is seen in a search where it is asked for whole, in one piece or in groups', () => {
    expect(numbersAsked('075190000001')).toEqual(['075190000001']);
    expect(numbersAsked(' 0751 9000 0001 ')).toEqual(['075190000001']);
    expect(numbersAsked('Nguyễn 271234567')).toEqual(['271234567']);
    expect(numbersAsked('b1234567 khai sinh')).toEqual(['b1234567']);
    for (const other of ['', 'Nguyễn Văn An', '000.00.40.H19-240314-0007', '240314-0007', '0751', '2024'])
      expect(numbersAsked(other), other).toEqual([]);
  });
});

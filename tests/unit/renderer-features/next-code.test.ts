import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCode } from '#renderer/features/dossiers/model/next-code.ts';
import { addDays } from '#shared/domain/local-date.ts';
import { day } from './dossier-samples.ts';

const seen = (...list: readonly (readonly [string, string])[]) =>
  list.map(([code, on]) => ({ code, receivedOn: day(on) }));

describe('the number proposed for the next dossier', () => {
  it('goes on by one and keeps the width', () => {
    expect(nextCode(seen(['000.00.40.H19-240315-0009', '2024-03-15']), day('2024-03-15'))).toBe(
      '000.00.40.H19-240315-0010',
    );
    expect(nextCode(seen(['HS-99', '2024-03-15']), day('2024-03-20'))).toBe('HS-100');
  });

  it('follows the day of receipt, and begins again on a day without numbers', () => {
    const known = seen(
      ['H19-240315-0009', '2024-03-15'],
      ['H19-240315-0008', '2024-03-15'],
      ['H19-240314-0021', '2024-03-14'],
    );
    expect(nextCode(known, day('2024-03-18'))).toBe('H19-240318-0001');
    expect(nextCode(known, day('2024-03-14'))).toBe('H19-240314-0022');
  });

  it('goes on across days where the numbers seen do', () => {
    const known = seen(['07/150324', '2024-03-15'], ['06/150324', '2024-03-15'], ['05/140324', '2024-03-14']);
    expect(nextCode(known, day('2024-03-18'))).toBe('08/180324');
  });

  it('takes a bare year for the day part, and begins again with the year', () => {
    const known = seen(['127/HS-2024', '2024-12-30']);
    expect(nextCode(known, day('2024-12-31'))).toBe('128/HS-2024');
    expect(nextCode(known, day('2025-01-02'))).toBe('001/HS-2025');
  });

  it('goes on from the highest of the series, whatever was saved last', () => {
    const known = seen(
      ['H19-240315-0003', '2024-03-15'],
      ['H19-240315-0011', '2024-03-15'],
      ['KHAC-77', '2024-03-15'],
    );
    expect(nextCode(known, day('2024-03-15'))).toBe('H19-240315-0012');
  });

  it('proposes nothing without a running number or without any dossier', () => {
    expect(nextCode([], day('2024-03-15'))).toBeNull();
    expect(nextCode(seen(['khai-sinh', '2024-03-15']), day('2024-03-15'))).toBeNull();
    expect(nextCode(seen(['9'.repeat(16), '2024-03-15']), day('2024-03-15'))).toBeNull();
  });

  it('never proposes a number that was seen of that day', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 3 })), {
          minLength: 1,
        }),
        fc.integer({ min: 0, max: 4 }),
        (numbers, shift) => {
          const first = day('2024-02-27');
          const codeOf = (number: number, at: number) => {
            const on = addDays(first, at);
            const yymmdd = on.replaceAll('-', '').slice(2);
            return { code: `H19.26-${yymmdd}-${String(number).padStart(4, '0')}`, receivedOn: on };
          };
          const known = numbers.map(([number, at]) => codeOf(number, at));
          const next = nextCode(known, addDays(first, shift));
          expect(known.map(({ code }) => code)).not.toContain(next);
          expect(next).toContain(addDays(first, shift).replaceAll('-', '').slice(2));
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beforeFounding } from '#shared/domain/founding.ts';
import { addDays, localDate } from '#shared/domain/local-date.ts';

const start = localDate(2025, 1, 1);
const by = null;

describe('what of a period was before the unit', () => {
  const quarter = { from: localDate(2025, 6, 15), to: localDate(2025, 9, 14) };

  it('is nothing where nothing was said, or the unit is there from the first day on', () => {
    expect(beforeFounding(quarter, undefined)).toBeNull();
    expect(beforeFounding(quarter, { on: quarter.from, by })).toBeNull();
  });

  it('is a part until the last day, and all of it the day after', () => {
    expect(beforeFounding(quarter, { on: localDate(2025, 7, 1), by })).toBe('part');
    expect(beforeFounding(quarter, { on: quarter.to, by })).toBe('part');
    expect(beforeFounding(quarter, { on: addDays(quarter.to, 1), by })).toBe('all');
  });

  it('agrees with counting the days', () =>
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(90), (first, length, founded) => {
        const days = Array.from({ length: length + 1 }, (_each, n) => first + n);
        const before = days.filter((day) => day < founded).length;
        const expected = before === 0 ? null : before === days.length ? 'all' : 'part';
        const period = { from: addDays(start, first), to: addDays(start, first + length) };
        expect(beforeFounding(period, { on: addDays(start, founded), by })).toBe(expected);
      }),
    ));
});

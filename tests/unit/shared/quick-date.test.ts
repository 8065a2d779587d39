import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayNumber,
  formatDate,
  fromDayNumber,
  type LocalDate,
  localDate,
} from '#shared/domain/local-date.ts';
import { parseQuickDate } from '#shared/text/quick-date.ts';

const today = localDate(2024, 7, 5);
const read = (text: string, base?: LocalDate) => parseQuickDate(text, today, base);
const anyDay = fc
  .integer({ min: dayNumber(localDate(1905, 1, 1)), max: dayNumber(localDate(2190, 12, 31)) })
  .map(fromDayNumber);

describe('parseQuickDate', () => {
  it.each([
    ['3/7', '2024-07-03'],
    ['03/07/2024', '2024-07-03'],
    ['3-7-24', '2024-07-03'],
    ['3.7.2024', '2024-07-03'],
    ['3 7', '2024-07-03'],
    ['0307', '2024-07-03'],
    ['030724', '2024-07-03'],
    ['03072024', '2024-07-03'],
    ['2024-07-03', '2024-07-03'],
    ['3', '2024-07-03'],
    ['h.nay', '2024-07-05'],
    ['Hôm nay', '2024-07-05'],
    ['hqua', '2024-07-04'],
    ['h.qua', '2024-07-04'],
    ['hôm qua', '2024-07-04'],
    ['mai', '2024-07-06'],
    ['hôm kia', '2024-07-03'],
    ['+3', '2024-07-08'],
    ['-2', '2024-07-03'],
    ['29/2', '2024-02-29'],
    ['1/1/70', '1970-01-01'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    '  ',
    '31/4',
    '0/7',
    '13/13',
    '32',
    '3/7/2',
    '3/7/20245',
    'abc',
    '+',
    '7/2024',
    '29/2/2023',
    '1/1/1899',
    '+9999999',
  ])('refuses %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads the same word decomposed', () => {
    expect(read('hôm nay'.normalize('NFD'))).toBe(today);
  });

  it('counts shifts from the base where there is one', () => {
    expect(read('+10', localDate(2024, 2, 25))).toBe('2024-03-06');
  });

  it('takes the year that lies nearest', () => {
    expect(parseQuickDate('28/12', localDate(2025, 1, 3))).toBe('2024-12-28');
    expect(parseQuickDate('3/1', localDate(2024, 12, 28))).toBe('2025-01-03');
  });

  it('reads back every written date', () => {
    fc.assert(fc.property(anyDay, anyDay, (day, now) => parseQuickDate(formatDate(day), now) === day));
  });

  it('finds every day within half a year from its day and month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -180, max: 180 }), (now, days) => {
        const meant = addDays(now, days);
        fc.pre(!meant.endsWith('-02-29'));
        return parseQuickDate(formatDate(meant).slice(0, 5), now) === meant;
      }),
    );
  });
});

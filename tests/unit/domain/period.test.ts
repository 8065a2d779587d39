import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayNumber,
  fromCompact,
  fromDayNumber,
  parseIsoDate,
  toCompact,
  weekday,
} from '#shared/domain/local-date.ts';
import {
  cutAt,
  freePeriod,
  neighbourPeriod,
  PERIOD_SCHEMES,
  parsePeriodId,
  periodContaining,
  periodId,
  reportYearStart,
  resolvePeriod,
} from '#shared/domain/period.ts';
import { anyDay, evaluatedPeriod } from './arbitraries.ts';

// The table of counting.md, to the letter.
const TABLE = [
  ['2024-Q1', '2023-12-15', '2024-03-14', '2024-01-01', '2024-03-31'],
  ['2024-Q2', '2024-03-15', '2024-06-14', '2024-04-01', '2024-06-30'],
  ['2024-Q3', '2024-06-15', '2024-09-14', '2024-07-01', '2024-09-30'],
  ['2024-Q4', '2024-09-15', '2024-12-14', '2024-10-01', '2024-12-31'],
  ['2024-H1', '2023-12-15', '2024-06-14', '2024-01-01', '2024-06-30'],
  ['2024-H2', '2024-06-15', '2024-12-14', '2024-07-01', '2024-12-31'],
  ['2024-M03', '2024-02-15', '2024-03-14', '2024-03-01', '2024-03-31'],
  ['2024-9M', '2023-12-15', '2024-09-14', '2024-01-01', '2024-09-30'],
  ['2024-Y', '2023-12-15', '2024-12-14', '2024-01-01', '2024-12-31'],
] as const;

describe('periods', () => {
  it.each(TABLE)('%s', (id, from, to, calendarFrom, calendarTo) => {
    expect(resolvePeriod(id, 'nd09')).toEqual({ id, scheme: 'nd09', from, to });
    expect(resolvePeriod(id, 'calendar')).toEqual({
      id,
      scheme: 'calendar',
      from: calendarFrom,
      to: calendarTo,
    });
  });

  it('months turn the year and know leap days', () => {
    expect(resolvePeriod('2024-M01', 'nd09')).toMatchObject({ from: '2023-12-15', to: '2024-01-14' });
    expect(resolvePeriod('2024-M02', 'calendar')).toMatchObject({ from: '2024-02-01', to: '2024-02-29' });
    expect(resolvePeriod('2025-M02', 'calendar')).toMatchObject({ to: '2025-02-28' });
  });

  it.each([
    '2024',
    '2024-Q5',
    '2024-Q0',
    '2024-M13',
    '2024-M3',
    '2024-H3',
    '2024-y',
    ' 2024-Y',
    '2024-Y ',
    '1900-Y',
    '2199-Y',
    '',
  ])('%j is no period', (id) => {
    expect(parsePeriodId(id)).toBeNull();
    expect(resolvePeriod(id, 'nd09')).toBeNull();
  });

  it('of a kind follow each other without gap or overlap, and contain their days', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom('month', 'quarter', 'half', 'year'),
        fc.constantFrom(...PERIOD_SCHEMES),
        (day, kind, scheme) => {
          const period = periodContaining(day, kind as 'month', scheme);
          expect(period.from <= day && day <= period.to).toBe(true);
          const parts = parsePeriodId(period.id ?? '');
          expect(parts?.kind).toBe(kind);
          expect(parts && periodId(parts)).toBe(period.id);
          const next = neighbourPeriod(period, 1);
          if (next) {
            expect(next.from).toBe(addDays(period.to, 1));
            expect(neighbourPeriod(next, -1)).toEqual(period);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are cut at the day of evaluation', () => {
    fc.assert(
      fc.property(evaluatedPeriod, ({ from, to, asOf, end }) => {
        expect(end).toBe([asOf, to].sort()[0]);
        expect(from <= to).toBe(true);
      }),
    );
    const q1 = resolvePeriod('2024-Q1', 'calendar');
    expect(q1 && cutAt(q1, '2024-02-10' as never).end).toBe('2024-02-10');
    expect(() => freePeriod('2024-02-02' as never, '2024-02-01' as never)).toThrow(RangeError);
  });

  it('know the first day of their report year', () => {
    for (const [id] of TABLE) {
      for (const [scheme, first] of [
        ['nd09', '2023-12-15'],
        ['calendar', '2024-01-01'],
      ] as const) {
        const period = resolvePeriod(id, scheme);
        expect(period && reportYearStart(period)).toBe(first);
      }
    }
  });
});

describe('dates', () => {
  it('are numbers and texts alike', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, days) => {
        expect(parseIsoDate(day)).toBe(day);
        expect(fromCompact(toCompact(day))).toBe(day);
        expect(fromDayNumber(dayNumber(day))).toBe(day);
        expect(dayNumber(addDays(day, days)) - dayNumber(day)).toBe(days);
        expect(weekday(addDays(day, 1))).toBe((weekday(day) + 1) % 7);
      }),
    );
    expect(weekday('2024-05-04' as never)).toBe(6);
  });

  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '24-04-01',
    '2024-4-1',
    '2024-04-01T00:00',
    '1899-12-31',
  ])('%s is no day', (text) => {
    expect(parseIsoDate(text)).toBeNull();
  });
});

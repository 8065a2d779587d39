import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFilter } from '#renderer/features/dossiers/model/day-filters.ts';
import { filterChips } from '#renderer/features/dossiers/model/filter-sentence.ts';
import { dayByKey, monthOf, weeksOf } from '#renderer/features/dossiers/model/month.ts';
import { addDays, type LocalDate, weekday } from '#shared/domain/local-date.ts';
import { anyDay } from '../domain/arbitraries.ts';

const day = (text: string) => text as LocalDate;

describe('a month in weeks', () => {
  it('holds each of its days once, Monday first', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const weeks = weeksOf(monthOf(date));
        const days = weeks.flat().filter((each) => each !== null);
        expect(days).toContain(date);
        expect(days[0]).toBe(`${monthOf(date)}-01`);
        expect(monthOf(addDays(days.at(-1) as LocalDate, 1))).not.toBe(monthOf(date));
        days.forEach((each, at) => {
          expect(each).toBe(addDays(days[0] as LocalDate, at));
        });
        for (const week of weeks)
          week.forEach((each, at) => {
            if (each !== null) expect(weekday(each)).toBe((at + 1) % 7);
          });
      }),
    );
    expect(weeksOf('2021-02')).toHaveLength(4);
    expect(weeksOf('2024-09')).toHaveLength(6);
  });
});

describe('the keys of the calendar', () => {
  const today = day('2024-03-20');
  it.each([
    ['ArrowLeft', '2024-03-01', '2024-02-29'],
    ['ArrowRight', '2024-02-29', '2024-03-01'],
    ['ArrowUp', '2024-01-03', '2023-12-27'],
    ['ArrowDown', '2024-12-30', '2025-01-06'],
    ['PageUp', '2024-03-31', '2024-02-29'],
    ['PageDown', '2023-12-31', '2024-01-31'],
    ['Home', '2019-05-05', '2024-03-20'],
    ['ArrowRight', '2199-12-31', '2199-12-31'],
    ['PageUp', '1900-01-15', '1900-01-15'],
  ])('%s goes from %s to %s', (key, from, to) => {
    expect(dayByKey(key, day(from), today)).toBe(to);
  });

  it('leave other keys alone', () => {
    expect(dayByKey('Enter', today, today)).toBeNull();
    expect(dayByKey('a', today, today)).toBeNull();
  });
});

describe('the list of a day', () => {
  it('says in the filter’s sentence what it is a list of', () => {
    const on = day('2024-03-20');
    expect(filterChips(dayFilter('due', on)).map(({ key }) => key)).toEqual(['counted', 'dueOn']);
    expect(filterChips(dayFilter('overdue', on))).toMatchObject([
      { key: 'dueOn', params: { day: '20/03/2024' }, without: { state: 'overdue' } },
    ]);
    expect(dayFilter('received', on)).toEqual({ receivedFrom: on, receivedTo: on, counted: true });
    expect(filterChips({ dueTo: on })[0]).toMatchObject({ key: 'dueBetween', params: { from: '…' } });
  });
});

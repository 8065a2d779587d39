import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCalendarDays,
  addWorkingDays,
  buildCalendar,
  type CalendarDay,
  holidaysBetween,
  workHalves,
  workingDayFrom,
  workingDaysBetween,
} from '#shared/domain/calendar.ts';
import { proposeDue } from '#shared/domain/due-date.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { buildProcedures, issuesDocumentAt, type Procedure, procedureAt } from '#shared/domain/procedure.ts';
import { day } from './arbitraries.ts';
import { calendar, procedures } from './resources.ts';

const on = (text: string) => text as LocalDate;

// A table full of exceptions, so that the walk meets all of them.
const table = fc
  .uniqueArray(fc.record({ date: day, kind: fc.constantFrom('off', 'working', 'half') }), {
    selector: ({ date }) => date,
    maxLength: 200,
  })
  .map((days) =>
    buildCalendar([
      {
        year: 2024,
        days: days.map((entry) => ({ ...entry, name: 'x', source: 'x', confidence: 'read' }) as CalendarDay),
      },
    ]),
  );

/** Walks day by day with nothing of the product: tables as given, week days by the machine's own calendar. */
function naiveValue(days: ReadonlyMap<string, CalendarDay>, date: string): number {
  const entry = days.get(date);
  if (entry) return { off: 0, half: 0.5, working: 1 }[entry.kind];
  const weekDay = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekDay === 0 || weekDay === 6 ? 0 : 1;
}

function naiveNext(date: string): string {
  const next = new Date(`${date}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

describe('working days', () => {
  it('agree with a walk day by day', () => {
    fc.assert(
      fc.property(table, day, fc.integer({ min: 1, max: 60 }), (cal, start, halves) => {
        const amount = halves / 2;
        let worked = 0;
        let today: string = start;
        while (worked < amount) {
          today = naiveNext(today);
          worked += naiveValue(cal.days, today);
        }
        const due = addWorkingDays(cal, start, amount);
        expect(due).toBe(today);
        expect(workingDaysBetween(cal, start, due)).toBe(worked);
        expect(workHalves(cal, due)).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('move the end of calendar days off the days off', () => {
    fc.assert(
      fc.property(table, day, fc.integer({ min: 1, max: 60 }), (cal, start, amount) => {
        let today: string = start;
        for (let i = 0; i < amount; i += 1) today = naiveNext(today);
        while (naiveValue(cal.days, today) === 0) today = naiveNext(today);
        expect(addCalendarDays(cal, start, amount)).toBe(today);
      }),
      { numRuns: 200 },
    );
  });

  it('refuse amounts that are none, and a table without any working day', () => {
    for (const amount of [0, -1, 0.3, Number.NaN])
      expect(() => addWorkingDays(calendar, on('2024-01-02'), amount)).toThrow(RangeError);
    expect(() => addCalendarDays(calendar, on('2024-01-02'), 0.5)).toThrow(RangeError);
    const days = Array.from(
      { length: 100 },
      (_, i) =>
        ({
          date: addDays(on('2024-01-01'), i),
          kind: 'off',
          name: 'x',
          source: 'x',
          confidence: 'read',
        }) as const,
    );
    expect(() => workingDayFrom(buildCalendar([{ year: 2024, days }]), on('2024-01-05'))).toThrow(RangeError);
  });

  it('take a day from the later table', () => {
    const first = {
      date: on('2024-05-04'),
      kind: 'working',
      name: 'a',
      source: 'a',
      confidence: 'read',
    } as const;
    const cal = buildCalendar([
      { year: 2024, days: [first] },
      { year: 2024, days: [{ ...first, kind: 'half' }] },
    ]);
    expect(workHalves(cal, on('2024-05-04'))).toBe(1);
  });

  it('of the real tables', () => {
    const halves = (date: string) => workHalves(calendar, on(date));
    const off = [
      '2024-01-01',
      '2024-02-08',
      '2024-02-14',
      '2024-04-18',
      '2024-04-29',
      '2024-09-03',
      '2025-01-27',
      '2025-05-02',
      '2025-09-01',
      '2026-01-02',
      '2026-02-20',
      '2026-04-27',
      '2026-08-31',
      '2026-11-24',
      '2027-04-16',
      '2027-05-03',
      '2027-11-24',
      '2024-03-16',
    ];
    for (const date of off) expect([date, halves(date)]).toEqual([date, 0]);
    for (const date of ['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22', '2024-02-15', '2026-11-23'])
      expect([date, halves(date)]).toEqual([date, 2]);
    expect([...calendar.years].sort()).toEqual([2024, 2025, 2026, 2027]);
    expect(holidaysBetween(calendar, on('2024-02-01'), on('2024-02-29'))).toHaveLength(5);
  });
});

describe('due dates', () => {
  const propose = (code: string, receivedOn: string, channel: 'direct' | 'online' | 'post' | null = null) =>
    proposeDue(procedureAt(procedures, code, on(receivedOn)), channel, on(receivedOn), calendar);

  it('count working days over Tết and name the days off', () => {
    const due = propose('1.004873', '2024-02-07');
    expect(due).toMatchObject({ dueOn: '2024-02-19', amount: 3, unit: 'working-days' });
    expect(due.holidays.map(({ date }) => date)).toEqual([
      '2024-02-08',
      '2024-02-09',
      '2024-02-12',
      '2024-02-13',
      '2024-02-14',
    ]);
    expect(due.holidays[0]?.name).toBe('Tết Nguyên đán');
  });

  it('use a working Saturday and skip the swapped Monday', () => {
    expect(propose('1.004873', '2024-05-02').dueOn).toBe('2024-05-06');
    expect(propose('2.000908', '2024-04-26').dueOn).toBe('2024-05-02');
  });

  it('of the same day fall on the day itself, or on the next working day', () => {
    expect(propose('1.001193', '2024-03-12')).toEqual({
      dueOn: '2024-03-12',
      amount: null,
      unit: 'same-day',
      holidays: [],
    });
    expect(propose('1.001193', '2024-03-16').dueOn).toBe('2024-03-18');
    expect(propose('1.001193', '2024-09-02')).toMatchObject({
      dueOn: '2024-09-04',
      holidays: [{ date: '2024-09-02' }, { date: '2024-09-03' }],
    });
  });

  it('in calendar days name only the days off that moved them', () => {
    expect(propose('1.011607', '2024-04-14')).toMatchObject({
      dueOn: '2024-05-02',
      amount: 15,
      unit: 'days',
    });
    expect(propose('1.011607', '2024-04-14').holidays.map(({ date }) => date)).toEqual([
      '2024-04-29',
      '2024-04-30',
      '2024-05-01',
    ]);
    expect(propose('1.011607', '2024-04-08')).toMatchObject({ dueOn: '2024-04-23', holidays: [] });
  });

  it('differ by channel; an unknown channel is direct', () => {
    expect(propose('1.012753', '2026-03-02', 'online').amount).toBe(17);
    expect(propose('1.012753', '2026-03-02', 'direct').amount).toBe(20);
    expect(propose('1.012753', '2026-03-02').amount).toBe(20);
    expect(propose('1.012753', '2026-03-02', 'post').amount).toBe(30);
    expect(propose('1.012812', '2026-03-02', 'online')).toEqual({
      dueOn: null,
      amount: null,
      unit: null,
      holidays: [],
    });
  });

  it('are not proposed without a time or a procedure', () => {
    const nothing = { dueOn: null, amount: null, unit: null, holidays: [] };
    expect(propose('2.002516', '2024-03-12')).toEqual(nothing);
    expect(propose('9.999999', '2024-03-12')).toEqual(nothing);
    expect(propose('1.001612', '2024-03-12')).toEqual(nothing);
  });
});

describe('procedures', () => {
  it('are found by code, suffix or not, in the version of the day', () => {
    const time = (code: string, date: string) =>
      procedureAt(procedures, code, on(date))?.time?.amount ?? null;
    expect(time('1.004859', '2025-06-30')).toBe(3);
    expect(time('1.004859', '2025-07-01')).toBe(1);
    expect(time(' 1.004859.000.00.00.h19', '2025-07-01')).toBe(1);
    expect(time('1.0048590', '2025-07-01')).toBeNull();
    expect(procedureAt(procedures, '1.001612', on('2025-06-30'))).toBeNull();
    expect(procedureAt(procedures, '1.001612', on('2025-07-01'))?.name).toBe(
      'Đăng ký thành lập hộ kinh doanh',
    );
  });

  it('of an office itself go before the ones of the list', () => {
    const own = procedureAt(procedures, '1.001193', on('2024-01-01')) as Procedure;
    const catalogue = buildProcedures([
      ...procedures.procedures,
      { ...own, issuesDocument: null, validTo: on('2024-01-31') },
    ]);
    expect(issuesDocumentAt(catalogue, '1.001193', on('2024-01-31'))).toBeNull();
    expect(issuesDocumentAt(catalogue, '1.001193', on('2024-02-01'))).toBe(true);
  });

  it('say whether a document is issued', () => {
    const issues = (code: string | null) => issuesDocumentAt(procedures, code, on('2024-03-01'));
    expect([
      issues('1.001193'),
      issues('2.002080'),
      issues('2.000424'),
      issues('1.010091'),
      issues('0.000000'),
      issues(null),
    ]).toEqual([true, false, false, null, null, null]);
  });
});

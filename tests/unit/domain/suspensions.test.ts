import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArrayCountSource } from '#shared/domain/array-count-source.ts';
import { workHalves } from '#shared/domain/calendar.ts';
import type { Suspension } from '#shared/domain/dossier.ts';
import { factsOf } from '#shared/domain/dossier-facts.ts';
import { dossierBreaches } from '#shared/domain/dossier-rules.ts';
import { addDays, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { isFormerDue, isStoppedAt, movedDue, suspensionBreaches } from '#shared/domain/suspensions.ts';
import { dossier } from './arbitraries.ts';
import { calendar } from './resources.ts';
import { plainDossier } from './sample-dossier.ts';

const on = (text: string) => text as LocalDate;
const span = (from: string, to: string | null, dueBefore: string | null = null): Suspension => ({
  kind: 'supplement',
  from: on(from),
  to: to === null ? null : on(to),
  dueBefore: dueBefore === null ? null : on(dueBefore),
});

describe('a clock that stands still', () => {
  const stopped = (spans: Suspension[], status: 'processing' | 'supplement', day: string) =>
    isStoppedAt(plainDossier({ status, suspensions: spans }), on(day));

  it('does so from the first to the last day of a span, both included', () => {
    const spans = [span('2024-03-04', '2024-03-08'), span('2024-03-20', null)];
    for (const [day, stands] of [
      ['2024-03-03', false],
      ['2024-03-04', true],
      ['2024-03-08', true],
      ['2024-03-09', false],
      ['2024-03-19', false],
      ['2024-03-20', true],
      ['2030-01-01', true],
    ] as const)
      expect([day, stopped(spans, 'processing', day)]).toEqual([day, stands]);
  });

  it('is read from the spans where there are any, else from the status', () => {
    expect(stopped([], 'supplement', '2024-03-01')).toBe(true);
    expect(stopped([], 'processing', '2024-03-01')).toBe(false);
    expect(stopped([span('2024-03-04', '2024-03-08')], 'supplement', '2024-03-11')).toBe(false);
    const ended = plainDossier({ status: 'supplement', finishedOn: '2024-03-02' });
    expect(isStoppedAt(ended, on('2024-03-01'))).toBe(false);
  });

  it('never shows in the facts of a dossier with spans: they depend on the day', () => {
    const open = plainDossier({ status: 'supplement', suspensions: [span('2024-03-04', null)] });
    expect(factsOf(open, null).clockStopped).toBe(false);
    expect(factsOf({ ...open, suspensions: [] }, null).clockStopped).toBe(true);
  });

  it('keeps a pending dossier in time at just those days', () => {
    const source = new ArrayCountSource([
      plainDossier({ dueOn: '2024-01-10', suspensions: [span('2024-01-05', '2024-01-20')] }),
    ]);
    const at = (day: string) => source.pendingAt(on(day), false)[0];
    expect(at('2024-01-15')).toMatchObject({ overdue: false, facts: { clockStopped: true } });
    expect(at('2024-01-21')).toMatchObject({ overdue: true, facts: { clockStopped: false } });
  });
});

describe('recorded spans', () => {
  const breaches = (spans: Suspension[], dueOn: string | null = '2024-03-15') =>
    suspensionBreaches({
      receivedOn: on('2024-03-01'),
      dueOn: dueOn === null ? null : on(dueOn),
      suspensions: spans,
    });

  it.each([
    ['one after the other', [span('2024-03-01', '2024-03-04'), span('2024-03-05', null)], []],
    ['before the receipt', [span('2024-02-29', '2024-03-04')], ['DATE_ORDER']],
    ['ended before they began', [span('2024-03-05', '2024-03-04')], ['DATE_ORDER']],
    [
      'on the same day twice',
      [span('2024-03-01', '2024-03-05'), span('2024-03-05', null)],
      ['SPANS_OVERLAP'],
    ],
    [
      'the later one first',
      [span('2024-03-10', '2024-03-11'), span('2024-03-05', '2024-03-06')],
      ['SPANS_OVERLAP'],
    ],
    ['an open one before another', [span('2024-03-05', null), span('2024-03-10', null)], ['SPANS_OVERLAP']],
    ['moved by an open one', [span('2024-03-05', null, '2024-03-10')], ['DUE_BEFORE_INVALID']],
    [
      'a due day before the receipt',
      [span('2024-03-05', '2024-03-06', '2024-02-28')],
      ['DUE_BEFORE_INVALID'],
    ],
    ['a due day that was moved', [span('2024-03-05', '2024-03-06', '2024-03-13')], []],
  ] as const)('%s', (_name, spans, codes) => {
    expect(breaches([...spans])).toEqual(codes);
  });

  it('that moved a due day need one, and are a matter of their own field', () => {
    expect(breaches([span('2024-03-05', '2024-03-06', '2024-03-13')], null)).toEqual(['DUE_BEFORE_INVALID']);
    expect(dossierBreaches(plainDossier({ suspensions: [span('2023-12-01', null)] }))).toEqual([
      { field: 'suspensions', code: 'DATE_ORDER' },
    ]);
  });

  it('of the cases drawn elsewhere are sound', () => {
    fc.assert(
      fc.property(dossier, (record) => {
        expect(suspensionBreaches(record)).toEqual([]);
      }),
    );
  });
});

describe('a due day moved by spans', () => {
  it('by the working days from the first to the last day of each', () => {
    // Monday to Wednesday: three working days. Due on Friday 15/03/2024, moved to Wednesday 20/03.
    const moved = movedDue(on('2024-03-15'), [span('2024-03-11', '2024-03-13')], calendar);
    expect(moved).toEqual({
      dueOn: '2024-03-20',
      workingDays: 3,
      holidays: [],
      suspensions: [span('2024-03-11', '2024-03-13', '2024-03-15')],
    });
    // Once applied, it moves nothing again.
    expect(movedDue(moved.dueOn, moved.suspensions, calendar)).toMatchObject({
      dueOn: '2024-03-20',
      workingDays: 0,
    });
    expect(isFormerDue(moved.suspensions, on('2024-03-15'))).toBe(true);
    expect(isFormerDue(moved.suspensions, on('2024-03-20'))).toBe(false);
  });

  it('past days off, which are named', () => {
    // 18/04/2024 is giỗ Tổ Hùng Vương.
    const moved = movedDue(on('2024-04-17'), [span('2024-04-16', '2024-04-16')], calendar);
    expect(moved.dueOn).toBe('2024-04-19');
    expect(moved.holidays.map(({ date }) => date)).toEqual(['2024-04-18']);
  });

  it('by two spans one after the other, each with the due day it replaced', () => {
    const moved = movedDue(
      on('2024-03-15'),
      [span('2024-03-11', '2024-03-12'), span('2024-03-18', '2024-03-18')],
      calendar,
    );
    expect(moved.dueOn).toBe('2024-03-20');
    expect(moved.suspensions.map(({ dueBefore }) => dueBefore)).toEqual(['2024-03-15', '2024-03-19']);
  });

  it('not by an open span, a weekend, or one that begins after the due day', () => {
    for (const spans of [
      [span('2024-03-11', null)],
      [span('2024-03-09', '2024-03-10')],
      [span('2024-03-18', '2024-03-20')],
    ])
      expect(movedDue(on('2024-03-15'), spans, calendar)).toEqual({
        dueOn: '2024-03-15',
        workingDays: 0,
        holidays: [],
        suspensions: spans,
      });
  });

  it('by half a day where half a day is worked', () => {
    const half = {
      days: new Map([
        [
          on('2024-03-12'),
          { date: on('2024-03-12'), kind: 'half', name: 'x', source: 'x', confidence: 'read' } as const,
        ],
      ]),
      years: new Set([2024]),
    };
    const moved = movedDue(on('2024-03-15'), [span('2024-03-11', '2024-03-12')], half);
    // One and a half: Monday the whole day, Tuesday until noon.
    expect(moved).toMatchObject({ dueOn: '2024-03-19', workingDays: 1.5 });
  });

  it('has as many working days left as before the clock stood still', () => {
    // On a calendar without half days: the working days from receipt to due day outside the spans stay the same.
    const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays(localDate(2024, 1, 2), days));
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 9 })), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), steps, (received, days, gaps) => {
        const due = addDays(received, days);
        let last = received;
        const spans = gaps.map(([gap, length]) => {
          const from = addDays(last, gap);
          last = addDays(from, length);
          return span(from, last);
        });
        const moved = movedDue(due, spans, calendar);
        const applied = moved.suspensions.filter(({ dueBefore }) => dueBefore !== null);
        const left = (to: LocalDate, without: readonly Suspension[]) => {
          let halves = 0;
          for (let each = addDays(received, 1); each <= to; each = addDays(each, 1))
            if (!without.some(({ from, to: end }) => from <= each && each <= (end ?? each)))
              halves += workHalves(calendar, each);
          return halves;
        };
        expect(left(moved.dueOn, applied)).toBe(left(due, []));
        expect(moved.dueOn >= due).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

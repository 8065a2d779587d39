import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlook } from '#renderer/features/overview/attainable.ts';
import { worstFirst } from '#renderer/features/overview/order.ts';
import { endOf, isOver, periodState } from '#renderer/features/overview/period-state.ts';
import type { ObjectiveResult, Verdict } from '#shared/domain/evaluation.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { THRESHOLD_OPS } from '#shared/domain/target-set.ts';
import { passes, verdictOf } from '#shared/domain/verdict.ts';

function result(
  id: string,
  verdict: Verdict,
  numerator: number | null,
  denominator: number | null,
  basisPoints: number,
): ObjectiveResult {
  return {
    id,
    formula: 'f',
    numerator,
    denominator,
    percent: null,
    verdict,
    shortBy: null,
    missingData: null,
    threshold: { op: '>=', basisPoints },
  };
}

describe('worstFirst', () => {
  it('puts missed first, then met, each by how much of the threshold is reached, and what has no figure last', () => {
    const given = [
      result('kept', 'not-recorded', null, null, 10_000),
      result('easy', 'met', 230, 435, 3500),
      result('none', 'no-data', 0, 0, 9700),
      result('near', 'missed', 420, 439, 9700),
      result('close', 'met', 93, 408, 2000),
      result('far', 'missed', 146, 439, 3500),
    ];
    expect(worstFirst(given).map(({ id }) => id)).toEqual(['far', 'near', 'close', 'easy', 'none', 'kept']);
  });

  it('keeps the order of the set among equals and leaves what it was given alone', () => {
    const given = [result('b', 'not-recorded', null, null, 1), result('a', 'not-recorded', null, null, 1)];
    expect(worstFirst(given).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(given[0]?.id).toBe('b');
  });
});

describe('outlook', () => {
  const ratio = fc
    .integer({ min: 1, max: 3000 })
    .chain((denominator) => fc.tuple(fc.integer({ min: 0, max: denominator }), fc.constant(denominator)));
  const threshold = fc.record({
    op: fc.constantFrom('>=' as const, '>' as const),
    basisPoints: fc.integer({ min: 1, max: 9999 }),
  });

  it('names the fewest further records that would turn a miss', () => {
    fc.assert(
      fc.property(ratio, threshold, ([numerator, denominator], against) => {
        fc.pre(!passes(numerator, denominator, against));
        const seen = outlook({ numerator, denominator, threshold: against, verdict: 'missed' });
        if (seen?.kind !== 'reachable') return false;
        const { more } = seen;
        return (
          passes(numerator + more, denominator + more, against) &&
          (more === 0 || !passes(numerator + more - 1, denominator + more - 1, against))
        );
      }),
    );
  });

  it('names the most further misses that a met objective bears', () => {
    fc.assert(
      fc.property(ratio, threshold, ([numerator, denominator], against) => {
        fc.pre(passes(numerator, denominator, against));
        const seen = outlook({ numerator, denominator, threshold: against, verdict: 'met' });
        if (seen?.kind !== 'slack') return false;
        return (
          passes(numerator, denominator + seen.slack, against) &&
          !passes(numerator, denominator + seen.slack + 1, against)
        );
      }),
    );
  });

  it('sees that 100 % once missed cannot be made up for', () => {
    for (const op of THRESHOLD_OPS) {
      const full = { op, basisPoints: 10_000 } as const;
      expect(
        outlook({ numerator: 6, denominator: 7, threshold: full, verdict: verdictOf(6, 7, full) }),
      ).toEqual({
        kind: 'lost',
      });
    }
  });

  it('says nothing where there is no figure', () => {
    const full = { op: '=', basisPoints: 10_000 } as const;
    expect(outlook({ numerator: 0, denominator: 0, threshold: full, verdict: 'no-data' })).toBeNull();
    expect(
      outlook({ numerator: null, denominator: null, threshold: full, verdict: 'not-recorded' }),
    ).toBeNull();
  });
});

describe('the state of a period', () => {
  const period = {
    id: '2024-Q1',
    scheme: 'nd09',
    from: localDate(2023, 12, 15),
    to: localDate(2024, 3, 14),
  } as const;
  it.each([
    [localDate(2023, 12, 14), 'future', '2023-12-14', 91],
    [localDate(2023, 12, 15), 'running', '2023-12-15', 90],
    [localDate(2024, 3, 13), 'running', '2024-03-13', 1],
    [localDate(2024, 3, 14), 'over', '2024-03-14', 0],
    [localDate(2024, 5, 1), 'over', '2024-03-14', 0],
  ] as const)('on %s it is %s', (asOf, kind, end, daysLeft) => {
    expect(periodState({ period, asOf })).toEqual({ kind, daysLeft });
    expect(isOver({ period, asOf })).toBe(kind === 'over');
    expect(endOf({ period, asOf })).toBe(end);
  });
});

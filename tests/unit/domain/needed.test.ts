import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neededMixed, neededMore, WAYS, type Way } from '#shared/domain/progress/needed.ts';
import { THRESHOLD_OPS, type Threshold } from '#shared/domain/target-set.ts';

const ratio = fc
  .tuple(fc.nat(60), fc.nat(60))
  .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }));
const threshold = fc.record({
  op: fc.constantFrom(...THRESHOLD_OPS),
  basisPoints: fc.oneof(
    fc.integer({ min: 0, max: 10_000 }),
    fc.constantFrom(0, 2500, 5000, 6667, 9700, 9900, 10_000),
  ),
});

/** The rule of a threshold in fractions that small numbers hold exactly. */
function reached(numerator: number, denominator: number, { op, basisPoints }: Threshold): boolean {
  const left = numerator * 10_000;
  const right = denominator * basisPoints;
  return op === '>=' ? left >= right : op === '>' ? left > right : left === right;
}

/** Tries one number after the other. */
function tryAll(
  { numerator: n, denominator: d }: { numerator: number; denominator: number },
  limit: Threshold,
  way: Way,
  corrections = 0,
): number | null {
  if (d === 0 || reached(n, d, limit)) return null;
  const most = way === 'correct' ? d - n : 700_000;
  for (let k = 1; k <= most; k += 1) {
    const inside = way === 'correct' ? k : Math.min(k, corrections);
    const outside = k - inside;
    if (n + inside > d) return null;
    if (reached(n + inside + outside, d + outside, limit)) return k;
    // Past this nothing changes any more for figures of this size.
    if (k > 2000 && limit.basisPoints > 9_999) return null;
    if (k > 2000 && limit.op === '=' && outside > 0 && (n + k) * 10_000 > (d + outside) * limit.basisPoints)
      return null;
  }
  return null;
}

describe('what is still needed', () => {
  it('is the smallest number that reaches the threshold, in every way', () => {
    fc.assert(
      fc.property(ratio, threshold, fc.constantFrom(...WAYS), (tally, limit, way) => {
        expect(neededMore(tally, limit, way)).toBe(tryAll(tally, limit, way));
      }),
      { numRuns: 600 },
    );
  });

  it('is so too where some only move from one side to the other', () => {
    fc.assert(
      fc.property(ratio, threshold, fc.nat(10), (tally, limit, some) => {
        const corrections = Math.min(some, tally.denominator - tally.numerator);
        expect(neededMixed(tally, limit, corrections)).toBe(tryAll(tally, limit, 'finish', corrections));
      }),
      { numRuns: 600 },
    );
  });

  it('is nothing where no number reaches it', () => {
    const lost = { numerator: 9, denominator: 10 };
    expect(neededMore(lost, { op: '=', basisPoints: 10_000 }, 'finish')).toBeNull();
    expect(neededMore(lost, { op: '=', basisPoints: 10_000 }, 'correct')).toBe(1);
    expect(neededMore(lost, { op: '>=', basisPoints: 10_000 }, 'more')).toBeNull();
    expect(
      neededMore({ numerator: 0, denominator: 0 }, { op: '>=', basisPoints: 5000 }, 'finish'),
    ).toBeNull();
    expect(neededMore({ numerator: 5, denominator: 5 }, { op: '>=', basisPoints: 5000 }, 'more')).toBeNull();
  });

  it('is exact where numbers no longer are', () => {
    const tally = { numerator: 8_999_999_999_999, denominator: 9_000_000_000_000 };
    expect(neededMore(tally, { op: '>', basisPoints: 9_999 }, 'finish')).toBeNull();
    const half = { numerator: 1, denominator: 3_000_000_000_000 };
    expect(neededMore(half, { op: '>=', basisPoints: 5000 }, 'finish')).toBe(2_999_999_999_998);
    expect(neededMore(half, { op: '>', basisPoints: 5000 }, 'finish')).toBe(2_999_999_999_999);
  });
});

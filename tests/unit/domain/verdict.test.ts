import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTallies } from '#shared/domain/tally.ts';
import { THRESHOLD_OPS, type Threshold, type ThresholdOp } from '#shared/domain/target-set.ts';
import { judge, passes, percentOf, shortBy, verdictOf } from '#shared/domain/verdict.ts';
import './arbitraries.ts';

const at = (op: ThresholdOp, basisPoints: number): Threshold => ({ op, basisPoints });

const ratio = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([denominator, share]) => ({ numerator: Math.floor(share * denominator), denominator }));
const threshold = fc.record({
  op: fc.constantFrom(...THRESHOLD_OPS),
  basisPoints: fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(0, 3500, 9000, 9700, 10_000)),
});

describe('verdict', () => {
  it('never lets 96.999 % look or count like 97 %', () => {
    expect(percentOf(96_999, 100_000)).toBe('96.99');
    expect(verdictOf(96_999, 100_000, at('>=', 9700))).toBe('missed');
    expect(shortBy(96_999, 100_000, at('>=', 9700))).toBe(1);
    expect(verdictOf(97, 100, at('>=', 9700))).toBe('met');
    expect(percentOf(97, 100)).toBe('97.00');
  });

  it('gives the figures of the sample', () => {
    expect([percentOf(146, 439), shortBy(146, 439, at('>=', 3500))]).toEqual(['33.25', 8]);
    expect([percentOf(420, 439), shortBy(420, 439, at('>=', 9700))]).toEqual(['95.67', 6]);
    expect([percentOf(1204, 3441), shortBy(1204, 3441, at('>=', 3500))]).toEqual(['34.98', 1]);
  });

  it('is strict where the threshold is', () => {
    expect(verdictOf(9, 10, at('>', 9000))).toBe('missed');
    expect(shortBy(9, 10, at('>', 9000))).toBe(1);
    expect(shortBy(90, 100, at('>', 9000))).toBe(1);
    expect(verdictOf(91, 100, at('>', 9000))).toBe('met');
    expect(verdictOf(10, 10, at('>', 10_000))).toBe('missed');
    expect(shortBy(3, 10, at('>', 10_000))).toBeNull();
  });

  it('takes `=` exactly', () => {
    expect(verdictOf(10, 10, at('=', 10_000))).toBe('met');
    expect(shortBy(7, 10, at('=', 10_000))).toBe(3);
    expect(verdictOf(8, 10, at('=', 5000))).toBe('missed');
    expect(shortBy(8, 10, at('=', 5000))).toBeNull();
    expect(shortBy(1, 3, at('=', 5000))).toBeNull();
    expect(shortBy(1, 4, at('=', 5000))).toBe(1);
  });

  it('has no figure without a denominator', () => {
    for (const op of THRESHOLD_OPS) {
      expect(verdictOf(0, 0, at(op, 9700))).toBe('no-data');
      expect(shortBy(0, 0, at(op, 9700))).toBeNull();
    }
    expect(percentOf(0, 0)).toBeNull();
  });

  it('does not round whole numbers beyond the safe ones', () => {
    const big = 9_007_199_254_740_991;
    expect(passes(big - 1, big, at('=', 10_000))).toBe(false);
    expect(percentOf(big - 1, big)).toBe('99.99');
  });

  it('is short by the smallest number that would do', () => {
    fc.assert(
      fc.property(ratio, threshold, ({ numerator, denominator }, limit) => {
        let smallest: number | null = null;
        if (!passes(numerator, denominator, limit)) {
          for (let k = 1; numerator + k <= denominator && smallest === null; k += 1) {
            if (passes(numerator + k, denominator, limit)) smallest = k;
          }
        }
        expect(shortBy(numerator, denominator, limit)).toBe(smallest);
      }),
      { numRuns: 300 },
    );
  });

  it('shows no percentage that claims more than the ratio', () => {
    fc.assert(
      fc.property(ratio, threshold, ({ numerator, denominator }, limit) => {
        const shown = percentOf(numerator, denominator) ?? '';
        expect(shown).toMatch(/^\d{1,3}\.\d\d$/);
        const hundredths = BigInt(shown.replace('.', ''));
        const exact = BigInt(numerator) * 10_000n;
        expect(
          hundredths * BigInt(denominator) <= exact && exact < (hundredths + 1n) * BigInt(denominator),
        ).toBe(true);
        // What is shown never passes where the ratio does not.
        if (limit.op !== '=' && !passes(numerator, denominator, limit))
          expect(passes(Number(hundredths), 10_000, limit)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a ledger nobody keeps without any number', () => {
    const objective = {
      id: '4',
      annexPoint: '4',
      formula: 'petition.on-time.v1',
      striven: false,
      threshold: { commune: at('>=', 9700), district: at('>=', 9800) },
      title: { vi: 'a', en: 'a' },
      sentence: { vi: 'a', en: 'a' },
    };
    expect(judge(objective, 'district', 'not-recorded')).toEqual({
      id: '4',
      formula: 'petition.on-time.v1',
      threshold: at('>=', 9800),
      numerator: null,
      denominator: null,
      percent: null,
      verdict: 'not-recorded',
      shortBy: null,
      missingData: null,
    });
    expect(judge(objective, 'commune', 'not-due')).toMatchObject({ verdict: 'not-due', numerator: null });
    expect(judge(objective, 'commune', { numerator: 0, denominator: 0, missingData: 0 })).toMatchObject({
      verdict: 'no-data',
      percent: null,
      numerator: 0,
    });
  });

  it('adds numerators and denominators, not percentages', () => {
    const total = addTallies([
      { numerator: 1, denominator: 1, missingData: 1 },
      { numerator: 0, denominator: 99, missingData: 2 },
    ]);
    expect(total).toEqual({ numerator: 1, denominator: 100, missingData: 3 });
  });
});

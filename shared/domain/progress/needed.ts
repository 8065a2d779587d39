import type { Tally } from '../evaluation.ts';
import type { Threshold } from '../target-set.ts';
import { passes, shortBy } from '../verdict.ts';

/**
 * How one more record is gained. `correct`: one now counted against is put right and adds to the numerator;
 * `finish`: an open one ends in time, `more`: a new one comes; these two add to both sides.
 */
export const WAYS = ['correct', 'finish', 'more'] as const;
export type Way = (typeof WAYS)[number];

type Ratio = Pick<Tally, 'numerator' | 'denominator'>;

const FULL = 10_000n;

/**
 * Smallest number of further records that reach a threshold, decided on exact integers. Null when it is reached, when
 * there is nothing to judge, or when no number reaches it: = 100 % with one lost, more than 100 %, an exact
 * percentage that the ratio is above or jumps over.
 */
export function neededMore({ numerator, denominator }: Ratio, threshold: Threshold, way: Way): number | null {
  if (way === 'correct') return shortBy(numerator, denominator, threshold);
  if (denominator === 0 || passes(numerator, denominator, threshold)) return null;
  // (n + k) · 10,000 against b · (d + k): k · (10,000 - b) against what is missing now.
  const gap = BigInt(threshold.basisPoints) * BigInt(denominator) - BigInt(numerator) * FULL;
  const step = FULL - BigInt(threshold.basisPoints);
  if (gap < 0n || step <= 0n) return null;
  switch (threshold.op) {
    case '>=':
      return Number((gap + step - 1n) / step);
    case '>':
      return Number(gap / step + 1n);
    case '=':
      return gap % step === 0n ? Number(gap / step) : null;
  }
}

/**
 * The same where up to `corrections` records can be put right and any number may end in time after them: an open
 * petition that is due today already counts against, one due tomorrow does not count yet.
 */
export function neededMixed(tally: Ratio, threshold: Threshold, corrections: number): number | null {
  const byCorrecting = neededMore(tally, threshold, 'correct');
  if (byCorrecting !== null && byCorrecting <= corrections) return byCorrecting;
  const corrected = { numerator: tally.numerator + corrections, denominator: tally.denominator };
  if (corrected.numerator > corrected.denominator) return null;
  if (tally.denominator === 0 || passes(tally.numerator, tally.denominator, threshold)) return null;
  const byFinishing = neededMore(corrected, threshold, 'finish');
  return byFinishing === null ? null : corrections + byFinishing;
}

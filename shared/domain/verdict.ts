import type { ObjectiveResult, Tally, Verdict } from './evaluation.ts';
import type { TargetObjective, Threshold, UnitLevel } from './target-set.ts';

const FULL = 10_000n;

/**
 * Whether a ratio passes a threshold, decided on exact integers: numerator · 10,000 against basis points ·
 * denominator (counting.md, Verdicts). The denominator must be positive.
 */
export function passes(numerator: number, denominator: number, threshold: Threshold): boolean {
  const left = BigInt(numerator) * FULL;
  const right = BigInt(threshold.basisPoints) * BigInt(denominator);
  switch (threshold.op) {
    case '>=':
      return left >= right;
    case '>':
      return left > right;
    case '=':
      return left === right;
  }
}

/** `met`, `missed`, or `no-data` where the denominator is 0 (không phát sinh). */
export function verdictOf(numerator: number, denominator: number, threshold: Threshold): Verdict {
  if (denominator === 0) return 'no-data';
  return passes(numerator, denominator, threshold) ? 'met' : 'missed';
}

/**
 * The percentage with two decimals, truncated and never rounded up: 96.999 % is `"96.99"`. Null without a
 * denominator. For showing only; no decision rests on it.
 */
export function percentOf(numerator: number, denominator: number): string | null {
  if (denominator === 0) return null;
  const hundredths = (BigInt(numerator) * FULL) / BigInt(denominator);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

/**
 * Smallest k such that the threshold would be passed if k of the dossiers now counted against it counted for it.
 * Null when it is passed, when there is nothing to count, or when no such k exists (strictly more than 100 %,
 * or an `=` that the ratio is already above or can only jump over).
 */
export function shortBy(numerator: number, denominator: number, threshold: Threshold): number | null {
  if (denominator === 0 || passes(numerator, denominator, threshold)) return null;
  const gap = BigInt(threshold.basisPoints) * BigInt(denominator) - BigInt(numerator) * FULL;
  if (gap < 0n) return null;
  const k = threshold.op === '>' ? gap / FULL + 1n : (gap + FULL - 1n) / FULL;
  if (threshold.op === '=' && gap % FULL !== 0n) return null;
  const short = Number(k);
  return numerator + short <= denominator ? short : null;
}

/**
 * Puts a tally beside the threshold of a level; `not-recorded` where nobody keeps the ledger (chưa có số liệu),
 * `not-due` before a yearly rating is given.
 */
export function judge(
  objective: TargetObjective,
  level: UnitLevel,
  tally: Tally | 'not-recorded' | 'not-due',
): ObjectiveResult {
  const threshold = objective.threshold[level];
  const named = { id: objective.id, formula: objective.formula, threshold };
  if (typeof tally === 'string') {
    return {
      ...named,
      numerator: null,
      denominator: null,
      percent: null,
      verdict: tally,
      shortBy: null,
      missingData: null,
    };
  }
  const { numerator, denominator, missingData } = tally;
  return {
    ...named,
    numerator,
    denominator,
    percent: percentOf(numerator, denominator),
    verdict: verdictOf(numerator, denominator, threshold),
    shortBy: shortBy(numerator, denominator, threshold),
    missingData,
  };
}

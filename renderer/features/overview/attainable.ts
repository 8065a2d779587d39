import type { ObjectiveResult } from '#shared/domain/evaluation.ts';
import { passes } from '#shared/domain/verdict.ts';

/** What the records still to come can do to an objective, if every one of them counts the same way. */
export type Outlook =
  /** Missed now: met after `more` further records in a row that count for it. */
  | { readonly kind: 'reachable'; readonly more: number }
  /** Missed now and only a full 100 % would do: no further record can mend it. */
  | { readonly kind: 'lost' }
  /** Met now: stays met while at most `slack` further records in a row count against it. */
  | { readonly kind: 'slack'; readonly slack: number };

/**
 * Exact outlook of an objective from its counts, by integers only. Null where there is no figure.
 * Every further record grows numerator and denominator (or the denominator alone) by one.
 */
export function outlook(
  result: Pick<ObjectiveResult, 'numerator' | 'denominator' | 'threshold' | 'verdict'>,
): Outlook | null {
  const { numerator, denominator, threshold, verdict } = result;
  if (numerator === null || denominator === null || denominator === 0) return null;
  if (verdict !== 'met' && verdict !== 'missed') return null;
  const target = BigInt(threshold.basisPoints);
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (verdict === 'missed') {
    const lack = target * d - n * 10_000n;
    const room = 10_000n - target;
    if (room <= 0n) return { kind: 'lost' };
    let more = lack <= 0n ? 0n : (lack + room - 1n) / room;
    // A strict threshold is not met by touching it.
    if (!passes(numerator + Number(more), denominator + Number(more), threshold)) more += 1n;
    return { kind: 'reachable', more: Number(more) };
  }
  if (target === 0n) return null;
  let slack = (n * 10_000n) / target - d;
  if (!passes(numerator, denominator + Number(slack), threshold)) slack -= 1n;
  return { kind: 'slack', slack: Number(slack < 0n ? 0n : slack) };
}

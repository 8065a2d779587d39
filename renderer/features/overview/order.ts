import type { ObjectiveResult, Verdict } from '#shared/domain/evaluation.ts';

const RANK: Record<Verdict, number> = { missed: 0, met: 1, 'no-data': 2, 'not-due': 3, 'not-recorded': 4 };

/** How much of its threshold a figure reaches: 1 is exactly the threshold. Only for ordering, never for a verdict. */
export function reach(result: Pick<ObjectiveResult, 'numerator' | 'denominator' | 'threshold'>): number {
  const { numerator, denominator, threshold } = result;
  if (numerator === null || denominator === null || denominator === 0) return Number.POSITIVE_INFINITY;
  if (threshold.basisPoints === 0) return Number.POSITIVE_INFINITY;
  return (numerator * 10_000) / (denominator * threshold.basisPoints);
}

/** Worst first: missed before met, each by how much of the threshold is reached; what has no figure last. Stable. */
export function worstFirst<T extends ObjectiveResult>(results: readonly T[]): T[] {
  return [...results].sort((a, b) => {
    const rank = RANK[a.verdict] - RANK[b.verdict];
    if (rank !== 0) return rank;
    const [left, right] = [reach(a), reach(b)];
    return left === right ? 0 : left - right;
  });
}

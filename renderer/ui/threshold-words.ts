import type { Threshold } from '#shared/domain/target-set.ts';

const OPS = { '>=': '≥', '>': '>', '=': '=' } as const;

/** A threshold as it is read: `≥ 97 %`. */
export function thresholdWords(
  { op, basisPoints }: Threshold,
  format: { basisPoints(value: number): string },
): string {
  return `${OPS[op]} ${format.basisPoints(basisPoints)}`;
}

import { THRESHOLD_SIGNS, type Threshold } from '#shared/domain/target-set.ts';

/** A threshold as it is read: `≥ 97 %`. */
export function thresholdWords(
  { op, basisPoints }: Threshold,
  format: { basisPoints(value: number): string },
): string {
  return `${THRESHOLD_SIGNS[op]} ${format.basisPoints(basisPoints)}`;
}

/** A figure of a period as two exact counts; null where the period has none. */
export interface TrendPoint {
  readonly period: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Room of a drawing in its own units; `inset` is kept free at every edge. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly inset: number;
}

/** A place on a drawing. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The share of a figure in percent; null without a denominator. Only for drawing, never for a verdict. */
export function shareOf({ numerator, denominator }: Omit<TrendPoint, 'period'>): number | null {
  return numerator === null || denominator === null || denominator === 0
    ? null
    : (numerator / denominator) * 100;
}

/**
 * Shares as places on a drawing, left to right, and the height of the target. Small changes stay small: the drawing
 * never spans less than `least` points of a hundred, the figures at its top.
 */
export function plot(
  points: readonly Omit<TrendPoint, 'period'>[],
  target: number,
  { width, height, inset }: Room,
  least = 5,
): { readonly line: readonly (Spot | null)[]; readonly targetY: number } {
  const shares = points.map(shareOf);
  const known = [...shares.filter((share) => share !== null), target];
  const high = Math.max(...known);
  const low = Math.min(high - least, ...known);
  const span = high - low;
  const y = (share: number) => height - inset - ((share - low) / span) * (height - 2 * inset);
  const step = points.length > 1 ? (width - 2 * inset) / (points.length - 1) : 0;
  return {
    line: shares.map((share, at) => (share === null ? null : { x: inset + at * step, y: y(share) })),
    targetY: y(target),
  };
}

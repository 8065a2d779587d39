import { useTranslation } from 'react-i18next';
import { percentOf } from '#shared/domain/verdict.ts';
import { periodShort } from '#shared/i18n/period-words.ts';
import { useFormat } from '../../app/words.ts';
import classes from './overview.module.css';

export interface TrendPoint {
  readonly period: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

const WIDTH = 80;
const HEIGHT = 22;
const INSET = 3;

/** Shares as places on the drawing; null where a period has no figure. `target` in percent. */
export function plot(
  points: readonly TrendPoint[],
  target: number,
): { line: ({ x: number; y: number } | null)[]; targetY: number } {
  const shares = points.map(({ numerator, denominator }) =>
    numerator === null || denominator === null || denominator === 0 ? null : (numerator / denominator) * 100,
  );
  const known = [...shares.filter((share) => share !== null), target];
  // Small changes stay small: the drawing never spans less than five points of a hundred, the figures at its top.
  const high = Math.max(...known);
  const low = Math.min(high - 5, ...known);
  const span = high - low;
  const y = (share: number) => HEIGHT - INSET - ((share - low) / span) * (HEIGHT - 2 * INSET);
  const step = points.length > 1 ? (WIDTH - 2 * INSET) / (points.length - 1) : 0;
  return {
    line: shares.map((share, at) => (share === null ? null : { x: INSET + at * step, y: y(share) })),
    targetY: y(target),
  };
}

/** The figures of the last periods as a line, the target dashed; said in words to readers and on hover. */
export function Sparkline({ points, target }: { points: readonly TrendPoint[]; target: number }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const { line, targetY } = plot(points, target);
  const drawn = line.filter((point) => point !== null);
  if (drawn.length < 2) return null;
  const said = points
    .filter(({ denominator }) => denominator !== null && denominator > 0)
    .map(({ period, numerator, denominator }) => {
      const percent = percentOf(numerator ?? 0, denominator ?? 0);
      return `${periodShort(period, format.language)}: ${format.percent(percent)} (${format.ratio(numerator ?? 0, denominator ?? 0)})`;
    })
    .join('; ');
  const end = drawn[drawn.length - 1];
  return (
    <svg
      className={classes.spark}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('trend', { points: said })}
    >
      <title>{said}</title>
      <line x1="0" x2={WIDTH} y1={targetY} y2={targetY} />
      <polyline points={drawn.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {end ? <circle cx={end.x} cy={end.y} r="2" /> : null}
    </svg>
  );
}

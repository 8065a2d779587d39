import { useTranslation } from 'react-i18next';
import { percentOf } from '#shared/domain/verdict.ts';
import { periodShort } from '#shared/i18n/period-words.ts';
import type { TrendPoint } from '#shared/ipc/contract/evaluation.ts';
import { useFormat } from '../../app/words.ts';
import css from './charts.module.css';
import { lineOf, plot } from './plot.ts';

const ROOM = { width: 74, height: 24, inset: 4 } as const;
const WIDTH = 132;

/**
 * The figures of the last periods as a line that breaks where a period has none, their targets dashed, the last one as
 * a number; said in words to readers and on hover.
 */
export function Sparkline({ points }: { points: readonly TrendPoint[] }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const { spots, runs, levels } = plot(
    points.map((point) => ({ ...point, target: point.threshold && point.threshold.basisPoints / 100 })),
    ROOM,
  );
  if (spots.filter((spot) => spot !== null).length < 2) return null;
  const value = ({ numerator, denominator }: TrendPoint) =>
    numerator === null || denominator === null ? null : percentOf(numerator, denominator);
  const said = points
    .flatMap((point) => {
      const percent = value(point);
      const name = periodShort(point.period, format.language);
      if (percent === null) return [`${name}: ${t('trendNone')}`];
      return [
        `${name}: ${format.percent(percent)} (${format.ratio(point.numerator ?? 0, point.denominator ?? 0)})`,
      ];
    })
    .join('; ');
  const end = spots.at(-1);
  const last = points.at(-1);
  return (
    <svg
      className={css.spark}
      viewBox={`0 0 ${WIDTH} ${ROOM.height}`}
      role="img"
      aria-label={t('trend', { points: said })}
    >
      <title>{said}</title>
      {levels.map(({ x1, x2, y }) => (
        <line key={x1} x1={x1} x2={x2} y1={y} y2={y} />
      ))}
      {runs.map((run) =>
        run.length === 1 ? (
          <circle key={run[0]?.x} cx={run[0]?.x} cy={run[0]?.y} r="1.6" />
        ) : (
          <polyline key={run[0]?.x} points={lineOf(run)} />
        ),
      )}
      {end && last ? (
        <>
          <circle cx={end.x} cy={end.y} r="2.4" />
          <text x={ROOM.width + 4} y={Math.min(ROOM.height - 4, Math.max(12, end.y + 4))}>
            {format.percent(value(last))}
          </text>
        </>
      ) : null}
    </svg>
  );
}

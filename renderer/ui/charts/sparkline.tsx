import { useTranslation } from 'react-i18next';
import { percentOf } from '#shared/domain/verdict.ts';
import { periodShort } from '#shared/i18n/period-words.ts';
import { useFormat } from '../../app/words.ts';
import css from './charts.module.css';
import { plot, type TrendPoint } from './plot.ts';

const ROOM = { width: 80, height: 22, inset: 3 } as const;

/** The figures of the last periods as a line, the target dashed; said in words to readers and on hover. */
export function Sparkline({ points, target }: { points: readonly TrendPoint[]; target: number }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const { line, targetY } = plot(points, target, ROOM);
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
      className={css.spark}
      viewBox={`0 0 ${ROOM.width} ${ROOM.height}`}
      role="img"
      aria-label={t('trend', { points: said })}
    >
      <title>{said}</title>
      <line x1="0" x2={ROOM.width} y1={targetY} y2={targetY} />
      <polyline points={drawn.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {end ? <circle cx={end.x} cy={end.y} r="2" /> : null}
    </svg>
  );
}

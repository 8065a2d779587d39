import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { periodShort } from '#shared/i18n/period-words.ts';
import type { Overview, TrendPoint } from '#shared/ipc/contract/evaluation.ts';
import { useTargetWords } from '../app/target-words.ts';
import { useFormat } from '../app/words.ts';
import { TrendChart } from '../ui/charts/trend-chart.tsx';
import { useWidth } from '../ui/use-width.ts';
import classes from './pictures.module.css';
import { hasTrend, trendMarks } from './trend-marks.ts';

interface Props {
  readonly text: Overview['objectives'][number];
  readonly points: readonly TrendPoint[];
  /** Pixels; absent: the room there is. */
  readonly width?: number;
}

/** Pixels of a period at most: marks further apart say no more. */
const STEP = 84;

/** The trend of an objective as large as there is room for, or the sentence that there is none yet. */
export function ObjectiveTrend(props: Props) {
  const { t } = useTranslation('targets');
  if (!hasTrend(props.points)) return <p className="dim">{t('progress.trendNone')}</p>;
  return <Drawn {...props} />;
}

function Drawn({ text, points, width }: Props) {
  const { t } = useTranslation(['targets', 'overview']);
  const format = useFormat();
  const words = useTargetWords();
  const place = useRef<HTMLDivElement>(null);
  const room = useWidth(place);
  const marks = trendMarks(points, format.language);
  const said = marks.map(({ id, value, numerator, denominator }) => {
    const name = periodShort(id, format.language);
    return value === '' || !denominator
      ? `${name}: ${t('overview:trendNone')}`
      : `${name}: ${value} (${format.ratio(numerator ?? 0, denominator)})`;
  });
  return (
    <div ref={place} className={classes.place}>
      <TrendChart
        marks={marks}
        width={width ?? Math.min(room, points.length * STEP)}
        label={t('targets:progress.trendWords', {
          title: text.title[format.language],
          points: said.join('; '),
          target: t('targets:progress.targetWords', { target: words.threshold(text.threshold) }),
        })}
      />
    </div>
  );
}

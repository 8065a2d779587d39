import { useTranslation } from 'react-i18next';
import type { Overview } from '#shared/ipc/contract/evaluation.ts';
import { useFormat } from '../../app/words.ts';
import { ObjectiveTrend } from '../../pictures/objective-trend.tsx';
import { hasTrend } from '../../pictures/trend-marks.ts';
import { Card } from '../../ui/card.tsx';
import classes from './overview.module.css';

/** Room of one trend on the lying sheet, two side by side: pixels before the sheet is shrunk (print.css). */
const WIDTH = 610;

/** On paper only: the trend of every objective that has one, each with its numbers, where the screen has room for a line. */
export function PaperTrends({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('overview');
  const { language } = useFormat();
  const points = new Map(overview.trend.map((trend) => [trend.objective, trend.points]));
  const drawn = overview.objectives.filter(({ id }) => hasTrend(points.get(id) ?? []));
  if (drawn.length === 0) return null;
  return (
    <div className={classes.paperTrends} aria-hidden="true">
      <Card title={t('column.trend')} note={t('trendKey')}>
        <div>
          {drawn.map((text) => (
            <section key={text.id}>
              <h3>
                {text.id}. {text.title[language]}
              </h3>
              <ObjectiveTrend text={text} points={points.get(text.id) ?? []} width={WIDTH} />
            </section>
          ))}
        </div>
      </Card>
    </div>
  );
}

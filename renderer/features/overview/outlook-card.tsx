import { Trans, useTranslation } from 'react-i18next';
import type { Overview } from '#shared/ipc/contract/evaluation.ts';
import { useFormat } from '../../app/words.ts';
import { Card } from '../../ui/card.tsx';
import { outlook } from './attainable.ts';
import { worstFirst } from './order.ts';
import classes from './overview.module.css';
import { isOver } from './period-state.ts';

interface Line {
  readonly id: string;
  readonly key: 'short' | 'reachable' | 'lost' | 'slack' | 'noSlack';
  readonly n: number;
}

/** At most so many lines; the rest is in the table. */
const LINES = 4;

/** Whether a missed objective can still be met, and how far a met one is from being missed: exact, from the counts. */
export function OutlookCard({ overview }: { overview: Overview }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const titles = new Map(overview.objectives.map(({ id, title }) => [id, title[format.language]]));
  const missed = worstFirst(overview.evaluation.objectives).filter(({ verdict }) => verdict === 'missed');
  const over = isOver(overview.evaluation);
  const lines: readonly Line[] = over
    ? missed.map((result) => ({ id: result.id, key: 'short', n: result.shortBy ?? 0 }))
    : worstFirst(overview.evaluation.objectives).flatMap((result): Line[] => {
        const seen = outlook(result);
        if (seen === null) return [];
        if (seen.kind === 'reachable') return [{ id: result.id, key: 'reachable', n: seen.more }];
        if (seen.kind === 'lost') return [{ id: result.id, key: 'lost', n: 0 }];
        return [{ id: result.id, key: seen.slack === 0 ? 'noSlack' : 'slack', n: seen.slack }];
      });
  const note = over ? t('outlook.noteOver') : t('outlook.noteRunning');
  return (
    <Card title={t('outlook.title')} note={note}>
      {lines.length === 0 ? (
        <p className={classes.quiet}>
          {missed.length === 0 && over ? t('outlook.allMet') : t('outlook.nothing')}
        </p>
      ) : (
        <ul className={classes.outlook}>
          {lines.slice(0, LINES).map(({ id, key, n }) => (
            <li key={id}>
              <Trans
                t={t}
                i18nKey={`outlook.${key}`}
                values={{ objective: titles.get(id) ?? id, n: format.count(n) }}
                components={{ b: <b /> }}
              />
            </li>
          ))}
        </ul>
      )}
      {over && lines.length > 0 ? <p className={classes.quiet}>{t('outlook.over')}</p> : null}
    </Card>
  );
}

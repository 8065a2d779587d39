import { useTranslation } from 'react-i18next';
import type { Overview } from '#shared/ipc/contract/evaluation.ts';
import { useFormat } from '../../app/words.ts';
import { Card } from '../../ui/card.tsx';
import { StackedBar } from '../../ui/charts/stacked-bar.tsx';
import classes from './overview.module.css';

/** The period's dossiers by how they ended and how they wait, as two bars. */
export function FlowCard({ overview }: { overview: Overview }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const total = overview.evaluation.flow.find(({ field }) => field === null);
  if (!total || total.resolved.total + total.pending.total === 0) return null;
  const { resolved, pending } = total;
  const ended = [
    { id: 'early', count: resolved.early, fill: 'solid', tone: 'met' },
    { id: 'onTime', count: resolved.onTime, fill: 'light', tone: 'met' },
    { id: 'late', count: resolved.late, fill: 'hatch', tone: 'missed' },
  ] as const;
  const waiting = [
    { id: 'inTime', count: pending.inTime, fill: 'outline', tone: 'plain' },
    { id: 'overdue', count: pending.overdue, fill: 'hatch', tone: 'missed' },
  ] as const;
  return (
    <Card title={t('flow.title')}>
      <div className={classes.flow}>
        {(
          [
            ['resolved', resolved.total, ended],
            ['pending', pending.total, waiting],
          ] as const
        ).map(([which, n, parts]) => (
          <div key={which}>
            <h3>
              {t(`flow.${which}`)} <b>{format.count(n)}</b>
            </h3>
            <StackedBar
              label={t(`flow.${which}`)}
              parts={parts.map((part) => ({
                ...part,
                label: t(`flow.${part.id}`),
                value: format.count(part.count),
              }))}
            />
          </div>
        ))}
      </div>
    </Card>
  );
}

import { useTranslation } from 'react-i18next';
import { totalRow } from '#shared/domain/flow.ts';
import type { Overview } from '#shared/ipc/contract/evaluation.ts';
import { goToDossiers } from '../../app/navigation.ts';
import { useFormat } from '../../app/words.ts';
import { StackedBar } from '../../ui/charts/stacked-bar.tsx';
import classes from './overview.module.css';
import { isOver } from './period-state.ts';

/** What waits at the period's end (or today, while it runs): in time and overdue. */
export function PendingBar({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const total = totalRow(overview.evaluation.flow);
  if (!total || total.pending.total === 0) return null;
  const { pending } = total;
  // A list shows what is pending today; the figure of a past period is that of its last day.
  const today = !isOver(overview.evaluation);
  const parts = [
    { id: 'inTime', count: pending.inTime, fill: 'outline', tone: 'plain' },
    { id: 'overdue', count: pending.overdue, fill: 'hatch', tone: 'missed' },
  ] as const;
  return (
    <div className={classes.pending}>
      <h3>
        {t(today ? 'flow.pending' : 'flow.pendingAtEnd')} <b>{format.count(pending.total)}</b>
      </h3>
      <StackedBar
        label={t('flow.pending')}
        parts={parts.map((part) => ({
          ...part,
          label: t(`flow.${part.id}`),
          value: format.count(part.count),
          onOpen:
            today && part.id === 'overdue' ? () => goToDossiers({ filter: { state: 'overdue' } }) : undefined,
        }))}
      />
    </div>
  );
}

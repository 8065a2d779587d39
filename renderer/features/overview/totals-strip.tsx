import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { totalRow } from '#shared/domain/flow.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import type { Overview } from '#shared/ipc/contract/evaluation.ts';
import { goToDossiers } from '../../app/navigation.ts';
import { useFormat } from '../../app/words.ts';
import classes from './overview.module.css';
import { endOf, isOver } from './period-state.ts';

/** The period's totals in one line; each leads to its dossiers where the list can show exactly those. */
export function TotalsStrip({ overview }: { overview: Overview }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const total = totalRow(overview.evaluation.flow);
  if (!total) return null;
  const { received, resolved, pending } = total;
  const resolvedRange = {
    resolvedFrom: overview.evaluation.period.from,
    resolvedTo: endOf(overview.evaluation),
  };
  const missing = Object.values(overview.todo.missing).reduce((sum, n) => sum + n, 0);
  // A list shows what is pending today; the figure of a past period is that of its last day.
  const today = !isOver(overview.evaluation);
  return (
    <section className={classes.strip} aria-label={t('totals.label')}>
      <Total value={format.count(received.total)}>
        {t('totals.received', { n: format.count(received.carriedOver) })}
      </Total>
      <Total value={format.count(resolved.total)} filter={resolvedRange}>
        {t('totals.resolved')}
      </Total>
      <Total
        value={format.count(resolved.late)}
        tone={resolved.late > 0 ? 'missed' : null}
        filter={{ ...resolvedRange, state: 'late' }}
      >
        {t('totals.late')}
      </Total>
      <Total value={format.count(pending.total)} filter={today ? { state: 'pending' } : null}>
        {t(today ? 'totals.pending' : 'totals.pendingAtEnd')}
      </Total>
      <Total
        value={format.count(pending.overdue)}
        tone={pending.overdue > 0 ? 'attention' : null}
        filter={today ? { state: 'overdue' } : null}
      >
        {t(today ? 'totals.overdue' : 'totals.overdueAtEnd')}
      </Total>
      <Total value={format.count(missing)} tone={missing > 0 ? 'attention' : null}>
        {t('totals.missing')}
      </Total>
    </section>
  );
}

function Total({
  value,
  tone = null,
  filter = null,
  children,
}: {
  value: string;
  tone?: 'missed' | 'attention' | null;
  filter?: DossierFilter | null;
  children: ReactNode;
}) {
  const content = (
    <>
      <b data-tone={tone ?? undefined}>{value}</b>
      <span>{children}</span>
    </>
  );
  if (filter === null) return <div className={classes.total}>{content}</div>;
  return (
    <button type="button" className={classes.total} onClick={() => goToDossiers({ filter })}>
      {content}
    </button>
  );
}

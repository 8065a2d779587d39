import { Button } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { Overview } from '#shared/ipc/contract/evaluation.ts';
import { milestone } from '../../app/milestone.ts';
import { goTo, goToDossiers, useNavigation } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { useSession } from '../../app/session.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ObjectiveTable } from './objective-table.tsx';
import { OutlookCard } from './outlook-card.tsx';
import classes from './overview.module.css';
import { endOf, periodState } from './period-state.ts';
import { TodoCard } from './todo-card.tsx';
import { TotalsStrip } from './totals-strip.tsx';

const ExplainDrawer = lazy(() => import('./explain-drawer.tsx'));

/** Tổng quan: the period at a glance. */
export default function OverviewScreen() {
  const { language } = useFormat();
  const { t } = useTranslation('overview');
  const period = useNavigation((navigation) => navigation.period);
  const sessionFault = useSession((session) => session.fault);
  const answer = useQuery('evaluation.overview', period === null ? null : { period }, [
    'dossiers',
    'settings',
    'reports',
  ]);
  const [explained, setExplained] = useState<string | null>(null);
  const overview = answer.data;
  useEffect(() => {
    if (overview) milestone('interactive');
  }, [overview]);

  function close(objective: string): void {
    setExplained(null);
    // The keyboard goes back to the row that was explained.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-objective="${CSS.escape(objective)}"]`)?.focus(),
    );
  }

  const fault = answer.fault ?? (period === null ? sessionFault : null);
  return (
    <Page
      title={period === null ? t('title') : periodTitle(period, language)}
      subtitle={overview ? <Subtitle overview={overview} /> : ' '}
      period
    >
      {fault ? <ErrorNotice fault={fault} onRetry={answer.refresh} /> : null}
      {overview ? (
        overview.empty ? (
          <Nothing />
        ) : (
          <Figures overview={overview} onExplain={setExplained} />
        )
      ) : null}
      {explained !== null && overview ? (
        <Suspense fallback={null}>
          <ExplainDrawer overview={overview} objective={explained} onClose={() => close(explained)} />
        </Suspense>
      ) : null}
    </Page>
  );
}

function Subtitle({ overview: { evaluation } }: { overview: Overview }) {
  const { t } = useTranslation('overview');
  const { kind, daysLeft } = periodState(evaluation);
  const dates = `${formatDate(evaluation.period.from)} – ${formatDate(evaluation.period.to)}`;
  return (
    <>
      {dates} ·{' '}
      {kind === 'over'
        ? t('state.over', { date: formatDate(evaluation.asOf) })
        : kind === 'running'
          ? t('state.running', { date: formatDate(endOf(evaluation)), days: daysLeft })
          : t('state.future')}
    </>
  );
}

function Figures({ overview, onExplain }: { overview: Overview; onExplain: (objective: string) => void }) {
  const { t } = useTranslation('overview');
  const today = useSession((session) => session.app?.today);
  return (
    <>
      <TotalsStrip overview={overview} />
      <Card title={t('objectives.title')} note={t('objectives.note', { decision: overview.decision.number })}>
        <ObjectiveTable overview={overview} onExplain={onExplain} />
      </Card>
      <div className={classes.two}>
        {today ? <TodoCard overview={overview} today={today} /> : null}
        <OutlookCard overview={overview} />
      </div>
    </>
  );
}

function Nothing() {
  const { t } = useTranslation('overview');
  return (
    <Card>
      <EmptyState
        title={t('empty.title')}
        actions={
          <>
            <Button onClick={() => goTo('imports')}>{t('empty.import')}</Button>
            <Button variant="default" onClick={() => goToDossiers({ compose: true })}>
              {t('empty.compose')}
            </Button>
          </>
        }
      >
        {t('empty.text')}
      </EmptyState>
    </Card>
  );
}

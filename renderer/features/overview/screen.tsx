import { totalRow } from '#shared/domain/flow.ts';
import './print.css';
import { Button } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { Composition, Overview, Progress } from '#shared/ipc/contract/evaluation.ts';
import { useRecoveryAsked } from '../../access/ask.ts';
import { RecoveryReminder } from '../../access/recovery-reminder.tsx';
import { milestone } from '../../app/milestone.ts';
import { goTo, goToDossiers, useNavigation } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { printOverview } from '../../app/print-overview.ts';
import { useSession } from '../../app/session.ts';
import { goToTargets } from '../../app/targets-place.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { DrillReminder } from '../../backup/drill-reminder.tsx';
import { DueList } from '../../ledgers/components/due-list.tsx';
import { CompositionCard } from '../../pictures/composition-card.tsx';
import { holdsAny } from '../../pictures/composition-rows.ts';
import { usePrintable } from '../../printing/ask.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { dialogOrPopoverOpen } from '../../ui/top-dialog.ts';
import { ObjectiveTable } from './objective-table.tsx';
import { OutlookCard } from './outlook-card.tsx';
import classes from './overview.module.css';
import { PaperTrends } from './paper-trends.tsx';
import { PendingBar } from './pending-bar.tsx';
import { endOf, periodState } from './period-state.ts';
import { TodoCard } from './todo-card.tsx';
import { TotalsStrip } from './totals-strip.tsx';

const FRESH = ['dossiers', 'ledgers', 'settings', 'reports'] as const;
/** Lines of what is due; the rest is one key away. */
const DUE_LINES = 6;
/** Stamp of the request for an explanation that was followed last; a visit later does not follow it again. */
let followed = 0;

const ExplainDrawer = lazy(() => import('./explain-drawer.tsx'));

/** Tổng quan: the period at a glance. */
export default function OverviewScreen() {
  const { language } = useFormat();
  const { t } = useTranslation('overview');
  const period = useNavigation((navigation) => navigation.period);
  const sessionFault = useSession((session) => session.fault);
  const answer = useQuery('evaluation.overview', period === null ? null : { period }, FRESH);
  // What comes after the figures: year to date, what is due, what could still be reached.
  const progress = useQuery(
    'evaluation.progress',
    period === null || !answer.data ? null : { period },
    FRESH,
  );
  const composition = useQuery(
    'evaluation.composition',
    period === null || !answer.data ? null : { period },
    FRESH,
  );
  const [explained, setExplained] = useState<string | null>(null);
  const asked = useNavigation((navigation) => navigation.explain);
  useEffect(() => {
    if (asked === null || asked.stamp === followed) return;
    followed = asked.stamp;
    setExplained(asked.objective);
  }, [asked]);
  const overview = answer.data;
  useEffect(() => {
    if (overview) milestone('interactive');
  }, [overview]);

  usePrintable(() => document.querySelector('[data-screen="overview"]'), overview ? printOverview : null);

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
      actions={
        overview ? (
          <button
            type="button"
            className={classes.print}
            aria-keyshortcuts="Control+P"
            title={`${t('print.button')} (Ctrl+P)`}
            onClick={printOverview}
          >
            {t('print.button')} <Kbd quiet>Ctrl P</Kbd>
          </button>
        ) : null
      }
    >
      <RecoveryReminder />
      <DrillReminder />
      {fault ? <ErrorNotice fault={fault} onRetry={answer.refresh} /> : null}
      {overview ? (
        nothingYet(overview) ? (
          <Nothing />
        ) : (
          <div className={classes.all} data-screen="overview">
            <Figures
              overview={overview}
              progress={progress.data}
              composition={composition.data}
              onExplain={setExplained}
            />
          </div>
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

/** Neither a dossier nor a figure of another ledger nor anything waiting. */
function nothingYet({ empty, evaluation, todo }: Overview): boolean {
  return empty && todo.ledgers.length === 0 && evaluation.objectives.every(({ denominator }) => !denominator);
}

/** Whether anything is left over at the period's end. */
function waits({ evaluation }: Overview): boolean {
  return (totalRow(evaluation.flow)?.pending.total ?? 0) > 0;
}

function Subtitle({ overview: { evaluation } }: { overview: Overview }) {
  const { t } = useTranslation('overview');
  const app = useSession((session) => session.app);
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
      <span className={classes.printed}>
        {' · '}
        {t('print.line', { unit: app?.unit?.name ?? '', date: app ? formatDate(app.today) : '' })}
      </span>
    </>
  );
}

function Figures({
  overview,
  progress,
  composition,
  onExplain,
}: {
  overview: Overview;
  progress: Progress | null;
  composition: Composition | null;
  onExplain: (objective: string) => void;
}) {
  const { t } = useTranslation('overview');
  const today = useSession((session) => session.app?.today);
  return (
    <>
      <BeforeFounding founding={overview.founding} />
      <TotalsStrip overview={overview} />
      <Card title={t('objectives.title')} note={t('objectives.note', { decision: overview.decision.number })}>
        <ObjectiveTable overview={overview} progress={progress} onExplain={onExplain} />
      </Card>
      <div className={classes.three}>
        {today ? <TodoCard overview={overview} today={today} /> : null}
        <Card title={t('due.title')} note={t('due.note')}>
          {progress ? (
            <DueList
              compact
              items={progress.due}
              total={progress.dueTotal}
              most={DUE_LINES}
              onAll={() => goToTargets({ tab: 'progress' })}
            />
          ) : null}
        </Card>
        <OutlookCard overview={overview} progress={progress} />
      </div>
      {composition && (holdsAny(composition) || waits(overview)) ? (
        <CompositionCard composition={composition}>
          <PendingBar overview={overview} />
        </CompositionCard>
      ) : null}
      {progress ? <PaperTrends overview={overview} /> : null}
    </>
  );
}

/** That the period, or its beginning, was before the unit: whose figures these are. */
function BeforeFounding({ founding }: Pick<Overview, 'founding'>) {
  const { t } = useTranslation('overview');
  if (founding === null) return null;
  const by = founding.by === null ? '' : t('founding.by', { by: founding.by });
  return (
    <p className={classes.founding} role="note">
      {t(`founding.${founding.before}`, { date: formatDate(founding.on), by })}
    </p>
  );
}

function Nothing() {
  const { t } = useTranslation('overview');
  const first = useRef<HTMLButtonElement>(null);
  const asked = useRecoveryAsked((recovery) => recovery.asked);
  // The one next thing has the keyboard, also when the question about the recovery sheet was answered.
  useEffect(() => {
    if (asked) return;
    const timer = setTimeout(() => {
      if (!dialogOrPopoverOpen()) first.current?.focus();
    }, 0);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <Card>
      <EmptyState
        title={t('empty.title')}
        actions={
          <>
            <Button
              ref={first}
              onClick={() => goTo('imports')}
              aria-keyshortcuts="Alt+4"
              rightSection={<Kbd quiet>4</Kbd>}
            >
              {t('empty.import')}
            </Button>
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

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { showTargetTab, type TargetTab, useTargetsPlace } from '../../app/targets-place.ts';
import { useFormat } from '../../app/words.ts';
import { CommunicationTab } from './components/communication-tab.tsx';
import { HandTab } from './components/hand-tab.tsx';
import { ObjectivesTab } from './components/objectives-tab.tsx';
import { PlanTab } from './components/plan-tab.tsx';
import { ProgressTab } from './components/progress-tab.tsx';
import { TabBar } from './components/tab-bar.tsx';
import { tabOfLedger } from './model/ledger-tabs.ts';
import classes from './targets.module.css';

const TABS: Readonly<Record<TargetTab, () => React.ReactNode>> = {
  objectives: ObjectivesTab,
  plan: PlanTab,
  hand: HandTab,
  communication: CommunicationTab,
  progress: ProgressTab,
};

/** Mục tiêu & kế hoạch: target sets, the plan behind them, counts by hand, who was told, and the way to the targets. */
export default function TargetsScreen() {
  const { t } = useTranslation(['targets', 'common']);
  const { language } = useFormat();
  const period = useNavigation((navigation) => navigation.period);
  const asked = useNavigation((navigation) => navigation.ledger);
  const tab = useTargetsPlace((place) => place.tab);
  // Whoever led to a ledger of the plan led to its tab.
  const seen = useRef(0);
  useEffect(() => {
    if (asked === null || asked.stamp === seen.current) return;
    seen.current = asked.stamp;
    const its = tabOfLedger(asked.ledger);
    if (its !== null) showTargetTab(its);
  }, [asked]);
  const Tab = TABS[tab];
  const scrolls = tab === 'objectives' || tab === 'progress';
  return (
    <Page
      fill
      period
      title={t('common:screen.targets')}
      subtitle={period === null ? ' ' : periodTitle(period, language)}
    >
      <TabBar tab={tab} />
      <div
        id="target-panel"
        role="tabpanel"
        aria-labelledby={`target-tab-${tab}`}
        className={scrolls ? classes.scrolls : classes.fills}
        tabIndex={-1}
      >
        <Tab />
      </div>
    </Page>
  );
}

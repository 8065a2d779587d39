import { useTranslation } from 'react-i18next';
import { Page } from '../../app/page.tsx';
import { TakenNotice } from '../../receipts/index.ts';
import { PickReports, SinglePart, SingleSummary } from './components/single-part.tsx';
import { TabLine } from './components/tab-line.tsx';
import { GatherSummary } from './consolidation/gather-head.tsx';
import { GatherPart } from './consolidation/gather-part.tsx';
import { showPart, useVerifyPart, VERIFY_PARTS } from './consolidation/part.ts';
import { useGathering } from './consolidation/store.ts';
import { useVerifyView } from './store.ts';
import css from './verify.module.css';

/** Kiểm tra tệp: report files one by one with their verdicts, or all of a period put together for the receiver. */
export default function VerifyScreen() {
  const { t } = useTranslation(['verifyScreen', 'gathering']);
  const part = useVerifyPart();
  const single = part === 'single';
  const filled = useVerifyView((view) => view.files.length > 0);
  const gathered = useGathering((view) => view.sources.length > 0);
  return (
    <Page
      fill={single ? filled : gathered}
      period={!single}
      title={t('title')}
      subtitle={single ? <SingleSummary /> : <GatherSummary />}
      actions={single && filled && <PickReports />}
    >
      <TakenNotice />
      <TabLine
        id="verify"
        label={t('gathering:parts.label')}
        firstDigit={1}
        value={part}
        onChange={showPart}
        tabs={VERIFY_PARTS.map((value) => ({ value, text: t(`gathering:parts.${value}`) }))}
      />
      <div
        id="verify-panel"
        role="tabpanel"
        aria-labelledby={`verify-${part}`}
        className={css.panel}
        {...(single ? { 'data-help-page': 'verify-single' } : {})}
      >
        {single ? <SinglePart /> : <GatherPart />}
      </div>
    </Page>
  );
}

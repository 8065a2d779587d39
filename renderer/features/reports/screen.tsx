import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { choosePeriod, useNavigation } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { PagePreview } from '../../printing/page-preview.tsx';
import { TakenNotice } from '../../receipts/index.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { dialogOrPopoverOpen } from '../../ui/top-dialog.ts';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { CodeDialog } from './components/code-dialog.tsx';
import { DraftReport } from './components/draft-report.tsx';
import findCss from './components/find-by-code.module.css';
import { FindByCode } from './components/find-by-code.tsx';
import { SignedReport } from './components/signed-report.tsx';
import { Timeline } from './components/timeline.tsx';
import { goToSigning } from './go-to-signing.ts';
import css from './reports.module.css';
import { pickAnswer, takeDropped, useReportsView } from './store.ts';

/** Báo cáo: the periods on a line; the one chosen as a draft to be signed, or as the signed report. */
export default function ReportsScreen() {
  const { t } = useTranslation(['reports', 'receipts']);
  const { language } = useFormat();
  const period = useNavigation((navigation) => navigation.period);
  const scheme = useNavigation((navigation) => navigation.scheme);
  const timeline = useQuery('reports.timeline', {}, ['reports', 'dossiers', 'settings']);
  const { amending, amend, answerFault, noPath } = useReportsView();
  const content = useRef<HTMLDivElement>(null);
  const [decoding, setDecoding] = useState(false);
  const over = useFileDrop((files) => void takeDropped(files));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || dialogOrPopoverOpen()) return;
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const act = { o: pickAnswer, m: () => setDecoding(true), enter: goToSigning }[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      void act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const entry = timeline.data?.find((one) => one.period === period) ?? null;
  const report = entry?.report && amending !== period ? entry.report : null;
  const pdf = useQuery('reports.pdf', report ? { id: report.id } : null);

  // A report just signed takes the place of its draft; the focus goes with it.
  const reportId = report?.id ?? null;
  const before = useRef(reportId);
  useEffect(() => {
    if (reportId !== null && before.current === null)
      (
        content.current?.querySelector<HTMLElement>('[data-next]') ??
        content.current?.querySelector<HTMLElement>('button')
      )?.focus();
    before.current = reportId;
  }, [reportId]);

  // A signed report keeps its days, however periods are cut now.
  const span = report ?? (period === null ? null : resolvePeriod(period, scheme));
  return (
    <Page
      fill
      period
      title={period === null ? t('title') : `${t('title')} – ${periodTitle(period, language)}`}
      subtitle={span ? `${formatDate(span.from)} – ${formatDate(span.to)}` : t('lead')}
      actions={
        <Button
          variant="default"
          aria-keyshortcuts="Control+O"
          rightSection={<Kbd quiet>Ctrl O</Kbd>}
          onClick={() => void pickAnswer()}
        >
          {t('receipts:take.button')}
        </Button>
      }
    >
      {answerFault && <ErrorNotice fault={answerFault} />}
      {noPath && (
        <p className={css.notOver} role="status">
          {t('receipts:take.noPath')}
        </p>
      )}
      <TakenNotice />
      {timeline.fault && <ErrorNotice fault={timeline.fault} onRetry={timeline.refresh} />}
      {timeline.data && period !== null && (
        <div className={findCss.line}>
          <Timeline entries={timeline.data} selected={period} onSelect={choosePeriod} />
          <FindByCode entries={timeline.data} />
        </div>
      )}
      {period !== null && timeline.data && (
        <div ref={content} className={css.content} data-over={over || undefined}>
          {report ? (
            <div className={css.columns}>
              <div className={css.draft}>
                <SignedReport
                  key={report.id}
                  report={report}
                  returned={entry?.receipt?.verdict === 'returned' && entry.receipt.trusted}
                  onCode={() => setDecoding(true)}
                />
              </div>
              <PagePreview
                pdf={pdf.data?.pdf ?? null}
                label={t('page.signed')}
                final
                loading={pdf.loading}
                fault={pdf.fault}
                onRetry={pdf.refresh}
              />
            </div>
          ) : (
            <DraftReport
              key={period}
              period={period}
              onSigned={() => {
                amend(null);
                timeline.refresh();
              }}
            />
          )}
          {over && <p className={css.release}>{t('receipts:take.release')}</p>}
        </div>
      )}
      {decoding && <CodeDialog onClose={() => setDecoding(false)} />}
    </Page>
  );
}

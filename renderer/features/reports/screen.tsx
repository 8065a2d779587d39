import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { choosePeriod, useNavigation } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PagePreview } from '../../ui/pdf/page-preview.tsx';
import { DraftReport } from './components/draft-report.tsx';
import findCss from './components/find-by-code.module.css';
import { FindByCode } from './components/find-by-code.tsx';

import { SignedReport } from './components/signed-report.tsx';
import { Timeline } from './components/timeline.tsx';
import css from './reports.module.css';
import { useReportsView } from './store.ts';

/** Báo cáo: the periods on a line; the one chosen as a draft to be signed, or as the signed report. */
export default function ReportsScreen() {
  const { t } = useTranslation('reports');
  const { language } = useFormat();
  const period = useNavigation((navigation) => navigation.period);
  const scheme = useNavigation((navigation) => navigation.scheme);
  const timeline = useQuery('reports.timeline', {}, ['reports', 'dossiers', 'settings']);
  const { amending, amend } = useReportsView();
  const content = useRef<HTMLDivElement>(null);
  const entry = timeline.data?.find((one) => one.period === period) ?? null;
  const report = entry?.report && amending !== period ? entry.report : null;
  const pdf = useQuery('reports.pdf', report ? { id: report.id } : null);

  // A report just signed takes the place of its draft; the focus goes with it.
  const reportId = report?.id ?? null;
  const before = useRef(reportId);
  useEffect(() => {
    if (reportId !== null && before.current === null)
      content.current?.querySelector<HTMLElement>('button')?.focus();
    before.current = reportId;
  }, [reportId]);

  const span = period === null ? null : resolvePeriod(period, scheme);
  return (
    <Page
      fill
      period
      title={period === null ? t('title') : `${t('title')} – ${periodTitle(period, language)}`}
      subtitle={span ? `${formatDate(span.from)} – ${formatDate(span.to)}` : t('lead')}
    >
      {timeline.fault && <ErrorNotice fault={timeline.fault} onRetry={timeline.refresh} />}
      {timeline.data && period !== null && (
        <div className={findCss.line}>
          <Timeline entries={timeline.data} selected={period} onSelect={choosePeriod} />
          <FindByCode entries={timeline.data} />
        </div>
      )}
      {period !== null && timeline.data && (
        <div ref={content} className={css.content}>
          {report ? (
            <div className={css.columns}>
              <div className={css.draft}>
                <SignedReport key={report.id} report={report} />
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
        </div>
      )}
    </Page>
  );
}

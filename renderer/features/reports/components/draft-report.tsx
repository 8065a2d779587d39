import { useTranslation } from 'react-i18next';
import { standingReceipt } from '#shared/receiver/standing-receipt.ts';
import { useQuery } from '../../../app/use-query.ts';
import { PagePreview } from '../../../printing/page-preview.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useAnswers } from '../hooks/use-answers.ts';
import { useDraft } from '../hooks/use-draft.ts';
import { usePageRefresh } from '../hooks/use-page-refresh.ts';
import { hindrances } from '../model/checks.ts';
import css from '../reports.module.css';
import { AmendmentNote } from './amendment-note.tsx';
import { Checks } from './checks.tsx';
import { Corrections } from './corrections.tsx';
import { DocumentText } from './document-text.tsx';
import { Figures } from './figures.tsx';
import { PeriodComposition } from './period-composition.tsx';
import { Preparation } from './preparation.tsx';
import { ReturnedNote } from './returned-note.tsx';
import { SignForm } from './sign-form.tsx';

/** The draft of a period beside the page it makes: checks, figures, words, signature. */
export function DraftReport({ period, onSigned }: { readonly period: string; onSigned(): void }) {
  const { t } = useTranslation('reports');
  const { draft, text, fault, state, revision, write, flush, refresh } = useDraft(period);
  const page = useQuery('reports.preview', draft ? { period } : null, ['dossiers', 'settings', 'reports']);
  usePageRefresh(revision, page.refresh);
  // What the receiver returned is kept in sight, and is a reason of the report that replaces it.
  const answers = useAnswers(draft?.amends?.sha256 ?? null);
  const standing = answers.data && standingReceipt(answers.data);
  const returned = standing?.verdict === 'returned' ? standing : null;
  const asked = draft?.amends && answers.data === null && answers.fault === null;
  return (
    <div className={css.columns}>
      <div className={css.draft}>
        {fault && <ErrorNotice fault={fault} onRetry={refresh} />}
        {draft && !draft.periodOver && <p className={css.notOver}>{t('notOver')}</p>}
        {draft && text && (
          <>
            <p className={css.saveState} role="status" data-state={state}>
              {state === 'saved'
                ? `✓ ${t('text.saved')}`
                : t(state === 'failed' ? 'text.notSaved' : 'text.saving')}
            </p>
            {returned && <ReturnedNote answer={returned} />}
            {draft.amends && <AmendmentNote amends={draft.amends} />}
            <Checks
              draft={draft}
              text={text}
              onReason={(code, reason) => write({ reasons: { ...text.reasons, [code]: reason } })}
            />
            <Figures
              draft={draft}
              text={text}
              onRemark={(id, remark) => write({ remarks: { ...text.remarks, [id]: remark } })}
            />
            <PeriodComposition period={period} />
            <Corrections corrections={draft.corrections} />
            <DocumentText text={text} onWrite={write} />
            <Preparation
              period={period}
              prepared={state === 'saved' ? draft.prepared : null}
              before={flush}
              onPrepared={refresh}
            />
            {!asked && (
              <SignForm
                period={period}
                hindrance={hindrances(draft.checks, text)}
                amends={draft.amends}
                // What nobody vouches for is shown, and does not go into a report by itself.
                returned={returned?.trusted ? returned : null}
                before={flush}
                onSigned={onSigned}
              />
            )}
          </>
        )}
      </div>
      <PagePreview
        pdf={page.data?.pdf ?? null}
        label={t('page.draft')}
        loading={page.loading}
        fault={page.fault}
        onRetry={page.refresh}
      />
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { PaperButton } from './paper-button.tsx';

/** Shows the summary of a period for the notice board: of its signed report, or `draft` as a watermarked draft. */
export function SummaryButton({
  period,
  draft = false,
}: {
  readonly period: string;
  readonly draft?: boolean;
}) {
  const { t } = useTranslation('papers');
  return (
    <PaperButton
      what={{ kind: 'summary', period, ...(draft ? { draft } : {}) }}
      label={t('open.summary')}
      title={t(draft ? 'open.summaryDraftHint' : 'open.summaryHint')}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { useFormat } from '../app/words.ts';

/** In a history: the signed periods whose figures a deed changed; nothing where it changed none. */
export function CorrectedPeriods({ periods }: { readonly periods: readonly string[] | undefined }) {
  const { t } = useTranslation('closing');
  const { language } = useFormat();
  if (periods === undefined || periods.length === 0) return null;
  return (
    <div style={{ color: 'var(--attention)' }}>
      <span aria-hidden="true">! </span>
      {t('corrects', { periods: periods.map((id) => periodTitle(id, language)).join(', ') })}
    </div>
  );
}

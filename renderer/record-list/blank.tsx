import { useTranslation } from 'react-i18next';
import css from './record-list.module.css';

/** A value that was not recorded: a dash in a cell (readers hear the words), the words where there is room (`said`). */
export function Blank({ said = false }: { readonly said?: boolean }) {
  const { t } = useTranslation('recordList');
  if (said) return <span className={css.blank}>{t('notRecorded')}</span>;
  return (
    <span className={css.blank}>
      <span aria-hidden="true">—</span>
      <span className="sr-only">{t('notRecorded')}</span>
    </span>
  );
}

import { useTranslation } from 'react-i18next';
import css from './record-list.module.css';

/** How many there are, said also to readers; null: the list is on its way. */
export function ListCount({ text }: { readonly text: string | null }) {
  const { t } = useTranslation('recordList');
  return (
    <span className={css.count} role="status" aria-live="polite">
      {text ?? t('loading')}
    </span>
  );
}

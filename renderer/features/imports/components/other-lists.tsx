import { useTranslation } from 'react-i18next';
import css from '../imports.module.css';

/** Says which other sheets hold such a list and are not read. */
export function OtherLists({ sheets }: { readonly sheets: readonly string[] }) {
  const { t } = useTranslation('imports');
  if (sheets.length === 0) return null;
  return (
    <p className={css.finding} data-tone="missed" data-other-lists>
      <span aria-hidden="true">▲ </span>
      {t('otherLists', { sheets: sheets.map((name) => `“${name}”`).join(', ') })}
    </p>
  );
}

import { useTranslation } from 'react-i18next';
import type { Dossier } from '#shared/domain/dossier.ts';
import css from '../dossiers.module.css';
import { statusLook } from '../model/status-look.ts';

/** A status as sign and word. */
export function StatusMark({ record }: { readonly record: Dossier }) {
  const { t } = useTranslation('dossiers');
  const look = statusLook(record);
  return (
    <span className={css.status} data-tone={look.tone}>
      <span aria-hidden className={css.sign}>
        {look.sign}
      </span>
      <span className={css.statusText}>{t(`status.${record.status}`)}</span>
    </span>
  );
}

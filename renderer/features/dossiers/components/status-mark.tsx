import { useTranslation } from 'react-i18next';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import css from '../dossiers.module.css';
import { statusLook } from '../model/status-look.ts';

/** How a dossier stands, as sign and word: its status, or that it is deleted. */
export function StatusMark({ row }: { readonly row: StoredDossier }) {
  const { t } = useTranslation(['dossiers', 'recordList']);
  if (row.deleted)
    return (
      <span className={css.status} data-tone="none">
        {t('recordList:deleted')}
      </span>
    );
  const look = statusLook(row.record);
  return (
    <span className={css.status} data-tone={look.tone}>
      <span aria-hidden className={css.sign}>
        {look.sign}
      </span>
      <span className={css.statusText}>{t(`status.${row.record.status}`)}</span>
    </span>
  );
}

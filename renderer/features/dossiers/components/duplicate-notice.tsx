import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { Notice } from '../../../record-list/notice.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';

/** The number typed is taken: by whom, and the way there. */
export function DuplicateNotice({ row, onOpen }: { readonly row: StoredDossier; onOpen(): void }) {
  const { t } = useTranslation('dossiers');
  return (
    <Notice>
      {t('form.duplicate', {
        name: row.record.applicantName ?? '—',
        date: formatDate(row.record.receivedOn),
      })}{' '}
      <LinkButton onClick={onOpen}>{t('form.openDuplicate')}</LinkButton>
    </Notice>
  );
}

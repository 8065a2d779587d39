import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import type { CallFault } from '../../../app/bridge.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import css from '../dossiers.module.css';

interface FaultProps {
  readonly fault: CallFault;
  onReload(): void;
  onKeepMine(): void;
}

/** Why saving did not work; where somebody else changed the dossier meanwhile, the two ways on. */
export function FormFault({ fault, onReload, onKeepMine }: FaultProps) {
  const { t } = useTranslation('dossiers');
  if (fault.code !== 'RECORD_CHANGED') {
    return (
      <div className={css.full}>
        <ErrorNotice fault={fault} />
      </div>
    );
  }
  return (
    <div className={css.notice} role="alert">
      {t('form.changed')}
      <div style={{ display: 'flex', gap: 8, marginTop: 6 }}>
        <Button variant="default" size="compact-sm" onClick={onReload}>
          {t('form.reload')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onKeepMine}>
          {t('form.keepMine')}
        </Button>
      </div>
    </div>
  );
}

/** The number typed is taken: by whom, and the way there. */
export function DuplicateNotice({ row, onOpen }: { readonly row: StoredDossier; onOpen(): void }) {
  const { t } = useTranslation('dossiers');
  return (
    <div className={css.notice} role="alert">
      {t('form.duplicate', {
        name: row.record.applicantName ?? '—',
        date: formatDate(row.record.receivedOn),
      })}{' '}
      <button type="button" className={css.link} onClick={onOpen}>
        {t('form.openDuplicate')}
      </button>
    </div>
  );
}

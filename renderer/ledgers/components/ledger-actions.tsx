import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui/kbd.tsx';
import css from '../ledgers.module.css';

interface Props {
  readonly canExport: boolean;
  /** Whether what is deleted is listed. */
  readonly trash: boolean;
  onCreate(): void;
  onImport(): void;
  onExport(): void;
  onTrash(): void;
}

/** What can be done with a ledger as a whole. */
export function LedgerActions({ canExport, trash, onCreate, onImport, onExport, onTrash }: Props) {
  const { t } = useTranslation(['entries', 'recordList']);
  return (
    <div className={css.actions}>
      <Button onClick={onCreate} aria-keyshortcuts="N" rightSection={<Kbd quiet>N</Kbd>}>
        {t('actions.add')}
      </Button>
      <Button variant="default" onClick={onImport}>
        {t('recordList:actions.import')}
      </Button>
      <Button
        variant="default"
        disabled={!canExport}
        aria-keyshortcuts="X"
        rightSection={<Kbd quiet>X</Kbd>}
        onClick={onExport}
      >
        {t('recordList:actions.export')}
      </Button>
      <Button variant="default" onClick={onTrash}>
        {t(trash ? 'actions.leaveTrash' : 'actions.trash')}
      </Button>
    </div>
  );
}

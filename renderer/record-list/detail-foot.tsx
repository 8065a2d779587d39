import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/kbd.tsx';
import css from './pane.module.css';

interface Props {
  readonly deleted: boolean;
  onEdit(): void;
  onRemove(): void;
  onRestore(): void;
  /** Deeds of one list only. */
  readonly children?: ReactNode;
}

/** What can be done with the record shown, with the keys of the list. */
export function DetailFoot({ deleted, onEdit, onRemove, onRestore, children }: Props) {
  const { t } = useTranslation('recordList');
  return (
    <div className={css.foot}>
      {deleted ? (
        <Button onClick={onRestore} aria-keyshortcuts="Delete" rightSection={<Kbd quiet>Del</Kbd>}>
          {t('actions.restore')}
        </Button>
      ) : (
        <>
          <Button onClick={onEdit} aria-keyshortcuts="E" rightSection={<Kbd quiet>E</Kbd>}>
            {t('actions.edit')}
          </Button>
          {children}
          <span className={css.grow} />
          <Button
            variant="default"
            onClick={onRemove}
            aria-keyshortcuts="Delete"
            rightSection={<Kbd quiet>Del</Kbd>}
          >
            {t('actions.remove')}
          </Button>
        </>
      )}
    </div>
  );
}

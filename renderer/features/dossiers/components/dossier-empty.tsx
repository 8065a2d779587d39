import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { focusContent } from '../../../app/focus-content.ts';
import { goTo } from '../../../app/navigation.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';

/** What to do first where there is no dossier, or none that matches. */
export function DossierEmpty({
  filtered,
  onClear,
  onCreate,
}: {
  readonly filtered: boolean;
  onClear(): void;
  onCreate(): void;
}) {
  const { t } = useTranslation('dossiers');
  // The list that had the keyboard is gone: the screen keeps it.
  useEffect(focusContent, []);
  if (filtered) {
    return (
      <EmptyState
        title={t('empty.noMatchTitle')}
        actions={<Button onClick={onClear}>{t('filter.clear')}</Button>}
      >
        {t('empty.noMatchText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('empty.title')}
      actions={
        <>
          <Button onClick={() => goTo('imports')}>{t('empty.import')}</Button>
          <Button variant="default" onClick={onCreate}>
            {t('empty.create')}
          </Button>
        </>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}

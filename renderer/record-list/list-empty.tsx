import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';
import { Kbd } from '../ui/kbd.tsx';

interface NoneProps {
  readonly title: string;
  readonly text: string;
  /** The way back to all; "clear the filter" when it says nothing else. */
  readonly back?: string;
  onBack(): void;
}

/** No record meets the conditions. */
export function NoneFits({ title, text, back, onBack }: NoneProps) {
  const { t } = useTranslation('recordList');
  return (
    <EmptyState title={title} actions={<Button onClick={onBack}>{back ?? t('filter.clear')}</Button>}>
      {text}
    </EmptyState>
  );
}

interface FirstProps {
  readonly title: string;
  readonly create: string;
  /** Whether a list is the usual way to begin. */
  readonly importFirst?: boolean;
  readonly children: ReactNode;
  onCreate(): void;
  onImport(): void;
}

/** What to do first where there is no record yet. */
export function NothingYet({ title, create, importFirst = false, children, onCreate, onImport }: FirstProps) {
  const { t } = useTranslation('recordList');
  const usual = (first: boolean) => (first ? {} : { variant: 'default' });
  const importing = (
    <Button key="import" {...usual(importFirst)} onClick={onImport}>
      {t('actions.import')}
    </Button>
  );
  const creating = (
    <Button
      key="create"
      {...usual(!importFirst)}
      onClick={onCreate}
      aria-keyshortcuts="N"
      rightSection={<Kbd quiet>N</Kbd>}
    >
      {create}
    </Button>
  );
  return (
    <EmptyState title={title} actions={importFirst ? [importing, creating] : [creating, importing]}>
      {children}
    </EmptyState>
  );
}

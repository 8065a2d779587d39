import { useTranslation } from 'react-i18next';
import { goTo } from '../../../app/navigation.ts';
import { NoneFits, NothingYet } from '../../../record-list/list-empty.tsx';

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
  if (filtered)
    return <NoneFits title={t('empty.noMatchTitle')} text={t('empty.noMatchText')} onBack={onClear} />;
  return (
    <NothingYet
      title={t('empty.title')}
      create={t('empty.create')}
      importFirst
      onCreate={onCreate}
      onImport={() => goTo('imports')}
    >
      {t('empty.text')}
    </NothingYet>
  );
}

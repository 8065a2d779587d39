import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierField } from '#shared/domain/dossier.ts';
import css from '../dossiers.module.css';

/** Fields whose value goes on to the next dossier; empty where nothing is kept (an edit). */
export const KeptFields = createContext<readonly DossierField[]>([]);

/** The label of a field, with a mark where its value is kept for the next dossier. */
export function FieldLabel({
  name,
  children,
}: {
  readonly name: DossierField;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('dossiers');
  const kept = useContext(KeptFields).includes(name);
  return (
    <>
      {children}
      {kept && (
        <span className={css.kept} title={t('form.keptHint')}>
          {t('form.kept')}
        </span>
      )}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { OwnBesideGiven } from './own-beside-given.tsx';
import { ProcedureTable } from './procedure-table.tsx';

/** Procedures: the catalogue as it is in force, and the commune's own versions. */
export function ProceduresSection() {
  const { t } = useTranslation('settings');
  return (
    <OwnBesideGiven
      ledger="procedures"
      labels={{ given: t('procedures.shown.all'), own: t('procedures.shown.own') }}
      notes={{ given: t('procedures.note'), own: t('procedures.ownNote') }}
      given={(onOwn) => <ProcedureTable onOwn={onOwn} />}
    />
  );
}

import { SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.ts';
import { LedgerView } from '../../ledgers/index.ts';
import { ProcedureTable } from './procedure-table.tsx';
import classes from './settings.module.css';

type Shown = 'all' | 'own';

/** Procedures: the catalogue as it is in force, and the commune's own versions. */
export function ProceduresSection() {
  const { t } = useTranslation('settings');
  const target = useNavigation((navigation) => navigation.ledger);
  const [shown, setShown] = useState<Shown>(target?.ledger === 'procedures' ? 'own' : 'all');
  useEffect(() => {
    if (target?.ledger === 'procedures') setShown('own');
  }, [target]);
  return (
    <div className={classes.fillStack}>
      <div className={classes.tools}>
        <SegmentedControl
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={(['all', 'own'] as const).map((value) => ({ value, label: t(`procedures.shown.${value}`) }))}
        />
        <span className="dim">{t(shown === 'all' ? 'procedures.note' : 'procedures.ownNote')}</span>
      </div>
      {shown === 'all' ? (
        <ProcedureTable onOwn={() => setShown('own')} />
      ) : (
        <LedgerView ledger="procedures" request={target} />
      )}
    </div>
  );
}

import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { useNavigation } from '../../app/navigation.ts';
import { LedgerView } from '../../ledgers/index.ts';
import classes from './settings.module.css';

type Shown = 'given' | 'own';

interface Props {
  readonly ledger: LedgerId;
  /** What the two views are called, and what is said beside each. */
  readonly labels: Readonly<Record<Shown, string>>;
  readonly notes: Readonly<Record<Shown, string>>;
  /** The whole as it is in force; gets the way to the commune's own entries. */
  given(onOwn: () => void): ReactNode;
}

/** A catalogue as it is in force, and the commune's own entries in it; whoever asks for an own entry is led to them. */
export function OwnBesideGiven({ ledger, labels, notes, given }: Props) {
  const target = useNavigation((navigation) => navigation.ledger);
  const [shown, setShown] = useState<Shown>(target?.ledger === ledger ? 'own' : 'given');
  useEffect(() => {
    if (target?.ledger === ledger) setShown('own');
  }, [target, ledger]);
  return (
    <div className={classes.fillStack}>
      <div className={classes.tools}>
        <SegmentedControl
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={(['given', 'own'] as const).map((value) => ({ value, label: labels[value] }))}
        />
        <span className="dim">{notes[shown]}</span>
      </div>
      {shown === 'given' ? given(() => setShown('own')) : <LedgerView ledger={ledger} request={target} />}
    </div>
  );
}

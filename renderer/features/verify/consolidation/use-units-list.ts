import { useEffect, useRef, useState } from 'react';
import type { ExpectedUnit } from '#shared/receiver/units.ts';
import { type CallFault, call, toFault } from '../../../app/bridge.ts';
import { useQuery } from '../../../app/use-query.ts';
import { faultsOf } from './model/unit-faults.ts';
import { useGathering } from './store.ts';

/** The list of expected units while it is written: every change is saved at once as long as nothing is wrong. */
export function useUnitsList() {
  const kept = useQuery('receiver.units', {}, ['settings']);
  const [units, setUnits] = useState<readonly ExpectedUnit[] | null>(null);
  const [saved, setSaved] = useState<'none' | 'saved' | 'waiting'>('none');
  const [fault, setFault] = useState<CallFault | null>(null);
  const turn = useRef(0);
  useEffect(() => {
    if (kept.data) setUnits((old) => old ?? kept.data);
  }, [kept.data]);

  const save = async (next: readonly ExpectedUnit[]) => {
    setUnits(next);
    setFault(null);
    turn.current += 1;
    const own = turn.current;
    if (faultsOf(next).size > 0) {
      setSaved('waiting');
      return false;
    }
    try {
      await call('receiver.saveUnits', { units: next.map((unit) => ({ ...unit, name: unit.name.trim() })) });
      useGathering.setState({ asked: null });
      if (turn.current === own) setSaved('saved');
      return true;
    } catch (reason) {
      if (turn.current === own) setSaved('waiting');
      setFault(toFault(reason));
      return false;
    }
  };
  return { units: units ?? [], loaded: units !== null, saved, fault: fault ?? kept.fault, save };
}

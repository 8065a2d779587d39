import type { Timeliness } from '../dossier-facts.ts';
import { against, type Classification, counted, type DossierFormula } from './formula.ts';

/**
 * 2.1 of the 2024 decision: resolved in the period, early or on time. A late end stays late: nothing is correctable.
 */
export const onTimeResolved: DossierFormula = {
  kind: 'dossier',
  id: 'dossier.on-time.resolved.v1',
  population: 'resolved',
  correctable: [],
  classify: ({ facts }) => byTimeliness(facts.timeliness),
};

/** The same with the last re-appointed due date in the place of the first one. */
export const onTimeReappointed: DossierFormula = {
  kind: 'dossier',
  id: 'dossier.on-time.reappointed.v1',
  population: 'resolved',
  correctable: [],
  classify: ({ facts }) => byTimeliness(facts.reappointedTimeliness),
};

/** Indicator 2.1 of QĐ 766/QĐ-TTg: finished in time or still open and inside time, of received and carried over. */
export const onTimeQd766: DossierFormula = {
  kind: 'dossier',
  id: 'dossier.on-time.qd766.v1',
  population: 'handled',
  correctable: [],
  classify: ({ facts, pending, overdue }) => {
    if (!pending) return byTimeliness(facts.timeliness);
    const noDue = facts.timeliness === 'open-no-due' || facts.timeliness === 'no-due';
    if (overdue) return against('overdue');
    if (facts.clockStopped) return counted('clock-stopped', noDue);
    return noDue ? counted('no-due', true) : counted('inside-time');
  },
};

function byTimeliness(timeliness: Timeliness): Classification {
  switch (timeliness) {
    case 'early':
    case 'on-time':
      return counted(timeliness);
    case 'no-due':
      return counted('no-due', true);
    case 'late':
      return against('late');
    case 'open':
    case 'open-no-due':
      throw new RangeError('a dossier that is not resolved was given as a resolved one');
  }
}

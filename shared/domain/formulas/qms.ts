import { minDate } from '../local-date.ts';
import { against, counted, type LedgerFormula } from './formula.ts';
import { memberOfEntry, openEntry } from './ledger-member.ts';

const LEDGER = 'iso-activities';

/** 1 of the 2024 decision: planned ISO activities due in the period, done by their due date. */
export const qmsActivities: LedgerFormula = {
  kind: 'ledger',
  id: 'qms.activities.v1',
  ledgers: [LEDGER],
  keptBy: [LEDGER],
  filters: ['kind', 'owner'],
  members: ({ period: { from, end }, entries }) =>
    entries(LEDGER)
      .filter(({ record: { dueOn } }) => from <= dueOn && dueOn <= end)
      .map((entry) => {
        const { dueOn, doneOn } = entry.record;
        if (doneOn === null || doneOn > end) return memberOfEntry(LEDGER, entry, against('not-done'));
        return memberOfEntry(LEDGER, entry, doneOn <= dueOn ? counted('done-in-time') : against('done-late'));
      }),
  prospects: ({ period: { from, to, end, asOf }, entries }) => {
    const due = entries(LEDGER).filter(({ record: { dueOn } }) => from <= dueOn && dueOn <= to);
    const isDone = (doneOn: string | null) => doneOn !== null && doneOn <= end;
    return {
      way: 'finish',
      open: due
        .filter(({ record: { dueOn, doneOn } }) => dueOn >= asOf && !isDone(doneOn))
        .map((entry) => {
          const { dueOn } = entry.record;
          const state = { by: minDate(dueOn, to), inDenominator: dueOn <= end, expected: true };
          return openEntry(LEDGER, entry, state);
        }),
      sure: due.filter(({ record: { dueOn, doneOn } }) => dueOn > end && isDone(doneOn)).length,
      lost: 0,
    };
  },
};

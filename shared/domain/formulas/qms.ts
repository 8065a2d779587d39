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
  prospects: ({ period: { from, to, end, asOf }, entries }) => ({
    way: 'finish',
    whenDue: true,
    open: entries(LEDGER)
      .filter(({ record: { dueOn, doneOn } }) => {
        const isDone = doneOn !== null && doneOn <= end;
        return from <= dueOn && dueOn <= to && dueOn >= asOf && !isDone;
      })
      .map((entry) => {
        const { dueOn } = entry.record;
        return openEntry(LEDGER, entry, { by: dueOn, inDenominator: dueOn <= end, expected: true });
      }),
  }),
};

import type { LedgerEntry, RecordOfLedger } from '../ledgers/registry.ts';
import { type LocalDate, minDate } from '../local-date.ts';
import {
  against,
  type Classification,
  counted,
  type LedgerContext,
  type LedgerFormula,
  type LedgerMember,
  type LedgerProspects,
} from './formula.ts';
import { memberOfEntry, openEntry } from './ledger-member.ts';

const LEDGER = 'petitions';
type Petition = RecordOfLedger<typeof LEDGER>;

/** 4 of the 2024 decision: closed on or before the due date, of those closed, or due and still open at the end. */
export const petitionOnTime: LedgerFormula = {
  kind: 'ledger',
  id: 'petition.on-time.v1',
  ledgers: [LEDGER],
  keptBy: [LEDGER],
  filters: ['source', 'field', 'procedureCode', 'handler'],
  members: (context) => petitionMembers(context, byDueDay),
  prospects: petitionProspects,
};

/** The same, but one that was complained about again counts against (QĐ 766/QĐ-TTg, 5.3). */
export const petitionSettledOnTime: LedgerFormula = {
  ...petitionOnTime,
  id: 'petition.settled-on-time.v1',
  members: (context) =>
    petitionMembers(context, (petition) => {
      const inTime = byDueDay(petition);
      return inTime.role === 'counted' && petition.reComplained === true ? against('re-complained') : inTime;
    }),
};

function petitionMembers(
  { period: { from, end }, entries }: LedgerContext,
  classifyClosed: (petition: Petition) => Classification,
): LedgerMember[] {
  const members: LedgerMember[] = [];
  for (const entry of entries(LEDGER)) {
    const { receivedOn, closedOn, dueOn } = entry.record;
    if (receivedOn > end) continue;
    if (isOpen(entry.record, end)) {
      if (dueOn !== null && from <= dueOn && dueOn <= end)
        members.push(memberOfEntry(LEDGER, entry, against('still-open')));
    } else if (closedOn !== null && closedOn >= from) {
      members.push(memberOfEntry(LEDGER, entry, classifyClosed(entry.record)));
    }
  }
  return members;
}

/** A petition closed without a due day cannot be said to be in time: it counts against and is missing data. */
function byDueDay({ closedOn, dueOn }: Petition): Classification {
  if (dueOn === null) return against('due-unknown', true);
  return closedOn !== null && closedOn <= dueOn ? counted('closed-in-time') : against('closed-late');
}

function isOpen({ closedOn }: Petition, day: LocalDate): boolean {
  return closedOn === null || closedOn > day;
}

/** Open ones whose due day has not passed can still be closed in time; those due within the period will count anyway. */
function petitionProspects({ period: { to, end, asOf }, entries }: LedgerContext): LedgerProspects {
  const canBeInTime = ({ record }: LedgerEntry<Petition>) =>
    record.receivedOn <= end && isOpen(record, end) && record.dueOn !== null && record.dueOn >= asOf;
  return {
    way: 'finish',
    whenDue: false,
    open: entries(LEDGER)
      .filter(canBeInTime)
      .map((entry) => {
        const dueOn = entry.record.dueOn ?? to;
        const state = { by: minDate(dueOn, to), inDenominator: dueOn <= end, expected: dueOn <= to };
        return openEntry(LEDGER, entry, state);
      }),
  };
}

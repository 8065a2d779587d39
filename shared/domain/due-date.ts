import {
  addCalendarDays,
  addWorkingDays,
  holidaysBetween,
  type WorkCalendar,
  workingDayFrom,
} from './calendar.ts';
import type { Channel } from './dossier.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { type Procedure, type ProcessingTime, type TimeUnit, timeFor } from './procedure.ts';

/** A proposed due date (ngày hẹn trả) with the parts of its reason; all null where no time is known. */
export interface DueProposal {
  readonly dueOn: LocalDate | null;
  /** Days of processing; null for `same-day` and where no time is known. */
  readonly amount: number | null;
  readonly unit: TimeUnit | null;
  /** Days off that moved the date, with their names; Saturdays and Sundays left out. */
  readonly holidays: readonly { readonly date: LocalDate; readonly name: string }[];
}

/**
 * Proposes a due date. It is a proposal: the officer confirms it, and once issued it never moves because the
 * calendar changed (counting.md, Working days). `procedure` null: not in the catalogue.
 */
export function proposeDue(
  procedure: Procedure | null,
  channel: Channel | null,
  receivedOn: LocalDate,
  calendar: WorkCalendar,
): DueProposal {
  const time = procedure && timeFor(procedure, channel);
  return time
    ? dueProposalOf(time, receivedOn, calendar)
    : { dueOn: null, amount: null, unit: null, holidays: [] };
}

/** The last day of a time with the parts of its reason. */
export function dueProposalOf(
  time: ProcessingTime,
  receivedOn: LocalDate,
  calendar: WorkCalendar,
): DueProposal {
  const dueOn = dueAfter(time, receivedOn, calendar);
  const holidays = holidaysBetween(calendar, firstDayThatMatters(time, receivedOn), dueOn);
  return {
    dueOn,
    amount: time.amount,
    unit: time.unit,
    holidays: holidays.map(({ date, name }) => ({ date, name })),
  };
}

/**
 * The last day of a processing time that begins with a receipt. A same-day procedure received on a day off is due
 * on the next working day. Throws `RangeError` for a time without the amount its unit needs.
 */
export function dueAfter(
  { amount, unit }: ProcessingTime,
  receivedOn: LocalDate,
  calendar: WorkCalendar,
): LocalDate {
  switch (unit) {
    case 'same-day':
      return workingDayFrom(calendar, receivedOn);
    case 'working-days':
      return addWorkingDays(calendar, receivedOn, amount ?? 0);
    case 'days':
      return addCalendarDays(calendar, receivedOn, amount ?? 0);
  }
}

/** From which day on a day off moves the date: for calendar days only the last one counts. */
function firstDayThatMatters({ amount, unit }: ProcessingTime, receivedOn: LocalDate): LocalDate {
  if (unit === 'same-day') return receivedOn;
  return addDays(receivedOn, unit === 'days' ? (amount ?? 0) : 1);
}

import { addWorkingDays, holidaysBetween, type WorkCalendar, workHalves } from './calendar.ts';
import type { Dossier, Suspension } from './dossier.ts';
import { addDays, type LocalDate } from './local-date.ts';

/** Statuses that stop the clock of a dossier without recorded spans (counting.md, status table). */
const STOPPING: ReadonlySet<string> = new Set(['supplement', 'payment', 'paused']);

/** Whether a span covers a day; both its days belong to it, and one without an end goes on. */
export function coversDay({ from, to }: Pick<Suspension, 'from' | 'to'>, day: LocalDate): boolean {
  return from <= day && (to === null || to >= day);
}

/**
 * Whether the clock of a pending dossier stands still on a day: by the recorded spans where there are any, else by its
 * present status (counting.md, Dossiers). Meaningless for a day after the dossier's end.
 */
export function isStoppedAt(
  dossier: Pick<Dossier, 'status' | 'finishedOn' | 'returnedOn' | 'suspensions'>,
  day: LocalDate,
): boolean {
  if (dossier.suspensions.length > 0) return dossier.suspensions.some((span) => coversDay(span, day));
  return isStoppedByStatus(dossier);
}

/** Whether the present status stops the clock, leaving recorded spans aside; never that of an ended dossier. */
export function isStoppedByStatus(dossier: Pick<Dossier, 'status' | 'finishedOn' | 'returnedOn'>): boolean {
  return dossier.finishedOn === null && dossier.returnedOn === null && STOPPING.has(dossier.status);
}

/**
 * What can be wrong with recorded spans: `DATE_ORDER`: one begins before the receipt or ends before it begins;
 * `SPANS_OVERLAP`: they are not one after the other, or one without an end is not the last; `DUE_BEFORE_INVALID`: a
 * span is said to have moved the due day though it has not ended, there is no due day, or it was before the receipt.
 */
export type SuspensionBreach = 'DATE_ORDER' | 'SPANS_OVERLAP' | 'DUE_BEFORE_INVALID';

/** Everything that is wrong with the spans of a dossier, each code once; empty when they may be kept. */
export function suspensionBreaches(
  dossier: Pick<Dossier, 'receivedOn' | 'dueOn' | 'suspensions'>,
): SuspensionBreach[] {
  const breaches = new Set<SuspensionBreach>();
  let previous: Suspension | null = null;
  for (const span of dossier.suspensions) {
    if (span.from < dossier.receivedOn || (span.to !== null && span.to < span.from))
      breaches.add('DATE_ORDER');
    if (previous !== null && (previous.to === null || span.from <= previous.to))
      breaches.add('SPANS_OVERLAP');
    if (
      span.dueBefore !== null &&
      (span.to === null || dossier.dueOn === null || span.dueBefore < dossier.receivedOn)
    )
      breaches.add('DUE_BEFORE_INVALID');
    previous = span;
  }
  return [...breaches];
}

/** A due day moved by recorded spans, and why. */
export interface MovedDue {
  readonly dueOn: LocalDate;
  /** Working days by which it moved, halves as .5; 0 when nothing is left to apply. */
  readonly workingDays: number;
  /** Days off between the former and the new due day, Saturdays and Sundays left out. */
  readonly holidays: readonly { readonly date: LocalDate; readonly name: string }[];
  /** The spans, those now applied with the due day they replaced. */
  readonly suspensions: readonly Suspension[];
}

/**
 * Moves a due day forward by the working days inside the spans that have ended and are not applied yet (`dueBefore`
 * null). A span counts from its first to its last day, both inclusive: on each of them the file lay with the citizen,
 * the same days on which {@link isStoppedAt} says that the clock stands. Half days count one half; halves of several
 * spans are added before the due day moves. A span that begins after the due day of its time moves nothing: a clock
 * that has run out cannot be stopped.
 */
export function movedDue(
  dueOn: LocalDate,
  suspensions: readonly Suspension[],
  calendar: WorkCalendar,
): MovedDue {
  let halves = 0;
  let due = dueOn;
  const applied = suspensions.map((span) => {
    if (span.to === null || span.dueBefore !== null || span.from > due) return span;
    const own = halvesInside(calendar, span.from, span.to);
    if (own === 0) return span;
    const dueBefore = due;
    halves += own;
    due = addWorkingDays(calendar, dueOn, halves / 2);
    return { ...span, dueBefore };
  });
  const holidays = due > dueOn ? holidaysBetween(calendar, addDays(dueOn, 1), due) : [];
  return {
    dueOn: due,
    workingDays: halves / 2,
    holidays: holidays.map(({ date, name }) => ({ date, name })),
    suspensions: applied,
  };
}

/** Whether a day is a due day that a recorded span has replaced: a list that still gives it moves nothing back. */
export function isFormerDue(suspensions: readonly Suspension[], day: LocalDate): boolean {
  return suspensions.some(({ dueBefore }) => dueBefore === day);
}

function halvesInside(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  let halves = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) halves += workHalves(calendar, day);
  return halves;
}

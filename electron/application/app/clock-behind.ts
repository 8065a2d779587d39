import type { Clock } from '../context.ts';
import type { Store } from '../ports.ts';

/** Clocks are set right by seconds all the time, milliseconds. */
const TOLERANCE_MS = 5 * 60_000;
/** Entries of the log that are looked at: after so many under the new time nobody has to be told any more. */
const LOOKED_AT = 1000;

/** The machine's time and the latest one in the book, UTC instants. */
export interface ClockBehind {
  readonly now: string;
  readonly last: string;
}

/**
 * Whether the machine's clock shows a time before the last deeds in the book: it was set back, or stood too far ahead
 * before. The log bears what the clock says all the same; its order is that of its numbers and never that of its times.
 */
export function clockBehind(store: Store, clock: Pick<Clock, 'now'>): ClockBehind | null {
  const last = store.log.latest(LOOKED_AT);
  const now = clock.now();
  return last !== null && Date.parse(now) < Date.parse(last) - TOLERANCE_MS ? { now, last } : null;
}

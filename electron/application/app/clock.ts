import { type LocalDate, localDate, parseIsoDate } from '#shared/domain/local-date.ts';
import type { Clock } from '../context.ts';

/** The machine's clock: the local calendar day, and the UTC instant in whole seconds. */
export const systemClock: Clock = {
  today: () => {
    const now = new Date();
    return localDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  },
  now: () => instant(new Date()),
};

/** A clock that stands still on a day, at noon in Việt Nam; for tests and the demonstration. */
export function frozenClock(today: LocalDate): Clock {
  return { today: () => today, now: () => `${today}T05:00:00Z` };
}

/** The system clock, or the one that `SCL_TODAY` (YYYY-MM-DD) freezes. */
export function clockFrom(environment: Readonly<Record<string, string | undefined>>): Clock {
  const today = environment.SCL_TODAY === undefined ? null : parseIsoDate(environment.SCL_TODAY);
  return today === null ? systemClock : frozenClock(today);
}

function instant(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

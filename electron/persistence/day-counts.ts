import type { DayCounts } from '#electron/application/ports.ts';
import { addDays, dayNumber, type LocalDate } from '#shared/domain/local-date.ts';
import { readKnownDay, storedDay } from './days.ts';
import { knownFacts } from './fact-groups.ts';
import type { Connection } from './open-database.ts';
import { stoppedOn } from './suspended.ts';

const RECEIVED = `SELECT received_on, count(*) FROM dossier INDEXED BY dossier_received
  WHERE deleted = 0 AND counted = 1 AND received_on BETWEEN ? AND ? GROUP BY 1`;
const DUE = `SELECT due_on, count(*) FROM dossier INDEXED BY dossier_due
  WHERE deleted = 0 AND counted = 1 AND due_on BETWEEN ? AND ? GROUP BY 1`;
const OPEN = `SELECT due_on, facts, count(*) FROM dossier INDEXED BY dossier_open
  WHERE deleted = 0 AND counted = 1 AND resolved_on IS NULL AND due_on BETWEEN ? AND ? GROUP BY 1, 2`;

/**
 * For every day from `from` to `to`, in order: how many counted dossiers came, how many are due, and how many of those
 * are pending or overdue as the list of `today` has it. Read from indexes that hold all that is asked for.
 */
export function dayCounts(db: Connection, from: LocalDate, to: LocalDate, today: LocalDate): DayCounts[] {
  const span = [storedDay(from), storedDay(to)] as const;
  const days = new Map<LocalDate, Mutable>();
  for (let n = 0; n <= dayNumber(to) - dayNumber(from); n += 1)
    days.set(addDays(from, n), { received: 0, due: 0, pending: 0, overdue: 0 });
  const at = (stored: number): Mutable => days.get(readKnownDay(stored)) as Mutable;

  for (const [day, count] of db.allRaw<[number, number]>(RECEIVED, ...span)) at(day).received = count;
  for (const [day, count] of db.allRaw<[number, number]>(DUE, ...span)) at(day).due = count;
  for (const [day, facts, count] of db.allRaw<[number, number, number]>(OPEN, ...span)) {
    at(day).pending += count;
    if (readKnownDay(day) < today && !knownFacts(facts).clockStopped) at(day).overdue += count;
  }
  // Where spans are recorded, the facts say nothing of a clock that stands still today.
  for (const { dueOn } of stoppedOn(db, today, { sql: 'resolved_on IS NULL', values: [] })) {
    const day = dueOn === null ? undefined : days.get(readKnownDay(dueOn));
    if (day && dueOn !== null && readKnownDay(dueOn) < today) day.overdue -= 1;
  }
  return [...days].map(([date, counts]) => ({ date, ...counts }));
}

type Mutable = { -readonly [K in Exclude<keyof DayCounts, 'date'>]: DayCounts[K] };

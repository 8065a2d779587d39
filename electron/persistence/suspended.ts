import type { LocalDate } from '#shared/domain/local-date.ts';
import { coversDay } from '#shared/domain/suspensions.ts';
import { storedDay } from './days.ts';
import { readSuspensions } from './dossier-row.ts';
import type { Connection, SqlValue } from './open-database.ts';

/** A further condition on table `dossier`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** A dossier pending on a day whose clock a recorded span stops then. */
export interface Stopped {
  readonly id: number;
  readonly facts: number;
  /** Term of the field; 0: none. */
  readonly field: number;
  readonly dueOn: number | null;
}

const SELECT = `SELECT id, facts, coalesce(field, 0), due_on, suspensions FROM dossier INDEXED BY dossier_suspended
  WHERE suspensions IS NOT NULL AND deleted = ? AND counted = 1 AND received_on <= ? AND (resolved_on IS NULL OR resolved_on > ?)`;

/**
 * Dossiers pending on a day that stand still then by a recorded span. They are few, and looked at one by one: the
 * facts by which all others are grouped know nothing of days.
 */
export function stoppedOn(
  db: Connection,
  day: LocalDate,
  condition: Condition | null,
  deleted = false,
): Stopped[] {
  const stored = storedDay(day);
  const rows = db.allRaw<[number, number, number, number | null, string]>(
    condition ? `${SELECT} AND ${condition.sql}` : SELECT,
    deleted ? 1 : 0,
    stored,
    stored,
    ...(condition?.values ?? []),
  );
  return rows
    .filter(([, , , , suspensions]) => isCovered(suspensions, day))
    .map(([id, facts, field, dueOn]) => ({ id, facts, field, dueOn }));
}

/** Whether one of the stored spans of a dossier covers a day. */
export function isCovered(suspensions: string | null, day: LocalDate): boolean {
  return suspensions !== null && readSuspensions(suspensions).some((span) => coversDay(span, day));
}

/** Condition that the facts of a dossier say its clock stands still: the last bit does (encodeFacts). */
export const STOPPED_BY_FACTS = '(facts & 1)';

/** Facts of a dossier whose clock stands still, from those stored: see {@link STOPPED_BY_FACTS}. */
export function asStopped(facts: number): number {
  return facts | 1;
}

import type { BackupReason } from './manifest.ts';

/** Copies are kept of so many of the newest days, weeks and months that have one. */
export const KEPT = { newest: 3, days: 7, weeks: 4, months: 12, migrations: 2, damaged: 2 } as const;

/** A copy as far as keeping it is concerned. */
export interface RotatedCopy {
  readonly name: string;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  /** Calendar day, YYYY-MM-DD. */
  readonly day: string;
  readonly reason: BackupReason;
  /** Its head can be read and it is as long as it says. */
  readonly good: boolean;
}

/**
 * Names of the copies that may go. Kept are the newest copy of each of the last 7 days, 4 weeks and 12 months that have
 * one, the 3 newest, the last one before each signed report, the 2 last before a change of the database's form, every one from before units were joined; of those
 * that cannot be read the 2 newest, for whoever wants to look into them. The newest good copy always stays.
 *
 * @param signedAt when reports were signed, UTC, ISO 8601
 */
export function outdated(copies: readonly RotatedCopy[], signedAt: readonly string[]): string[] {
  const newestFirst = [...copies].sort(byAge);
  const good = newestFirst.filter((copy) => copy.good);
  const kept = new Set<RotatedCopy>([
    ...good.slice(0, KEPT.newest),
    ...newestOf(good, ({ day }) => day, KEPT.days),
    ...newestOf(good, ({ day }) => weekOf(day), KEPT.weeks),
    ...newestOf(good, ({ day }) => day.slice(0, 7), KEPT.months),
    ...good.filter(({ reason }) => reason === 'migration').slice(0, KEPT.migrations),
    // Restoring it is the way to take a merge back, however late that is.
    ...good.filter(({ reason }) => reason === 'merge'),
    ...signedAt.flatMap((at) => good.find(({ madeAt }) => madeAt <= at) ?? []),
    ...newestFirst.filter((copy) => !copy.good).slice(0, KEPT.damaged),
  ]);
  return copies.filter((copy) => !kept.has(copy)).map(({ name }) => name);
}

function byAge(a: RotatedCopy, b: RotatedCopy): number {
  if (a.madeAt !== b.madeAt) return a.madeAt < b.madeAt ? 1 : -1;
  return a.name < b.name ? 1 : a.name > b.name ? -1 : 0;
}

/** The first of each group, of so many groups. */
function newestOf(
  newestFirst: readonly RotatedCopy[],
  groupOf: (copy: RotatedCopy) => string,
  groups: number,
): RotatedCopy[] {
  const found = new Map<string, RotatedCopy>();
  for (const copy of newestFirst) {
    if (found.size === groups) break;
    const group = groupOf(copy);
    if (!found.has(group)) found.set(group, copy);
  }
  return [...found.values()];
}

/** The Monday of a day's week, YYYY-MM-DD. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

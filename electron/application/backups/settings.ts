import { z } from 'zod';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { type DrillResult, drillResult } from '#shared/ipc/contract/backups.ts';
import { localDate } from '#shared/ipc/contract/common.ts';
import type { Store } from '../ports.ts';

export const BACKUP_DOCUMENTS = {
  settings: 'backups.settings',
  /** The last restore drill, and the day of the last one that succeeded. */
  drill: 'backups.drill',
  /** Day of the first copy. */
  since: 'backups.since',
  /** Time of the last copy, by its own head. */
  last: 'backups.last',
  /** Time up to which copies ahead of the book are known to be so on purpose: a restore. */
  accepted: 'backups.accepted',
} as const;

const settings = z.object({
  atStart: z.boolean(),
  atClose: z.boolean(),
  drillDays: z.number().int().min(7).max(366),
});
export type BackupSettings = z.infer<typeof settings>;

/** A copy at the first use of a day and at closing, a restore drill every 90 days. */
const USUAL: BackupSettings = { atStart: true, atClose: true, drillDays: 90 };
/** Days after the first copy by which the first drill is due. */
const FIRST_DRILL_DAYS = 7;

/** When copies and drills are due; the usual times where nobody chose others, or what is kept cannot be read. */
export function readBackupSettings(store: Store): BackupSettings {
  return settings.safeParse(store.documents.get(BACKUP_DOCUMENTS.settings)).data ?? USUAL;
}

const keptDrill = z.object({ last: drillResult, succeededOn: localDate.nullable() });

/** What is known of restore drills. */
export function readDrill(store: Store): { last: DrillResult | null; succeededOn: LocalDate | null } {
  return (
    keptDrill.safeParse(store.documents.get(BACKUP_DOCUMENTS.drill)).data ?? { last: null, succeededOn: null }
  );
}

/** Keeps the result of a drill; one that failed leaves the day of the last that succeeded. */
export function keepDrill(store: Store, last: DrillResult): Promise<void> {
  const succeededOn = last.ok ? last.day : readDrill(store).succeededOn;
  return store.write((tx) => tx.putDocument(BACKUP_DOCUMENTS.drill, { last, succeededOn }));
}

/** The day by which the next drill is due; null while there is no copy to try it on. */
export function drillDue(store: Store): LocalDate | null {
  const { succeededOn } = readDrill(store);
  if (succeededOn !== null) return addDays(succeededOn, readBackupSettings(store).drillDays);
  const since = localDate.safeParse(store.documents.get(BACKUP_DOCUMENTS.since)).data;
  return since === undefined ? null : addDays(since, FIRST_DRILL_DAYS);
}

/** Tells the log of a copy, and remembers the day of the first one. One write. */
export function noteCopy(
  store: Store,
  day: LocalDate,
  copy: { readonly reason: string; readonly sha256: string; readonly madeAt: string },
): Promise<void> {
  const { reason, sha256, madeAt } = copy;
  return store.write((tx) => {
    tx.tell({ kind: 'backed-up', subject: { reason, sha256 } });
    tx.putDocument(BACKUP_DOCUMENTS.last, madeAt);
    if (store.documents.get(BACKUP_DOCUMENTS.since) === undefined)
      tx.putDocument(BACKUP_DOCUMENTS.since, day);
  });
}

/** UTC, ISO 8601: when the last copy was made, by the book's own word; '' before the first. */
export const lastCopyAt = (store: Pick<Store, 'documents'>): string => instantOf(store, 'last');

/** UTC, ISO 8601: copies of until then may be ahead of the book; '' where none may. */
export const acceptedUntil = (store: Pick<Store, 'documents'>): string => instantOf(store, 'accepted');

function instantOf(store: Pick<Store, 'documents'>, name: 'last' | 'accepted'): string {
  const at = store.documents.get(BACKUP_DOCUMENTS[name]);
  return typeof at === 'string' ? at : '';
}

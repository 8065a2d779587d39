import { type Profile, profile } from '#shared/ipc/contract/app.ts';
import type { Store, WriteTransaction } from '../ports.ts';

/** Keys of the small documents of a data folder. */
export const DOCUMENT_KEYS = {
  profile: 'profile',
  reportDueDays: 'settings.report-due-days',
  backupFolder: 'settings.backup-folder',
  /** Ledger → first day from which a person said that it is kept. */
  ledgersKept: 'ledgers.kept',
} as const;

/** The unit's settings without its people. */
export type UnitProfile = Omit<Profile, 'users'>;
const unitProfile = profile.omit({ users: true });

/** The unit, receiver, scheme, target set and signatory of the folder. Throws when it was never initialised. */
export function readProfile(store: Store): UnitProfile {
  return unitProfile.parse(store.documents.get(DOCUMENT_KEYS.profile));
}

/** Whether the folder was initialised: it belongs to a unit. */
export function hasProfile(store: Store): boolean {
  const value = store.documents.get(DOCUMENT_KEYS.profile);
  return value !== undefined && value !== null;
}

/** Keeps the unit's settings, people left out. Throws `ZodError` for what is no profile: a fault of the program. */
export function writeProfile(tx: WriteTransaction, value: UnitProfile): void {
  tx.putDocument(DOCUMENT_KEYS.profile, unitProfile.parse(value));
}

/** Days after a period's end by which the report should be sent; null: not set. */
export function readReportDueDays(store: Store): number | null {
  const value = store.documents.get(DOCUMENT_KEYS.reportDueDays);
  return typeof value === 'number' ? value : null;
}

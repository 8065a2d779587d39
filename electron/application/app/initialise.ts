import { AppError } from '#shared/errors.ts';
import type { Profile } from '#shared/ipc/contract/app.ts';
import { loadTargetSet } from '../evaluation/target-sets.ts';
import type { Store } from '../ports.ts';
import { DOCUMENT_KEYS, writeProfile } from './documents.ts';

export interface Initialisation {
  readonly profile: Profile;
  /** Where copies are to be kept; null: not said. */
  readonly backupFolder: string | null;
}

/** Refuses a profile that cannot work, before a folder is made. Throws RECORD_INVALID or INPUT_MISSING. */
export function checkProfile(profile: Profile, resourcesDir: string): void {
  const logins = profile.users.map(({ login }) => login);
  if (new Set(logins).size < logins.length)
    throw new AppError('RECORD_INVALID', {}, { fieldErrors: { users: 'duplicate' } });
  loadTargetSet(resourcesDir, profile.targetSet);
}

/** Writes a profile and its people into a new folder, in one transaction; their passphrases are the keyring's matter. */
export async function initialise(store: Store, { profile, backupFolder }: Initialisation): Promise<void> {
  const { users, ...unit } = profile;
  await store.write((tx) => {
    writeProfile(tx, unit);
    if (backupFolder !== null) tx.putDocument(DOCUMENT_KEYS.backupFolder, backupFolder);
    for (const user of users) tx.putUser({ ...user, passphraseHash: null });
  });
}

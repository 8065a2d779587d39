import { AppError } from '#shared/errors.ts';
import type { Profile } from '#shared/ipc/contract/app.ts';
import { loadTargetSet } from '../evaluation/target-sets.ts';
import type { Store, UserRecord } from '../ports.ts';
import { DOCUMENT_KEYS, writeProfile } from './documents.ts';
import { hashPassphrase } from './passphrases.ts';

export interface Initialisation {
  readonly profile: Profile;
  /** The passphrase of a login; null: signs in freely. */
  readonly passphraseOf: (login: string) => string | null;
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

/** Writes a profile and its people into a new folder, in one transaction. */
export async function initialise(
  store: Store,
  { profile, passphraseOf, backupFolder }: Initialisation,
): Promise<void> {
  const { users, ...unit } = profile;
  const records: UserRecord[] = [];
  for (const { login, name, role } of users) {
    const passphrase = passphraseOf(login);
    records.push({
      login,
      name,
      role,
      passphraseHash: passphrase === null || passphrase === '' ? null : await hashPassphrase(passphrase),
    });
  }
  await store.write((tx) => {
    writeProfile(tx, unit);
    if (backupFolder !== null) tx.putDocument(DOCUMENT_KEYS.backupFolder, backupFolder);
    for (const record of records) tx.putUser(record);
  });
}

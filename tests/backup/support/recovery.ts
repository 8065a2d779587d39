import { randomBytes } from 'node:crypto';
import { keyByPassphrase, withRecovery } from '#electron/application/access/keyring.ts';
import { readKeyring, writeKeyring } from '#electron/application/access/keyring-file.ts';
import { makeRecoveryKey } from '#shared/access/recovery-key.ts';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';

/** Gives the folder of an office a recovery sheet and tells its key, as the sheet would. */
export async function recoveryKeyOf({ folder }: { readonly folder: string }): Promise<string> {
  const keyring = readKeyring(folder);
  if (keyring === null) throw new Error('no keyring');
  const key = await keyByPassphrase(keyring, 'thu', TEST_PASSPHRASE);
  const recoveryKey = makeRecoveryKey(randomBytes);
  writeKeyring(folder, withRecovery(keyring, key, recoveryKey, '2024-03-20T05:00:00Z'));
  return recoveryKey;
}

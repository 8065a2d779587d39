import { keyByPassphrase } from '#electron/application/access/keyring.ts';
import { readKeyring } from '#electron/application/access/keyring-file.ts';
import type { ScryptCosts } from '#electron/application/app/passphrases.ts';
import { TEST_PASSPHRASE } from './passphrase.ts';

export { TEST_PASSPHRASE };

/** What a passphrase costs in tests: next to nothing, since they make hundreds of folders. */
export const CHEAP: ScryptCosts = { N: 2, r: 1, p: 1 };

/** The key of a folder that was made with {@link TEST_PASSPHRASE}. */
export async function folderKey(folder: string): Promise<Uint8Array> {
  const keyring = readKeyring(folder);
  const first = keyring?.people[0];
  if (!keyring || !first) throw new Error(`no keyring in ${folder}`);
  return keyByPassphrase(keyring, first.login, TEST_PASSPHRASE);
}

import { AppError } from '#shared/errors.ts';
import { SHORTEST_PASSPHRASE } from '#shared/ipc/contract/app.ts';
import { keptHash, passphraseMatches, type ScryptCosts } from '../app/passphrases.ts';
import type { Store, TellPart } from '../ports.ts';
import {
  makeKeyring,
  type OpenKeyring,
  previousKeys,
  withNewKey,
  withOlderPerson,
  withPerson,
} from './keyring.ts';
import { setKeyringAside, writeKeyring } from './keyring-file.ts';
import type { Keyring } from './keyring-form.ts';
import type { Person, StoreOpener } from './store-opener.ts';

/** Refuses a passphrase that is too short to protect anything. Throws `AppError` RECORD_INVALID. */
function demandLength(passphrase: string): void {
  if ([...passphrase.normalize('NFC')].length < SHORTEST_PASSPHRASE)
    throw new AppError('RECORD_INVALID', {}, { fieldErrors: { passphrase: 'too_small' } });
}

/**
 * Opens a folder with the key of its keyring. Where a change of keys was cut off after the keyring was kept and before
 * the new file took its place, the former key opens it, and the folder is encrypted under the new one now. Throws
 * `AppError` BOOKS_MIXED where the database is another book's than the keyring, and what opening throws.
 */
export async function openWithKeyring(
  dataDir: string,
  opener: StoreOpener,
  keyring: Keyring,
  key: Buffer,
): Promise<OpenKeyring & { readonly store: Store }> {
  try {
    return { store: await opener.open(dataDir, { key }), keyring, key };
  } catch (fault) {
    if (!isUnreadable(fault)) throw fault;
    const former = previousKeys(keyring, key);
    try {
      if (former[0] === undefined) throw fault;
      await opener.encrypt(dataDir, former[0], key, () => {});
    } catch {
      throw await unreadableFault(dataDir, opener, keyring, [key, ...former], fault);
    }
    return { store: await opener.open(dataDir, { key }), keyring, key };
  }
}

const isUnreadable = (fault: unknown): boolean =>
  fault instanceof AppError && fault.code === 'DATA_DAMAGED' && fault.params.reason === 'SQLITE_NOTADB';

/** Where no page was written with any of the keys, nothing is damaged: keyring and database are of two books. */
async function unreadableFault(
  dataDir: string,
  opener: StoreOpener,
  keyring: Keyring,
  keys: readonly Buffer[],
  cause: unknown,
): Promise<unknown> {
  for (const key of keys) if (await opener.fits(dataDir, key).catch(() => true)) return cause;
  const { otherBooks } = await import('./marks.ts');
  return new AppError('BOOKS_MIXED', { reason: await otherBooks(dataDir, keyring) }, { cause });
}

/** The people of a folder of an older version, which everybody can read. */
export async function plainPeople(dataDir: string, opener: StoreOpener): Promise<Person[]> {
  const store = await opener.open(dataDir, {});
  try {
    return store.users
      .list()
      .map(({ login, name, passphraseHash }) => ({ login, name, hasPassphrase: passphraseHash !== null }));
  } finally {
    store.close();
  }
}

/**
 * Encrypts a folder of an older version when one of its people signs in. Who had a passphrase goes on using it, also the
 * others, whose passphrases are not at hand; who had none chooses one now (the others without one are let in by those
 * who are in). Throws `AppError` PASSPHRASE_WRONG, RECORD_INVALID for one too short.
 */
export async function encryptPlain(
  dataDir: string,
  opener: StoreOpener,
  { login, passphrase }: { readonly login: string; readonly passphrase: string },
  costs?: ScryptCosts,
): Promise<OpenKeyring> {
  const store = await opener.open(dataDir, {});
  const users = store.users.list();
  const user = users.find((each) => each.login === login);
  try {
    if (user === undefined) throw new AppError('PASSPHRASE_WRONG', { login });
    if (user.passphraseHash === null) demandLength(passphrase);
    else if (!(await passphraseMatches(user.passphraseHash, passphrase)))
      throw new AppError('PASSPHRASE_WRONG', { login });
  } finally {
    store.close();
  }
  const keys = await makeKeyring([], costs);
  let { keyring } = keys;
  for (const each of users) {
    if (each.login === login) keyring = await withPerson(keyring, keys.key, { ...each, passphrase }, costs);
    else if (each.passphraseHash !== null)
      keyring = withOlderPerson(keyring, keys.key, each, keptHash(each.passphraseHash));
  }
  await opener.encrypt(dataDir, undefined, keys.key, () => {
    setKeyringAside(dataDir);
    writeKeyring(dataDir, keyring);
  });
  return { keyring, key: keys.key };
}

/**
 * Closes an open folder and encrypts it under a new key; the store given is closed in any case. Throws CANCELLED where
 * `tell` ended it: the folder then has the key it had.
 */
export async function rekeyFolder(
  dataDir: string,
  opener: StoreOpener,
  store: Store,
  { keyring, key }: OpenKeyring,
  tell: TellPart | null,
): Promise<OpenKeyring> {
  const next = withNewKey(keyring, key);
  store.close();
  try {
    await opener.encrypt(dataDir, key, next.key, () => writeKeyring(dataDir, next.keyring), tell);
  } catch (fault) {
    next.key.fill(0);
    throw fault;
  }
  return next;
}

import { AppError } from '#shared/errors.ts';
import { hasProfile } from '../app/documents.ts';
import type { Folder } from '../app/folder.ts';
import type { ScryptCosts } from '../app/passphrases.ts';
import type { Store, UserRecord } from '../ports.ts';
import { keyByKeystore, keyByPassphrase, keyByRecovery, withPerson } from './keyring.ts';
import type { Keystore } from './keystore.ts';

/** Opens the locked folder by a person's passphrase. Throws `AppError` PASSPHRASE_WRONG and what opening can throw. */
export async function unlockBy(
  folder: Folder,
  login: string,
  passphrase: string,
  costs?: ScryptCosts,
): Promise<Store> {
  const { state } = folder;
  if (state.kind === 'locked' && state.keyring === null) return folder.unlockPlain(login, passphrase);
  const store = await folder.unlock((keyring) => keyByPassphrase(keyring, login, passphrase));
  await demandWorking(folder, store, login);
  await renewOlder(folder, login, passphrase, costs);
  return store;
}

/** Whether a passphrase is a person's, the folder being open. Throws `AppError` PASSPHRASE_WRONG. */
export async function demandPassphrase(
  folder: Folder,
  login: string,
  passphrase: string,
  costs?: ScryptCosts,
): Promise<void> {
  if (folder.keyring === null) throw new AppError('DATA_FOLDER_MISSING');
  (await keyByPassphrase(folder.keyring, login, passphrase)).fill(0);
  await renewOlder(folder, login, passphrase, costs);
}

/** A way that was made out of an old hash gives way to one that nobody who has that hash can use. */
async function renewOlder(
  folder: Folder,
  login: string,
  passphrase: string,
  costs?: ScryptCosts,
): Promise<void> {
  await folder.changeKeyring((keyring, key) => {
    const person = keyring.people.find((each) => each.login === login);
    return person?.older ? withPerson(keyring, key, { ...person, passphrase }, costs) : keyring;
  });
}

/** Closes the folder again for somebody whom its book does not know or who left. Throws PASSPHRASE_WRONG. */
async function demandWorking(folder: Folder, store: Store, login: string): Promise<UserRecord> {
  const user = store.users.get(login);
  if (user !== null && !user.retiredAt) return user;
  await folder.lock();
  throw new AppError('PASSPHRASE_WRONG', { login });
}

/** Opens the locked folder by its recovery sheet and gives a person a new passphrase. Throws RECOVERY_KEY_WRONG. */
export async function recoverBy(
  folder: Folder,
  given: { readonly login: string; readonly recoveryKey: string; readonly passphrase: string },
  costs?: ScryptCosts,
): Promise<Store> {
  const { login, recoveryKey, passphrase } = given;
  const store = await folder.unlock((keyring) => keyByRecovery(keyring, recoveryKey));
  const user = await demandWorking(folder, store, login);
  await folder.changeKeyring((keyring, key) =>
    withPerson(keyring, key, { login, name: user.name, passphrase }, costs),
  );
  return store;
}

/** Opens the locked folder for whoever was here last by the machine's keystore, where they asked for that; else null. */
export async function unlockByKeystore(
  folder: Folder,
  login: string | null,
  keystore: Keystore,
): Promise<Store | null> {
  const { state } = folder;
  if (state.kind !== 'locked' || login === null) return null;
  const slot = state.keyring?.keystore.find((each) => each.login === login);
  if (slot === undefined) return null;
  try {
    if ((await keystore.state()) !== 'usable') return null;
    const secret = Buffer.from(await keystore.reveal(slot.secret), 'base64');
    const store = await folder.unlock((keyring) => {
      const key = keyByKeystore(keyring, login, secret);
      if (key === null) throw new AppError('PASSPHRASE_WRONG', { login });
      return key;
    });
    await demandWorking(folder, store, login);
    return store;
  } catch {
    // Another machine's, or another person's of this one: the passphrase is asked for as ever.
    return null;
  }
}

/** A new folder that these people can open, or the one whose making was cut off before anything was in it. */
export async function emptyStore(
  folder: Folder,
  users: readonly { readonly login: string; readonly name: string }[],
  passphrase: string,
  costs?: ScryptCosts,
): Promise<Store> {
  const people = users.map(({ login, name }) => ({ login, name, passphrase }));
  const { state } = folder;
  // With a profile in it `create` refuses.
  if (state.kind !== 'open' || hasProfile(state.store)) return folder.create(people);
  await folder.changeKeyring(async (keyring, key) => {
    let next = keyring;
    for (const person of people) next = await withPerson(next, key, person, costs);
    return next;
  });
  return state.store;
}

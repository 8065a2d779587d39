import { randomBytes, randomUUID } from 'node:crypto';
import { readRecoveryKey } from '#shared/access/recovery-key.ts';
import { AppError } from '#shared/errors.ts';
import { COSTS, deriveKey, type ScryptCosts } from '../app/passphrases.ts';
import type { Keyring, KeyringPerson } from './keyring-form.ts';
import { decrypt, deriveBytes, encrypt, macOfValue, publicKeyOf, sameMac, seal, unseal } from './sealing.ts';

/** Somebody who gets a way to the folder key. */
export interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly passphrase: string;
}

/** A keyring with the folder key it holds; whoever gets the key wipes it in the end. */
export interface OpenKeyring {
  readonly keyring: Keyring;
  readonly key: Buffer;
}

/** Stands in for a passphrase where everybody may look: the sample commune. */
const OPEN_SECRET = Buffer.from('invented data, open to everybody', 'utf8');

const about = ({ folder }: Pick<Keyring, 'folder'>, slot: string): string => `${folder} ${slot}`;
const ofPerson = (login: string): string => `person ${login}`;

/** A new folder key and a keyring for it; `open`: everybody may open it. */
export async function makeKeyring(
  people: readonly NewPerson[],
  costs: ScryptCosts = COSTS,
  open = false,
): Promise<OpenKeyring> {
  const key = randomBytes(32);
  const folder = randomUUID();
  const seed = deriveBytes(OPEN_SECRET, 'open');
  const keyring: Keyring = {
    format: 'so-chat-luong-keyring',
    version: 1,
    folder,
    revision: 1,
    people: [],
    recovery: null,
    open: open ? { sealed: seal(key, publicKeyOf(seed), about({ folder }, 'open')) } : null,
    keystore: [],
    previous: [],
    mac: '',
  };
  // Side by side: each passphrase costs some tenths of a second on purpose.
  const made = await Promise.all(people.map((each) => personOf(keyring, key, each, costs)));
  return { keyring: signed({ ...keyring, people: made }, key), key };
}

/** The folder key by a person's passphrase. Throws `AppError` PASSPHRASE_WRONG, for an unknown login too. */
export async function keyByPassphrase(keyring: Keyring, login: string, passphrase: string): Promise<Buffer> {
  const person = keyring.people.find((each) => each.login === login);
  if (person === undefined) throw new AppError('PASSPHRASE_WRONG', { login });
  const seed = await seedOf(passphrase, Buffer.from(person.scrypt.salt, 'hex'), person.scrypt);
  const key = unseal(person.sealed, seed, about(keyring, ofPerson(login)));
  seed.fill(0);
  if (key === null) throw new AppError('PASSPHRASE_WRONG', { login });
  return key;
}

/** The folder key by the recovery sheet. Throws `AppError` RECOVERY_KEY_WRONG; `group` says where a slip is. */
export function keyByRecovery(keyring: Keyring, typed: string): Buffer {
  const read = readRecoveryKey(typed);
  if ('fault' in read) {
    const { fault } = read;
    throw new AppError('RECOVERY_KEY_WRONG', {
      reason: fault.kind,
      group: fault.kind === 'group' ? fault.group : null,
    });
  }
  const seed = deriveBytes(Buffer.from(read.key, 'latin1'), 'recovery');
  const key =
    keyring.recovery === null ? null : unseal(keyring.recovery.sealed, seed, about(keyring, 'recovery'));
  seed.fill(0);
  if (key === null) throw new AppError('RECOVERY_KEY_WRONG', { reason: 'other', group: null });
  return key;
}

/** The key of a folder that is open to everybody; null where it is not. */
export function keyOfOpen(keyring: Keyring): Buffer | null {
  if (keyring.open === null) return null;
  return unseal(keyring.open.sealed, deriveBytes(OPEN_SECRET, 'open'), about(keyring, 'open'));
}

/** The folder key by the secret that the machine's keystore gave back; null where it does not fit. */
export function keyByKeystore(keyring: Keyring, login: string, secret: Uint8Array): Buffer | null {
  const slot = keyring.keystore.find((each) => each.login === login);
  if (slot === undefined) return null;
  try {
    return decrypt(Buffer.from(slot.sealed, 'base64'), secret, about(keyring, `keystore ${login}`));
  } catch {
    return null;
  }
}

/** Gives a person a way to the key, or another passphrase; whatever the keystore held for them is gone. */
export async function withPerson(
  keyring: Keyring,
  key: Uint8Array,
  person: NewPerson,
  costs: ScryptCosts = COSTS,
): Promise<Keyring> {
  const made = await personOf(keyring, key, person, costs);
  return replaced(withoutKeystore(keyring, key, person.login), key, made);
}

async function personOf(
  keyring: Pick<Keyring, 'folder'>,
  key: Uint8Array,
  { login, name, passphrase }: NewPerson,
  costs: ScryptCosts,
): Promise<KeyringPerson> {
  const salt = randomBytes(16);
  const { N, r, p } = costs;
  const seed = await seedOf(passphrase, salt, costs);
  const publicKey = publicKeyOf(seed);
  seed.fill(0);
  return {
    login,
    name,
    scrypt: { salt: salt.toString('hex'), N, r, p },
    publicKey: publicKey.toString('base64'),
    sealed: seal(key, publicKey, about(keyring, ofPerson(login))),
  };
}

/**
 * Gives a person of an older folder a way to the key by the hash that stands there in place of a passphrase: the
 * passphrase they know opens it, although it is not at hand now.
 */
export function withOlderPerson(
  keyring: Keyring,
  key: Uint8Array,
  { login, name }: Omit<NewPerson, 'passphrase'>,
  { salt, hash, ...costs }: ScryptCosts & { readonly salt: string; readonly hash: string },
): Keyring {
  const publicKey = publicKeyOf(deriveBytes(Buffer.from(hash, 'hex'), 'person'));
  return replaced(keyring, key, {
    login,
    name,
    scrypt: { salt, ...costs },
    publicKey: publicKey.toString('base64'),
    sealed: seal(key, publicKey, about(keyring, ofPerson(login))),
    older: true,
  });
}

/** Takes a person's way to the key away. Who knew the key itself keeps it: see {@link withNewKey}. */
export function withoutPerson(keyring: Keyring, key: Uint8Array, login: string): Keyring {
  const rest = withoutKeystore(keyring, key, login);
  return changed(rest, key, { people: rest.people.filter((person) => person.login !== login) });
}

/** The keyring with another name of a person who has a way to the key. */
export function withName(keyring: Keyring, key: Uint8Array, login: string, name: string): Keyring {
  const person = keyring.people.find((each) => each.login === login);
  return person === undefined || person.name === name ? keyring : replaced(keyring, key, { ...person, name });
}

/** Gives back the way to the key that {@link withoutPerson} took; of no use once there is a new key. */
export function withPersonAgain(keyring: Keyring, key: Uint8Array, person: KeyringPerson): Keyring {
  return replaced(keyring, key, person);
}

/** Makes a recovery sheet's key the only one of its kind; the sheet before it opens nothing any more. */
export function withRecovery(
  keyring: Keyring,
  key: Uint8Array,
  recoveryKey: string,
  madeAt: string,
): Keyring {
  const seed = deriveBytes(Buffer.from(recoveryKey, 'latin1'), 'recovery');
  const publicKey = publicKeyOf(seed);
  seed.fill(0);
  return changed(keyring, key, {
    recovery: {
      madeAt,
      number: (keyring.recovery?.number ?? 0) + 1,
      publicKey: publicKey.toString('base64'),
      sealed: seal(key, publicKey, about(keyring, 'recovery')),
    },
  });
}

/** Lets this machine's keystore open the folder for a person; `protect` is the keystore. */
export async function withKeystore(
  keyring: Keyring,
  key: Uint8Array,
  login: string,
  protect: (secret: string) => Promise<string>,
): Promise<Keyring> {
  const secret = randomBytes(32);
  const slot = {
    login,
    secret: await protect(secret.toString('base64')),
    sealed: encrypt(key, secret, about(keyring, `keystore ${login}`)).toString('base64'),
  };
  secret.fill(0);
  const rest = withoutKeystore(keyring, key, login);
  return changed(rest, key, { keystore: [...rest.keystore, slot] });
}

/** The keyring without what this machine's key store opens for a person; the same one where there is nothing. */
export function withoutKeystore(keyring: Keyring, key: Uint8Array, login: string): Keyring {
  if (!keyring.keystore.some((slot) => slot.login === login)) return keyring;
  return changed(keyring, key, { keystore: keyring.keystore.filter((slot) => slot.login !== login) });
}

/**
 * A new folder key in the boxes of everybody who is still there, and of the recovery sheet; nobody has to type
 * anything, since a box is closed with a public key. The old key lies under the new one. Keystores have to be asked
 * again. Throws `AppError` KEYRING_CHANGED where somebody without the key changed the file: their box would get it.
 */
export function withNewKey(keyring: Keyring, old: Uint8Array): OpenKeyring {
  if (!isGenuine(keyring, old)) throw new AppError('KEYRING_CHANGED');
  const key = randomBytes(32);
  const reseal = (publicKey: string, slot: string): string =>
    seal(key, Buffer.from(publicKey, 'base64'), about(keyring, slot));
  const { recovery } = keyring;
  const next = changed(keyring, key, {
    people: keyring.people.map((person) => ({
      ...person,
      sealed: reseal(person.publicKey, ofPerson(person.login)),
    })),
    recovery: recovery && { ...recovery, sealed: reseal(recovery.publicKey, 'recovery') },
    keystore: [],
    previous: [
      encrypt(old, key, about(keyring, 'previous')).toString('base64'),
      ...keyring.previous.map((box) =>
        encrypt(openPrevious(keyring, box, old), key, about(keyring, 'previous')).toString('base64'),
      ),
    ].slice(0, 50),
  });
  return { keyring: next, key };
}

/** Keys of before, newest first. */
export function previousKeys(keyring: Keyring, key: Uint8Array): Buffer[] {
  return keyring.previous.map((box) => openPrevious(keyring, box, key));
}

function openPrevious(keyring: Keyring, box: string, key: Uint8Array): Buffer {
  return decrypt(Buffer.from(box, 'base64'), key, about(keyring, 'previous'));
}

/** Whether the file is as somebody with the key left it. */
export function isGenuine(keyring: Keyring, key: Uint8Array): boolean {
  return sameMac(macOf(keyring, key), keyring.mac);
}

function replaced(keyring: Keyring, key: Uint8Array, person: KeyringPerson): Keyring {
  const known = keyring.people.some(({ login }) => login === person.login);
  const people = known
    ? keyring.people.map((each) => (each.login === person.login ? person : each))
    : [...keyring.people, person];
  return changed(keyring, key, { people });
}

function changed(keyring: Keyring, key: Uint8Array, change: Partial<Keyring>): Keyring {
  return signed({ ...keyring, ...change, revision: keyring.revision + 1 }, key);
}

function signed(keyring: Keyring, key: Uint8Array): Keyring {
  return { ...keyring, mac: macOf(keyring, key) };
}

function macOf(keyring: Keyring, key: Uint8Array): string {
  const { mac: _mac, ...rest } = keyring;
  return macOfValue(rest, key, 'keyring');
}

async function seedOf(passphrase: string, salt: Uint8Array, costs: ScryptCosts): Promise<Buffer> {
  const derived = await deriveKey(passphrase, salt, costs);
  const seed = deriveBytes(derived, 'person');
  derived.fill(0);
  return seed;
}

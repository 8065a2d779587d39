import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { stampOf } from '#electron/common/look-at-files.ts';
import { AppError } from '#shared/errors.ts';
import { KEYRING_DOCUMENTS, keepKeyring, settleKeyring } from '../access/kept-keyring.ts';
import { keyOfOpen, makeKeyring, type NewPerson, type OpenKeyring } from '../access/keyring.ts';
import {
  COPY_FILE,
  KEYRING_FILE,
  readKeyring,
  setKeyringAside,
  writeKeyring,
} from '../access/keyring-file.ts';
import type { Keyring } from '../access/keyring-form.ts';
import { encryptPlain, openWithKeyring, plainPeople, rekeyFolder } from '../access/open-folder.ts';
import type { Person, StoreOpener } from '../access/store-opener.ts';
import type { Store, TellPart, WriteTransaction } from '../ports.ts';
import { networkKind } from './network-folder.ts';
import type { ScryptCosts } from './passphrases.ts';

/** The folder as it stands: none yet, closed with a key, open, or one that cannot be opened. */
export type FolderState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'locked';
      readonly dataDir: string;
      readonly people: readonly Person[];
      /** Null: written by an older version and not encrypted yet. */
      readonly keyring: Keyring | null;
    }
  | { readonly kind: 'open'; readonly store: Store; readonly dataDir: string; readonly sample: boolean }
  | { readonly kind: 'repair'; readonly fault: unknown };

/** One data folder and, beside it, the sample commune; at most one of them is open. */
export interface Folder {
  readonly state: FolderState;
  /** The keyring of the open folder; null while none is open. */
  readonly keyring: Keyring | null;
  /**
   * Opens the sample commune, or finds out who can open the unit's own folder. A fault is kept in the state, never
   * thrown.
   */
  open(sample: boolean): Promise<FolderState>;
  /**
   * Makes a new database that these people can open with their passphrases. Throws DATA_FOLDER_NOT_EMPTY when the folder
   * has one.
   */
  create(people: readonly NewPerson[]): Promise<Store>;
  /** Makes the sample commune, open to everybody. */
  createSample(): Promise<Store>;
  /**
   * Opens the unit's own folder with a key that is found in its keyring; another wrong passphrase leaves it locked, any
   * other fault becomes the state `repair`.
   */
  unlock(find: (keyring: Keyring) => Promise<Buffer> | Buffer): Promise<Store>;
  /** Signs in to a folder of an older version for the first time: it is encrypted, and opened. */
  unlockPlain(login: string, passphrase: string): Promise<Store>;
  /** Changes who can open the folder; kept before it returns. Throws DATA_FOLDER_MISSING where none is open. */
  changeKeyring(change: (keyring: Keyring, key: Buffer) => Promise<Keyring> | Keyring): Promise<Keyring>;
  /**
   * Encrypts the open folder under a new key, in everybody's place of the keyring. `tell` learns of each part. Throws
   * CANCELLED where that ended it: the folder is open with the key it had. The store of before is closed in any case.
   */
  rekey(tell?: TellPart | null): Promise<Store>;
  /**
   * The open folder turned out to be damaged: it is closed and stays in repair, also when it is asked for again, until
   * another file has taken its place.
   */
  fail(fault: AppError): void;
  /** Closes the unit's own folder and forgets its key; whoever wants in has to sign in. */
  lock(): Promise<FolderState>;
  /** Removes the sample commune wholly. */
  removeSample(): void;
  close(): void;
}

/**
 * `costs`: of new passphrases; lower ones than the program's own are for tests. `remote`: how a folder lies on another
 * machine, null where it does not.
 */
export function createFolder(
  dataDir: string,
  opener: StoreOpener,
  costs?: ScryptCosts,
  remote: (dir: string) => string | null = networkKind,
): Folder {
  const sampleDir = join(dataDir, 'sample');
  let state: FolderState = { kind: 'none' };
  let held: OpenKeyring | null = null;
  let damage: { readonly fault: AppError; readonly file: string } | null = null;

  /** Throws `AppError` DATA_FOLDER_REMOTE for a folder on another machine. */
  function demandLocal(dir: string): void {
    const kind = remote(dir);
    if (kind !== null) throw new AppError('DATA_FOLDER_REMOTE', { kind });
  }

  function close(): void {
    if (state.kind === 'open') state.store.close();
    held?.key.fill(0);
    held = null;
    state = { kind: 'none' };
  }

  /** Takes an open store over; a store without its profile is one whose making was cut off. */
  function opened(store: Store, keys: OpenKeyring, dir: string, sample: boolean): Store {
    held = keys;
    state = { kind: 'open', store, dataDir: dir, sample };
    return store;
  }

  async function find(sample: boolean): Promise<FolderState> {
    const dir = sample ? sampleDir : dataDir;
    demandLocal(dir);
    if (damage !== null && damage.file === stampOfBook(dir)) throw damage.fault;
    const found = await opener.look(dir);
    if (found === 'none') return { kind: 'none' };
    if (found === 'plain') {
      // The sample of an older version: made anew when it is asked for.
      if (sample) return { kind: 'none' };
      const { markOfEncryption } = await import('../access/marks.ts');
      const mark = markOfEncryption(dir);
      if (mark !== null) throw new AppError('DATA_NOT_ENCRYPTED', { file: mark });
      return { kind: 'locked', dataDir: dir, people: await plainPeople(dir, opener), keyring: null };
    }
    const keyring = readKeyring(dir);
    if (keyring === null) throw new AppError('KEYRING_MISSING');
    // No book of a unit is made so: somebody put it there, with a book of theirs or a key they once had.
    if (!sample && keyring.open !== null) throw new AppError('KEYRING_OPEN');
    const key = sample ? keyOfOpen(keyring) : null;
    if (key !== null) {
      opened(await opener.open(dir, { key }), { keyring, key }, dir, sample);
      return state;
    }
    const people = keyring.people.map(({ login, name }) => ({ login, name, hasPassphrase: true }));
    return { kind: 'locked', dataDir: dir, people, keyring };
  }

  async function make(dir: string, sample: boolean, people: readonly NewPerson[]): Promise<Store> {
    demandLocal(dir);
    if ((await opener.look(dir)) !== 'none') throw new AppError('DATA_FOLDER_NOT_EMPTY');
    close();
    const keys = await makeKeyring(people, costs, sample);
    setKeyringAside(dir);
    // The keyring first: a database whose key nobody keeps would be lost.
    writeKeyring(dir, keys.keyring);
    const store = opened(await opener.open(dir, { create: true, key: keys.key }), keys, dir, sample);
    await keepKeyring(store, keys.keyring);
    return store;
  }

  /** A wrong passphrase is told and nothing changes; what stands in the way otherwise is shown as such. */
  async function tried(work: () => Promise<Store>): Promise<Store> {
    try {
      return await work();
    } catch (error) {
      const { storageFault } = await import('#electron/persistence/open-database.ts');
      const fault = storageFault(error);
      const refused =
        fault instanceof AppError &&
        ['PASSPHRASE_WRONG', 'RECOVERY_KEY_WRONG', 'RECORD_INVALID', 'KEYRING_CHANGED', 'CANCELLED'].includes(
          fault.code,
        );
      if (!refused) {
        close();
        state = { kind: 'repair', fault };
        if (fault instanceof AppError && ['DATA_DAMAGED', 'BOOKS_MIXED'].includes(fault.code))
          damage = { fault, file: stampOfBook(dataDir) };
      }
      throw fault;
    }
  }

  async function open(sample: boolean): Promise<FolderState> {
    close();
    try {
      state = await find(sample);
    } catch (fault) {
      close();
      state = { kind: 'repair', fault };
    }
    return state;
  }

  return {
    get state() {
      return state;
    },
    get keyring() {
      return held?.keyring ?? null;
    },
    open,
    create: (people) => make(dataDir, false, people),
    createSample: () => make(sampleDir, true, []),
    async unlock(findKey) {
      // Asked while it is open, nothing is wrong with the folder: it stays as it is.
      if (state.kind !== 'locked' || state.keyring === null) throw new AppError('DATA_FOLDER_MISSING');
      const { keyring } = state;
      return tried(async () => {
        const found = await openWithKeyring(dataDir, opener, keyring, await findKey(keyring));
        const settled = await settleKeyring(dataDir, found, findKey).catch(async (fault: unknown) => {
          // The people that the strange keyring named are not those of this book.
          state = await find(false);
          throw fault;
        });
        const { store, ...keys } = settled;
        opened(store, keys, dataDir, false);
        // What an encryption that was cut off did not come to.
        if (store.users.list().some((user) => user.passphraseHash !== null))
          await store.write((tx) => forgetHashes(store, tx));
        return store;
      });
    },
    unlockPlain: (login, passphrase) =>
      tried(async () => {
        const keys = await encryptPlain(dataDir, opener, { login, passphrase }, costs);
        const store = opened(await opener.open(dataDir, { key: keys.key }), keys, dataDir, false);
        await store.write((tx) => {
          forgetHashes(store, tx);
          tx.putDocument(KEYRING_DOCUMENTS.kept, keys.keyring);
        });
        return store;
      }),
    async changeKeyring(change) {
      if (held === null || state.kind !== 'open') throw new AppError('DATA_FOLDER_MISSING');
      const { store } = state;
      const keyring = await change(held.keyring, held.key);
      if (keyring === held.keyring) return keyring;
      writeKeyring(state.dataDir, keyring);
      held = { ...held, keyring };
      // After the file: cut off between the two, the file is the later one and the book follows at the next opening.
      await keepKeyring(store, keyring);
      return keyring;
    },
    rekey: (tell = null) =>
      tried(async () => {
        if (held === null || state.kind !== 'open') throw new AppError('DATA_FOLDER_MISSING');
        const { dataDir: dir, sample } = state;
        const before = held;
        const next = await rekeyFolder(dir, opener, state.store, before, tell).catch(async (fault) => {
          if (fault instanceof AppError && fault.code === 'CANCELLED')
            opened(await opener.open(dir, { key: before.key }), before, dir, sample);
          throw fault;
        });
        before.key.fill(0);
        const store = opened(await opener.open(dir, { key: next.key }), next, dir, sample);
        await keepKeyring(store, next.keyring);
        return store;
      }),
    fail(fault) {
      if (state.kind !== 'open') return;
      const { dataDir: dir } = state;
      try {
        close();
      } finally {
        damage = { fault, file: stampOfBook(dir) };
        state = { kind: 'repair', fault };
      }
    },
    lock: () => open(false),
    removeSample() {
      if (state.kind === 'open' && state.sample) close();
      rmSync(sampleDir, { recursive: true, force: true, maxRetries: 5 });
    },
    close,
  };
}

/** Tells database and keyring in the folder from others that take their places. */
function stampOfBook(dir: string): string {
  return [DATABASE_FILE, KEYRING_FILE, COPY_FILE].map((name) => stampOf(join(dir, name))).join('\n');
}

/** The keyring knows the passphrases; hashes of them in the book would only be something to guess at. */
function forgetHashes(store: Store, tx: Pick<WriteTransaction, 'putUser'>): void {
  for (const user of store.users.list()) tx.putUser({ ...user, passphraseHash: null });
}

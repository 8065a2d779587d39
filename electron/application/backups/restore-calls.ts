import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { COPIES_FOLDER, DATABASE_FILE } from '#electron/common/book-files.ts';
import { MENDED_BY_RESTORE } from '#shared/access/mended-by-restore.ts';
import { AppError } from '#shared/errors.ts';
import type { AppState } from '#shared/ipc/contract/app.ts';
import type { RestoreContents } from '#shared/ipc/contract/backups.ts';
import type { Output, Parsed, ServiceChannel } from '#shared/ipc/contract.ts';
import { keyByPassphrase, keyByRecovery, withPerson } from '../access/keyring.ts';
import { readProfile } from '../app/documents.ts';
import type { AppParts } from '../app/parts.ts';
import { demandAbility } from '../app/rights.ts';
import { storeOpener } from '../app/store-opener.ts';
import { acceptCopies } from './ahead.ts';
import { entryOf } from './backup-calls.ts';
import { copiesIn } from './copies.ts';
import { withKeys } from './folder-key.ts';
import { type BackupManifest, databaseHash } from './manifest.ts';
import { copyFault, keyringOfCopy } from './opened-copy.ts';
import { findPlace } from './place.ts';
import { isProven } from './proof.ts';
import { REPLACED, replacedBooks, STAGING, swapBook } from './swap.ts';
import { readCopy, unpack } from './unpack.ts';

type RestoreChannel = Extract<ServiceChannel, `restore.${string}`>;
type RestoreCalls = { readonly [C in RestoreChannel]: (input: Parsed<C>) => Promise<Output<C>> };

/** A copy that somebody is about to take. */
interface Chosen {
  readonly path: string;
  readonly manifest: BackupManifest;
  /** Unpacked, opened, and the key that opens it. */
  readonly opened: { readonly key: Buffer; readonly contents: RestoreContents } | null;
}

/**
 * The three steps of a restore: choose a copy, open it, take it. They work without an open folder: at the first start of
 * a new machine, and where the data cannot be opened. `appState` answers with the state after the last one.
 */
export function createRestoreCalls(parts: AppParts, appState: () => Promise<AppState>): RestoreCalls {
  const { dataDir, folder, session, files, clock, preferences, tasks } = parts;
  const staging = join(dataDir, STAGING);
  let chosen: Chosen | null = null;

  const drop = (): void => {
    chosen?.opened?.key.fill(0);
    chosen = null;
    rmSync(staging, { recursive: true, force: true, maxRetries: 5 });
  };

  /** Sound data may be replaced only by who may restore; nobody has to sign in to mend what cannot be opened. */
  const demand = async (): Promise<void> => {
    const state = await parts.open();
    const now = folder.state;
    if (now.kind === 'none') return;
    if (now.kind === 'repair') {
      const { fault } = now;
      if (fault instanceof AppError && MENDED_BY_RESTORE.has(fault.code)) return;
      throw fault;
    }
    const { actor } = session;
    const own = now.kind === 'open' && !now.sample;
    if (own && actor !== null) return demandAbility(actor, 'restore');
    // Over the sample commune: only where there is nothing beside it.
    if (now.kind === 'open' && now.sample && (await storeOpener.look(dataDir)) === 'none') return;
    throw new AppError('FORBIDDEN', { role: state.kind === 'locked' ? null : (actor?.role ?? null) });
  };

  const current = (): Chosen => {
    if (chosen === null) throw new AppError('BACKUP_MISSING');
    return chosen;
  };

  /** Closes whatever is open, puts a folder's files into place and looks at it anew. */
  const exchange = async (from: string): Promise<void> => {
    const { lockFolder } = await import('#electron/persistence/folder-lock.ts');
    session.signOut();
    folder.close();
    preferences.set({ sample: false });
    const lock = lockFolder(dataDir);
    try {
      swapBook(dataDir, from, clock.now());
    } finally {
      lock.release();
    }
    await folder.open(false);
  };

  return {
    'restore.candidates': async () => {
      await demand();
      const store = folder.state.kind === 'open' ? folder.state.store : null;
      const place = findPlace(dataDir, store);
      const local = await copiesIn(join(dataDir, COPIES_FOLDER));
      const there = place?.present ? await copiesIn(place.path) : [];
      const names = new Set(local.map(({ name }) => name));
      const entries = [
        ...local.map((found) => entryOf(files, found, 'local')),
        ...there.filter(({ name }) => !names.has(name)).map((found) => entryOf(files, found, 'place')),
      ];
      entries.sort((a, b) => ((a.head?.madeAt ?? '') < (b.head?.madeAt ?? '') ? 1 : -1));
      return { copies: entries.slice(0, 100) };
    },
    'restore.open': async ({ file }) => {
      await demand();
      drop();
      const path = files.resolve(file);
      const { manifest, keyring } = await readCopy(path);
      chosen = { path, manifest, opened: null };
      return {
        name: basename(path).slice(0, 255),
        size: manifest.parts.reduce((sum, { size }) => sum + size, 0),
        madeAt: manifest.madeAt,
        day: manifest.day,
        unit: manifest.unit,
        counts: manifest.counts,
        people: peopleOf(keyring),
        recoverable: keyring.recovery !== null,
      };
    },
    'restore.unlock': async ({ task, by }) => {
      await demand();
      const { path, manifest } = current();
      const { keyring } = await readCopy(path);
      const key =
        by.kind === 'passphrase'
          ? await keyByPassphrase(keyring, by.login, by.passphrase)
          : keyByRecovery(keyring, by.recoveryKey);
      const signal = tasks.signal(task);
      const advance = (phase: 'reading' | 'checking', done: number, total: number): void => {
        if (signal.aborted) throw new AppError('CANCELLED');
        parts.notify?.({ kind: 'progress', task, phase, done, total });
      };
      try {
        if (manifest.mac !== undefined && !isProven(manifest, [key]))
          throw new AppError('BACKUP_DAMAGED', { reason: 'head' });
        await unpack(path, staging, (done, total) => advance('reading', done, total));
        advance('checking', 0, 1);
        const contents = {
          ...(await look(staging, key)),
          people: peopleOf(keyring),
          login: by.kind === 'passphrase' ? by.login : null,
          madeAt: manifest.madeAt,
          replaces: (await storeOpener.look(dataDir).catch(() => 'encrypted')) !== 'none',
        };
        advance('checking', 1, 1);
        chosen = { path, manifest, opened: { key, contents } };
        return contents;
      } catch (error) {
        key.fill(0);
        rmSync(staging, { recursive: true, force: true, maxRetries: 5 });
        throw await copyFault(error);
      }
    },
    'restore.take': async ({ person }) => {
      await demand();
      const { opened, manifest } = current();
      if (opened === null) throw new AppError('BACKUP_MISSING');
      const { key, contents } = opened;
      const login = contents.login ?? person?.login;
      const known = contents.people.find((each) => each.login === login);
      if (known === undefined)
        throw new AppError('RECORD_INVALID', {}, { fieldErrors: { login: 'unknown' } });
      await exchange(STAGING);
      const store = await folder.unlock(() => Buffer.from(key));
      if (contents.login === null && person !== null)
        await folder.changeKeyring((keyring, folderKey) =>
          withPerson(keyring, folderKey, { ...known, passphrase: person.passphrase }, parts.costs),
        );
      session.enter(store, known.login);
      await store.write((tx) =>
        tx.tell({
          kind: 'data-restored',
          subject: { madeAt: contents.madeAt, sha256: databaseHash(manifest) },
        }),
      );
      await withKeys(folder, (keys) => acceptCopies({ store, dataDir, clock, keys }));
      preferences.set({ lastLogin: known.login });
      drop();
      return appState();
    },
    'restore.drop': async () => {
      drop();
      return {};
    },
    'restore.bringBack': async ({ id }) => {
      await demand();
      if (!replacedBooks(dataDir).some((each) => each.id === id))
        throw new AppError('RECORD_UNKNOWN', { id });
      drop();
      await exchange(`${REPLACED}/${id}`);
      return appState();
    },
  };
}

const peopleOf = ({ people }: { people: readonly { login: string; name: string }[] }) =>
  people.map(({ login, name }) => ({ login, name }));

/** Opens an unpacked copy as a book of its own, which brings an older form to the present one, and looks into it. */
async function look(
  staging: string,
  key: Buffer,
): Promise<Pick<RestoreContents, 'unit' | 'counts' | 'span' | 'lastReport'>> {
  const { inspectCopy } = await import('#electron/persistence/inspect-copy.ts');
  const { openStore } = await import('#electron/persistence/open-store.ts');
  const { counts } = inspectCopy(join(staging, DATABASE_FILE), key);
  const store = openStore(staging, { key });
  try {
    keyringOfCopy(staging, store, key);
    const { code, name } = readProfile(store).unit;
    const last = store.reports.list().at(-1);
    return {
      unit: { code, name },
      counts,
      span: store.dossiers.span(),
      lastReport:
        last === undefined ? null : { period: last.period, revision: last.revision, signedAt: last.signedAt },
    };
  } finally {
    store.close();
  }
}

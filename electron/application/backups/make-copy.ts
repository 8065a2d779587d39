import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COPIES_FOLDER } from '#electron/common/book-files.ts';
import { flushFolder } from '#electron/common/durable-file.ts';
import { hashFile } from '#electron/common/file-hash.ts';
import { sha256Hex } from '#electron/common/sha256.ts';
import { renamedAsUnknown } from '#electron/common/unknown-copy.ts';
import { type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import { readKeyring } from '../access/keyring-file.ts';
import { readProfile } from '../app/documents.ts';
import type { Clock } from '../context.ts';
import { inMebibytes } from '../long-task.ts';
import type { Store, TellPart } from '../ports.ts';
import { readThrough, writeContainer } from './container.ts';
import { copiesIn, copyName, freePath, newestOwn, type Office, UNFINISHED } from './copies.ts';
import { type BackupManifest, type BackupReason, databaseHash } from './manifest.ts';
import { withProof } from './proof.ts';
import { acceptedUntil, lastCopyAt, noteCopy } from './settings.ts';

/** What copying needs of the open folder. `keys` are lent: whoever gave them wipes them. */
export interface BackupSpace {
  readonly store: Store;
  readonly dataDir: string;
  readonly clock: Clock;
  /** Of the program. */
  readonly version: string;
  /** The folder's key, and those of before. */
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  /** Told of each part of the work by whoever waits for it, who may end it between them. */
  readonly tell?: TellPart | null;
}

/** A copy that was made, and is known to be good. */
export interface MadeCopy {
  readonly path: string;
  readonly manifest: BackupManifest;
}

/** How many writes of this opening the newest copy holds. */
const covered = new WeakMap<Store, number>();
let running: Promise<unknown> = Promise.resolve();

/** The same book opened anew: what no copy holds of the opening before, none holds now. */
export function continueCover(former: Store, next: Store): void {
  if (!isCovered(former)) covered.set(next, -1);
}

/** Whether a copy holds the last write of this opening; a folder that was opened and left alone needs none. */
export function isCovered(store: Store): boolean {
  return store.writes === (covered.get(store) ?? 0);
}

/**
 * Makes a copy of the open folder: the database as it is committed now, encrypted as it is, with the keyring of its
 * time. It is read back before it gets its name: every page opened with the key, its numbers beside those of the book,
 * the hashes of the file. Where it fails or is stopped nothing is left behind. Two are never made at the same time.
 *
 * `target`: another file than one of the folder's own copies. Throws `AppError` OUTPUT_UNWRITABLE, BACKUP_DAMAGED (what
 * was read back is not what was written), CANCELLED.
 */
export function makeCopy(
  space: BackupSpace,
  reason: BackupReason,
  target: string | null = null,
): Promise<MadeCopy> {
  const made = running.then(() => make(space, reason, target));
  running = made.catch(() => undefined);
  return made;
}

async function make(space: BackupSpace, reason: BackupReason, target: string | null): Promise<MadeCopy> {
  const { store, dataDir, clock, tell = null } = space;
  const folder = join(dataDir, COPIES_FOLDER);
  await tell?.('copying');
  const { unit } = readProfile(store);
  const now = clock.now();
  const newest = newestOwn(await copiesIn(folder), officeOf(space));
  const madeAt = after(now, newest?.manifest?.madeAt);
  const path = target ?? freePath(folder, copyName(unit.code, clock.today(), now, reason));
  const database = join(folder, `${reason}.db${UNFINISHED}`);
  const unfinished = `${path}${UNFINISHED}`;
  const writes = store.writes;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    discard(database, unfinished);
    await store.backupTo(database);
    const manifest = await pack(space, { database, unfinished, reason, madeAt, day: clock.today() });
    renameSync(unfinished, path);
    flushFolder(join(path, '..'));
    // From here on it is there, whatever else is stopped.
    await noteCopy(store, clock.today(), { reason, sha256: databaseHash(manifest), madeAt });
    // Its own note counted in.
    covered.set(store, writes + 1);
    return { path, manifest };
  } catch (cause) {
    discard(unfinished);
    // Gone while it was read back: the medium is not there any more.
    if (cause instanceof AppError && cause.code !== 'INPUT_MISSING') throw cause;
    throw new AppError('OUTPUT_UNWRITABLE', { file: null }, { cause });
  } finally {
    discard(database);
  }
}

/**
 * By what the open folder knows its own copies. Where the clock was set back, copies are dated after the one before
 * them, and the book remembers how far that went. Throws `AppError` KEYRING_MISSING.
 */
export function officeOf({ store, dataDir, clock, keys }: Omit<BackupSpace, 'version'>): Office {
  const keyring = readKeyring(dataDir);
  if (keyring === null) throw new AppError('KEYRING_MISSING');
  const now = clock.now();
  const until = [now, lastCopyAt(store)].sort().at(-1) ?? now;
  const accepted = acceptedUntil(store);
  return {
    folder: keyring.folder,
    unitCode: readProfile(store).unit.code,
    keys,
    until,
    isAhead: ({ log, madeAt }) =>
      log !== undefined && madeAt > accepted && store.log.link(log.seq)?.hash !== log.hash,
  };
}

/** Later than the copy before it, also where the clock was set back since: order is told by this alone. */
function after(now: string, before: string | undefined): string {
  if (before === undefined || before < now) return now;
  return `${new Date(Date.parse(before) + 1000).toISOString().slice(0, 19)}Z`;
}

interface Packing {
  readonly database: string;
  readonly unfinished: string;
  readonly reason: BackupReason;
  readonly madeAt: string;
  readonly day: LocalDate;
}

/** Puts a copy of the database into its envelope and reads both back. */
async function pack(space: BackupSpace, packing: Packing): Promise<BackupManifest> {
  const { store, dataDir, version, keys, tell = null } = space;
  const { database, unfinished, reason, madeAt, day } = packing;
  const { inspectCopy } = await import('#electron/persistence/inspect-copy.ts');
  const [key] = keys;
  await tell?.('inspecting');
  const { schema, counts, log } = inspectCopy(database, key);
  // A copy of before a change of form has an older one; anything else under such a name was put there.
  if (reason === 'migration' && schema >= store.stats().schema)
    throw new AppError('BACKUP_DAMAGED', { reason: 'schema' });
  const keyring = readKeyring(dataDir);
  if (keyring === null) throw new AppError('KEYRING_MISSING');
  const { code, name } = readProfile(store).unit;
  const keyringBytes = Buffer.from(`${JSON.stringify(keyring, null, 2)}\n`, 'utf8');
  const head: Omit<BackupManifest, 'mac'> = {
    format: 'so-chat-luong-backup',
    version: 1,
    madeAt,
    day,
    reason,
    app: version,
    schema,
    folder: keyring.folder,
    unit: { code, name },
    counts,
    parts: [
      { name: 'keyring.json', size: keyringBytes.length, sha256: sha256Hex(keyringBytes) },
      { name: 'so-chat-luong.db', ...(await hashFile(database)) },
    ],
    ...(log === null ? {} : { log }),
  };
  const manifest = withProof(head, key);
  const part =
    (name: 'writing' | 'rereading') =>
    async (done: number, total: number): Promise<void> =>
      tell?.(name, inMebibytes(done, total));
  await writeContainer(unfinished, manifest, keyringBytes, database, part('writing'));
  await readThrough(unfinished, null, part('rereading'));
  return manifest;
}

/**
 * Puts the copy that was made before the form of the database changed into an envelope, so that it can be taken like
 * every other one. The bare file goes only then; where it cannot be read with the key it stays as it is.
 */
export async function adoptMigrationCopies(space: BackupSpace, names: readonly string[]): Promise<void> {
  const folder = join(space.dataDir, COPIES_FOLDER);
  for (const name of names) {
    const database = join(folder, name);
    const unit = readProfile(space.store).unit.code;
    const madeAt = timeOf(database, space.clock.now());
    const path = freePath(folder, copyName(unit, dayOf(madeAt), madeAt, 'migration'));
    const unfinished = `${path}${UNFINISHED}`;
    try {
      await pack(space, { database, unfinished, reason: 'migration', madeAt, day: dayOf(madeAt) });
      renameSync(unfinished, path);
      flushFolder(folder);
      discard(database);
    } catch (fault) {
      discard(unfinished);
      // Put there by somebody: offered nowhere, and not looked at again.
      if (fault instanceof AppError && fault.params.reason === 'schema') renamedAsUnknown(folder, name);
    }
  }
}

/** When a file was written, by its medium; never later than now. UTC, whole seconds. */
function timeOf(path: string, now: string): string {
  const written = `${statSync(path).mtime.toISOString().slice(0, 19)}Z`;
  return written < now ? written : now;
}

/** The machine's calendar day of an instant. */
function dayOf(instant: string): LocalDate {
  const time = new Date(instant);
  return localDate(time.getFullYear(), time.getMonth() + 1, time.getDate());
}

/** Removes what was begun, where the medium is still there to remove it from. */
function discard(...paths: readonly string[]): void {
  for (const path of paths) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) {
      try {
        rmSync(path + suffix, { force: true });
      } catch {
        // The medium is gone, and the file with it.
      }
    }
  }
}

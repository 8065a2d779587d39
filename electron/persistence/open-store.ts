import { chmodSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '#electron/application/ports.ts';
import { COPIES_FOLDER, DATABASE_FILE } from '#electron/common/book-files.ts';
import { AppError } from '#shared/errors.ts';
import { assertAllPages, assertWholeFile } from './database-file.ts';
import { lockFolder } from './folder-lock.ts';
import { assertOurs, migrate } from './migrate.ts';
import { type Connection, openDatabase, storageFault } from './open-database.ts';
import { purgeIfDue } from './privacy/purge.ts';
import { SqliteStore } from './store.ts';
import { wipeFile } from './wipe-file.ts';

export interface OpenStoreOptions {
  /** Makes a new database. */
  readonly create?: boolean;
  /** The folder's key, 32 bytes; absent for a database that is not encrypted. */
  readonly key?: Uint8Array | undefined;
}

/**
 * Opens a data folder for this process alone. With `create` a new one is made there, which must not hold a database yet.
 * Never deletes or replaces a database, and never works without one. A wrong key is told as damage: nobody can tell
 * one from the other.
 *
 * Throws `AppError`: DATA_FOLDER_MISSING, DATA_FOLDER_NOT_EMPTY (create), DATA_FOLDER_BUSY (open elsewhere),
 * DATA_DAMAGED, DATA_FROM_FUTURE (written by a newer version), OUTPUT_UNWRITABLE.
 */
export function openStore(dataDir: string, options: OpenStoreOptions = {}): Store {
  const path = join(dataDir, DATABASE_FILE);
  if (options.create) makeFolder(dataDir);
  else if (!existsSync(path)) throw new AppError('DATA_FOLDER_MISSING', { folder: dataDir });
  const lock = lockFolder(dataDir);
  try {
    if (options.create) createDatabase(path, options.key);
    return openLocked(path, join(dataDir, COPIES_FOLDER), options.key, () => lock.release());
  } catch (error) {
    lock.release();
    throw storageFault(error);
  }
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new AppError('OUTPUT_UNWRITABLE', { file: dataDir }, { cause });
  }
}

/** The new database gets its name only when it is whole, so that a crash leaves none or a whole one. */
function createDatabase(path: string, key: Uint8Array | undefined): void {
  if (existsSync(path)) throw new AppError('DATA_FOLDER_NOT_EMPTY', {});
  const unfinished = `${path}.new`;
  for (const suffix of ['', '-journal']) rmSync(unfinished + suffix, { force: true });
  const db = openDatabase(unfinished, { fileMustExist: false, timeout: 0, key });
  try {
    migrate(db, null);
  } finally {
    db.close();
  }
  // SECURITY 20: only the user who runs the program may read the records; the log takes over the mode.
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, path);
}

function openLocked(path: string, backups: string, key: Uint8Array | undefined, release: () => void): Store {
  // A link would let the program work in, and overwrite, a file that lies elsewhere.
  if (!lstatSync(path).isFile()) throw new AppError('DATA_DAMAGED', { reason: 'file' });
  assertWholeFile(path, key !== undefined);
  // The store may open one more connection later on, when the caller has wiped its key already.
  const kept = key && Uint8Array.from(key);
  const connect = (): Connection => openDatabase(path, { fileMustExist: true, timeout: 5000, key: kept });
  const writer = connect();
  let reader: Connection | null = null;
  try {
    assertOurs(writer);
    if (key !== undefined) assertAllPages(writer, path);
    writer.pragma('journal_mode = WAL');
    // WAL alone may lose acknowledged commits at a power cut; better-sqlite3 would default to that.
    writer.pragma('synchronous = FULL');
    writer.pragma('foreign_keys = ON');
    writer.pragma('trusted_schema = OFF');
    writer.pragma('cache_size = -65536');
    writer.pragma('journal_size_limit = 67108864');
    forgetColdJournal(path);
    migrate(writer, backups);
    purgeIfDue(writer);
    reader = connect();
    reader.pragma('query_only = ON');
    reader.pragma('trusted_schema = OFF');
    reader.pragma('cache_size = -32768');
    return new SqliteStore(path, writer, reader, connect, () => {
      kept?.fill(0);
      release();
    });
  } catch (error) {
    reader?.close();
    writer.close();
    kept?.fill(0);
    throw error;
  }
}

/**
 * A journal that a change of keys left when it was cut off. One that matters was applied and removed by SQLite when it
 * opened the file; with the log in use there is no other. Wiped: it may hold what a former, plain file held.
 */
function forgetColdJournal(path: string): void {
  wipeFile(`${path}-journal`);
}

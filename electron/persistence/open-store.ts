import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '#electron/application/ports.ts';
import { AppError } from '#shared/errors.ts';
import { assertWholeFile } from './database-file.ts';
import { lockFolder } from './folder-lock.ts';
import { assertOurs, migrate } from './migrate.ts';
import { type Connection, openDatabase, storageFault } from './open-database.ts';
import { SqliteStore } from './store.ts';

/** Name of the database in a data folder. */
export const DATABASE_FILE = 'so-chat-luong.db';
/** Folder beside it for copies made before its form changes. */
const BACKUP_FOLDER = 'backups';

/**
 * Opens a data folder for this process alone. With `create` a new one is made there, which must not hold a database yet.
 * Never deletes or replaces a database, and never works without one.
 *
 * Throws `AppError`: DATA_FOLDER_MISSING, DATA_FOLDER_NOT_EMPTY (create), DATA_FOLDER_BUSY (open elsewhere),
 * DATA_DAMAGED, DATA_FROM_FUTURE (written by a newer version), OUTPUT_UNWRITABLE.
 */
export function openStore(dataDir: string, options: { readonly create?: boolean } = {}): Store {
  const path = join(dataDir, DATABASE_FILE);
  if (options.create) makeFolder(dataDir);
  else if (!existsSync(path)) throw new AppError('DATA_FOLDER_MISSING', { folder: dataDir });
  const lock = lockFolder(dataDir);
  try {
    if (options.create) createDatabase(path);
    return openLocked(path, join(dataDir, BACKUP_FOLDER), () => lock.release());
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
function createDatabase(path: string): void {
  if (existsSync(path)) throw new AppError('DATA_FOLDER_NOT_EMPTY', {});
  const unfinished = `${path}.new`;
  for (const suffix of ['', '-journal']) rmSync(unfinished + suffix, { force: true });
  const db = openDatabase(unfinished, { fileMustExist: false, timeout: 0 });
  try {
    migrate(db, null);
  } finally {
    db.close();
  }
  // SECURITY 20: only the user who runs the program may read the records; the log takes over the mode.
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, path);
}

function openLocked(path: string, backups: string, release: () => void): Store {
  if (!statSync(path).isFile()) throw new AppError('DATA_DAMAGED', { reason: 'file' });
  assertWholeFile(path);
  const writer = openDatabase(path, { fileMustExist: true, timeout: 5000 });
  let reader: Connection | null = null;
  try {
    assertOurs(writer);
    writer.pragma('journal_mode = WAL');
    // WAL alone may lose acknowledged commits at a power cut; better-sqlite3 would default to that (data.md §5).
    writer.pragma('synchronous = FULL');
    writer.pragma('foreign_keys = ON');
    writer.pragma('trusted_schema = OFF');
    writer.pragma('cache_size = -65536');
    writer.pragma('journal_size_limit = 67108864');
    migrate(writer, backups);
    reader = openDatabase(path, { fileMustExist: true, timeout: 5000 });
    reader.pragma('query_only = ON');
    reader.pragma('trusted_schema = OFF');
    reader.pragma('cache_size = -32768');
    return new SqliteStore(path, writer, reader, release);
  } catch (error) {
    reader?.close();
    writer.close();
    throw error;
  }
}

import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { type Connection, openDatabase, storageFault } from './open-database.ts';
import { keepFolderPrivate, touchPrivate } from './private-folder.ts';

/**
 * Keeps a data folder for this process alone. The lock is the operating system's own on a small file, so it ends
 * with the process, however that ends; a left-over file locks nobody out.
 * Throws `AppError` DATA_FOLDER_BUSY when another process (or this one) has the folder open.
 */
export function lockFolder(folder: string): { release(): void } {
  keepFolderPrivate(folder);
  const path = join(folder, 'lock.db');
  const found = lstatSync(path, { throwIfNoEntry: false });
  // A link would lock, or make, a file elsewhere.
  if (found !== undefined && !found.isFile()) rmSync(path, { recursive: true, force: true });
  let lock: Connection;
  try {
    lock = take(path);
  } catch (error) {
    // Not a lock of ours: whoever holds one has an empty database. It must not pass for damage of the records.
    if (!(error instanceof AppError && error.code === 'DATA_DAMAGED')) throw error;
    rmSync(path, { force: true });
    lock = take(path);
  }
  return { release: () => lock.close() };
}

function take(path: string): Connection {
  // SQLite would make it with the rights that the umask leaves; its journal takes over the file's.
  touchPrivate(path);
  const lock = openDatabase(path, { fileMustExist: false, timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw storageFault(error);
  }
}

import { join } from 'node:path';
import { type Connection, openDatabase, storageFault } from './open-database.ts';
import { keepFolderPrivate, touchPrivate } from './private-folder.ts';

/**
 * Keeps a data folder for this process alone. The lock is the operating system's own on a small file, so it ends
 * with the process, however that ends; a left-over file locks nobody out.
 * Throws `AppError` DATA_FOLDER_BUSY when another process (or this one) has the folder open.
 */
export function lockFolder(folder: string): { release(): void } {
  const file = join(folder, 'lock.db');
  keepFolderPrivate(folder);
  // SQLite would make it with the rights that the umask leaves; its journal takes over the file's.
  touchPrivate(file);
  const lock: Connection = openDatabase(file, { fileMustExist: false, timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw storageFault(error);
  }
  return { release: () => lock.close() };
}

import { AppError } from '#shared/errors.ts';
import type { LogHead } from '#shared/log/entry.ts';
import { assertAllPages, assertWholeFile } from './database-file.ts';
import { logHead } from './log/log-writer.ts';
import { assertOurs } from './migrate.ts';
import { openDatabase, storageFault } from './open-database.ts';

/** What a copy of the database holds, in numbers. */
export interface CopyContents {
  /** `user_version`. */
  readonly schema: number;
  readonly counts: {
    readonly dossiers: number;
    readonly entries: number;
    readonly reports: number;
    /** Change sets: every deed ever recorded. */
    readonly changes: number;
  };
  /** The last entry of its log; null where it has none. */
  readonly log: LogHead | null;
}

/**
 * Opens a copy and reads every page of it: the cipher authenticates each one, SQLite checks how they hang together.
 * Changes nothing. Throws `AppError` DATA_DAMAGED, DATA_FROM_FUTURE.
 */
export function inspectCopy(path: string, key: Uint8Array | undefined): CopyContents {
  assertWholeFile(path, key !== undefined);
  const db = openDatabase(path, { fileMustExist: true, timeout: 0, key });
  try {
    const schema = assertOurs(db);
    if (key !== undefined) assertAllPages(db, path);
    db.pragma('query_only = ON');
    if (db.pragma('integrity_check(1)') !== 'ok') throw new AppError('DATA_DAMAGED', { reason: 'integrity' });
    if (db.all('PRAGMA foreign_key_check').length > 0)
      throw new AppError('DATA_DAMAGED', { reason: 'foreign_key' });
    const tables = new Set(db.column<string>("SELECT name FROM sqlite_master WHERE type = 'table'"));
    // A copy of an older form lacks tables that came later.
    const count = (table: string, where = ''): number =>
      tables.has(table) ? (db.value<number>(`SELECT count(*) FROM ${table}${where}`) ?? 0) : 0;
    return {
      schema,
      counts: {
        dossiers: count('dossier', ' WHERE deleted = 0'),
        entries: count('entry', ' WHERE deleted = 0'),
        reports: count('report'),
        changes: count('change_set'),
      },
      log: tables.has('log') ? logHead(db) : null,
    };
  } catch (error) {
    throw storageFault(error);
  } finally {
    db.close();
  }
}

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DATABASE_FILE } from '#electron/common/book-files.ts';

/** All rows of some tables of a data folder, as committed. */
export function dump(folder: string, ...tables: string[]): Record<string, unknown[]> {
  return dumpWith(undefined, folder, ...tables);
}

/** The same of an encrypted folder. */
export function dumpWith(
  key: Uint8Array | undefined,
  folder: string,
  ...tables: string[]
): Record<string, unknown[]> {
  const db = new Database(join(folder, DATABASE_FILE), { readonly: true });
  try {
    unlock(db, key);
    // What the book keeps about its keyring follows the key, and is no record.
    const rest = (table: string): string => (table === 'document' ? "WHERE key NOT GLOB 'keyring.*'" : '');
    return Object.fromEntries(
      tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ${rest(table)}`).all()]),
    );
  } finally {
    db.close();
  }
}

/** Opens the database beside the program, to damage it. */
export function raw(folder: string, key?: Uint8Array): Database.Database {
  const db = new Database(join(folder, DATABASE_FILE));
  unlock(db, key);
  return db;
}

/** By SQL, another way than the program's. */
function unlock(db: Database.Database, key: Uint8Array | undefined): void {
  if (key === undefined) return;
  db.pragma("cipher = 'aegis'");
  db.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`);
}

/** Takes a book of today back to the form it had before there was a log (60). */
export function beforeTheLog(db: Database.Database): void {
  for (const table of ['log', 'log_salt', 'rewritten', 'merged_from', 'former_report'])
    db.exec(`DROP TABLE ${table}`);
  db.exec(
    'DROP INDEX dossier_due; ALTER TABLE user DROP COLUMN exceptions; ALTER TABLE user DROP COLUMN retired_at',
  );
  db.pragma('user_version = 60');
}

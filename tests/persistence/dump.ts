import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DATABASE_FILE } from '#electron/persistence/open-store.ts';

/** All rows of some tables of a data folder, as committed. */
export function dump(folder: string, ...tables: string[]): Record<string, unknown[]> {
  const db = new Database(join(folder, DATABASE_FILE), { readonly: true });
  try {
    return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]));
  } finally {
    db.close();
  }
}

/** Opens the database beside the program, to damage it. */
export function raw(folder: string): Database.Database {
  return new Database(join(folder, DATABASE_FILE));
}

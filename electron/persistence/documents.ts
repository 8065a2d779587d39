import type { DocumentStore } from '#electron/application/ports.ts';
import type { Connection } from './open-database.ts';

/** Named JSON documents. */
export class SqliteDocuments implements DocumentStore {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }
  get(key: string): unknown {
    const value = this.#db.value<string>('SELECT value FROM document WHERE key = ?', key);
    return value === undefined ? undefined : JSON.parse(value);
  }
  keys(prefix: string): string[] {
    return this.#db
      .all<{ key: string }>(
        'SELECT key FROM document WHERE substr(key, 1, length(?)) = ? ORDER BY key',
        prefix,
        prefix,
      )
      .map((row) => row.key);
  }
}

export function putDocument(db: Connection, key: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`document ${key} has no value`);
  db.run(
    'INSERT INTO document (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    text,
  );
}

export function removeDocument(db: Connection, key: string): void {
  db.run('DELETE FROM document WHERE key = ?', key);
}

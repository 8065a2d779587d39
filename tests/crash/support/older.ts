import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from '#electron/persistence/migrate.ts';
import { MIGRATIONS } from '#electron/persistence/migrations/index.ts';
import { Connection } from '#electron/persistence/open-database.ts';
import { oldHash } from '../../access/support/older-folder.ts';
import { raw } from '../../persistence/dump.ts';
import { folderKey, TEST_PASSPHRASE } from '../../support/secrets.ts';
import { placesOf } from './desk.ts';

/** Makes the office's book one of an older form: what later steps brought is taken out again. */
export async function olderForm(folder: string, version: number): Promise<void> {
  const { data } = placesOf(folder);
  const old = shapeOf(version);
  const db = raw(data, await folderKey(data));
  db.pragma('foreign_keys = OFF');
  for (const type of ['trigger', 'view', 'index', 'table'])
    for (const { name } of objects(db, type)) {
      const had = objects(old, type).some((each) => each.name === name);
      if (!had) db.exec(`DROP ${type} IF EXISTS "${name}"`);
    }
  for (const { name } of objects(old, 'table')) {
    const had = columns(old, name);
    for (const column of columns(db, name))
      if (!had.includes(column)) db.exec(`ALTER TABLE "${name}" DROP COLUMN "${column}"`);
  }
  db.pragma(`user_version = ${version}`);
  // As a program that was closed leaves it.
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  old.close();
}

/** Makes the office's book one that everybody can read, as versions before encryption kept it. */
export async function plainFolder(folder: string): Promise<void> {
  const { data } = placesOf(folder);
  const db = raw(data, await folderKey(data));
  db.pragma('journal_mode = DELETE');
  // The empty text: from here on without a key.
  db.pragma("rekey = ''");
  db.pragma('journal_mode = WAL');
  db.prepare('UPDATE "user" SET passphrase_hash = ?').run(oldHash(TEST_PASSPHRASE));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  for (const name of readdirSync(data)) if (name.startsWith('keyring')) rmSync(join(data, name));
}

/** An empty database of a form. */
function shapeOf(version: number): Database.Database {
  const db = new Database(':memory:');
  migrate(
    new Connection(db),
    null,
    MIGRATIONS.filter((step) => step.version <= version),
  );
  return db;
}

const objects = (db: Database.Database, type: string): { name: string }[] =>
  db.prepare("SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%'").all(type) as {
    name: string;
  }[];

const columns = (db: Database.Database, table: string): string[] =>
  (db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name);

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { Connection } from './open-database.ts';

/** "SoCL" in ASCII: tells this program's databases from every other SQLite file. */
export const APPLICATION_ID = 0x536f434c;

/** The `user_version` this program writes. */
export function schemaVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Refuses a database this program must not touch: not one of its own (DATA_DAMAGED), or written by a newer version
 * (DATA_FROM_FUTURE). Changes nothing.
 */
export function assertOurs(db: Connection, migrations: readonly Migration[] = MIGRATIONS): number {
  const version = Number(db.pragma('user_version'));
  if (db.pragma('application_id') !== APPLICATION_ID)
    throw new AppError('DATA_DAMAGED', { reason: 'application_id' });
  if (version > schemaVersion(migrations))
    throw new AppError('DATA_FROM_FUTURE', { found: version, known: schemaVersion(migrations) });
  if (!migrations.some((migration) => migration.version === version))
    throw new AppError('DATA_DAMAGED', { reason: 'user_version' });
  return version;
}

/**
 * Brings a database to the newest form, step by step. Before the first step an existing database is copied to
 * `backups/`; a step that fails leaves the database as it was before that step. Returns the copy's path, if one was made.
 */
export function migrate(
  db: Connection,
  backupFolder: string | null,
  migrations: readonly Migration[] = MIGRATIONS,
): string | null {
  const from = Number(db.pragma('user_version'));
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return null;
  const backup =
    from > 0 && backupFolder !== null ? backUp(db, backupFolder, from, schemaVersion(migrations)) : null;
  for (const migration of pending) apply(db, migration);
  const broken = db.all('PRAGMA foreign_key_check');
  const health = db.pragma('quick_check(1)');
  if (broken.length > 0 || health !== 'ok') throw new AppError('DATA_DAMAGED', { reason: 'after-migration' });
  return backup;
}

function apply(db: Connection, migration: Migration): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    migration.up(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migration.version}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Never overwrites an earlier copy: a second attempt at the same step keeps both. */
function backUp(db: Connection, folder: string, from: number, to: number): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let path = join(folder, `before-${from}-to-${to}.db`);
  for (let attempt = 2; existsSync(path); attempt += 1)
    path = join(folder, `before-${from}-to-${to}-${attempt}.db`);
  // Under its name only when it is whole; what a copy that was cut off left goes first.
  const unfinished = `${path}.new`;
  for (const suffix of ['', '-journal']) rmSync(unfinished + suffix, { force: true });
  db.run('VACUUM INTO ?', unfinished);
  renameSync(unfinished, path);
  return path;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { KnownDossier } from '#electron/application/ports.ts';
import { APPLICATION_ID, assertOurs, migrate, schemaVersion } from '#electron/persistence/migrate.ts';
import { MIGRATIONS } from '#electron/persistence/migrations/index.ts';
import type { Migration } from '#electron/persistence/migrations/migration.ts';
import { Connection } from '#electron/persistence/open-database.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { dump, raw } from './dump.ts';
import { add, meta, open, plainDossier, TODAY, temporaryFolder } from './support.ts';

function emptyDatabase(): { db: Connection; folder: string } {
  const folder = temporaryFolder();
  return { db: new Connection(new Database(join(folder, 'test.db'))), folder };
}

const tables = (db: Connection) =>
  db
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .map(({ name }) => name);
const upTo = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

describe('migrations', () => {
  it('are numbered upwards in tens', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.every((version) => version > 0 && version % 10 === 0)).toBe(true);
  });

  it.each([
    [10, ['change', 'change_set', 'counter', 'dossier', 'tally', 'term']],
    [20, ['archive', 'import']],
    [30, ['document', 'enrolment', 'report', 'signing_key', 'user']],
    [40, ['entry', 'entry_change']],
    [50, []],
    [60, ['correction']],
    [70, ['log']],
    [80, []],
  ])('step %i adds its tables, all strict', (version, added) => {
    const { db } = emptyDatabase();
    migrate(db, null, upTo(version - 10));
    const before = tables(db);
    migrate(db, null, upTo(version));
    expect(tables(db).filter((table) => !before.includes(table))).toEqual(added);
    expect(db.pragma('user_version')).toBe(version);
    expect(db.pragma('application_id')).toBe(APPLICATION_ID);
    const loose = db.all(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0",
    );
    expect(loose).toEqual([]);
    db.close();
  });

  it('step 20 keeps the records of step 10', () => {
    const { db } = emptyDatabase();
    migrate(db, null, upTo(10));
    db.exec("INSERT INTO change_set VALUES (1, '2024-01-01T00:00:00Z', 'thu', 'created', NULL, NULL)");
    db.exec(`INSERT INTO dossier (id, code, channel, received_on, status, outcome, components, result, facts, counted, search, created_in, changed_in)
      VALUES (1, 'A', 0, 20240102, 2, 0, 0, 0, 0, 1, 'a', 1, 1)`);
    migrate(db, null);
    expect(db.value('SELECT code FROM dossier')).toBe('A');
    db.close();
  });

  it('steps 40 to 110 open a book of step 30 with all that is in it', async () => {
    const folder = temporaryFolder();
    // A book as the first release leaves it: written by the program, with what came later taken out.
    const store = openStore(folder, { create: true });
    const ids = await add(store, [
      plainDossier({ code: 'A', dueOn: '2024-03-01', status: 'paused' }),
      plainDossier({ code: 'B', status: 'returned', finishedOn: '2024-01-05' }),
      plainDossier({ code: 'C' }),
    ]);
    await store.write((tx) => {
      const known = tx.dossier(ids[0] as number) as KnownDossier;
      tx.updateDossier(known, { ...known.record, note: 'x' }, null, tx.beginChangeSet(meta('edited')));
      const file = { file: 'a.csv', sha256: 'a'.repeat(64), kind: 'dossiers' } as const;
      const { importId, changeSet } = tx.beginImport({ user: 'thu', at: '2024-04-01T02:00:00Z' }, file);
      tx.insertDossier(plainDossier({ code: 'D' }), null, changeSet);
      const balance = { read: 1, added: 1, updated: 0, unchanged: 0, bad: 0, ignored: 0 };
      tx.finishImport(importId, { ...file, sheet: null, headerRow: 1, mapping: {}, badRows: [], ...balance });
      tx.putDocument('preferences', { a: 1 });
    });
    store.close();
    const old = raw(folder);
    old.exec(
      'DROP TABLE log; DROP TABLE log_salt; DROP TABLE rewritten; DROP TABLE merged_from; DROP TABLE former_report; DROP TABLE correction; DROP TABLE entry; DROP TABLE entry_change; DROP INDEX dossier_due; DROP INDEX dossier_suspended; ALTER TABLE dossier DROP COLUMN suspensions; ALTER TABLE user DROP COLUMN exceptions; ALTER TABLE user DROP COLUMN retired_at',
    );
    old.pragma('user_version = 30');
    const before = old.prepare('SELECT * FROM dossier').all();
    old.close();

    const migrated = open(folder);
    expect(migrated.stats()).toMatchObject({ schema: schemaVersion(), dossiers: 4, changes: 1 });
    expect(migrated.check()).toEqual([]);
    expect(dump(folder, 'dossier').dossier).toEqual(
      before.map((row) => ({ ...(row as object), suspensions: null })),
    );
    expect(existsSync(join(folder, 'backups', `before-30-to-${schemaVersion()}.db`))).toBe(true);
    expect(migrated.dossiers.byCode('A', TODAY)?.record).toMatchObject({ note: 'x', suspensions: [] });
    expect(migrated.dossiers.history(1).map(({ kind }) => kind)).toEqual(['created', 'edited']);
    await migrated.write((tx) => {
      const set = tx.beginChangeSet(meta());
      tx.insertEntry('staff', { code: '1', name: 'An', post: 'x', from: '2024-01-01' }, 1, set);
      Array.from(tx.undoingImport(1, { user: 'thu', at: '2024-04-01T03:00:00Z', reason: null }));
      const known = tx.dossier(ids[2] as number) as KnownDossier;
      const span = { kind: 'paused', from: TODAY, to: null, dueBefore: null } as const;
      tx.updateDossier(known, { ...known.record, suspensions: [span] }, null, set);
    });
    expect(migrated.check()).toEqual([]);
    expect(migrated.dossiers.byCode('D', TODAY)).toBeNull();
    expect(migrated.dossiers.byCode('C', TODAY)?.record.suspensions).toHaveLength(1);
  });

  it('the balance of an import must be even', () => {
    const { db } = emptyDatabase();
    migrate(db, null);
    db.exec("INSERT INTO change_set VALUES (1, '2024-01-01T00:00:00Z', 'thu', 'imported', NULL, NULL)");
    const insert = (read: number) =>
      db.run(
        "INSERT INTO import (change_set, file, sha256, kind, read, added) VALUES (1, 'f', 's', 'dossiers', ?, 2)",
        read,
      );
    expect(() => insert(3)).toThrow(/CHECK/);
    expect(() => insert(2)).not.toThrow();
    db.close();
  });

  it('copy an existing database first, and never over an earlier copy', () => {
    const { db, folder } = emptyDatabase();
    migrate(db, null, upTo(10));
    const first = migrate(db, join(folder, 'backups'), upTo(20));
    expect(first).toBe(join(folder, 'backups', 'before-10-to-20.db'));
    const copy = new Connection(new Database(first as string, { readonly: true }));
    expect(copy.pragma('user_version')).toBe(10);
    copy.close();
    db.close();
  });

  it('leave everything as it was when a step fails, and keep the copy', () => {
    const { db, folder } = emptyDatabase();
    migrate(db, null);
    const broken: Migration = {
      version: schemaVersion() + 10,
      name: 'broken',
      up(connection) {
        connection.exec('DROP TABLE document');
        throw new Error('no further');
      },
    };
    expect(() => migrate(db, join(folder, 'backups'), [...MIGRATIONS, broken])).toThrow('no further');
    expect(tables(db)).toContain('document');
    expect(db.pragma('user_version')).toBe(schemaVersion());
    expect(existsSync(join(folder, 'backups', `before-${schemaVersion()}-to-${broken.version}.db`))).toBe(
      true,
    );
    expect(() => migrate(db, join(folder, 'backups'), [...MIGRATIONS, broken])).toThrow('no further');
    expect(existsSync(join(folder, 'backups', `before-${schemaVersion()}-to-${broken.version}-2.db`))).toBe(
      true,
    );
    db.close();
  });

  it('are refused for a form that lies between two steps', () => {
    const { db } = emptyDatabase();
    migrate(db, null);
    db.pragma('user_version = 15');
    expect(() => assertOurs(db)).toThrow('DATA_DAMAGED');
    db.close();
  });
});

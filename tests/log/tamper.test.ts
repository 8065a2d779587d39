import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { undoImport } from '#electron/application/imports/handlers.ts';
import type { KnownDossier, KnownEntry, Store } from '#electron/application/ports.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { type LogEntry, linkText } from '#shared/log/entry.ts';
import { beforeTheLog, raw } from '../persistence/dump.ts';
import {
  importRows,
  meta,
  open,
  patch,
  plainDossier,
  temporaryFolder,
  workspace,
} from '../persistence/support.ts';

const CERTIFICATE = new Uint8Array([48, 3, 2, 1, 1]);

/** A book in which everything happened that the log tells of. */
async function fill(store: Store): Promise<void> {
  store.actAs(() => ({ login: 'thu', at: '2024-04-01T02:00:00Z' }));
  await importRows(store, [
    patch('A', { field: 'Hộ tịch', applicantName: 'Nguyễn Văn An', dueOn: '2024-01-09' }),
    patch('B', { status: 'returned', returnedOn: '2024-01-05' }),
    patch('C'),
  ]);
  await importRows(store, [patch('A', { note: 'x' }), patch('D')]);
  await undoImport(2, workspace(store));
  await store.write((tx) => {
    const known = tx.dossier(1) as KnownDossier;
    tx.updateDossier(
      known,
      { ...known.record, note: 'sửa', suspensions: [] },
      null,
      tx.beginChangeSet(meta('edited')),
    );
  });
  await store.write((tx) => {
    const set = tx.beginChangeSet(meta());
    tx.insertDossier(plainDossier({ code: 'E', personId: '001099012345' }), true, set);
    tx.insertEntry('staff', { code: 'CB01', name: 'An', post: 'x', from: '2024-01-01' }, 1, set);
  });
  await store.write((tx) => {
    const entry = tx.entry('staff', 1) as KnownEntry;
    tx.updateEntry(entry, { ...entry.record, post: 'y' }, tx.beginChangeSet(meta('edited')));
    tx.undoEntryChange(tx.beginChangeSet(meta('edited')), tx.beginChangeSet(meta('undone')));
  });
  await store.write((tx) => {
    tx.putDocument('profile', { unit: { code: '1' } });
    tx.putUser({ login: 'thu', name: 'Thu', role: 'clerk', passphraseHash: null });
    tx.putEnrolment({
      subject: 'CN=X',
      fingerprint: 'f',
      certificate: CERTIFICATE,
      unitCode: null,
      from: null,
      to: null,
      revokedOn: null,
    });
    tx.insertKey({
      name: 'k',
      envelope: CERTIFICATE,
      certificate: CERTIFICATE,
      info: {},
      createdAt: 'x',
      createdBy: 'thu',
    });
    tx.tell({ kind: 'unmasked', subject: { ledger: 'dossiers', id: 4 } });
  });
}

async function folderWith(before?: (db: Database.Database) => void): Promise<string> {
  const folder = temporaryFolder();
  const store = openStore(folder, { create: true });
  await fill(store);
  store.close();
  if (before !== undefined) {
    const db = raw(folder);
    db.pragma('foreign_keys = OFF');
    before(db);
    db.close();
  }
  return folder;
}

const logProblems = (folder: string) =>
  open(folder)
    .check()
    .filter(({ code }) => code === 'LOG')
    .map(({ params }) => params);

const unguarded = (sql: string) => (db: Database.Database) => {
  db.exec('DROP TRIGGER log_is_not_changed; DROP TRIGGER log_is_not_removed');
  db.exec(sql);
};

describe('a book and its log', () => {
  it('agree as the program wrote them', async () => {
    const folder = await folderWith();
    const store = open(folder);
    expect(store.check()).toEqual([]);
    const kinds = store.log.rows([...store.log.index({})].reverse()).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'genesis',
      'imported',
      'imported',
      'import-undone',
      'edited',
      'created',
      'edited',
      'edited',
      'undone',
      'settings',
      'person',
      'trust',
      'key',
      'unmasked',
    ]);
    expect(store.log.head()).toMatchObject({ seq: 14 });
    expect(store.log.rows([1])[0]).toMatchObject({ login: '', at: '' });
    expect([
      ...store.log.index({ kinds: ['imported'], logins: ['thu'], from: '2024-04-01T00:00:00Z' }),
    ]).toEqual([3, 2]);
    expect(store.log.index({ to: '2024-03-31T23:59:59Z' })).toHaveLength(1);
  });

  it('are written with the deed or not at all', async () => {
    const store = open(temporaryFolder(), { create: true });
    const failing = store.write((tx) => {
      tx.insertDossier(plainDossier({ code: 'A' }), null, tx.beginChangeSet(meta()));
      throw new Error('cut off');
    });
    await expect(failing).rejects.toThrow('cut off');
    expect(store.log.head().seq).toBe(1);
    await importRows(store, [patch('A')], { mode: 'preview' });
    expect(store.log.head().seq).toBe(1);
    await importRows(store, [patch('A')]);
    expect(store.log.head().seq).toBe(2);
    expect(store.check()).toEqual([]);
  });

  it('one entry vouches for a whole import', async () => {
    const store = open(temporaryFolder(), { create: true });
    await importRows(
      store,
      Array.from({ length: 500 }, (_, n) => patch(`A${n}`, { applicantName: `Nguyễn ${n}` })),
    );
    expect(store.log.head().seq).toBe(2);
    expect(store.check()).toEqual([]);
  });

  it('the database itself refuses to change or remove entries', async () => {
    const folder = await folderWith();
    const db = raw(folder);
    expect(() => db.exec("UPDATE log SET login = 'x'")).toThrow(/append-only/);
    expect(() => db.exec('DELETE FROM log WHERE seq = 3')).toThrow(/append-only/);
    db.close();
  });

  it.each([
    ['who made a change', "UPDATE change_set SET user = 'khac' WHERE id = 4", { seq: 5, part: 'change-set' }],
    [
      'when',
      "UPDATE change_set SET at = '2024-04-02T02:00:00Z' WHERE id = 1",
      { seq: 2, part: 'change-set' },
    ],
    ['why', "UPDATE change_set SET reason = 'x' WHERE id = 4", { seq: 5, part: 'content' }],
    [
      'what a change changed',
      `UPDATE change SET fields = replace(fields, 'sửa', 'vá') WHERE change_set = 4`,
      { seq: 5, part: 'content' },
    ],
    ['a change that is gone', 'DELETE FROM change WHERE change_set = 4', { seq: 5, part: 'content' }],
    [
      'a change of an entry',
      `UPDATE entry_change SET fields = replace(fields, '"y"', '"z"')`,
      { seq: 7, part: 'content' },
    ],
    [
      'a name nobody ever changed',
      "UPDATE dossier SET applicant_name = 'Trần Văn B', search = replace(search, 'nguyen van an', 'tran van b') WHERE code = 'A'",
      { seq: 2, part: 'content' },
    ],
    [
      'a number of papers',
      "UPDATE dossier SET person_id = '001099012346' WHERE code = 'E'",
      { seq: 6, part: 'content' },
    ],
    ['an entry', `UPDATE entry SET record = replace(record, '"An"', '"Ân"')`, { seq: 6, part: 'content' }],
    [
      'a word of many dossiers',
      "UPDATE term SET text = 'Đất đai', folded = 'dat dai'",
      { seq: 2, part: 'content' },
    ],
    ['an archived record', "UPDATE archive SET rows = x'00'", { seq: 3, part: 'content' }],
    ['the balance of an import', 'UPDATE import SET ignored = 5 WHERE id = 1', { seq: 2, part: 'content' }],
    ['an import that was undone', 'UPDATE import SET undone_in = NULL', { seq: 3, part: 'content' }],
    ['a dossier that is gone', "DELETE FROM dossier WHERE code = 'C'", { seq: 2, part: 'content' }],
    [
      'a dossier from nowhere',
      "INSERT INTO dossier SELECT 99, 'Z', code_key, procedure_code, procedure_name, field, applicant_name, person_id, channel, received_on, due_on, reappointed_due_on, finished_on, returned_on, status, outcome, components, result, in_software, paper_parallel, handler, note, issues_document, resolved_on, facts, counted, 'z', created_in, changed_in, deleted, suspensions FROM dossier WHERE code = 'E'",
      null,
    ],
    [
      'the unit',
      `UPDATE document SET value = '{"unit":{"code":"2"}}'`,
      { seq: 10, part: 'content', document: 'profile' },
    ],
    ['a role', "UPDATE user SET role = 'chairman'", { seq: 11, part: 'content', user: 'thu' }],
    [
      'a person from nowhere',
      "INSERT INTO user (login, name, role) VALUES ('x', 'X', 'head')",
      { seq: null, part: 'missing', user: 'x' },
    ],
    ['a trusted signer', "UPDATE enrolment SET unit_code = '9'", { seq: 12, part: 'content', enrolment: 1 }],
    ['a key', "UPDATE signing_key SET name = 'x'", { seq: 13, part: 'content', key: 1 }],
    [
      'a deed from nowhere',
      "INSERT INTO change_set VALUES (50, '2024-01-01T00:00:00Z', 'thu', 'created', NULL, NULL)",
      { seq: null, part: 'missing', table: 'change_set' },
    ],
  ])('tell of %s that was changed past the program', async (_, sql, found) => {
    const problems = logProblems(await folderWith((db) => db.exec(sql)));
    if (found === null) expect(problems).not.toEqual([]);
    else expect(problems[0]).toEqual(found);
  });

  it.each([
    ['an entry changed', "UPDATE log SET login = 'khac' WHERE seq = 5", { seq: 5, part: 'hash' }],
    ['an entry gone', 'DELETE FROM log WHERE seq = 5', { seq: 5, part: 'sequence' }],
    ['the last entries gone', 'DELETE FROM log WHERE seq >= 9', { seq: null, part: 'missing', key: 1 }],
    ['the beginning gone', 'DELETE FROM log WHERE seq = 1', { seq: 1, part: 'sequence' }],
    ['everything gone', 'DELETE FROM log', { seq: null, part: 'missing', document: 'profile' }],
  ])('tell of the log with %s', async (_, sql, found) => {
    expect(logProblems(await folderWith(unguarded(sql)))).toContainEqual(found);
  });

  it('a change that was hidden with its entry, links made anew, is found by what follows', async () => {
    const folder = await folderWith((db) => {
      unguarded("UPDATE change_set SET reason = 'x' WHERE id = 4")(db);
      relink(db, 5);
    });
    expect(logProblems(folder)).toEqual([{ seq: 5, part: 'content' }]);
  });
});

/** Makes all links from one on anew, as somebody would who knows how. */
function relink(db: Database.Database, from: number): void {
  const entries = db.prepare('SELECT * FROM log ORDER BY seq').all() as LogEntry[];
  let previous = entries[from - 2]?.hash ?? '';
  for (const entry of entries.slice(from - 1)) {
    const hash = createHash('sha256')
      .update(linkText({ ...entry, previous }))
      .digest('hex');
    db.prepare('UPDATE log SET previous = ?, hash = ? WHERE seq = ?').run(previous, hash, entry.seq);
    previous = hash;
  }
}

describe('a folder from before the log', () => {
  it('begins its chain with what is there, and what is changed of that later is found', async () => {
    const folder = await folderWith(beforeTheLog);
    const store = openStore(folder, {});
    expect(store.check()).toEqual([]);
    expect(store.log.rows([1, 2])).toMatchObject([
      { kind: 'genesis', login: '', at: '2024-04-01T02:00:00Z' },
      { kind: 'found', subject: '{"id":"profile","table":"document"}' },
    ]);
    await store.write((tx) => {
      const known = tx.dossier(1) as KnownDossier;
      const set = tx.beginChangeSet(meta('edited'));
      tx.updateDossier(known, { ...known.record, note: 'sau', applicantName: 'Lê' }, null, set);
      tx.insertDossier(plainDossier({ code: 'F' }), null, set);
      tx.putUser({ login: 'thu', name: 'Thu', role: 'head', passphraseHash: null });
    });
    expect(store.check()).toEqual([]);
    store.close();
    const db = raw(folder);
    db.exec("UPDATE dossier SET handler = NULL, note = 'khác' WHERE code = 'B'");
    db.close();
    expect(logProblems(folder)).toEqual([{ seq: 1, part: 'content' }]);
  });
});

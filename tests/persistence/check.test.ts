import { describe, expect, it } from 'vitest';
import { undoImport } from '#electron/application/imports/handlers.ts';
import type { KnownDossier, KnownEntry, StoreProblem } from '#electron/application/ports.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { raw } from './dump.ts';
import { importRows, meta, open, patch, plainDossier, TODAY, temporaryFolder, workspace } from './support.ts';

/** What the log finds as well, whatever was changed, is the matter of its own tests. */
const besideLog = ({ code }: StoreProblem) => code !== 'LOG';

/** A folder with two imports, the second undone, and what the check says after some SQL from outside. */
async function problemsAfter(sql: string): Promise<string[]> {
  const folder = temporaryFolder();
  const store = openStore(folder, { create: true });
  await importRows(store, [
    patch('A', { field: 'Hộ tịch', dueOn: '2024-01-09' }),
    patch('B', { status: 'returned', returnedOn: '2024-01-05' }),
    patch('C', { status: 'registered' }),
  ]);
  await importRows(store, [patch('A', { note: 'x' }), patch('D')]);
  await undoImport(2, workspace(store));
  store.close();
  const db = raw(folder);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
  return [
    ...new Set(
      open(folder)
        .check()
        .filter(besideLog)
        .map(({ code }) => code),
    ),
  ];
}

describe('the check', () => {
  it('finds nothing where nothing was changed from outside', async () => {
    expect(await problemsAfter('SELECT 1')).toEqual([]);
  });

  it.each([
    ['a derived fact', "UPDATE dossier SET facts = facts + 2 WHERE code = 'B'", ['DERIVED', 'TALLY']],
    ['the day of the end', "UPDATE dossier SET resolved_on = NULL WHERE code = 'B'", ['DERIVED', 'TALLY']],
    ['the searched text', "UPDATE dossier SET search = '' WHERE code = 'A'", ['DERIVED']],
    ['a date before the receipt', "UPDATE dossier SET due_on = 20230101 WHERE code = 'A'", ['DERIVED']],
    ['a date that is none', "UPDATE dossier SET received_on = 20240100 WHERE code = 'C'", ['DERIVED']],
    ['a number in the tally', 'UPDATE tally SET n = n + 1 WHERE axis = 1', ['TALLY']],
    ['a line of the tally', 'DELETE FROM tally WHERE axis = 2', ['TALLY']],
    ['a lost dossier', "DELETE FROM dossier WHERE code = 'C'", ['TALLY', 'BALANCE', 'HISTORY']],
    ['a lost word', 'DELETE FROM term', ['FOREIGN_KEY', 'DERIVED']],
    ['a lost archive', 'DELETE FROM archive', ['HISTORY']],
    ['a change that cannot be read', "UPDATE change SET fields = '{'", ['HISTORY']],
    ['a balance', 'UPDATE import SET read = read + 1, added = added + 1 WHERE id = 1', ['BALANCE']],
  ])('finds %s', async (_, sql, codes) => {
    expect(await problemsAfter(sql)).toEqual(codes);
  });
});

/** What the check says of a book with entries, one import of them undone, after some SQL from outside. */
async function entryProblemsAfter(sql: string): Promise<string[]> {
  const folder = temporaryFolder();
  const store = openStore(folder, { create: true });
  const importOf = (records: readonly AnyRecord[]) =>
    store.write((tx) => {
      const file = { file: 'a.xlsx', sha256: 'a'.repeat(64), kind: 'petitions' } as const;
      const { importId, changeSet } = tx.beginImport({ user: 'thu', at: '2024-04-01T02:00:00Z' }, file);
      for (const record of records) tx.insertEntry('petitions', record, 1, changeSet);
      const none = { updated: 0, unchanged: 0, bad: 0, ignored: 0 };
      const balance = { ...none, read: records.length, added: records.length };
      tx.finishImport(importId, { ...file, sheet: null, headerRow: 1, mapping: {}, badRows: [], ...balance });
      return importId;
    });
  const petition = (code: string) => ({ code, receivedOn: '2024-03-01', subject: 'Đường hỏng' });
  await importOf([petition('PA-1'), { ...petition('PA-2'), dueOn: '2024-03-05' }]);
  const undone = await importOf([petition('PA-3')]);
  await store.write((tx) => {
    Array.from(tx.undoingImport(undone, { user: 'thu', at: '2024-04-01T03:00:00Z', reason: null }));
    const set = tx.beginChangeSet(meta());
    tx.insertEntry('staff', { code: 'CB01', name: 'An', post: 'x', from: '2024-01-01' }, 1, set);
    const course = { staffCode: 'cb 01', course: 'Tin học', finishedOn: '2024-02-01', hours: 8 };
    tx.insertEntry('staff-courses', course, 1, set);
    tx.insertEntry('survey-answers', { givenOn: '2024-02-01', answer: 'satisfied' }, 7, set);
    const known = tx.entry('petitions', 2) as KnownEntry;
    tx.updateEntry(known, { ...known.record, note: 'x' }, tx.beginChangeSet(meta('edited')));
    const dossier = tx.insertDossier(plainDossier({ code: 'A' }), null, set);
    const span = { kind: 'paused', from: TODAY, to: null, dueBefore: null } as const;
    const record = plainDossier({ code: 'A', suspensions: [span] });
    tx.updateDossier(tx.dossier(dossier) as KnownDossier, record, null, tx.beginChangeSet(meta('edited')));
  });
  store.close();
  const db = raw(folder);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
  return [
    ...new Set(
      open(folder)
        .check()
        .filter(besideLog)
        .map(({ code, params }) => [code, params.column, params.rule].filter((part) => part).join(' ')),
    ),
  ];
}

describe('the check of entries', () => {
  it('finds nothing where nothing was changed from outside', async () => {
    expect(await entryProblemsAfter('SELECT 1')).toEqual([]);
  });

  it.each([
    ['a ledger that is none', "UPDATE entry SET ledger = 'pets' WHERE id = 1", ['DERIVED ledger']],
    ['a key', "UPDATE entry SET key = 'PA-9' WHERE id = 1", ['DERIVED key']],
    [
      'a number of a key',
      "UPDATE entry SET key = replace(key, '7', '0') WHERE ledger = 'survey-answers'",
      ['DERIVED key'],
    ],
    ['the day', 'UPDATE entry SET day = 20240302 WHERE id = 1', ['DERIVED day']],
    ['the day it is due', 'UPDATE entry SET due_on = NULL WHERE id = 2', ['DERIVED due_on']],
    ['what it lacks', "UPDATE entry SET lacks = '' WHERE id = 1", ['DERIVED lacks']],
    ['the searched text', "UPDATE entry SET search = '' WHERE id = 1", ['DERIVED search']],
    [
      'a field that must be given',
      "UPDATE entry SET record = json_remove(record, '$.subject') WHERE id = 1",
      ['DERIVED subject REQUIRED'],
    ],
    [
      'a day before the receipt',
      "UPDATE entry SET record = json_set(record, '$.dueOn', '2024-01-01') WHERE id = 2",
      ['DERIVED dueOn DATE_ORDER'],
    ],
    [
      'a reference that leads nowhere',
      "UPDATE entry SET deleted = 1 WHERE ledger = 'staff'",
      ['DERIVED staffCode REF_UNKNOWN', 'HISTORY'],
    ],
    ['a lost entry', 'DELETE FROM entry WHERE id = 1', ['BALANCE', 'HISTORY']],
    ['a balance', 'UPDATE import SET read = 3, added = 3 WHERE id = 1', ['BALANCE']],
    ['a lost archive', 'DELETE FROM archive', ['HISTORY']],
    ['a change that cannot be read', "UPDATE entry_change SET fields = '{'", ['HISTORY']],
    ['a suspension that cannot be read', "UPDATE dossier SET suspensions = '['", ['DERIVED']],
    [
      'a suspension that facts leave out',
      'UPDATE dossier SET suspensions = NULL, facts = facts + 1',
      ['DERIVED facts', 'TALLY', 'HISTORY'],
    ],
  ])('finds %s', async (_, sql, codes) => {
    expect(await entryProblemsAfter(sql)).toEqual(codes);
  });
});

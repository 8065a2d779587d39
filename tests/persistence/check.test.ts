import { describe, expect, it } from 'vitest';
import { undoImport } from '#electron/application/imports/handlers.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { raw } from './dump.ts';
import { importRows, open, patch, temporaryFolder, workspace } from './support.ts';

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
    ['a lost dossier', "DELETE FROM dossier WHERE code = 'C'", ['TALLY', 'BALANCE']],
    ['a lost word', 'DELETE FROM term', ['FOREIGN_KEY', 'DERIVED']],
    ['a lost archive', 'DELETE FROM archive', ['HISTORY']],
    ['a change that cannot be read', "UPDATE change SET fields = '{'", ['HISTORY']],
    ['a balance', 'UPDATE import SET read = read + 1, added = added + 1 WHERE id = 1', ['BALANCE']],
  ])('finds %s', async (_, sql, codes) => {
    expect(await problemsAfter(sql)).toEqual(codes);
  });
});

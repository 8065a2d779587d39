import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoImport } from '#electron/application/imports/handlers.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { RecordPatch } from '#shared/import/types.ts';
import { dossier } from '../unit/domain/arbitraries.ts';
import { dump } from './dump.ts';
import { importRows, temporaryFolder, workspace } from './support.ts';

/** Lists over few codes, so that they meet again; each row states some of its fields. */
const list: fc.Arbitrary<RecordPatch[]> = fc
  .uniqueArray(
    fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      dossier,
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom('1', '2', null),
    ),
    { selector: ([code]) => code, maxLength: 12 },
  )
  .map((rows) =>
    rows.map(([code, record, mask, personId]) => stated({ ...record, code: `H19-${code}`, personId }, mask)),
  );

function stated(record: Dossier, mask: number): RecordPatch {
  const entries = Object.entries(record).filter(
    ([field, value], index) =>
      value !== null &&
      (['code', 'receivedOn', 'status', 'finishedOn', 'returnedOn'].includes(field) ||
        (mask >> (index % 16)) % 2 === 1),
  );
  return Object.fromEntries(entries) as unknown as RecordPatch;
}

const ALL = ['dossier', 'tally', 'change', 'change_set', 'import', 'term', 'counter'];

describe('any sequence of lists', () => {
  it('is balanced, previewed as committed, found unchanged when repeated, and undone exactly', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(list, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (lists, acceptConflicts) => {
          const folder = temporaryFolder();
          const store = openStore(folder, { create: true });
          try {
            const before: Record<string, unknown[]>[] = [];
            for (const rows of lists) {
              before.push(dump(folder, 'dossier', 'tally'));
              const untouched = dump(folder, ...ALL);
              const preview = await importRows(store, rows, { mode: 'preview', acceptConflicts });
              expect(dump(folder, ...ALL)).toEqual(untouched);
              const committed = await importRows(store, rows, { acceptConflicts });
              expect({ ...committed, result: { ...committed.result, importId: null } }).toEqual(preview);
              const { read, added, updated, unchanged, bad } = committed.result;
              expect(read).toBe(rows.length);
              expect(added + updated + unchanged + bad).toBe(read);
              expect(store.check()).toEqual([]);
              const after = dump(folder, 'dossier', 'tally', 'change');
              const again = await importRows(store, rows, { acceptConflicts });
              expect(again.result).toMatchObject({ added: 0, updated: 0, bad });
              expect(dump(folder, 'dossier', 'tally', 'change')).toEqual(after);
              await undoImport(again.result.importId as number, workspace(store));
            }
            for (let index = lists.length - 1; index >= 0; index -= 1) {
              await undoImport(index * 2 + 1, workspace(store));
              expect(dump(folder, 'dossier', 'tally')).toEqual(before[index]);
            }
            expect(store.check()).toEqual([]);
          } finally {
            store.close();
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});

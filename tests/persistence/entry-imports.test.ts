import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '#electron/persistence/open-store.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { LEDGER_IDS, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { dump } from './dump.ts';
import { change, course, importEntries, insert, person, petition, undo, undoImport } from './entry-deeds.ts';
import { recordOf } from './entry-records.ts';
import { newStore, TODAY, temporaryFolder } from './support.ts';

describe('imports of entries', () => {
  it.each(LEDGER_IDS)(
    'of %s are undone exactly, one after the other',
    async (ledger) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(recordOf(ledger), { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
          fc.nat(),
          async (lists, which) => {
            const folder = temporaryFolder();
            const store = openStore(folder, { create: true });
            try {
              for (const code of ['CB01', 'CB02', 'ĐV-3', 'K4', 'K5'])
                for (const to of Object.values(ledgerOf(ledger).fields).flatMap(({ ref }) => ref ?? []))
                  await insert(store, to as LedgerId, {
                    ...person(code),
                    name: to,
                  });
              const before: Record<string, unknown[]>[] = [];
              const ids: number[] = [];
              for (const rows of lists) {
                const present = [...store.entries.index(ledger, {}, TODAY)];
                const removed = present[which % Math.max(present.length, 1)];
                if (removed !== undefined && before.length === 1) {
                  const set = await change(store, ledger, removed, null, true);
                  before.push(dump(folder, 'entry'));
                  await importAndLook(rows);
                  await undoImport(store, ids.pop() as number);
                  expect(dump(folder, 'entry')).toEqual(before.pop());
                  await undo(store, set);
                }
                before.push(dump(folder, 'entry'));
                await importAndLook(rows);
              }
              for (const id of ids.toReversed()) {
                expect(store.imports.hindrance(id)).toBeNull();
                await undoImport(store, id);
                expect(dump(folder, 'entry')).toEqual(before.pop());
                expect(store.imports.hindrance(id)?.code).toBe('ALREADY_UNDONE');
              }
              expect(store.check()).toEqual([]);

              async function importAndLook(rows: readonly AnyRecord[]): Promise<void> {
                const id = await importEntries(store, ledger, rows);
                ids.push(id);
                expect(store.check()).toEqual([]);
                const { added = 0, updated = 0 } = store.imports.get(id) ?? {};
                expect(store.entries.index(ledger, { importId: id }, TODAY)).toHaveLength(added + updated);
                expect([...store.dossiers.index({ importId: id }, TODAY)]).toEqual([]);
              }
            } finally {
              store.close();
            }
          },
        ),
        { numRuns: 4 },
      );
    },
    60_000,
  );

  it('cannot be undone once an entry was changed, and say which', async () => {
    const store = newStore();
    const id = await importEntries(store, 'petitions', [petition(), petition({ code: 'PA-2' })]);
    const set = await change(store, 'petitions', 2, petition({ code: 'PA-2', note: 'x' }));
    expect(store.imports.hindrance(id)).toEqual({ code: 'CHANGED_SINCE', codes: ['PA-2'] });
    await expect(undoImport(store, id)).rejects.toMatchObject({
      code: 'IMPORT_NOT_UNDOABLE',
      params: { hindrance: 'CHANGED_SINCE', codes: 'PA-2' },
    });
    await undo(store, set);
    expect(store.imports.hindrance(id)).toBeNull();
  });

  it('cannot be undone while other entries refer to what they added', async () => {
    const store = newStore();
    const staff = await importEntries(store, 'staff', [person('CB01'), person('CB02')]);
    const courses = await importEntries(store, 'staff-courses', [course('cb 02')]);
    expect(store.imports.hindrance(staff)).toEqual({
      code: 'REFERRED_TO',
      codes: ['cb 02 · Nghiệp vụ một cửa · 2024-02-01'],
    });
    expect(store.imports.list().map(({ undoable }) => undoable)).toEqual([true, false]);
    await expect(undoImport(store, staff)).rejects.toMatchObject({ code: 'IMPORT_NOT_UNDOABLE' });
    await undoImport(store, courses);
    await undoImport(store, staff);
    expect(store.entries.entries('staff')).toEqual([]);
    expect(store.check()).toEqual([]);
  });
});

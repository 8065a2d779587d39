import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownEntry, Store, WriteTransaction } from '#electron/application/ports.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryKey } from '#shared/domain/ledgers/entry-rules.ts';
import { LEDGER_IDS, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { dump } from './dump.ts';
import { recordOf } from './entry-records.ts';
import { meta, newStore, open, TODAY, temporaryFolder } from './support.ts';

const petition = (change: AnyRecord = {}): AnyRecord => ({
  code: 'PA-1',
  receivedOn: '2024-03-01',
  source: 'counter',
  subject: 'Đường liên thôn hỏng',
  dueOn: '2024-03-20',
  ...change,
});
const person = (code: string): AnyRecord => ({
  code,
  name: 'Nguyễn Văn Ánh',
  post: 'Công chức',
  from: '2024-01-01',
});
const course = (staffCode: string): AnyRecord => ({
  staffCode,
  course: 'Nghiệp vụ một cửa',
  finishedOn: '2024-02-01',
  hours: 4.5,
});

function insert(store: Store, ledger: LedgerId, record: AnyRecord): Promise<{ id: number; set: number }> {
  return store.write((tx) => {
    const set = tx.beginChangeSet(meta());
    return { id: tx.insertEntry(ledger, record, tx.freeOccurrence(ledger, record), set), set };
  });
}
function change(
  store: Store,
  ledger: LedgerId,
  id: number,
  record: AnyRecord | null,
  deleted?: boolean,
): Promise<number> {
  return store.write((tx) => {
    const known = tx.entry(ledger, id) as KnownEntry;
    const set = tx.beginChangeSet(meta(deleted ? 'deleted' : 'edited'));
    tx.updateEntry(known, record ?? known.record, set, deleted);
    return set;
  });
}
const undo = (store: Store, set: number) =>
  store.write((tx) => tx.undoEntryChange(set, tx.beginChangeSet(meta('undone'))));

describe('an entry', () => {
  it('is found as it was given, with what follows from it', async () => {
    const store = newStore();
    const { id, set } = await insert(store, 'petitions', petition());
    expect(store.entries.get('petitions', id, TODAY)).toEqual({
      id,
      version: set,
      title: 'PA-1',
      record: {
        ...Object.fromEntries(Object.keys(ledgerOf('petitions').fields).map((name) => [name, null])),
        ...petition(),
      },
      due: 'overdue',
      lacks: [],
      deleted: false,
    });
    expect(store.entries.get('staff', id, TODAY)).toBeNull();
    expect(store.entries.byKey('petitions', 'PA-1', TODAY)?.id).toBe(id);
    expect(store.entries.rows('petitions', [99, id], TODAY).map((row) => row.id)).toEqual([id]);
    expect(store.entries.rows('staff', [id], TODAY)).toEqual([]);
    expect(store.check()).toEqual([]);
  });

  it('tells what was changed, and gives the former version back', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    const { id, set } = await insert(store, 'petitions', petition());
    const before = dump(folder, 'entry');
    const edit = await change(
      store,
      'petitions',
      id,
      petition({ code: 'PA-2', closedOn: '2024-03-05', outcome: 'settled', reComplained: false }),
    );
    expect(store.entries.get('petitions', id, TODAY)).toMatchObject({
      version: edit,
      title: 'PA-2',
      due: 'done',
    });
    expect(store.entries.byKey('petitions', 'PA-1', TODAY)).toBeNull();
    const undone = await undo(store, edit);
    expect(undone).toMatchObject({ id, key: 'PA-1', changedIn: set });
    expect(dump(folder, 'entry')).toEqual(before);
    const history = store.entries.history('petitions', id);
    expect(history.map(({ kind }) => kind)).toEqual(['created', 'edited', 'undone']);
    expect(history[1]?.fields).toEqual([
      { field: 'code', from: 'PA-1', to: 'PA-2' },
      { field: 'closedOn', from: null, to: '2024-03-05' },
      { field: 'outcome', from: null, to: 'settled' },
      { field: 'reComplained', from: null, to: 'false' },
    ]);
    expect(store.entries.history('staff', id)).toEqual([]);
    expect(store.check()).toEqual([]);
  });

  it('is removed, restored, and its creation taken back', async () => {
    const store = newStore();
    const { id, set } = await insert(store, 'petitions', petition());
    const removal = await change(store, 'petitions', id, null, true);
    expect(store.entries.entries('petitions')).toEqual([]);
    expect([...store.entries.index('petitions', { deleted: true }, TODAY)]).toEqual([id]);
    expect(store.entries.byKey('petitions', 'PA-1', TODAY)?.deleted).toBe(true);
    expect(await undo(store, set)).toBeNull();
    expect(await undo(store, removal)).toMatchObject({ deleted: false });
    expect(await undo(store, set)).toMatchObject({ deleted: true });
    expect(store.check()).toEqual([]);
  });

  it('does not become what another one is by now', async () => {
    const store = newStore();
    const { id } = await insert(store, 'petitions', petition());
    const edit = await change(store, 'petitions', id, petition({ code: 'PA-2' }));
    await insert(store, 'petitions', petition());
    expect(await undo(store, edit)).toBeNull();
    await expect(insert(store, 'petitions', petition({ code: ' pa-2' }))).rejects.toThrow(/UNIQUE/);
  });

  it('that says the same as others of a repeatable ledger stands for itself', async () => {
    const store = newStore();
    const answer = { givenOn: '2024-03-01', answer: 'satisfied' };
    const first = await insert(store, 'survey-answers', answer);
    const second = await insert(store, 'survey-answers', answer);
    const third = await insert(store, 'survey-answers', { ...answer, answer: 'dissatisfied' });
    expect(store.entries.entries('survey-answers')).toHaveLength(3);
    // What becomes the same as others takes the next number; what stays the same keeps its own.
    await change(store, 'survey-answers', third.id, answer);
    const key = (n: number) => entryKey(ledgerOf('survey-answers'), answer, n);
    expect(store.entries.byKey('survey-answers', key(3), TODAY)?.id).toBe(third.id);
    await change(store, 'survey-answers', first.id, { ...answer, note: 'x' });
    await change(store, 'survey-answers', second.id, answer, true);
    expect(store.entries.byKey('survey-answers', key(2), TODAY)?.id).toBe(second.id);
    await store.write((tx) => {
      expect(tx.freeOccurrence('survey-answers', answer)).toBe(1);
      expect(tx.entriesAlike('survey-answers', answer).map((entry) => entry.id)).toEqual([
        second.id,
        third.id,
      ]);
      expect(tx.entriesAlike('petitions', petition())).toEqual([]);
    });
    expect(store.check()).toEqual([]);
  });

  it('keeps its id for itself after it is gone', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    const importId = await importEntries(store, 'petitions', [petition()]);
    await store.write((tx) => tx.undoImport(importId, { user: 'thu', at: '', reason: null }));
    store.close();
    const again = open(folder);
    expect((await insert(again, 'petitions', petition())).id).toBe(2);
  });
});

describe('any sequence of deeds on entries', () => {
  const ledger = fc.constantFrom<LedgerId>('petitions', 'survey-answers', 'work-files');
  const deeds = (id: LedgerId) =>
    fc.array(fc.record({ which: fc.nat(), becomes: fc.option(recordOf(id)) }), { maxLength: 8 });

  it('is taken back one by one, the last one first, to the very rows there were', async () => {
    const cases = ledger.chain((id) =>
      fc.tuple(fc.constant(id), fc.array(recordOf(id), { minLength: 1, maxLength: 5 }), deeds(id)),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([id, records, changes]) => {
        const folder = temporaryFolder();
        const store = openStore(folder, { create: true });
        try {
          const keyOf = (record: AnyRecord) => entryKey(ledgerOf(id), record);
          for (const record of records)
            if (ledgerOf(id).repeatable || store.entries.byKey(id, keyOf(record), TODAY) === null)
              await insert(store, id, record);
          const all = [...store.entries.index(id, {}, TODAY)];
          const done: { set: number; before: Record<string, unknown[]> }[] = [];
          for (const { which, becomes } of changes) {
            const now = store.entries.get(id, all[which % all.length] as number, TODAY);
            if (!now) continue;
            const holder = becomes && store.entries.byKey(id, keyOf(becomes), TODAY);
            if (holder && holder.id !== now.id && !ledgerOf(id).repeatable) continue;
            const before = dump(folder, 'entry');
            // Without a record it goes to the trash, or comes back from it.
            const set = await change(store, id, now.id, becomes, becomes ? now.deleted : !now.deleted);
            const same = JSON.stringify(dump(folder, 'entry')) === JSON.stringify(before);
            if (!same) done.push({ set, before });
          }
          expect(store.check()).toEqual([]);
          for (const { set, before } of done.reverse()) {
            expect(await undo(store, set)).not.toBeNull();
            expect(dump(folder, 'entry')).toEqual(before);
            expect(await undo(store, set)).toBeNull();
          }
          expect(store.check()).toEqual([]);
        } finally {
          store.close();
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe('references between entries', () => {
  it('say who refers to an entry, however the code is written', async () => {
    const store = newStore();
    const { id } = await insert(store, 'staff', person('CB 01'));
    const { id: other } = await insert(store, 'staff', person('CB02'));
    const { id: referring, set } = await insert(store, 'staff-courses', course('cb01'));
    const referrers = (staff: number) =>
      store.write((tx) => tx.entriesReferringTo(tx.entry('staff', staff) as KnownEntry, 5));
    expect((await referrers(id)).map((entry) => entry.id)).toEqual([referring]);
    expect(await referrers(other)).toEqual([]);
    expect(store.check()).toEqual([]);
    await undo(store, set);
    expect(await referrers(id)).toEqual([]);
  });

  it('are not left leading nowhere by taking something back', async () => {
    const store = newStore();
    const { id, set } = await insert(store, 'staff', person('CB01'));
    const { id: referring } = await insert(store, 'staff-courses', course('CB01'));
    expect(await undo(store, set)).toBeNull();
    const removal = await change(store, 'staff-courses', referring, null, true);
    await change(store, 'staff', id, null, true);
    expect(await undo(store, removal)).toBeNull();
    expect(store.check()).toEqual([]);
  });
});

/** Imports rows of a ledger as the importer does: known ones are updated, others added. Returns the import's id. */
function importEntries(store: Store, ledger: LedgerId, rows: readonly AnyRecord[]): Promise<number> {
  return store.write((tx) => {
    const file = { file: 'list.xlsx', sha256: 'a'.repeat(64), kind: ledger };
    const { importId, changeSet } = tx.beginImport({ user: 'thu', at: '2024-04-01T02:00:00Z' }, file);
    const counts = { added: 0, updated: 0, unchanged: 0 };
    const seen = new Map<string, number>();
    for (const row of rows) counts[importRow(tx, ledger, row, changeSet, seen)] += 1;
    const balance = { ...counts, read: rows.length, bad: 0, ignored: 0 };
    const rest = { sheet: null, headerRow: 1, mapping: {}, badRows: [] };
    tx.finishImport(importId, { ...file, ...rest, ...balance });
    return importId;
  });
}
function importRow(
  tx: WriteTransaction,
  ledger: LedgerId,
  row: AnyRecord,
  changeSet: number,
  seen: Map<string, number>,
): 'added' | 'updated' | 'unchanged' {
  const definition = ledgerOf(ledger);
  const first = entryKey(definition, row);
  const occurrence = definition.repeatable ? (seen.get(first) ?? 0) + 1 : 1;
  seen.set(first, occurrence);
  const known = tx.entryByKey(ledger, entryKey(definition, row, occurrence));
  if (!known) {
    tx.insertEntry(ledger, row, occurrence, changeSet);
    return 'added';
  }
  // A second row about the same thing changes what the first one said; that is one update of one entry.
  if (known.changedIn === changeSet) return 'unchanged';
  return tx.updateEntry(known, row, changeSet, false) ? 'updated' : 'unchanged';
}
const undoImport = (store: Store, id: number) =>
  store.write((tx) => tx.undoImport(id, { user: 'thu', at: '2024-04-01T03:00:00Z', reason: null }));

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

describe('what figures read of a ledger', () => {
  it('is read once until a write touches that ledger', async () => {
    const store = newStore();
    await insert(store, 'petitions', petition());
    const read = store.entries.entries('petitions');
    expect(read).toMatchObject([{ key: 'PA-1', record: { code: 'PA-1', closedOn: null } }]);
    await insert(store, 'staff', person('CB01'));
    expect(store.entries.entries('petitions')).toBe(read);
    await store
      .writeLong((tx) => {
        tx.insertEntry('petitions', petition({ code: 'PA-0' }), 1, tx.beginChangeSet(meta()));
        return Promise.resolve({ keep: false, value: null });
      })
      .then(() => expect(store.entries.entries('petitions')).toBe(read));
    await insert(store, 'petitions', petition({ code: 'PA-0', receivedOn: '2024-02-01' }));
    expect(store.entries.entries('petitions').map(({ key }) => key)).toEqual(['PA-0', 'PA-1']);
  });

  it('is kept from the day said or from the first entry, whichever is earlier', async () => {
    const store = newStore();
    expect(store.entries.keptFrom('petitions')).toBeNull();
    const { id } = await insert(store, 'petitions', petition());
    expect(store.entries.keptFrom('petitions')).toBe('2024-03-01');
    const say = (kept: unknown) => store.write((tx) => tx.putDocument('ledgers.kept', kept));
    await say({ petitions: '2024-01-01', staff: '2023-05-05' });
    expect(store.entries.keptFrom('petitions')).toBe('2024-01-01');
    expect(store.entries.keptFrom('staff')).toBe('2023-05-05');
    await say({ petitions: '2024-03-02' });
    expect(store.entries.keptFrom('petitions')).toBe('2024-03-01');
    await change(store, 'petitions', id, null, true);
    expect(store.entries.keptFrom('petitions')).toBe('2024-03-02');
    expect(store.entries.keptFrom('staff')).toBeNull();
  });

  it('is summed up for the list of ledgers', async () => {
    const store = newStore();
    const dues = ['2024-03-31', '2024-04-01', '2024-04-04', '2024-04-05', null, '2024-03-30'];
    for (const [index, dueOn] of dues.entries())
      await insert(
        store,
        'petitions',
        petition({ code: `PA-${index}`, dueOn, closedOn: index === 5 ? '2024-03-30' : null }),
      );
    expect(store.entries.state('petitions', TODAY)).toEqual({
      ledger: 'petitions',
      entries: 6,
      keptFrom: '2024-03-01',
      overdue: 1,
      dueSoon: 2,
      lacks: { dueOn: 1 },
    });
    expect(store.entries.state('staff', TODAY)).toEqual({
      ledger: 'staff',
      entries: 0,
      keptFrom: null,
      overdue: 0,
      dueSoon: 0,
      lacks: {},
    });
  });

  it('tells the values in use, most used first', async () => {
    const store = newStore();
    const handlers = ['Bình', 'An', 'Bình', null, 'Cúc', 'An', 'Bình'];
    for (const [index, handler] of handlers.entries())
      await insert(store, 'petitions', petition({ code: `PA-${index}`, handler }));
    expect(store.entries.used('petitions', 'handler', 2)).toEqual(['Bình', 'An']);
    expect(store.entries.used('petitions', 'nothing', 2)).toEqual([]);
  });
});

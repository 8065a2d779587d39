import { describe, expect, it } from 'vitest';
import type { KnownEntry } from '#electron/application/ports.ts';
import { entryKey } from '#shared/domain/ledgers/entry-rules.ts';
import { ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { dump } from './dump.ts';
import { change, course, importEntries, insert, person, petition, undo } from './entry-deeds.ts';
import { newStore, open, TODAY, temporaryFolder } from './support.ts';

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
    await store.write((tx) => Array.from(tx.undoingImport(importId, { user: 'thu', at: '', reason: null })));
    store.close();
    const again = open(folder);
    expect((await insert(again, 'petitions', petition())).id).toBe(2);
  });
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

import { describe, expect, it } from 'vitest';
import type { KnownDossier, Store } from '#electron/application/ports.ts';
import type { Dossier, Suspension } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { dump } from './dump.ts';
import { add, meta, newStore, open, plainDossier, TODAY, temporaryFolder } from './support.ts';

const day = (text: string) => text as LocalDate;
const span = (from: string, to: string | null, dueBefore: string | null = null): Suspension => ({
  kind: 'supplement',
  from: day(from),
  to: to === null ? null : day(to),
  dueBefore: dueBefore === null ? null : day(dueBefore),
});

function edit(
  store: Store,
  id: number,
  change: Partial<Dossier>,
): Promise<{ set: number; changed: boolean }> {
  return store.write((tx) => {
    const known = tx.dossier(id) as KnownDossier;
    const set = tx.beginChangeSet(meta('edited'));
    return { set, changed: tx.updateDossier(known, { ...known.record, ...change }, null, set) };
  });
}

describe('recorded suspensions', () => {
  it('are kept with the dossier, told by history and taken back', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    const [id = 0] = await add(store, [plainDossier({ code: 'A', dueOn: '2024-03-10' })]);
    const before = dump(folder, 'dossier', 'tally');
    const spans = [span('2024-01-05', '2024-01-09', '2024-03-06'), span('2024-02-01', null)];
    const { set } = await edit(store, id, { suspensions: spans });
    expect(store.dossiers.get(id, TODAY)?.record.suspensions).toEqual(spans);
    expect(store.dossiers.history(id)[1]?.fields).toEqual([
      { field: 'suspensions', from: null, to: JSON.stringify(spans) },
    ]);
    expect(store.check()).toEqual([]);
    await store.write((tx) => tx.undoChangeSet(set, tx.beginChangeSet(meta('undone'))));
    expect(dump(folder, 'dossier', 'tally')).toEqual(before);
    expect(store.dossiers.history(id).map(({ kind }) => kind)).toEqual(['created', 'edited', 'undone']);
  });

  it('are the same when they say the same', async () => {
    const store = newStore();
    const [id = 0] = await add(store, [plainDossier({ suspensions: [span('2024-01-05', null)] })]);
    const copy = { to: null, dueBefore: null, from: day('2024-01-05'), kind: 'supplement' } as const;
    expect((await edit(store, id, { suspensions: [copy] })).changed).toBe(false);
    expect((await edit(store, id, { suspensions: [{ ...copy, kind: 'payment' }] })).changed).toBe(true);
    expect((await edit(store, id, { suspensions: [] })).changed).toBe(true);
    expect(store.check()).toEqual([]);
  });

  it('and not the status stop the clock of the day that is asked for', async () => {
    const store = newStore();
    const [id = 0] = await add(store, [
      plainDossier({
        code: 'A',
        dueOn: '2024-02-10',
        status: 'supplement',
        suspensions: [span('2024-02-05', '2024-02-20')],
      }),
    ]);
    const overdueOn = (text: string) => {
      const today = day(text);
      const [group] = store.dossiers.counts.pendingAt(today, false);
      const states = [
        group?.overdue,
        store.dossiers.get(id, today)?.overdue,
        store.dossiers.todo(today, 3).overdue === 1,
        store.dossiers.index({ state: 'overdue' }, today).length === 1,
        store.dossiers.members('pending', today, today)[0]?.overdue,
      ];
      return [...new Set(states)];
    };
    expect(overdueOn('2024-02-15')).toEqual([false]);
    expect(overdueOn('2024-02-20')).toEqual([false]);
    expect(overdueOn('2024-02-21')).toEqual([true]);
    expect(store.dossiers.todo(day('2024-02-08'), 3)).toEqual({ pending: 1, overdue: 0, dueSoon: 0 });
    expect(store.dossiers.todo(day('2024-02-04'), 6)).toEqual({ pending: 1, overdue: 0, dueSoon: 1 });
  });
});

describe('one deed on many dossiers', () => {
  it('is taken back as a whole, versions included', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    const many = Array.from({ length: 3000 }, (_, index) => plainDossier({ code: `H19-${index}` }));
    const ids = await add(store, many);
    const before = dump(folder, 'dossier', 'tally');
    const set = await store.write((tx) => {
      const changeSet = tx.beginChangeSet(meta('edited'));
      for (const id of ids) {
        const known = tx.dossier(id) as KnownDossier;
        tx.updateDossier(known, { ...known.record, paperParallel: true }, null, changeSet);
      }
      return changeSet;
    });
    expect(store.dossiers.index({ missing: 'paperParallel' }, TODAY)).toHaveLength(0);
    const undo = () => store.write((tx) => tx.undoManyDossiers(set, tx.beginChangeSet(meta('undone'))));
    expect(await undo()).toBe(3000);
    expect(dump(folder, 'dossier', 'tally')).toEqual(before);
    expect(await undo()).toBeNull();
    expect(store.check()).toEqual([]);
  });

  it('stays as it is when one of them was changed since', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    const ids = await add(store, [plainDossier({ code: 'A' }), plainDossier({ code: 'B' })]);
    const set = await store.write((tx) => {
      const changeSet = tx.beginChangeSet(meta('edited'));
      for (const id of ids) {
        const known = tx.dossier(id) as KnownDossier;
        tx.updateDossier(known, { ...known.record, inSoftware: false }, null, changeSet);
      }
      return changeSet;
    });
    await edit(store, ids[1] as number, { note: 'x' });
    const now = dump(folder, 'dossier', 'tally', 'change');
    await store.write((tx) => expect(tx.undoManyDossiers(set, tx.beginChangeSet(meta('undone')))).toBeNull());
    await store.write((tx) => expect(tx.undoManyDossiers(999, tx.beginChangeSet(meta('undone')))).toBeNull());
    expect(dump(folder, 'dossier', 'tally', 'change')).toEqual(now);
  });

  it('is not a way to take back half an import', async () => {
    const store = newStore();
    const [id = 0] = await add(store, [plainDossier({ code: 'A' })]);
    const set = await store.write((tx) => {
      const file = { file: 'a.csv', sha256: 'a'.repeat(64), kind: 'dossiers' } as const;
      const { importId, changeSet } = tx.beginImport({ user: 'thu', at: '' }, file);
      const known = tx.dossier(id) as KnownDossier;
      tx.updateDossier(known, { ...known.record, note: 'x' }, null, changeSet);
      const balance = { read: 1, added: 0, updated: 1, unchanged: 0, bad: 0, ignored: 0 };
      tx.finishImport(importId, { ...file, sheet: null, headerRow: 1, mapping: {}, badRows: [], ...balance });
      return changeSet;
    });
    await store.write((tx) => expect(tx.undoManyDossiers(set, tx.beginChangeSet(meta('undone')))).toBeNull());
    expect(store.dossiers.get(id, TODAY)?.record.note).toBe('x');
  });

  it('does not give a dossier a code that another one has by now', async () => {
    const store = newStore();
    const [id = 0] = await add(store, [plainDossier({ code: 'A' })]);
    const { set } = await edit(store, id, { code: 'B' });
    await add(store, [plainDossier({ code: 'a' })]);
    await store.write((tx) => expect(tx.undoChangeSet(set, tx.beginChangeSet(meta('undone')))).toBeNull());
  });
});

import { describe, expect, it } from 'vitest';
import { dossierHandlers } from '#electron/application/dossiers/handlers.ts';
import { undoImport } from '#electron/application/imports/handlers.ts';
import type { Notice } from '#shared/ipc/result.ts';
import { dump } from './dump.ts';
import { importRows, newStore, open, patch, TODAY, temporaryFolder, workspace } from './support.ts';

const record = (store: ReturnType<typeof newStore>, code: string) =>
  store.dossiers.byCode(code, TODAY)?.record;

describe('undoing an import', () => {
  const STATE = ['dossier', 'tally'];

  it('tells how far it is; cancelled on the way it has done nothing', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    await importRows(
      store,
      Array.from({ length: 1700 }, (_, n) => patch(`A${n}`)),
    );
    const before = dump(folder, ...STATE, 'import', 'change_set', 'archive');
    const stop = new AbortController();
    const told: Notice[] = [];
    const watched = {
      ...workspace(store),
      notify: (notice: Notice) => {
        told.push(notice);
        if (told.length === 2) stop.abort();
      },
      signal: () => stop.signal,
    };
    await expect(undoImport(1, watched, null, 'undo')).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(told).toEqual(
      [500, 1000].map((done) => ({ kind: 'progress', task: 'undo', phase: 'saving', done, total: 1700 })),
    );
    expect(dump(folder, ...STATE, 'import', 'change_set', 'archive')).toEqual(before);
    await undoImport(1, workspace(store));
    expect(store.dossiers.index({}, TODAY)).toHaveLength(0);
    expect(store.check()).toEqual([]);
  });

  it('restores exactly what was before, and keeps what it removed', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    await importRows(store, [patch('A', { note: 'cũ' }), patch('B')]);
    const before = dump(folder, ...STATE);
    await importRows(store, [
      patch('A', { note: 'mới', channel: 'online' }),
      patch('B'),
      patch('C'),
      patch('D', { field: 'Hộ tịch' }),
    ]);
    expect(dump(folder, ...STATE)).not.toEqual(before);
    const entry = await undoImport(2, workspace(store));
    expect(entry).toMatchObject({
      id: 2,
      undoneAt: '2024-04-01T02:00:00Z',
      undoable: false,
      hindrance: 'ALREADY_UNDONE',
      added: 2,
      updated: 1,
    });
    expect(dump(folder, ...STATE)).toEqual(before);
    expect(store.dossiers.history(1)).toMatchObject([
      { kind: 'imported', importId: 1 },
      {
        kind: 'imported',
        importId: 2,
        fields: [
          { field: 'channel', from: null, to: 'online' },
          { field: 'note', from: 'cũ', to: 'mới' },
        ],
      },
      {
        kind: 'import-undone',
        importId: 2,
        fields: [
          { field: 'channel', from: 'online', to: null },
          { field: 'note', from: 'mới', to: 'cũ' },
        ],
      },
    ]);
    expect(store.check()).toEqual([]);
    // Ids are not given again: the archive keeps meaning what it says.
    await importRows(store, [patch('E')]);
    expect(store.dossiers.byCode('E', TODAY)?.id).toBe(5);
    await expect(undoImport(2, workspace(store))).rejects.toThrow('IMPORT_NOT_UNDOABLE');
    await expect(undoImport(9, workspace(store))).rejects.toThrow('IMPORT_UNKNOWN');
  });

  it('is refused when something else changed a record since, and possible again when that is taken back', async () => {
    const store = newStore();
    const space = workspace(store);
    await importRows(store, [patch('A'), patch('B')]);
    const known = store.dossiers.byCode('B', TODAY);
    const edit = await dossierHandlers['dossiers.save'](
      {
        id: known?.id ?? 0,
        version: known?.version ?? 0,
        record: { ...known?.record, note: 'tay' } as never,
        reason: null,
      },
      space,
    );
    expect(store.imports.list()[0]).toMatchObject({ undoable: false, hindrance: 'CHANGED_SINCE' });
    expect(store.imports.hindrance(1)).toEqual({ code: 'CHANGED_SINCE', codes: ['B'] });
    await expect(undoImport(1, space)).rejects.toMatchObject({
      code: 'IMPORT_NOT_UNDOABLE',
      params: { hindrance: 'CHANGED_SINCE', codes: 'B' },
    });
    expect(store.stats().dossiers).toBe(2);
    await dossierHandlers['dossiers.undo']({ changeSet: edit.changeSet ?? 0 }, space);
    expect(store.imports.list()[0]).toMatchObject({ undoable: true, hindrance: null });
    await undoImport(1, space);
    expect(store.dossiers.isEmpty()).toBe(true);
    expect(store.check()).toEqual([]);
  });

  it('goes back import by import', async () => {
    const store = newStore();
    await importRows(store, [patch('A', { note: '1' })]);
    await importRows(store, [patch('A', { note: '2' })]);
    await expect(undoImport(1, workspace(store))).rejects.toThrow('IMPORT_NOT_UNDOABLE');
    await undoImport(2, workspace(store));
    expect(record(store, 'A')?.note).toBe('1');
    await undoImport(1, workspace(store));
    expect(record(store, 'A')).toBeUndefined();
    expect(store.check()).toEqual([]);
  });
});

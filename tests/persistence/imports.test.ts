import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dossierHandlers } from '#electron/application/dossiers/handlers.ts';
import { importHandlers, undoImport } from '#electron/application/imports/handlers.ts';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import type { Preview } from '#shared/ipc/contract/imports.ts';
import { dump } from './dump.ts';
import { importRows, newStore, open, patch, TODAY, temporaryFolder, workspace } from './support.ts';

const counts = ({ result: { read, added, updated, unchanged, bad, ignored } }: Preview) => ({
  read,
  added,
  updated,
  unchanged,
  bad,
  ignored,
});
const record = (store: ReturnType<typeof newStore>, code: string) =>
  store.dossiers.byCode(code, TODAY)?.record;

describe('importing rows', () => {
  it('adds with the defaults of a one-stop list, and the procedure from the catalogue', async () => {
    const store = newStore();
    const preview = await importRows(store, [
      patch('A', { procedureName: 'đăng ký  KHAI SINH', personId: '012345678901' }),
      patch('B', { procedureName: 'Thủ tục không ai biết', inSoftware: false, channel: 'online' }),
    ]);
    expect(counts(preview)).toEqual({ read: 2, added: 2, updated: 0, unchanged: 0, bad: 0, ignored: 0 });
    expect(record(store, 'A')).toMatchObject({
      procedureCode: '1.001193',
      inSoftware: true,
      channel: null,
      personId: '012345678901',
    });
    expect(record(store, 'B')).toMatchObject({ procedureCode: null, inSoftware: false, channel: 'online' });
    expect(preview.remarks).toEqual({ UNKNOWN_PROCEDURE: 1 });
    expect(preview.remarkSamples[0]).toMatchObject({
      row: 3,
      column: 'Cột procedureName',
      value: 'Thủ tục không ai biết',
      code: 'UNKNOWN_PROCEDURE',
    });
    expect(store.dossiers.history(1)).toMatchObject([
      { kind: 'imported', importId: 1, user: 'thu', fields: [] },
    ]);
  });

  it('does not let an older list take back a known end', async () => {
    const store = newStore();
    await importRows(store, [patch('A', { status: 'refused', finishedOn: '2024-01-08' })]);
    const older = await importRows(store, [patch('A', { status: 'processing' })]);
    expect(counts(older)).toMatchObject({ unchanged: 1, updated: 0 });
    expect(older.remarks).toMatchObject({ KEPT_KNOWN: 1 });
    expect(record(store, 'A')).toMatchObject({ status: 'refused', finishedOn: '2024-01-08' });
    // A later end, stated as such, is taken.
    await importRows(store, [patch('A', { status: 'finished', finishedOn: '2024-01-10' })]);
    expect(record(store, 'A')).toMatchObject({ status: 'finished', finishedOn: '2024-01-10' });
  });

  it('finds nothing new in the same rows', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    const rows = [
      patch('A', { procedureName: 'Đăng ký khai sinh' }),
      patch('b 1', { applicantName: 'Đặng Thị Đào', dueOn: '2024-01-09' }),
    ];
    await importRows(store, rows);
    const before = dump(folder, 'dossier', 'tally', 'term', 'change');
    const again = await importRows(store, [
      rows[0] as never,
      patch(' B1', { applicantName: 'Đặng Thị Đào', dueOn: '2024-01-09' }),
    ]);
    expect(counts(again)).toEqual({ read: 2, added: 0, updated: 0, unchanged: 2, bad: 0, ignored: 0 });
    expect(dump(folder, 'dossier', 'tally', 'term', 'change')).toEqual(before);
    expect(store.imports.list().map(({ id, unchanged }) => [id, unchanged])).toEqual([
      [2, 2],
      [1, 0],
    ]);
  });

  it('changes only what the list states, and never erases by an empty cell', async () => {
    const store = newStore();
    await importRows(store, [
      patch('A', { dueOn: '2024-01-09', channel: 'online', note: 'quan trọng' }),
      patch('B', { dueOn: '2024-01-10' }),
    ]);
    const second = await importRows(store, [
      patch('A', { status: 'returned', returnedOn: '2024-01-08' }),
      patch('B', { dueOn: '2024-01-10', channel: 'post', note: 'mới' }),
    ]);
    expect(counts(second)).toMatchObject({ updated: 2 });
    expect(record(store, 'A')).toMatchObject({
      dueOn: '2024-01-09',
      channel: 'online',
      note: 'quan trọng',
      status: 'returned',
      returnedOn: '2024-01-08',
    });
    expect(second.remarks).toEqual({ KEPT_KNOWN: 3 });
    expect(second.remarkSamples.map(({ row, column }) => `${row} ${column}`).sort()).toEqual([
      '2 Cột channel',
      '2 Cột dueOn',
      '2 Cột note',
    ]);
    expect(second.rows[0]).toMatchObject({
      kind: 'updated',
      code: 'A',
      changes: [
        { field: 'returnedOn', from: null, to: '08/01/2024' },
        { field: 'status', from: 'Đang xử lý', to: 'Đã trả kết quả' },
      ],
    });
    expect(store.dossiers.history(1).map(({ kind, importId }) => [kind, importId])).toEqual([
      ['imported', 1],
      ['imported', 2],
    ]);
    expect(store.check()).toEqual([]);
  });

  it('does not let a derived status overrule a stated one', async () => {
    const store = newStore();
    await importRows(store, [patch('A', { status: 'supplement' })]);
    const again = await importRows(store, [
      {
        kind: 'record',
        row: 2,
        values: patch('A', { status: 'processing' }),
        derived: ['status'],
        remarks: [],
      },
    ]);
    expect(counts(again)).toMatchObject({ unchanged: 1 });
    expect(record(store, 'A')?.status).toBe('supplement');
  });

  it('takes another person or procedure under a known code for a conflict, unless accepted', async () => {
    const store = newStore();
    await importRows(store, [
      patch('A', { personId: '001', procedureCode: '1.001193' }),
      patch('B', { procedureName: 'Thủ tục lạ' }),
    ]);
    const rows = [
      patch('A', { personId: '002', procedureCode: '1.000656' }),
      patch('B', { procedureName: 'THU TUC LA' }),
      patch('C'),
    ];
    const refused = await importRows(store, rows);
    expect(counts(refused)).toEqual({ read: 3, added: 1, updated: 1, unchanged: 0, bad: 1, ignored: 0 });
    expect(
      refused.result.badRows.map(({ row, column, value, code }) => ({ row, column, value, code })),
    ).toEqual([
      { row: 2, column: 'Cột personId', value: '••2', code: 'CONFLICT' },
      { row: 2, column: 'Cột procedureCode', value: '1.000656', code: 'CONFLICT' },
    ]);
    const accepted = await importRows(store, rows, { acceptConflicts: true });
    expect(counts(accepted)).toMatchObject({ updated: 1, unchanged: 2, bad: 0 });
    expect(record(store, 'A')).toMatchObject({ personId: '002', procedureCode: '1.000656' });
  });

  it('takes a masked ID number for the known one with the same last digits, and for nothing else', async () => {
    const store = newStore();
    await importRows(store, [patch('A', { personId: '001099012345' }), patch('B')]);
    const masked = await importRows(store, [
      patch('A', { personId: '••••••••2345', note: 'mới' }),
      patch('B', { personId: '0010****6789' }),
      patch('C', { personId: 'xxxxxxxx1111' }),
    ]);
    expect(counts(masked)).toMatchObject({ added: 1, updated: 1, unchanged: 1, bad: 0 });
    expect(record(store, 'A')).toMatchObject({ personId: '001099012345', note: 'mới' });
    expect([record(store, 'B')?.personId, record(store, 'C')?.personId]).toEqual([null, null]);
    expect(masked.remarks).toEqual({ PERSON_ID_MASKED: 2 });
    expect(masked.remarkSamples.map(({ row, value }) => [row, value])).toEqual([
      [3, '••••••••6789'],
      [4, '••••••••1111'],
    ]);
    // Which number it is cannot be told, so accepting conflicts does not help.
    for (const acceptConflicts of [false, true]) {
      const other = await importRows(store, [patch('A', { personId: '****9345' })], { acceptConflicts });
      expect(other.result.badRows).toMatchObject([{ code: 'CONFLICT', column: 'Cột personId' }]);
    }
    expect(record(store, 'A')?.personId).toBe('001099012345');
  });

  it('holds the rules for the merged record too', async () => {
    const store = newStore();
    await importRows(store, [patch('A', { dueOn: '2024-01-09' })]);
    const moved = await importRows(store, [patch('A', { receivedOn: '2024-02-01' })]);
    expect(counts(moved)).toMatchObject({ bad: 1, updated: 0 });
    expect(moved.result.badRows).toMatchObject([{ row: 2, code: 'DATE_ORDER', value: '09/01/2024' }]);
    expect(record(store, 'A')?.receivedOn).toBe('2024-01-02');
  });

  it('keeps bad and ignored rows in the balance', async () => {
    const store = newStore();
    const wrong = { row: 3, column: 'Ngày', value: '31/02/2024', code: 'DATE_INVALID', message: '…' };
    const preview = await importRows(store, [
      patch('A'),
      {
        kind: 'bad',
        row: 3,
        code: 'B',
        remarks: [wrong, { ...wrong, column: 'Hạn' }],
        values: { code: 'B', applicantName: 'Lan' },
      },
      { kind: 'ignored', row: 4, why: 'total' },
    ]);
    expect(counts(preview)).toEqual({ read: 2, added: 1, updated: 0, unchanged: 0, bad: 1, ignored: 1 });
    expect(store.imports.get(1)).toMatchObject({
      read: 2,
      bad: 1,
      ignored: 1,
      mapping: { code: 'Cột code' },
    });
    expect(importHandlers['imports.badRows']({ importId: 1 }, workspace(store))).toEqual([
      wrong,
      { ...wrong, column: 'Hạn' },
    ]);
    expect(() => importHandlers['imports.badRows']({ importId: 2 }, workspace(store))).toThrow(
      'IMPORT_UNKNOWN',
    );
  });

  it('brings a removed dossier back when a list holds it again', async () => {
    const store = newStore();
    await importRows(store, [patch('A')]);
    await dossierHandlers['dossiers.remove'](
      { id: 1, version: store.dossiers.get(1, TODAY)?.version ?? 0, reason: null },
      workspace(store),
    );
    expect(counts(await importRows(store, [patch('A')]))).toMatchObject({ updated: 1 });
    expect(store.dossiers.get(1, TODAY)?.deleted).toBe(false);
    await undoImport(2, workspace(store));
    expect(store.dossiers.get(1, TODAY)?.deleted).toBe(true);
    expect(store.check()).toEqual([]);
  });

  it('leaves nothing when it is cancelled, and lets readers see what was', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    await importRows(store, [patch('A')]);
    const tables = ['dossier', 'change_set', 'change', 'import', 'tally', 'term', 'counter'];
    const before = dump(folder, ...tables);
    const controller = new AbortController();
    const rows = Array.from({ length: 50 }, (_, i) => patch(`N${i}`, { field: `F${i}` }));
    let seen = -1;
    const told = (done: number) => {
      if (done < 20) return;
      seen = store.dossiers.index({}, TODAY).length;
      controller.abort();
    };
    await expect(importRows(store, rows, { signal: controller.signal, told })).rejects.toThrow();
    expect(seen).toBe(1);
    expect(dump(folder, ...tables)).toEqual(before);
    // Nothing of the cancelled import lingers in memory either.
    await importRows(store, rows);
    expect(store.check()).toEqual([]);
  });

  it('does not double the file by its history', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    const rows = Array.from({ length: 3000 }, (_, i) =>
      patch(`000.00.40.H19-240102-${i}`, {
        applicantName: `Nguyễn Văn ${i}`,
        field: 'Hộ tịch',
        dueOn: '2024-01-09',
      }),
    );
    await importRows(store, rows);
    store.close();
    const size = statSync(join(folder, DATABASE_FILE)).size;
    const { change, change_set: sets } = dump(folder, 'change', 'change_set');
    expect([change?.length, sets?.length]).toEqual([0, 1]);
    const again = open(folder);
    await importRows(again, rows);
    again.close();
    expect(statSync(join(folder, DATABASE_FILE)).size).toBeLessThan(size * 1.02);
    // A record costs little more than its own words.
    const words = rows.reduce((sum, row) => sum + Buffer.byteLength(Object.values(row).join('')), 0);
    expect(size).toBeLessThan(words * 4);
  });
});

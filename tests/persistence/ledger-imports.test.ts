import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { undoImport } from '#electron/application/imports/handlers.ts';
import { runImport } from '#electron/application/imports/run-import.ts';
import type { Store } from '#electron/application/ports.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { importOptions } from '#shared/ipc/contract/imports.ts';
import { dump } from './dump.ts';
import { meta, newStore, open, plainDossier, TODAY, temporaryFolder, workspace } from './support.ts';

let lists = 0;

/** Imports lines of a list as a clerk's file. */
async function importLines(
  store: Store,
  kind: LedgerId,
  lines: readonly string[],
  mode: 'preview' | 'commit' = 'commit',
) {
  const path = join(temporaryFolder(), `list-${lists++}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return runImport(
    { path, fileName: 'list.csv', options: importOptions.parse({ kind, delimiter: ';' }), mode },
    workspace(store),
  );
}

function records(store: Store, ledger: LedgerId): AnyRecord[] {
  return [...store.entries.batches(ledger, {}, TODAY)].flat();
}

const STAFF = [
  'Mã cán bộ;Họ và tên;Chức vụ;Từ ngày;Ghi chú',
  'CB 01;Nguyễn Văn An;Công chức;01/01/2020;giỏi',
];
const ANSWERS = 'Ngày đánh giá;Mức độ hài lòng;Mã hồ sơ;Ghi chú';

describe('lists of a ledger', () => {
  it('add, update and leave unchanged by their key; an empty cell never erases', async () => {
    const store = newStore();
    expect((await importLines(store, 'staff', STAFF)).result).toMatchObject({ added: 1, bad: 0 });
    expect((await importLines(store, 'staff', STAFF)).result).toMatchObject({ unchanged: 1 });
    const later = [
      'Mã cán bộ;Họ và tên;Chức vụ;Từ ngày;Ghi chú',
      'cb01;Nguyễn Văn An;Trưởng bộ phận;01/01/2020;',
    ];
    const { result, rows, remarks } = await importLines(store, 'staff', later);
    expect(result).toMatchObject({ updated: 1 });
    expect(rows).toMatchObject([
      { code: 'CB 01', changes: [{ field: 'post', from: 'Công chức', to: 'Trưởng bộ phận' }] },
    ]);
    expect(remarks).toEqual({ KEPT_KNOWN: 1 });
    // The code stays as it was first written, the note stays though the list leaves it empty.
    expect(records(store, 'staff')).toMatchObject([{ code: 'CB 01', post: 'Trưởng bộ phận', note: 'giỏi' }]);
  });

  it('name the breaches at their cells, with the numbers that do not fit', async () => {
    const store = newStore();
    const { result } = await importLines(store, 'survey-batches', [
      'Mã đợt;Ngày kiểm phiếu;Số phiếu thu về;Rất hài lòng;Hài lòng;Không hài lòng;Không hợp lệ',
      'Đ1;05/03/2024;10;4;5;0;0',
      'Đ2;05/03/2024;9;4;5;0;0',
      ';05/03/2024;9;4;5;0;0',
      'Đ2;06/03/2024;9;4;5;0;0',
      'Đ5;05/03/2024;9;4;năm;0;0',
      'Đ6;31/02/2024;9;4;5;0;',
    ]);
    expect(result).toMatchObject({ read: 6, added: 1, bad: 5 });
    expect(result.badRows.map(({ row, column, code }) => ({ row, column, code }))).toEqual([
      { row: 2, column: 'Số phiếu thu về', code: 'SUM_MISMATCH' },
      { row: 4, column: 'Mã đợt', code: 'REQUIRED' },
      { row: 5, column: 'Mã đợt', code: 'DUPLICATE_IN_FILE' },
      { row: 6, column: 'Hài lòng', code: 'VALUE_UNKNOWN' },
      { row: 7, column: 'Ngày kiểm phiếu', code: 'DATE_INVALID' },
    ]);
    expect(result.badRows[0]?.message).toBe('“Số phiếu thu về” là 10 nhưng các phần cộng lại được 9.');
    expect(result.badRows[2]?.message).toBe('“Đ2” đã có ở dòng 3 trong cùng tệp.');
  });

  it('refuse references that lead nowhere', async () => {
    const store = newStore();
    await importLines(store, 'staff', STAFF);
    const rating = [
      'Mã cán bộ;Năm;Xếp loại;Ngày đánh giá',
      'cb01;2023;HTTNV;20/12/2023',
      'CB02;2023;Tốt;20/12/2023',
    ];
    const { result } = await importLines(store, 'staff-ratings', rating);
    expect(result).toMatchObject({ added: 1, bad: 1 });
    expect(result.badRows).toMatchObject([
      { row: 3, column: 'Mã cán bộ', value: 'CB02', code: 'REF_UNKNOWN' },
    ]);
    const [entry] = store.entries.entries('staff');
    await store.write((tx) => {
      const known = tx.entry('staff', entry?.id ?? 0);
      if (known) tx.updateEntry(known, known.record, tx.beginChangeSet(meta('deleted')), true);
    });
    const removed = await importLines(store, 'staff-ratings', [rating[0] ?? '', 'cb01;2022;Tốt;20/12/2022']);
    expect(removed.result.badRows).toMatchObject([{ code: 'REF_UNKNOWN' }]);
  });

  it('count answers that say the same one by one', async () => {
    const store = newStore();
    const row = '05/03/2024;Hài lòng;;';
    const three = [ANSWERS, row, row, '05/03/2024;Rất hài lòng;;', row];
    expect((await importLines(store, 'survey-answers', three)).result).toMatchObject({ read: 4, added: 4 });
    expect((await importLines(store, 'survey-answers', three)).result).toMatchObject({ unchanged: 4 });
    const four = await importLines(store, 'survey-answers', [...three, row]);
    expect(four.result).toMatchObject({ unchanged: 4, added: 1 });
    // One of them goes to the trash: the rows stand for those in use first, the last one brings it back.
    const [first] = store.entries
      .entries('survey-answers')
      .filter(({ record }) => record.answer === 'satisfied');
    await store.write((tx) => {
      const known = tx.entry('survey-answers', first?.id ?? 0);
      if (known) tx.updateEntry(known, known.record, tx.beginChangeSet(meta('deleted')), true);
    });
    expect((await importLines(store, 'survey-answers', three)).result).toMatchObject({ unchanged: 4 });
    expect((await importLines(store, 'survey-answers', [...three, row])).result).toMatchObject({
      unchanged: 4,
      updated: 1,
    });
    expect(records(store, 'survey-answers')).toHaveLength(5);
    expect(store.check()).toEqual([]);
  });

  it('fill a hole in the numbers of equal answers without counting one twice', async () => {
    const store = newStore();
    const row = '05/03/2024;Hài lòng;;';
    await importLines(store, 'survey-answers', [ANSWERS, row, row]);
    const [first] = store.entries.entries('survey-answers');
    await store.write((tx) => {
      const known = tx.entry('survey-answers', first?.id ?? 0);
      if (known)
        tx.updateEntry(known, { ...known.record, note: 'đã ghi thêm' }, tx.beginChangeSet(meta('edited')));
    });
    // One equal answer is left, under whichever number: one row of the list is that one, the other is new.
    expect((await importLines(store, 'survey-answers', [ANSWERS, row])).result).toMatchObject({
      unchanged: 1,
    });
    expect((await importLines(store, 'survey-answers', [ANSWERS, row, row])).result).toMatchObject({
      unchanged: 1,
      added: 1,
    });
    expect(store.check()).toEqual([]);
  });

  it('change nothing in a preview, and are taken back exactly', async () => {
    const folder = temporaryFolder();
    const store = open(folder, { create: true });
    await importLines(store, 'staff', STAFF);
    const before = dump(folder, 'entry');
    const more = [
      ...STAFF.slice(0, 1),
      'CB 01;Nguyễn Văn An;Phó chủ tịch;01/01/2020;',
      'CB 02;Trần Thị Bé;Công chức;01/01/2021;',
    ];
    await importLines(store, 'staff', more, 'preview');
    expect(dump(folder, 'entry')).toEqual(before);
    const { result } = await importLines(store, 'staff', more);
    expect(result).toMatchObject({ added: 1, updated: 1 });
    const undone = await undoImport(result.importId as number, workspace(store));
    expect(undone).toMatchObject({ kind: 'staff', undoable: false });
    expect(dump(folder, 'entry')).toEqual(before);
    expect(store.check()).toEqual([]);
  });

  it('of own procedures belong to those who may change settings', async () => {
    const store = newStore();
    const { result } = await importLines(store, 'procedures', [
      'Mã TTHC;Tên thủ tục;Lĩnh vực;Có cấp kết quả;Hiệu lực từ',
      '9.000001;Thủ tục riêng;Hộ tịch;Có;01/01/2024',
    ]);
    await expect(undoImport(result.importId as number, workspace(store))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('of own procedures say of dossiers whether a document is issued', async () => {
    const store = newStore();
    const record = { ...plainDossier({}), procedureCode: '9.000001', receivedOn: '2024-02-01' as never };
    const id = await store.write((tx) => tx.insertDossier(record, null, tx.beginChangeSet(meta())));
    const issues = () => store.write((tx) => tx.dossier(id)?.issuesDocument);
    const { result } = await importLines(store, 'procedures', [
      'Mã TTHC;Tên thủ tục;Lĩnh vực;Có cấp kết quả;Hiệu lực từ',
      '9.000001;Thủ tục riêng;Hộ tịch;Có;01/01/2024',
    ]);
    expect(await issues()).toBe(true);
    const head = { ...workspace(store), actor: { login: 'thu', name: 'Thử', role: 'head' as const } };
    await undoImport(result.importId as number, head);
    expect(await issues()).toBeNull();
  });
});

import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { dueState, entryDay, entryKey, entryTitle } from '#shared/domain/ledgers/entry-rules.ts';
import { LEDGER_IDS, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { foldWords } from '#shared/text/fold.ts';
import { newOffice, type Office, TODAY } from './support/office.ts';
import { type Referable, soundRecord } from './support/sound-record.ts';

const REFERABLE: Referable = { staff: ['CB1', 'CB2', 'CB3'], 'signature-units': ['DV1', 'DV2'] };

/** The entries that others name. */
async function withReferable(office: Office): Promise<void> {
  for (const code of REFERABLE.staff ?? [])
    await office.add('staff', { code, name: `Nguyễn Văn ${code}`, post: 'Công chức', from: '2020-01-01' });
  for (const code of REFERABLE['signature-units'] ?? [])
    await office.add('signature-units', { code, name: `Đơn vị ${code}`, from: '2020-01-01' });
}

/** Different things of a ledger, in an order of their own. */
function differentRecords(id: LedgerId, count: number): AnyRecord[] {
  const records = new Map<string, AnyRecord>();
  for (const record of fc.sample(soundRecord(id, REFERABLE), { numRuns: 60, seed: 7 })) {
    const key = entryKey(ledgerOf(id), record);
    if (records.size < count && !records.has(key)) records.set(key, record);
  }
  return [...records.values()];
}

describe.each(LEDGER_IDS)('%s', (id) => {
  const ledger = ledgerOf(id);
  const save = (
    entry: { id: number; version: number } | null,
    record: AnyRecord,
    reason: string | null = null,
  ) => ({
    ledger: id,
    id: entry?.id ?? null,
    version: entry?.version ?? null,
    record: { ...record },
    reason,
  });

  it('keeps, lists, finds and filters what is entered', async () => {
    const office = await newOffice();
    await withReferable(office);
    const before = (await office.call('ledgers.index', { ledger: id, filter: {} })).ids.length;
    const records = differentRecords(id, 12);
    expect(records.length).toBeGreaterThan(4);
    const entered: { id: number; record: AnyRecord }[] = [];
    for (const record of records) {
      const { entry, changeSet } = await office.call('ledgers.save', save(null, record));
      expect(entry).toMatchObject({ record, deleted: false, title: entryTitle(ledger, record) });
      expect(entry.due).toBe(dueState(ledger, record, TODAY));
      expect(entry.lacks).toEqual([...ledger.lacks(record as never)]);
      expect(entry.version).toBe(changeSet);
      entered.push({ id: entry.id, record });
    }
    const own = new Set(entered.map((each) => each.id));
    const listed = async (filter: object): Promise<number[]> => {
      const { ids } = await office.call('ledgers.index', { ledger: id, filter });
      return [...ids].filter((each) => own.has(each));
    };
    const expected = (holds: (record: AnyRecord) => boolean): number[] =>
      entered
        .filter(({ record }) => holds(record))
        .sort((a, b) => {
          const [dayA, dayB] = [entryDay(ledger, a.record), entryDay(ledger, b.record)];
          return dayA === dayB ? b.id - a.id : dayA < dayB ? 1 : -1;
        })
        .map((each) => each.id);

    expect(await listed({})).toEqual(expected(() => true));
    const middle = entryDay(ledger, records[2] as AnyRecord);
    expect(await listed({ from: middle })).toEqual(expected((record) => entryDay(ledger, record) >= middle));
    expect(await listed({ to: middle })).toEqual(expected((record) => entryDay(ledger, record) <= middle));
    for (const due of ['open', 'due-soon', 'overdue', 'done'] as const)
      expect([due, await listed({ due })]).toEqual([
        due,
        // Open is whatever is still to be done; the others are parts of it, or done.
        expected((record) => {
          const state = dueState(ledger, record, TODAY);
          return state === due || (due === 'open' && (state === 'due-soon' || state === 'overdue'));
        }),
      ]);
    expect(await listed({ lacks: 'any' })).toEqual(
      expected((record) => ledger.lacks(record as never).length > 0),
    );
    for (const [name, field] of Object.entries(ledger.fields)) {
      if (field.choices === null && field.ref === null) continue;
      const [value] = records.map((record) => record[name]).filter((each) => typeof each === 'string');
      if (typeof value !== 'string') continue;
      expect([name, await listed({ equals: { [name]: value } })]).toEqual([
        name,
        expected((record) => record[name] === value),
      ]);
      expect([name, await listed({ equals: { [name]: '' } })]).toEqual([
        name,
        expected((record) => record[name] === null),
      ]);
    }
    const text = Object.entries(ledger.fields).find(([, field]) => field.type === 'text' && field.required);
    const word = text === undefined ? null : records[0]?.[text[0]];
    if (typeof word === 'string') expect(await listed({ search: foldWords(word) })).toContain(entered[0]?.id);

    const rows = await office.call('ledgers.rows', { ledger: id, ids: entered.map((each) => each.id) });
    expect(rows.map(({ record }) => record)).toEqual(records);
    const states = await office.call('ledgers.states', {});
    expect(states.map((state) => state.ledger)).toEqual(LEDGER_IDS);
    expect(states.find((state) => state.ledger === id)?.entries).toBe(before + records.length);
  });

  it('tells every change, takes each back, and keeps two people from overwriting one another', async () => {
    const office = await newOffice();
    await withReferable(office);
    const [record, other] = differentRecords(id, 2) as [AnyRecord, AnyRecord];
    const created = await office.call('ledgers.save', save(null, record));
    const read = created.entry;
    const edited = { ...record, note: 'đã sửa lại' };
    const after = await office.call('ledgers.save', save(read, edited, 'nhầm'));
    expect(after.entry.record).toEqual(edited);
    expect((await office.refusal('ledgers.save', save(read, other))).code).toBe('RECORD_CHANGED');
    expect(await office.call('ledgers.save', save(after.entry, edited))).toEqual({
      entry: after.entry,
      changeSet: null,
    });
    const kinds = async () => {
      const { history } = await office.call('ledgers.get', { ledger: id, id: read.id });
      return history.map(({ kind }) => kind);
    };
    const { history } = await office.call('ledgers.get', { ledger: id, id: read.id });
    expect(history.map(({ kind }) => kind)).toEqual(['created', 'edited']);
    expect(history[1]).toMatchObject({
      user: 'thu',
      reason: 'nhầm',
      changeSet: after.changeSet,
      fields: [{ field: 'note', from: record.note, to: 'đã sửa lại' }],
    });

    const undone = await office.call('ledgers.undo', { changeSet: after.changeSet ?? 0 });
    expect(undone.entry).toEqual(read);
    expect(await kinds()).toEqual(['created', 'edited', 'undone']);
    expect((await office.refusal('ledgers.undo', { changeSet: after.changeSet ?? 0 })).code).toBe(
      'RECORD_CHANGED',
    );

    const request = { ledger: id, id: read.id };
    const removed = await office.call('ledgers.remove', {
      ...request,
      version: read.version,
      reason: 'thừa',
    });
    expect(removed.entry).toMatchObject({ deleted: true, record });
    const trash = await office.call('ledgers.index', { ledger: id, filter: { deleted: true } });
    expect([...trash.ids]).toEqual([read.id]);
    const list = await office.call('ledgers.index', { ledger: id, filter: {} });
    expect([...list.ids]).not.toContain(read.id);
    const back = await office.call('ledgers.restore', { ...request, version: removed.entry.version });
    expect(back.entry).toMatchObject({ deleted: false, record });
    await office.call('ledgers.undo', { changeSet: back.changeSet ?? 0 });
    await office.call('ledgers.undo', { changeSet: removed.changeSet ?? 0 });
    expect((await office.call('ledgers.get', request)).entry).toEqual(read);
    await office.call('ledgers.undo', { changeSet: created.changeSet ?? 0 });
    expect((await office.call('ledgers.get', request)).entry.deleted).toBe(true);
  });

  it('holds a thing only once, and gives it back out of the trash when it is entered again', async () => {
    const office = await newOffice();
    await withReferable(office);
    const [record, other] = differentRecords(id, 2) as [AnyRecord, AnyRecord];
    const first = await office.call('ledgers.save', save(null, record));
    if (ledger.repeatable) {
      const second = await office.call('ledgers.save', save(null, record));
      expect(second.entry.id).not.toBe(first.entry.id);
      const moved = await office.call('ledgers.save', save(second.entry, other));
      const again = await office.call('ledgers.save', save(moved.entry, record));
      expect(again.entry.record).toEqual(record);
      return;
    }
    const twice = { code: 'RECORD_INVALID', fields: { [ledger.key[0] ?? '']: 'DUPLICATE_KEY' } };
    expect(await office.refusal('ledgers.save', save(null, record))).toEqual(twice);
    const second = await office.call('ledgers.save', save(null, other));
    expect(await office.refusal('ledgers.save', save(second.entry, record))).toEqual(twice);
    const { entry } = first;
    await office.call('ledgers.remove', { ledger: id, id: entry.id, version: entry.version, reason: null });
    const back = await office.call('ledgers.save', save(null, { ...record, note: 'ghi lại' }));
    expect(back.entry).toMatchObject({
      id: entry.id,
      deleted: false,
      record: { ...record, note: 'ghi lại' },
    });
    const { history } = await office.call('ledgers.get', { ledger: id, id: entry.id });
    expect(history.at(-1)).toMatchObject({ kind: 'restored', changeSet: back.changeSet });
  });

  it('is exported as a workbook that imports back unchanged, and into an empty book whole', async () => {
    const office = await newOffice();
    await withReferable(office);
    for (const record of differentRecords(id, 12)) await office.call('ledgers.save', save(null, record));
    const path = join(office.folder, `${id}.xlsx`);
    const file = office.backend.files.register(path);
    const { rows } = await office.call('ledgers.export', { ledger: id, filter: {}, target: file });
    const options = { kind: id };
    const same = await office.call('imports.preview', { file, options, task: 'xem' });
    expect(same.result).toMatchObject({ read: rows, unchanged: rows, bad: 0 });

    const other = await newOffice();
    if (!(id in REFERABLE)) await withReferable(other);
    const token = other.backend.files.register(path);
    const request = { file: token, options, task: 'nhập', sha256: same.result.sha256 };
    expect(await other.call('imports.commit', request)).toMatchObject({ read: rows, added: rows, bad: 0 });
    const all = async (each: Office) => {
      const { ids } = await each.call('ledgers.index', { ledger: id, filter: {} });
      const found = await each.call('ledgers.rows', { ledger: id, ids: [...ids] });
      return found.map(({ record }) => JSON.stringify(record)).sort();
    };
    expect(await all(other)).toEqual(await all(office));
  });

  it('refuses a record without what is required, and unknown fields', async () => {
    const office = await newOffice();
    const required = Object.keys(ledger.fields).filter((name) => ledger.fields[name]?.required === true);
    const { code, fields } = await office.refusal('ledgers.save', save(null, {}));
    expect(code).toBe('RECORD_INVALID');
    expect(fields).toEqual(Object.fromEntries(required.map((name) => [name, 'REQUIRED'])));
    expect(await office.refusal('ledgers.save', save(null, { colour: 'red' }))).toEqual({
      code: 'RECORD_INVALID',
      fields: { colour: 'UNKNOWN_FIELD' },
    });
    expect(office.notices.every(({ kind }) => kind === 'changed')).toBe(true);
    expect((await office.call('ledgers.index', { ledger: id, filter: {} })).ids).toHaveLength(0);
  });
});

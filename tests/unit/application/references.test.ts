import { describe, expect, it } from 'vitest';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';
import { newOffice } from './support/office.ts';

const person = { code: 'CB 01', name: 'Trần Thị Bình', post: 'Công chức Tư pháp', from: '2020-01-01' };
const rating = { staffCode: 'cb01', year: 2023, rating: 'good', ratedOn: '2023-12-20' };

describe('entries that refer to others', () => {
  it('name an entry that exists, however it is spelled', async () => {
    const office = await newOffice();
    const save = { ledger: 'staff-ratings', id: null, version: null, reason: null, record: rating } as const;
    const unknown = { code: 'RECORD_INVALID', fields: { staffCode: 'REF_UNKNOWN' } };
    expect(await office.refusal('ledgers.save', save)).toEqual(unknown);
    const staff = await office.add('staff', person);
    const { entry } = await office.call('ledgers.save', save);
    expect(entry.record.staffCode).toBe('cb01');
    const { refs, used } = await office.call('ledgers.choices', { ledger: 'staff-ratings' });
    expect(refs).toEqual({ staffCode: [{ code: 'CB 01', label: 'CB 01 · Trần Thị Bình' }] });
    expect(used).toEqual({ year: ['2023'], decision: [] });

    const removal = { ledger: 'staff', id: staff.id, version: staff.version, reason: null } as const;
    const referred = { code: 'RECORD_INVALID', fields: { code: 'REFERRED_TO' } };
    expect(await office.refusal('ledgers.remove', removal)).toEqual(referred);
    const renamed = { ledger: 'staff', id: staff.id, version: staff.version, reason: null };
    expect(
      await office.refusal('ledgers.save', {
        ...renamed,
        ledger: 'staff',
        record: { ...person, code: 'CB02' },
      }),
    ).toEqual(referred);
    // The same key written otherwise is the same thing.
    const { entry: respelled } = await office.call('ledgers.save', {
      ...renamed,
      ledger: 'staff',
      record: { ...person, code: 'CB01' },
    });
    const { entry: removed } = await office.call('ledgers.remove', {
      ledger: 'staff-ratings',
      id: entry.id,
      version: entry.version,
      reason: null,
    });
    await office.call('ledgers.remove', { ...removal, version: respelled.version });
    expect(
      await office.refusal('ledgers.restore', {
        ledger: 'staff-ratings',
        id: removed.id,
        version: removed.version,
      }),
    ).toEqual(unknown);
  });

  it('are not left behind when the making of what they name is taken back', async () => {
    const office = await newOffice();
    const made = await office.call('ledgers.save', {
      ledger: 'staff',
      id: null,
      version: null,
      reason: null,
      record: person,
    });
    await office.add('staff-ratings', rating);
    expect((await office.refusal('ledgers.undo', { changeSet: made.changeSet ?? 0 })).code).toBe(
      'RECORD_CHANGED',
    );
  });
});

describe('what a form is offered', () => {
  it('values in use, most used first', async () => {
    const office = await newOffice();
    for (const [code, field] of [
      ['1', 'Hộ tịch'],
      ['2', 'Đất đai'],
      ['3', 'Đất đai'],
    ])
      await office.add('petitions', { code, receivedOn: '2024-01-02', subject: 'x', field });
    const { used, refs } = await office.call('ledgers.choices', { ledger: 'petitions' });
    expect(refs).toEqual({});
    expect(used.field).toEqual(['Đất đai', 'Hộ tịch']);
    expect(Object.keys(used)).toEqual(['senderName', 'procedureCode', 'field', 'handler']);
  });

  it('the next code of ledgers whose codes run on, in the year of the entry', async () => {
    const office = await newOffice();
    const proposed = async (record: object = {}) =>
      (await office.call('ledgers.propose', { ledger: 'petitions', record: { ...record } })).values.code;
    expect(await proposed()).toBe('PA-2024-0001');
    await office.add('petitions', { code: 'PAKN/2023/017', receivedOn: '2023-12-30', subject: 'x' });
    expect(await proposed({ receivedOn: '2023-12-31' })).toBe('PAKN/2023/018');
    expect(await proposed()).toBe('PAKN/2024/001');
    await office.add('petitions', { code: 'PAKN/2024/001', receivedOn: '2024-01-02', subject: 'x' });
    expect(await proposed()).toBe('PAKN/2024/002');
    expect(await proposed({ code: 'tự đặt' })).toBeUndefined();
    expect((await office.call('ledgers.propose', { ledger: 'staff-ratings', record: {} })).values).toEqual(
      {},
    );
  });

  it('the day on which a petition is due, with the days off between', async () => {
    const office = await newOffice();
    const proposed = await office.call('ledgers.propose', {
      ledger: 'petitions',
      record: { receivedOn: '2024-04-10', code: 'x' },
    });
    // Fifteen working days after 10/04/2024: 18/4 (giỗ Tổ), 29/4 (swapped), 30/4 and 1/5 are off, 4/5 is worked.
    expect(proposed.values).toEqual({ dueOn: '2024-05-06' });
    expect(proposed.due).toMatchObject({ dueOn: '2024-05-06', amount: 15, unit: 'working-days' });
    expect(proposed.due?.holidays.map(({ date }) => date)).toEqual([
      '2024-04-18',
      '2024-04-29',
      '2024-04-30',
      '2024-05-01',
    ]);
    const given = { receivedOn: '2024-04-10', code: 'x', dueOn: '2024-04-12' };
    const kept = await office.call('ledgers.propose', { ledger: 'petitions', record: given });
    expect(kept.values).toEqual({});
    expect(kept.due?.dueOn).toBe('2024-05-06');
    const without = await office.call('ledgers.propose', { ledger: 'petitions', record: { code: 'x' } });
    expect(without).toEqual({ values: {}, due: null });
  });
});

describe('long texts', () => {
  it('are kept whole, and named short', async () => {
    const office = await newOffice();
    const measure = 'Tập huấn '.repeat(111).trim();
    const activity = 'Đánh giá '.repeat(55).trim();
    const entry = await office.add('measures', {
      objective: '2.1',
      measure,
      owner: 'x',
      dueOn: '2024-06-30',
    });
    expect(entry.record.measure).toBe(measure);
    expect(entry.title.length).toBeLessThanOrEqual(400);
    await office.add('iso-activities', { code: 'A1', activity, kind: 'training', dueOn: '2024-06-30' });
    // What no filter could name is not offered as a choice.
    expect((await office.call('ledgers.choices', { ledger: 'iso-activities' })).used.activity).toEqual([]);
    const note = 'x'.repeat(2000);
    const edited = await office.call('ledgers.save', {
      ledger: 'measures',
      id: entry.id,
      version: entry.version,
      reason: null,
      record: { ...entry.record, note },
    });
    const { history } = await office.call('ledgers.get', { ledger: 'measures', id: edited.entry.id });
    expect(history[1]?.fields).toEqual([{ field: 'note', from: null, to: note }]);
  });
});

describe('a ledger that is kept', () => {
  it('though nothing is in it yet, from the day somebody says', async () => {
    const office = await newOffice();
    const state = async () =>
      (await office.call('ledgers.states', {})).find(({ ledger }) => ledger === 'petitions');
    expect(await state()).toMatchObject({ entries: 0, keptFrom: null });
    const said = await office.call('ledgers.setKept', { ledger: 'petitions', from: '2024-01-01' as never });
    expect(said.keptFrom).toBe('2024-01-01');
    expect(office.notices).toMatchObject([{ kind: 'changed', what: 'ledgers' }]);
    await office.add('petitions', { code: '1', receivedOn: '2023-11-02', subject: 'x' });
    expect((await state())?.keptFrom).toBe('2023-11-02');
    await office.call('ledgers.setKept', { ledger: 'petitions', from: null });
    expect((await state())?.keptFrom).toBe('2023-11-02');
  });
});

describe('the commune’s own catalogues', () => {
  it('are for those who may change the settings', async () => {
    const office = await newOffice('canbo');
    const day = { date: '2024-03-22', kind: 'off', name: 'Ngày truyền thống' };
    const save = { ledger: 'calendar-days', id: null, version: null, reason: null, record: day } as const;
    expect((await office.refusal('ledgers.save', save)).code).toBe('FORBIDDEN');
    await office.backend.call('app.signIn', { login: 'thu', passphrase: TEST_PASSPHRASE });
    const { changeSet } = await office.call('ledgers.save', save);
    expect(
      office.notices
        .map((notice) => 'what' in notice && notice.what)
        .slice(-3)
        .sort(),
    ).toEqual(['dossiers', 'ledgers', 'settings']);
    await office.backend.call('app.signIn', { login: 'canbo', passphrase: TEST_PASSPHRASE });
    expect((await office.refusal('ledgers.undo', { changeSet: changeSet ?? 0 })).code).toBe('FORBIDDEN');
    const { ids } = await office.call('ledgers.index', { ledger: 'calendar-days', filter: {} });
    expect(ids).toHaveLength(1);
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { validInputs } from '../../contract/support/valid-inputs.ts';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';
import { newOffice, type Office } from './support/office.ts';

const day = (text: string) => text as LocalDate;
const own = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  unit: 'working-days',
  amount: 2,
  validFrom: '2024-03-01',
};

const due = async (office: Office, receivedOn: string, channel: 'direct' | 'online' = 'direct') =>
  (
    await office.call('dossiers.proposeDue', {
      procedureCode: own.code,
      channel,
      receivedOn: day(receivedOn),
    })
  ).dueOn;

async function addDossier(office: Office, code: string, change: object = {}): Promise<number> {
  const { dossier } = await office.call('dossiers.save', {
    ...validInputs['dossiers.save'],
    record: {
      ...validInputs['dossiers.save'].record,
      code,
      procedureCode: '9.000001',
      receivedOn: day('2024-03-05'),
      dueOn: null,
      finishedOn: day('2024-03-06'),
      resultDigitised: null,
      suspensions: [],
      ...change,
    },
  });
  return dossier.id;
}

const resultObjective = async (office: Office) => {
  const { objectives } = await office.call('evaluation.evaluate', { period: '2024-Q1' });
  return objectives.find(({ id }) => id === '7.2');
};

describe('own versions of procedures', () => {
  it('propose due days from their first day on, by channel', async () => {
    const office = await newOffice();
    expect(await due(office, '2024-03-05')).toBe('2024-03-05');
    await office.add('procedures', { ...own, onlineAmount: 1, postAmount: 0 });
    expect(await due(office, '2024-02-29')).toBe('2024-02-29');
    expect(await due(office, '2024-03-05')).toBe('2024-03-07');
    expect(await due(office, '2024-03-05', 'online')).toBe('2024-03-06');
    const { procedures } = await office.call('dossiers.choices', {});
    expect(procedures.filter(({ code }) => code === own.code)).toHaveLength(1);
  });

  it('stand beside the given ones, or in place of the one with the same first day', async () => {
    const office = await newOffice();
    const listed = async () =>
      (await office.call('settings.procedures', {}))
        .filter(({ code }) => code === own.code)
        .map((each) => [each.validFrom, each.amount, each.own]);
    const given = await listed();
    expect(given.every(([, , isOwn]) => isOwn === false)).toBe(true);
    await office.add('procedures', own);
    expect(await listed()).toEqual([...given, ['2024-03-01', 2, true]]);
    const entry = await office.add('procedures', { ...own, validFrom: given[0]?.[0], validTo: '2024-02-29' });
    expect(await listed()).toEqual([...given.slice(1), [given[0]?.[0], 2, true], ['2024-03-01', 2, true]]);
    await office.call('ledgers.remove', {
      ledger: 'procedures',
      id: entry.id,
      version: entry.version,
      reason: null,
    });
    expect(await listed()).toEqual([...given, ['2024-03-01', 2, true]]);
  });

  it('never move a due day that was given', async () => {
    const office = await newOffice();
    const id = await addDossier(office, 'H-1', { procedureCode: own.code, dueOn: day('2024-03-09') });
    await office.add('procedures', own);
    await office.add('calendar-days', { date: '2024-03-06', kind: 'off', name: 'Nghỉ' });
    const { dossier } = await office.call('dossiers.get', { id });
    expect(dossier.record.dueOn).toBe('2024-03-09');
  });

  it('say of dossiers whether a document is issued: figures follow, history says why, undo takes it back', async () => {
    const office = await newOffice();
    const unknown = { ...own, code: '9.000001', unit: null, amount: null };
    const inside = await addDossier(office, 'H-1');
    const suffixed = await addDossier(office, 'H-2', { procedureCode: '9.000001.H19' });
    const before = await addDossier(office, 'H-3', { receivedOn: day('2024-02-28') });
    const other = await addDossier(office, 'H-4', { procedureCode: '9.000002' });
    expect(await resultObjective(office)).toMatchObject({ numerator: 0, denominator: 4, missingData: 4 });

    const saved = await office.call('ledgers.save', {
      ledger: 'procedures',
      id: null,
      version: null,
      reason: null,
      record: { ...unknown, issuesDocument: false },
    });
    expect(await resultObjective(office)).toMatchObject({ numerator: 0, denominator: 2, missingData: 2 });
    const changes = async (id: number) =>
      (await office.call('dossiers.get', { id })).history.map(({ kind, reason }) => [kind, reason]);
    const why = ['edited', 'Danh mục thủ tục của đơn vị thay đổi: 9.000001'];
    expect(await changes(inside)).toEqual([['created', null], why]);
    expect(await changes(suffixed)).toEqual([['created', null], why]);
    expect(await changes(before)).toEqual([['created', null]]);
    expect(await changes(other)).toEqual([['created', null]]);

    const { entry } = await office.call('ledgers.save', {
      ledger: 'procedures',
      id: saved.entry.id,
      version: saved.entry.version,
      reason: null,
      record: { ...unknown, issuesDocument: false, validFrom: '2024-02-01' },
    });
    expect(await resultObjective(office)).toMatchObject({ denominator: 1, missingData: 1 });
    // A new name changes nothing of what it says.
    const { entry: named } = await office.call('ledgers.save', {
      ledger: 'procedures',
      id: entry.id,
      version: entry.version,
      reason: null,
      record: { ...entry.record, name: 'Tên khác' },
    });
    expect(await changes(inside)).toHaveLength(2);
    await office.call('ledgers.remove', {
      ledger: 'procedures',
      id: named.id,
      version: named.version,
      reason: null,
    });
    expect(await resultObjective(office)).toMatchObject({ denominator: 4, missingData: 4 });
  });

  it('are followed when they come and go by import or by undo', async () => {
    const office = await newOffice();
    await addDossier(office, 'H-1');
    const missing = async () => (await resultObjective(office))?.missingData;
    const record = { ...own, code: '9.000001', issuesDocument: false };
    const { entry, changeSet } = await office.call('ledgers.save', {
      ledger: 'procedures',
      id: null,
      version: null,
      reason: null,
      record,
    });
    expect(await missing()).toBe(0);
    const path = join(office.folder, 'thủ tục.xlsx');
    const file = office.backend.files.register(path);
    await office.call('ledgers.export', { ledger: 'procedures', filter: {}, target: file });
    await office.call('ledgers.undo', { changeSet: changeSet ?? 0 });
    expect((await office.call('ledgers.get', { ledger: 'procedures', id: entry.id })).entry.deleted).toBe(
      true,
    );
    expect(await missing()).toBe(1);
    const options = { kind: 'procedures' as const };
    const { result } = await office.call('imports.preview', { file, options, task: 'xem' });
    expect(await missing()).toBe(1);
    const request = { file, options, task: 'nhập', sha256: result.sha256 };
    const { importId, updated } = await office.call('imports.commit', request);
    expect([updated, await missing()]).toEqual([1, 0]);
    await office.call('imports.undo', { importId: importId ?? 0 });
    expect(await missing()).toBe(1);
    await office.backend.call('app.signIn', { login: 'canbo', passphrase: TEST_PASSPHRASE });
    expect((await office.refusal('imports.commit', request)).code).toBe('FORBIDDEN');
  });

  it('leave to the given version what they do not say', async () => {
    const office = await newOffice();
    await office.add('procedures', own);
    const given = (await office.call('settings.procedures', {})).find(
      ({ code, own: isOwn }) => code === own.code && !isOwn,
    );
    const listed = (await office.call('settings.procedures', {})).find(({ own: isOwn }) => isOwn);
    expect(given?.issuesDocument).toBe(true);
    expect(listed?.issuesDocument).toBe(true);
  });
});

describe('own days of the calendar', () => {
  it('win over the given table, wherever days are counted', async () => {
    const office = await newOffice();
    const april = async () => {
      const days = await office.call('settings.calendar', { year: 2024 });
      return days
        .filter(({ date }) => date.startsWith('2024-04'))
        .map(({ date, kind, own: isOwn }) => [date, kind, isOwn]);
    };
    expect(await april()).toContainEqual(['2024-04-18', 'off', false]);
    await office.add('calendar-days', { date: '2024-04-18', kind: 'working', name: 'Trực' });
    const rest = await office.add('calendar-days', { date: '2024-04-11', kind: 'off', name: 'Mất điện' });
    expect(await april()).toEqual([
      ['2024-04-11', 'off', true],
      ['2024-04-18', 'working', true],
      ['2024-04-29', 'off', false],
      ['2024-04-30', 'off', false],
    ]);
    const proposed = async () =>
      (await office.call('ledgers.propose', { ledger: 'petitions', record: { receivedOn: '2024-04-10' } }))
        .due;
    expect(await proposed()).toMatchObject({ dueOn: '2024-05-06' });
    expect((await proposed())?.holidays[0]).toEqual({ date: '2024-04-11', name: 'Mất điện' });
    await office.call('ledgers.remove', {
      ledger: 'calendar-days',
      id: rest.id,
      version: rest.version,
      reason: null,
    });
    expect((await proposed())?.dueOn).toBe('2024-05-04');
  });

  it('that leave no working day for months are told, not counted with', async () => {
    const office = await newOffice();
    await office.backend.workspace().then(({ store }) =>
      store.write((tx) => {
        const changeSet = tx.beginChangeSet({
          user: 'thu',
          at: '2024-03-20T05:00:00Z',
          kind: 'created',
          reason: null,
          importId: null,
        });
        for (let number = 0; number < 100; number += 1) {
          const date = new Date(Date.UTC(2024, 3, 1 + number)).toISOString().slice(0, 10);
          tx.insertEntry(
            'calendar-days',
            { date, kind: 'off', name: 'Nghỉ', source: null, note: null },
            1,
            changeSet,
          );
        }
      }),
    );
    expect(
      (await office.refusal('ledgers.propose', { ledger: 'petitions', record: { receivedOn: '2024-04-10' } }))
        .code,
    ).toBe('CALENDAR_UNUSABLE');
  });
});

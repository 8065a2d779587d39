import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { validInputs } from '../../contract/support/valid-inputs.ts';
import { newOffice, type Office } from './support/office.ts';

const day = (text: string) => text as LocalDate;
const known = validInputs['dossiers.save'].record;

type Typed = Partial<Input<'dossiers.save'>['record']>;
const save = (office: Office, code: string, change: Typed = {}) =>
  office.call('dossiers.save', {
    id: null,
    version: null,
    reason: null,
    record: { ...known, suspensions: [], code, ...change },
  });

describe('flags of many dossiers', () => {
  it('are set as one deed, by id or code, and taken back as one', async () => {
    const office = await newOffice();
    const saved: StoredDossier[] = [];
    for (const [code, paperParallel] of [
      ['H-1', null],
      ['H-2', null],
      ['H-3', true],
      ['H-4', false],
    ] as const)
      saved.push((await save(office, code, { paperParallel })).dossier);
    const [first, , , last] = saved;
    const removed = (await save(office, 'H-5')).dossier;
    await office.call('dossiers.remove', { id: removed.id, version: removed.version, reason: null });
    const flags = async () =>
      (await office.call('dossiers.rows', { ids: saved.map(({ id }) => id) })).map(
        ({ record }) => record.paperParallel,
      );
    office.notices.length = 0;
    const set = await office.call('dossiers.setFlags', {
      ids: [first?.id ?? 0, last?.id ?? 0],
      codes: ['h-1', 'H-2', 'H-3', 'H-5', 'H-6'],
      field: 'paperParallel',
      value: true,
    });
    expect(set).toMatchObject({ changed: 3, unchanged: 1, notFound: ['H-5', 'H-6'] });
    expect(await flags()).toEqual([true, true, true, true]);
    expect(office.notices).toMatchObject([{ kind: 'changed', what: 'dossiers' }]);
    expect(await office.call('dossiers.undoMany', { changeSet: set.changeSet ?? 0 })).toEqual({
      restored: 3,
    });
    expect(await flags()).toEqual([null, null, true, false]);
    const again = { ids: [], codes: ['H-3'], field: 'paperParallel', value: true } as const;
    expect(await office.call('dossiers.setFlags', { ...again, ids: [], codes: ['H-3'] })).toEqual({
      changed: 0,
      unchanged: 1,
      notFound: [],
      changeSet: null,
    });
  });

  it('are set on all or on none: a dossier that somebody removed stops the deed', async () => {
    const office = await newOffice();
    const { dossier } = await save(office, 'H-1', { paperParallel: null });
    const request = { ids: [dossier.id, 99], codes: [], field: 'paperParallel' as const, value: true };
    expect((await office.refusal('dossiers.setFlags', request)).code).toBe('RECORD_UNKNOWN');
    expect((await office.call('dossiers.get', { id: dossier.id })).dossier).toEqual(dossier);
  });

  it('are not taken back over somebody else’s change', async () => {
    const office = await newOffice();
    await save(office, 'H-1', { paperParallel: null });
    const { dossier } = await save(office, 'H-2', { paperParallel: null });
    const { changeSet } = await office.call('dossiers.setFlags', {
      ids: [],
      codes: ['H-1', 'H-2'],
      field: 'paperParallel',
      value: true,
    });
    const { dossier: marked } = await office.call('dossiers.get', { id: dossier.id });
    await office.call('dossiers.save', {
      id: marked.id,
      version: marked.version,
      reason: null,
      record: { ...marked.record, note: 'khác' },
    });
    expect((await office.refusal('dossiers.undoMany', { changeSet: changeSet ?? 0 })).code).toBe(
      'RECORD_CHANGED',
    );
    const other = await office.call('dossiers.byCode', { code: 'H-1' });
    expect(other?.record.paperParallel).toBe(true);
  });
});

describe('recorded suspensions', () => {
  const open: Typed = {
    status: 'processing',
    outcome: null,
    finishedOn: null,
    receivedOn: day('2024-03-04'),
  };

  it('move the due day, and remember the day they replaced', async () => {
    const office = await newOffice();
    const spans = [
      { kind: 'payment' as const, from: day('2024-03-13'), to: null, dueBefore: null },
      { kind: 'supplement' as const, from: day('2024-03-06'), to: day('2024-03-08'), dueBefore: null },
    ];
    const dueOn = day('2024-03-11');
    const sorted = [...spans].reverse();
    const moved = await office.call('dossiers.proposeMovedDue', { dueOn, suspensions: sorted });
    expect(moved).toMatchObject({ dueOn: '2024-03-14', workingDays: 3, holidays: [] });
    expect(moved.suspensions.map(({ dueBefore }) => dueBefore)).toEqual(['2024-03-11', null]);
    // They are kept in the order of their days, however they were typed.
    const { dossier, changeSet } = await save(office, 'H-1', {
      ...open,
      dueOn: moved.dueOn,
      suspensions: [...moved.suspensions].reverse(),
    });
    expect(dossier.record.suspensions).toEqual(moved.suspensions);
    expect(dossier.version).toBe(changeSet);
    const same = await office.call('dossiers.save', {
      id: dossier.id,
      version: dossier.version,
      reason: null,
      record: { ...dossier.record, suspensions: [...moved.suspensions].reverse() },
    });
    expect(same).toEqual({ dossier, changeSet: null });
  });

  it('that cannot be are refused at their field', async () => {
    const office = await newOffice();
    const span = { kind: 'paused' as const, from: day('2024-03-06'), to: day('2024-03-05'), dueBefore: null };
    const refused = await office.refusal('dossiers.save', {
      id: null,
      version: null,
      reason: null,
      record: { ...known, ...open, code: 'H-1', dueOn: null, suspensions: [span] },
    });
    expect(refused).toEqual({ code: 'RECORD_INVALID', fields: { suspensions: 'DATE_ORDER' } });
  });

  it('stop the clock on their days only', async () => {
    const office = await newOffice();
    const due: Typed = { ...open, dueOn: day('2024-03-12') };
    const span = { kind: 'supplement' as const, from: day('2024-03-11'), to: null, dueBefore: null };
    const { dossier: stopped } = await save(office, 'H-1', { ...due, suspensions: [span] });
    const ended = { ...span, to: day('2024-03-18') };
    const { dossier: late } = await save(office, 'H-2', { ...due, suspensions: [ended] });
    expect([stopped.overdue, late.overdue]).toEqual([false, true]);
  });
});

describe('a code that was removed', () => {
  it('is the same dossier when it is entered again, with its history', async () => {
    const office = await newOffice();
    const { dossier } = await save(office, 'H-1');
    await office.call('dossiers.remove', { id: dossier.id, version: dossier.version, reason: null });
    const back = await save(office, 'h-1', { applicantName: 'Lê Văn B' });
    expect(back.dossier).toMatchObject({
      id: dossier.id,
      deleted: false,
      record: { applicantName: 'Lê Văn B' },
    });
    const { history } = await office.call('dossiers.get', { id: dossier.id });
    expect(history.map(({ kind }) => kind)).toEqual(['created', 'deleted', 'restored']);
    await office.call('dossiers.undo', { changeSet: back.changeSet ?? 0 });
    const { dossier: again } = await office.call('dossiers.get', { id: dossier.id });
    expect(again).toMatchObject({ deleted: true, record: dossier.record });
  });
});

describe('near-duplicates', () => {
  it('are shown while a dossier is typed', async () => {
    const office = await newOffice();
    const { dossier } = await save(office, 'H-240102-0001');
    const typed = {
      code: 'H-240102-0010',
      personId: known.personId,
      applicantName: null,
      procedureCode: known.procedureCode,
      receivedOn: known.receivedOn,
      except: null,
    };
    expect(await office.call('dossiers.similar', typed)).toEqual([
      { dossier, why: 'same-person-and-procedure' },
    ]);
    const slip = { ...typed, code: 'H-240102-0002', personId: null, procedureCode: null };
    expect(await office.call('dossiers.similar', slip)).toEqual([{ dossier, why: 'code-slip' }]);
    expect(await office.call('dossiers.similar', { ...slip, except: dossier.id })).toEqual([]);
  });
});

describe('a workbook of what the list shows', () => {
  it('is written whole, with progress, or not at all', async () => {
    const office = await newOffice();
    for (const code of ['H-1', 'H-2', 'H-3']) await save(office, code);
    const path = join(office.folder, 'hồ sơ.xlsx');
    const target = office.backend.files.register(path);
    office.notices.length = 0;
    const written = await office.call('dossiers.export', { filter: {}, target, task: 'xuất' });
    expect(written).toEqual({
      rows: 3,
      saved: { token: target, name: 'hồ sơ.xlsx', size: statSync(path).size },
    });
    expect(office.notices).toContainEqual({
      kind: 'progress',
      task: 'xuất',
      phase: 'saving',
      done: 3,
      total: 3,
    });
    const stopped = join(office.folder, 'dở dang.xlsx');
    await office.call('tasks.cancel', { task: 'dừng' });
    const request = { filter: {}, target: office.backend.files.register(stopped), task: 'dừng' };
    expect((await office.refusal('dossiers.export', request)).code).toBe('CANCELLED');
    expect(existsSync(stopped)).toBe(false);
  });

  it('of a ledger holds what its filter finds', async () => {
    const office = await newOffice();
    for (const [code, source] of [
      ['1', 'portal'],
      ['2', 'letter'],
      ['3', 'portal'],
    ])
      await office.add('petitions', { code, source, receivedOn: '2024-01-02', subject: 'Trả chậm' });
    const path = join(office.folder, 'pakn.xlsx');
    const target = office.backend.files.register(path);
    const filter = { equals: { source: 'portal' } };
    expect(await office.call('ledgers.export', { ledger: 'petitions', filter, target })).toEqual({
      rows: 2,
      saved: { token: target, name: 'pakn.xlsx', size: statSync(path).size },
    });
  });
});

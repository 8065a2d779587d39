import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseInput } from '#electron/application/parse-call.ts';
import { readRecords } from '#electron/import/index.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { validInputs } from '../../contract/support/valid-inputs.ts';
import { newOffice, type Office, TODAY } from './support/office.ts';

const known = { ...validInputs['dossiers.save'].record, suspensions: [], status: 'returned' as const };
const NUMBER = '075190000001';
const MASKED = '••••••••0001';

type Typed = Partial<Input<'dossiers.save'>['record']>;
const save = (office: Office, change: Typed, row: StoredDossier | null = null) =>
  office.call('dossiers.save', {
    id: row?.id ?? null,
    version: row?.version ?? null,
    reason: null,
    record: { ...(row?.record ?? known), ...change },
  });
const refusedSave = (office: Office, change: Typed, row: StoredDossier | null = null) =>
  office.refusal('dossiers.save', {
    id: row?.id ?? null,
    version: row?.version ?? null,
    reason: null,
    record: { ...(row?.record ?? known), ...change },
  });
/** The office with its clerk at the window. */
async function asClerk(office: Office): Promise<void> {
  const { store } = await office.backend.workspace();
  office.backend.session.enter(store, 'canbo');
}

/** The numbers that a workbook holds, as the importer reads them. */
async function numbersIn(file: string): Promise<unknown[]> {
  const options = parseInput('imports.preview', { file: '0'.repeat(32), options: {}, task: 'x' }).options;
  const { batches } = await readRecords(file, options, { today: TODAY, language: 'vi' });
  const found: unknown[] = [];
  for await (const batch of batches)
    for (const row of batch) if (row.kind === 'record') found.push(row.values.personId);
  return found;
}

describe('ID numbers', () => {
  it('leave the service masked, in records and in their history', async () => {
    const office = await newOffice();
    const { dossier } = await save(office, { code: 'H-1', personId: NUMBER });
    expect(dossier.record.personId).toBe(MASKED);
    await save(office, { personId: '079191000777' }, dossier);
    const { dossier: now, history } = await office.call('dossiers.get', { id: dossier.id });
    expect(now.record.personId).toBe('••••••••0777');
    expect(history.at(-1)?.fields).toEqual([{ field: 'personId', from: MASKED, to: '••••••••0777' }]);
  });

  it('stay what they are when a record is saved with the masked one, and with no other masked one', async () => {
    const office = await newOffice();
    const { dossier } = await save(office, { code: 'H-1', personId: NUMBER });
    expect(await save(office, {}, dossier)).toEqual({ dossier, changeSet: null });
    const edited = await save(office, { note: 'khác' }, dossier);
    const seen = await office.call('dossiers.unmask', { id: dossier.id });
    expect(seen.dossier.record).toMatchObject({ personId: NUMBER, note: 'khác' });
    // Digits that fit are refused like those that do not: the answer tells nothing of them.
    for (const personId of ['••••••••0002', '0•••••••0001', '9•••••••0001', '****0001', '••••••••••••'])
      expect(await refusedSave(office, { personId }, edited.dossier), personId).toEqual({
        code: 'RECORD_INVALID',
        fields: { personId: 'MASKED_NUMBER' },
      });
    expect((await refusedSave(office, { code: 'H-2', personId: MASKED })).fields).toEqual({
      personId: 'MASKED_NUMBER',
    });
    expect((await save(office, { personId: null }, edited.dossier)).dossier.record.personId).toBeNull();
  });

  it('come back with a dossier of the trash', async () => {
    const office = await newOffice();
    const { dossier } = await save(office, { code: 'H-1', personId: NUMBER });
    await office.call('dossiers.remove', { id: dossier.id, version: dossier.version, reason: null });
    const again = await save(office, { code: 'H-1', personId: MASKED });
    expect((await office.call('dossiers.unmask', { id: again.dossier.id })).dossier.record.personId).toBe(
      NUMBER,
    );
  });

  it('are shown to whoever may see them, and the log says so; to nobody else', async () => {
    const office = await newOffice();
    const { dossier } = await save(office, { code: 'H-1', personId: NUMBER });
    const { dossier: seen } = await office.call('dossiers.unmask', { id: dossier.id });
    expect(seen.record.personId).toBe(NUMBER);
    const filter = { login: null, kinds: ['unmasked' as const], from: null, to: null };
    const { ids } = await office.call('log.index', { filter });
    const lines = await office.call('log.rows', { ids: [...ids] });
    expect(lines).toMatchObject([{ kind: 'unmasked', login: 'thu', record: 'H-1' }]);
    expect(JSON.stringify(lines)).not.toContain(NUMBER);
    await asClerk(office);
    expect((await office.refusal('dossiers.unmask', { id: dossier.id })).code).toBe('FORBIDDEN');
  });

  it('are found by the whole number by everybody, by a part only by whoever may see them', async () => {
    const office = await newOffice();
    const { dossier } = await save(office, { code: 'H-1', personId: NUMBER });
    const found = async (query: string) =>
      (await office.call('dossiers.find', { query, limit: 5 })).map(({ id }) => id);
    expect(await found('0751900')).toEqual([dossier.id]);
    await asClerk(office);
    expect(await found('0751900')).toEqual([]);
    expect(await found(NUMBER)).toEqual([dossier.id]);
    const { ids } = await office.call('dossiers.index', { filter: { search: '190000' } });
    expect([...ids]).toEqual([]);
  });

  it('searched for by somebody who may not see them, are told in the log, each number once', async () => {
    const office = await newOffice();
    await save(office, { code: 'H-1', personId: NUMBER });
    const { store } = await office.backend.workspace();
    const searched = () =>
      store.log
        .rows([...store.log.index({ kinds: ['number-searched'] })])
        .map(({ login, subject }) => [login, JSON.parse(subject)])
        .reverse();
    // Whoever may see them is asked nothing.
    await office.call('dossiers.find', { query: NUMBER, limit: 5 });
    await asClerk(office);
    await office.call('dossiers.index', { filter: { search: 'nguyễn H-1 0751' } });
    expect(searched()).toEqual([]);
    await office.call('dossiers.find', { query: '075190000002', limit: 5 });
    await office.call('dossiers.index', { filter: { search: '0751 9000 0001' } });
    // A list that is drawn again asks nothing new.
    await office.call('dossiers.index', { filter: { search: NUMBER } });
    expect(searched()).toEqual([
      ['canbo', { times: 0 }],
      ['canbo', { times: 1 }],
    ]);
    expect(JSON.stringify(store.log.rows([...store.log.index({})]))).not.toContain(NUMBER);
  });

  it('leave in a workbook only with a reason, which the log keeps', async () => {
    const office = await newOffice();
    await save(office, { code: 'H-1', personId: NUMBER });
    const file = join(office.folder, 'ho-so.xlsx');
    const target = office.backend.files.register(file);
    const write = (numbers: { reason: string } | null) =>
      office.call('dossiers.export', { filter: {}, target, task: 'xuat', numbers });
    const preview = async () => {
      const found = await office.call('imports.inspect', { file: target, options: {} });
      return office.call('imports.preview', {
        file: target,
        options: { columns: Object.fromEntries(found.columns.map(({ field, index }) => [field, index])) },
        task: 'xem',
      });
    };
    await write(null);
    expect(await numbersIn(file)).toEqual([MASKED]);
    expect((await preview()).result).toMatchObject({ read: 1, unchanged: 1, badRows: [] });
    await write({ reason: 'Đối chiếu với Sở' });
    expect(await numbersIn(file)).toEqual([NUMBER]);
    const whole = await preview();
    expect(whole.result).toMatchObject({ read: 1, unchanged: 1, badRows: [] });
    const filter = { login: null, kinds: ['numbers-exported' as const], from: null, to: null };
    const { ids } = await office.call('log.index', { filter });
    expect(await office.call('log.rows', { ids: [...ids] })).toMatchObject([
      { login: 'thu', file: 'ho-so.xlsx', records: 1, reason: 'Đối chiếu với Sở' },
    ]);
    await asClerk(office);
    const refused = await office.refusal('dossiers.export', {
      filter: {},
      target,
      task: 'xuat',
      numbers: { reason: 'thử' },
    });
    expect(refused.code).toBe('FORBIDDEN');
  });
});

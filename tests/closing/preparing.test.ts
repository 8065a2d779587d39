import { beforeEach, describe, expect, it } from 'vitest';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { TEST_PASSPHRASE } from '../support/secrets.ts';
import { newOffice, type Office } from '../unit/application/support/office.ts';
import { stopAt } from '../unit/application/support/stop-at.ts';
import { plainDossier } from '../unit/domain/sample-dossier.ts';
import { close, day } from './support/closed.ts';

const PERIOD = '2024-Q1';
const PASSPHRASE = 'mật khẩu đủ dài';
let office: Office;
let keyId: number;

const as = (login: 'thu' | 'canbo') => office.call('app.signIn', { login, passphrase: TEST_PASSPHRASE });
const draft = (period = PERIOD) => office.call('reports.draft', { period });
const add = (change: Parameters<typeof plainDossier>[0], reason: string | null = null) =>
  office.call('dossiers.save', { id: null, version: null, record: plainDossier(change), reason });
/** Answers every warning and saves. */
const answer = async () => {
  const { text, checks } = await draft();
  const reasons = Object.fromEntries(checks.map(({ code }) => [code, 'Đã rà soát.']));
  return office.call('reports.saveDraft', { period: PERIOD, text: { ...text, reasons } });
};
const codes = async (period = PERIOD) => (await draft(period)).checks.map(({ code }) => code);
const sign = async (): Promise<ReportV1> => {
  const { id } = await office.call('reports.sign', {
    period: PERIOD,
    key: { kind: 'app', keyId, passphrase: PASSPHRASE },
  });
  return (await office.backend.workspace()).store.reports.json(id) as ReportV1;
};

beforeEach(async () => {
  office = await newOffice('thu', day('2024-04-10'));
  keyId = (await office.call('keys.create', { name: 'Khóa', passphrase: PASSPHRASE })).id;
  await add({
    code: 'A1',
    channel: 'online',
    receivedOn: '2024-02-01',
    finishedOn: '2024-02-05',
    status: 'finished',
  });
  await add({ code: 'A2', receivedOn: '2024-03-01', dueOn: '2024-03-30' });
});

describe('two pairs of eyes', () => {
  it('one prepares, another signs; the report names who prepared it', async () => {
    await answer();
    await as('canbo');
    const ready = await office.call('reports.prepare', { period: PERIOD });
    expect(ready.prepared).toEqual({ login: 'canbo', name: 'Lê Cán Bộ', at: '2024-04-10T05:00:00Z' });
    await as('thu');
    expect(await codes()).not.toContain('SIGNED_BY_PREPARER');
    expect((await sign()).preparedBy).toBe('Lê Cán Bộ');
  });

  it('any change of the text takes the preparation back, and its return brings it back', async () => {
    await office.call('reports.prepare', { period: PERIOD });
    const { text } = await draft();
    const save = (change: object) =>
      office.call('reports.saveDraft', { period: PERIOD, text: { ...text, ...change } });
    expect((await save({ number: '05/BC-UBND' })).prepared).toBeNull();
    expect((await save({ remarks: { '2.3': 'x' } })).prepared).toBeNull();
    expect((await save({})).prepared?.login).toBe('thu');
    // The narrative that nobody has changed follows the figures, and is then another text.
    await add({ code: 'A3', receivedOn: '2024-02-01', finishedOn: '2024-02-05', status: 'finished' });
    expect((await draft()).prepared).toBeNull();
  });

  it('so does any change of the figures, also below a narrative of one’s own', async () => {
    await answer();
    const { text } = await draft();
    await office.call('reports.saveDraft', { period: PERIOD, text: { ...text, narrative: 'Đã làm tốt.' } });
    await as('canbo');
    expect((await office.call('reports.prepare', { period: PERIOD })).prepared?.login).toBe('canbo');
    await add({ code: 'A4', receivedOn: '2024-02-01', finishedOn: '2024-02-20', status: 'finished' });
    const now = await draft();
    expect([now.text.narrative, now.prepared]).toEqual(['Đã làm tốt.', null]);
  });

  it('who signs what they prepared says why, and that takes nothing back', async () => {
    await answer();
    await office.call('reports.prepare', { period: PERIOD });
    expect((await draft()).checks.at(-1)).toEqual({
      code: 'SIGNED_BY_PREPARER',
      severity: 'warning',
      params: { name: 'Nguyễn Văn Thử' },
    });
    await expect(sign()).rejects.toMatchObject({ code: 'REPORT_HELD_BACK' });
    await answer();
    expect((await draft()).prepared?.login).toBe('thu');
    const report = await sign();
    expect(report.preparedBy).toBe('Nguyễn Văn Thử');
    expect(report.warnings.map(({ code }) => code)).toContain('SIGNED_BY_PREPARER');
  });
});

describe('a rehearsal', () => {
  it('passes the receiver’s whole check and leaves nothing behind', async () => {
    const { store } = await office.backend.workspace();
    const { writes } = store;
    const { verdict, reasons, pdf } = await office.call('reports.rehearse', { period: PERIOD });
    expect([verdict, reasons]).toEqual(['valid', []]);
    expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(Buffer.from(pdf).includes('ByteRange')).toBe(false);
    expect([store.reports.list(), store.keys.list().length, store.writes]).toEqual([[], 1, writes]);
  });

  it('can be stopped between its parts, and leaves nothing behind either', async () => {
    const { store } = await office.backend.workspace();
    const { writes } = store;
    const parts: string[] = [];
    for (const at of [1, 2]) {
      const { told, done } = await stopAt(office, at, (task) =>
        office.call('reports.rehearse', { period: PERIOD, task }),
      );
      expect(done).toBe(false);
      parts.push(told.at(-1)?.part ?? '');
    }
    expect(parts).toEqual(['counting', 'signing']);
    expect([store.reports.list(), store.writes]).toEqual([[], writes]);
  });

  it('says what the receiver would', async () => {
    const { store } = await office.backend.workspace();
    const unit = store.documents.get('profile') as { signatory: object };
    const named = { ...unit, signatory: { ...unit.signatory, title: 'x'.repeat(100), name: '' } };
    await store.write((tx) => tx.putDocument('profile', named));
    expect((await office.call('reports.rehearse', { period: PERIOD })).verdict).toBe('valid');
    expect(await codes()).toContain('SIGNATORY_MISSING');
    // Before the period began its day of evaluation contradicts its first day.
    const early = await office.call('reports.rehearse', { period: '2025-Q1' });
    expect([early.verdict, early.reasons[0]?.code]).toEqual(['invalid', 'ARITHMETIC']);
  });
});

describe('checks against the last signed period and the catalogue', () => {
  it('what is carried over is what was pending', async () => {
    await close(office, PERIOD);
    expect(await codes('2024-Q2')).not.toContain('CARRIED_OVER');
    await add({ code: 'A9', receivedOn: '2024-03-02' }, 'Bỏ sót khi nhập.');
    const { checks } = await draft('2024-Q2');
    expect(checks.find(({ code }) => code === 'CARRIED_OVER')).toEqual({
      code: 'CARRIED_OVER',
      severity: 'warning',
      params: { period: PERIOD, was: 1, now: 2 },
    });
  });

  it('a difference that nobody explained is an error', async () => {
    await close(office, PERIOD);
    const { store } = await office.backend.workspace();
    await store.write((tx) => {
      const meta = {
        user: 'thu',
        at: '2024-04-10T05:00:00Z',
        kind: 'created',
        reason: null,
        importId: null,
      } as const;
      const late = plainDossier({ code: 'A9', receivedOn: '2024-03-02' });
      return tx.insertDossier(late, null, tx.beginChangeSet(meta));
    });
    const { checks } = await draft('2024-Q2');
    expect(checks.find(({ code }) => code === 'CARRIED_OVER')?.severity).toBe('error');
  });

  it('a period signed before it was over warns only', async () => {
    office = await newOffice('thu', day('2024-03-01'));
    await add({ code: 'A1', receivedOn: '2024-02-01' });
    await close(office, PERIOD);
    await add({ code: 'A2', receivedOn: '2024-03-02' });
    const found = (await draft('2024-Q2')).checks.find(({ code }) => code === 'CARRIED_OVER');
    expect(found?.severity ?? 'warning').toBe('warning');
  });

  it('unknown procedures are counted and listed', async () => {
    await add({ code: 'A5', procedureCode: '9.999999', receivedOn: '2024-03-03' });
    await add({ code: 'A6', procedureCode: '9.999998', receivedOn: '2024-03-04' });
    await add({ code: 'A7', procedureCode: '9.999998', receivedOn: '2024-03-15' });
    const found = (await draft()).checks.find(({ code }) => code === 'UNKNOWN_PROCEDURES');
    expect(found).toMatchObject({ severity: 'warning', params: { count: 2 } });
    const { ids } = await office.call('dossiers.index', { filter: found?.filter ?? {} });
    const rows = await office.call('dossiers.rows', { ids: [...ids] });
    expect(rows.map(({ record }) => record.code)).toEqual(['A6', 'A5']);
    expect(await codes('2023-Q4')).not.toContain('UNKNOWN_PROCEDURES');
  });

  it('a period that was over before the unit was founded; Tổng quan says it, and of a part too', async () => {
    const founded = async (on: string) => {
      const { profile, reportDueDays } = await office.call('settings.get', {});
      const by = 'Nghị quyết 1662/NQ-UBTVQH15';
      const given = { ...profile, founded: { on: day(on), by } };
      await office.call('settings.save', { profile: given, reportDueDays });
      expect((await office.call('settings.get', {})).profile.founded).toEqual({ on, by });
      const { founding } = await office.call('evaluation.overview', { period: PERIOD });
      return [founding?.before ?? null, (await codes()).includes('BEFORE_FOUNDING')];
    };
    expect((await office.call('evaluation.overview', { period: PERIOD })).founding).toBeNull();
    // The first quarter runs from 15 December to 14 March.
    expect(await founded('2023-12-15')).toEqual([null, false]);
    expect(await founded('2024-03-14')).toEqual(['part', false]);
    expect(await founded('2024-03-15')).toEqual(['all', true]);
    expect((await draft()).checks.find(({ code }) => code === 'BEFORE_FOUNDING')).toMatchObject({
      severity: 'warning',
      params: { day: '2024-03-15' },
    });
  });

  it('a date of the document far from today', async () => {
    const dated = async (date: string) => {
      const { text } = await draft();
      await office.call('reports.saveDraft', { period: PERIOD, text: { ...text, date: day(date) } });
      return (await codes()).includes('DATE_FAR');
    };
    expect([await dated('2024-04-10'), await dated('2024-05-10'), await dated('2024-03-11')]).toEqual([
      false,
      false,
      false,
    ]);
    expect([await dated('2042-04-10'), await dated('2024-03-10')]).toEqual([true, true]);
  });
});

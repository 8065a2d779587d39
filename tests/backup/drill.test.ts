import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { keyByPassphrase } from '#electron/application/access/keyring.ts';
import { readKeyring } from '#electron/application/access/keyring-file.ts';
import { openDatabase } from '#electron/persistence/open-database.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { TEST_PASSPHRASE } from '../support/secrets.ts';
import { newOffice, type Office } from '../unit/application/support/office.ts';
import { plainDossier } from '../unit/domain/sample-dossier.ts';
import { refusalOf } from './support/work.ts';

const PERIOD = '2024-Q1';
let office: Office;
const save = (change: Parameters<typeof plainDossier>[0], reason: string | null = null) =>
  office.call('dossiers.save', { id: null, version: null, record: plainDossier(change), reason });
const drill = () => office.call('backups.drill', { task: 'drill-1', copy: null });

async function signReport(): Promise<void> {
  const { id } = await office.call('keys.create', { name: 'Khóa', passphrase: 'mật khẩu đủ dài' });
  const { text, checks } = await office.call('reports.draft', { period: PERIOD });
  const reasons = Object.fromEntries(checks.map(({ code }) => [code, 'Đã rà soát.']));
  await office.call('reports.saveDraft', { period: PERIOD, text: { ...text, reasons } });
  const key = { kind: 'app' as const, keyId: id, passphrase: 'mật khẩu đủ dài' };
  await office.call('reports.sign', { period: PERIOD, key });
}

/** Changes the database of the office behind the program's back. */
async function meddle(sql: string): Promise<void> {
  await office.call('app.signOut', {});
  const keyring = readKeyring(office.folder);
  if (keyring === null) throw new Error('no keyring');
  const key = await keyByPassphrase(keyring, 'thu', TEST_PASSPHRASE);
  const db = openDatabase(join(office.folder, 'so-chat-luong.db'), { fileMustExist: true, timeout: 0, key });
  db.exec(sql);
  db.close();
  await office.call('app.signIn', { login: 'thu', passphrase: TEST_PASSPHRASE });
}

beforeEach(async () => {
  office = await newOffice('thu', localDate(2024, 4, 10));
  await save({
    code: 'A1',
    channel: 'online',
    receivedOn: '2024-02-01',
    finishedOn: '2024-02-05',
    status: 'finished',
  });
  await save({ code: 'A2', receivedOn: '2024-03-01', dueOn: '2024-03-30' });
});

describe('the restore drill', () => {
  it('has nothing to try before there is a copy, and is due a week after the first', async () => {
    expect(await refusalOf(drill())).toBe('BACKUP_MISSING');
    expect(await office.call('backups.state', {})).toMatchObject({ drillDue: null, overdue: false });
    const state = await office.call('backups.now', {});
    expect(state).toMatchObject({ drillDue: '2024-04-17', overdue: false, drill: null });
  });

  it('counts the last signed report anew and finds every figure as signed', async () => {
    await signReport();
    await office.call('backups.now', {});
    const result = await drill();
    expect(result).toMatchObject({
      ok: true,
      where: 'local',
      counts: { dossiers: 2, reports: 1 },
      problems: [],
      report: { period: PERIOD, revision: 1, differing: [], corrections: 0 },
    });
    expect(result.report?.figures).toBeGreaterThan(50);
    expect(await office.call('backups.state', {})).toMatchObject({ drill: result, drillDue: '2024-07-09' });
    expect(existsSync(join(office.folder, 'drill'))).toBe(false);
  });

  it('tells of changes recorded after signing, which are no fault of the copy', async () => {
    await signReport();
    await save(
      { code: 'A3', receivedOn: '2024-02-02', finishedOn: '2024-02-28', status: 'finished' },
      'Bỏ sót khi lập báo cáo',
    );
    await office.call('backups.now', {});
    const { ok, report } = await drill();
    expect(ok).toBe(true);
    expect(report?.corrections).toBe(1);
    expect(report?.differing).toEqual(expect.arrayContaining(['2.3', 'records']));
  });

  it('finds a figure that changed behind the program’s back', async () => {
    await signReport();
    await meddle("UPDATE dossier SET deleted = 1 WHERE code = 'A1'");
    await office.call('backups.now', {});
    const { ok, problems } = await drill();
    expect(ok).toBe(false);
    expect(problems.some((line) => line.startsWith('REPORT '))).toBe(true);
    // One that failed moves no date.
    expect((await office.call('backups.state', {})).drillDue).toBe('2024-04-17');
  });

  it('opens a copy made under a former key', async () => {
    await office.call('backups.now', {});
    await office.call('access.rekey', {});
    expect(await drill()).toMatchObject({ ok: true });
  });

  it('shows how far it is, and stops when it is cancelled', async () => {
    await office.call('backups.now', {});
    office.notices.length = 0;
    await drill();
    const phases = office.notices.flatMap((notice) =>
      notice.kind === 'progress' ? [`${notice.phase} ${notice.done}/${notice.total}`] : [],
    );
    expect(phases[0]).toMatch(/^reading 0\//);
    expect(phases.at(-1)).toBe('checking 4/4');
    await office.call('tasks.cancel', { task: 'drill-1' });
    expect(await refusalOf(drill())).toBe('CANCELLED');
    expect(existsSync(join(office.folder, 'drill'))).toBe(false);
  });
});

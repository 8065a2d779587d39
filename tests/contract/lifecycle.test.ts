import { existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { Notice } from '#shared/ipc/result.ts';
import { CHEAP, TEST_PASSPHRASE } from '../support/secrets.ts';
import { profile, validInputs } from './support/valid-inputs.ts';

const resourcesDir = resolve(import.meta.dirname, '../../resources');
const clock = frozenClock(localDate(2026, 11, 20));
const open: Backend[] = [];
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scl-life-'));
  folders.push(folder);
  return folder;
}

function backendOf(dataDir: string, notices: Notice[] = []): Backend {
  const backend = createBackend({
    dataDir,
    resourcesDir,
    version: '0.0.0',
    clock,
    costs: CHEAP,
    notify: (notice) => notices.push(notice),
  });
  open.push(backend);
  return backend;
}

async function initialised(dataDir: string, passphrase = TEST_PASSPHRASE, login = 'thu'): Promise<Backend> {
  const backend = backendOf(dataDir);
  await backend.call('app.initialise', { profile, login, passphrase, backupFolder: null });
  return backend;
}

afterEach(async () => {
  for (const backend of open.splice(0)) await backend.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the life of a folder', () => {
  it('begins with the three questions and is ready after them', async () => {
    const dataDir = newFolder();
    const backend = backendOf(dataDir);
    expect(await backend.call('app.state', {})).toMatchObject({
      phase: 'first-start',
      unit: null,
      user: null,
      savedAt: null,
      today: '2026-11-20',
    });
    await expect(backend.call('settings.get', {})).rejects.toMatchObject({ code: 'DATA_FOLDER_MISSING' });
    const state = await backend.call('app.initialise', {
      profile,
      login: 'thu',
      passphrase: TEST_PASSPHRASE,
      backupFolder: null,
    });
    expect(state).toMatchObject({
      phase: 'ready',
      sample: false,
      unit: profile.unit,
      user: { login: 'thu', role: 'head', hasPassphrase: true },
    });
    expect(state.savedAt).toMatch(/^\d\d:\d\d$/);
    await expect(
      backend.call('app.initialise', {
        profile,
        login: 'thu',
        passphrase: TEST_PASSPHRASE,
        backupFolder: null,
      }),
    ).rejects.toMatchObject({ code: 'DATA_FOLDER_NOT_EMPTY' });
    expect(await backend.call('evaluation.periods', {})).toEqual({ current: '2026-Q4', withData: [] });
  });

  it('leaves nothing behind when a profile cannot work', async () => {
    const dataDir = newFolder();
    const backend = backendOf(dataDir);
    const initialise = (change: object, login = 'thu') =>
      backend.call('app.initialise', {
        profile: { ...profile, ...change },
        login,
        passphrase: TEST_PASSPHRASE,
        backupFolder: null,
      });
    await expect(initialise({ targetSet: 'no-such-set' })).rejects.toMatchObject({ code: 'INPUT_MISSING' });
    await expect(initialise({ targetSet: '../targets/nhon-trach-2024' })).rejects.toMatchObject({
      code: 'INPUT_MISSING',
    });
    await expect(initialise({ users: [profile.users[0], profile.users[0]] })).rejects.toMatchObject({
      code: 'RECORD_INVALID',
    });
    await expect(initialise({}, 'nobody')).rejects.toMatchObject({ code: 'RECORD_INVALID' });
    expect((await backend.call('app.state', {})).phase).toBe('first-start');
  });

  it('asks for a passphrase at every start, and closes the book when somebody signs out', async () => {
    const dataDir = newFolder();
    await (await initialised(dataDir, 'mật khẩu dài', 'canbo')).close();
    const backend = backendOf(dataDir);
    expect(await backend.call('app.state', {})).toMatchObject({
      phase: 'sign-in',
      unit: null,
      user: null,
      // Whoever was here last stands first; roles are not known before the book is open.
      users: [
        { login: 'canbo', role: null, hasPassphrase: true },
        { login: 'thu', role: null, hasPassphrase: true },
      ],
    });
    await expect(backend.call('settings.get', {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const signIn = (login: string, passphrase: string) => backend.call('app.signIn', { login, passphrase });
    await expect(signIn('thu', 'sai')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await expect(signIn('ai', '')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    expect((await signIn('thu', 'mật khẩu dài'.normalize('NFD'))).phase).toBe('ready');
    // Somebody else takes over with their passphrase; until it is right, who is there stays.
    await expect(signIn('canbo', 'sai')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    expect((await backend.call('app.state', {})).user?.login).toBe('thu');
    expect((await signIn('canbo', 'mật khẩu dài')).user?.login).toBe('canbo');
    expect((await backend.call('app.signOut', {})).phase).toBe('sign-in');
    await expect(backend.call('settings.get', {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    // Nobody holds the folder while nobody is signed in.
    const other = backendOf(dataDir);
    await other.signIn('canbo', 'mật khẩu dài');
    await expect(signIn('thu', 'mật khẩu dài')).rejects.toMatchObject({ code: 'DATA_FOLDER_BUSY' });
  });

  it('keeps settings and signing for head and chairman', async () => {
    const backend = await initialised(newFolder(), TEST_PASSPHRASE, 'canbo');
    await expect(backend.callUnparsed('settings.save', validInputs['settings.save'])).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(backend.callUnparsed('reports.sign', validInputs['reports.sign'])).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await backend.call('app.signIn', { login: 'thu', passphrase: TEST_PASSPHRASE });
    const saved = await backend.callUnparsed('settings.save', validInputs['settings.save']);
    expect(saved).toMatchObject({ reportDueDays: 5 });
    expect(await backend.call('settings.get', {})).toEqual(saved);
  });

  it('changes a passphrase only for who knows it', async () => {
    const dataDir = newFolder();
    const backend = await initialised(dataDir, 'mật khẩu cũ');
    const change = (current: string, next: string) =>
      backend.callUnparsed('access.changePassphrase', { current, next });
    await expect(change('sai', 'mật khẩu mới')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await expect(change('mật khẩu cũ', 'ngắn')).rejects.toMatchObject({ code: 'RECORD_INVALID' });
    await change('mật khẩu cũ', 'mật khẩu mới');
    const signIn = (login: string, passphrase: string) => backend.call('app.signIn', { login, passphrase });
    await expect(signIn('thu', 'mật khẩu cũ')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    expect((await signIn('canbo', 'mật khẩu cũ')).user?.login).toBe('canbo');
    expect((await signIn('thu', 'mật khẩu mới')).user?.login).toBe('thu');
  });

  it('shows a folder that cannot be opened, and opens it once it can', async () => {
    const dataDir = newFolder();
    const first = await initialised(dataDir);
    const backend = backendOf(dataDir);
    expect((await backend.call('app.state', {})).phase).toBe('sign-in');
    const signIn = () => backend.call('app.signIn', { login: 'thu', passphrase: TEST_PASSPHRASE });
    await expect(signIn()).rejects.toMatchObject({ code: 'DATA_FOLDER_BUSY' });
    await expect(backend.call('settings.get', {})).rejects.toMatchObject({ code: 'DATA_FOLDER_BUSY' });
    expect((await backend.call('app.diagnostics', {})).text).toContain('folder: repair');
    await first.close();
    // Asking again tries again.
    expect((await backend.call('app.state', {})).phase).toBe('sign-in');
    expect((await signIn()).phase).toBe('ready');
    await backend.close();
    truncateSync(join(dataDir, 'so-chat-luong.db'), 4097);
    const damaged = backendOf(dataDir);
    await expect(
      damaged.call('app.signIn', { login: 'thu', passphrase: TEST_PASSPHRASE }),
    ).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
    expect(existsSync(join(dataDir, 'so-chat-luong.db'))).toBe(true);
  });

  it('keeps the sample commune apart and removes it wholly', async () => {
    const dataDir = newFolder();
    const own = await initialised(dataDir);
    await own.callUnparsed('dossiers.save', validInputs['dossiers.save']);
    const sample = await own.call('app.openSample', {});
    expect(sample).toMatchObject({
      phase: 'ready',
      sample: true,
      unit: { name: 'Ủy ban nhân dân xã Phước An' },
      user: { login: 'thu' },
    });
    // Years later the last quarter with data is the one to show.
    const { current, withData } = await own.call('evaluation.periods', {});
    expect(current).toBe('2024-Q2');
    expect(withData).toContain('2024-Q1');
    const q1 = await own.call('evaluation.overview', { period: '2024-Q1' });
    expect(q1.evaluation.objectives.find(({ id }) => id === '2.3')).toMatchObject({
      numerator: 146,
      denominator: 439,
      shortBy: 8,
    });
    expect(q1.todo.missing).toMatchObject({ dueOn: 59, componentsDigitised: 35 });
    const q2 = await own.call('evaluation.overview', { period: '2024-Q2' });
    expect(q2.trend.find(({ objective }) => objective === '2.3')?.points.slice(-2)).toMatchObject([
      { period: '2024-Q1', numerator: 146, denominator: 439 },
      { period: '2024-Q2', numerator: 178, denominator: 468 },
    ]);
    await own.close();
    const again = backendOf(dataDir);
    expect(await again.call('app.state', {})).toMatchObject({ phase: 'ready', sample: true });
    expect(await again.call('app.leaveSample', {})).toMatchObject({ phase: 'sign-in', sample: false });
    await again.signIn('thu', TEST_PASSPHRASE);
    expect(existsSync(join(dataDir, 'sample'))).toBe(false);
    expect((await again.call('dossiers.find', { query: '0001', limit: 5 })).length).toBe(1);
  });

  it('tells the window what changed, and counts anew after a write', async () => {
    const notices: Notice[] = [];
    const dataDir = newFolder();
    const backend = backendOf(dataDir, notices);
    await backend.call('app.initialise', {
      profile,
      login: 'thu',
      passphrase: TEST_PASSPHRASE,
      backupFolder: null,
    });
    const before = await backend.call('evaluation.overview', { period: '2024-Q1' });
    expect(await backend.call('evaluation.overview', { period: '2024-Q1' })).toBe(before);
    await backend.callUnparsed('dossiers.save', validInputs['dossiers.save']);
    const after = await backend.call('evaluation.overview', { period: '2024-Q1' });
    expect(after.empty).toBe(false);
    expect(after.evaluation.flow.at(-1)?.received.total).toBe(1);
    expect(notices).toEqual([
      { kind: 'changed', what: 'dossiers', savedAt: expect.stringMatching(/^\d\d:\d\d$/) },
    ]);
  });
});

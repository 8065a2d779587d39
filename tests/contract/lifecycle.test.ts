import { existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { Notice } from '#shared/ipc/result.ts';
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
    notify: (notice) => notices.push(notice),
  });
  open.push(backend);
  return backend;
}

async function initialised(
  dataDir: string,
  passphrase: string | null = null,
  login = 'thu',
): Promise<Backend> {
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
      passphrase: null,
      backupFolder: null,
    });
    expect(state).toMatchObject({
      phase: 'ready',
      sample: false,
      unit: profile.unit,
      user: { login: 'thu', role: 'head', hasPassphrase: false },
    });
    expect(state.savedAt).toMatch(/^\d\d:\d\d$/);
    await expect(
      backend.call('app.initialise', { profile, login: 'thu', passphrase: null, backupFolder: null }),
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
        passphrase: null,
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

  it('remembers who was signed in, unless there is a passphrase', async () => {
    const free = newFolder();
    await (await initialised(free)).close();
    expect(await backendOf(free).call('app.state', {})).toMatchObject({
      phase: 'ready',
      user: { login: 'thu' },
    });
    const locked = newFolder();
    await (await initialised(locked, 'mật khẩu')).close();
    const backend = backendOf(locked);
    expect(await backend.call('app.state', {})).toMatchObject({
      phase: 'sign-in',
      user: null,
      users: [
        { login: 'thu', hasPassphrase: true },
        { login: 'canbo', hasPassphrase: false },
      ],
    });
    await expect(backend.call('settings.get', {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(backend.call('app.signIn', { login: 'thu', passphrase: 'sai' })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    });
    await expect(backend.call('app.signIn', { login: 'ai', passphrase: '' })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    });
    expect((await backend.call('app.signIn', { login: 'thu', passphrase: 'mật khẩu' })).phase).toBe('ready');
    expect((await backend.call('app.signOut', {})).phase).toBe('sign-in');
  });

  it('keeps settings and signing for head and chairman', async () => {
    const backend = await initialised(newFolder(), null, 'canbo');
    await expect(backend.callUnparsed('settings.save', validInputs['settings.save'])).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(backend.callUnparsed('reports.sign', validInputs['reports.sign'])).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await backend.call('app.signIn', { login: 'thu', passphrase: '' });
    const saved = await backend.callUnparsed('settings.save', validInputs['settings.save']);
    expect(saved).toMatchObject({ reportDueDays: 5 });
    expect(await backend.call('settings.get', {})).toEqual(saved);
  });

  it('changes a passphrase only for its owner who knows it', async () => {
    const backend = await initialised(newFolder(), 'cũ');
    const change = (login: string, current: string, next: string | null) =>
      backend.call('settings.changePassphrase', { login, current, next });
    await expect(change('canbo', '', 'mới')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(change('thu', 'sai', 'mới')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await change('thu', 'cũ', 'mới');
    await expect(backend.call('app.signIn', { login: 'thu', passphrase: 'cũ' })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    });
    await backend.call('app.signIn', { login: 'thu', passphrase: 'mới' });
    await change('thu', 'mới', null);
    expect((await backend.call('app.state', {})).user).toMatchObject({ hasPassphrase: false });
  });

  it('shows a folder that cannot be opened, and opens it once it can', async () => {
    const dataDir = newFolder();
    await (await initialised(dataDir)).close();
    const other = openStore(dataDir);
    const backend = backendOf(dataDir);
    expect(await backend.call('app.state', {})).toMatchObject({
      phase: 'repair',
      fault: { code: 'DATA_FOLDER_BUSY' },
    });
    await expect(backend.call('settings.get', {})).rejects.toMatchObject({ code: 'DATA_FOLDER_BUSY' });
    expect((await backend.call('app.diagnostics', {})).text).toContain('folder: repair');
    other.close();
    expect((await backend.call('app.state', {})).phase).toBe('ready');
    await backend.close();
    truncateSync(join(dataDir, 'so-chat-luong.db'), 4097);
    expect(await backendOf(dataDir).call('app.state', {})).toMatchObject({
      phase: 'repair',
      fault: { code: 'DATA_DAMAGED' },
    });
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
    expect(q2.trend.find(({ objective }) => objective === '2.3')?.points.slice(-2)).toEqual([
      { period: '2024-Q1', numerator: 146, denominator: 439 },
      { period: '2024-Q2', numerator: 178, denominator: 468 },
    ]);
    await own.close();
    const again = backendOf(dataDir);
    expect(await again.call('app.state', {})).toMatchObject({ phase: 'ready', sample: true });
    expect(await again.call('app.leaveSample', {})).toMatchObject({ phase: 'ready', sample: false });
    expect(existsSync(join(dataDir, 'sample'))).toBe(false);
    expect((await again.call('dossiers.find', { query: '0001', limit: 5 })).length).toBe(1);
  });

  it('tells the window what changed, and counts anew after a write', async () => {
    const notices: Notice[] = [];
    const dataDir = newFolder();
    const backend = backendOf(dataDir, notices);
    await backend.call('app.initialise', { profile, login: 'thu', passphrase: null, backupFolder: null });
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

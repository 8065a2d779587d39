import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL_RIGHTS } from '#electron/application/app/channel-rights.ts';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { fileSha256 } from '#electron/common/file-hash.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { ABILITIES, type Ability, may, type RightExceptions, ROLES_WITH } from '#shared/domain/rights.ts';
import { ROLES, type Role } from '#shared/domain/unit.ts';
import { AppError } from '#shared/errors.ts';
import type { ServiceChannel } from '#shared/ipc/contract.ts';
import { profile, validInputs } from '../contract/support/valid-inputs.ts';
import { CHEAP, TEST_PASSPHRASE } from '../support/secrets.ts';

const resourcesDir = resolve(import.meta.dirname, '../../resources');
const channels = Object.keys(CHANNEL_RIGHTS) as ServiceChannel[];
const users = ROLES.map((role) => ({ login: `l-${role}`, name: `Người ${role}`, role }));

let dataDir: string;
let backend: Backend;
let onProgress = () => {};

async function newFolder(): Promise<void> {
  dataDir = mkdtempSync(join(tmpdir(), 'scl-rights-'));
  backend = createBackend({
    dataDir,
    resourcesDir,
    version: '0.0.0',
    clock: frozenClock(localDate(2024, 3, 20)),
    costs: CHEAP,
    notify: (notice) => {
      if (notice.kind === 'progress') onProgress();
    },
  });
  await backend.call('app.initialise', {
    profile: { ...profile, users },
    login: 'l-head',
    passphrase: TEST_PASSPHRASE,
    backupFolder: null,
  });
}

async function dropFolder(): Promise<void> {
  await backend.close();
  rmSync(dataDir, { recursive: true, force: true });
}

const signIn = (role: Role | string) =>
  backend.call('app.signIn', { login: `l-${role}`, passphrase: TEST_PASSPHRASE });

/** Whether the program refuses a well-formed call for want of a right. */
async function refused(channel: ServiceChannel, input: unknown = validInputs[channel]): Promise<boolean> {
  try {
    await backend.callUnparsed(channel, input);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === 'FORBIDDEN';
  }
  return false;
}

/** What the inputs of this test ask for beyond the call itself: an export with ID numbers. */
const BESIDE: { readonly [C in ServiceChannel]?: Ability } = { 'dossiers.export': 'see-numbers' };

/** The abilities of which a call needs one; null where it needs none. */
function neededFor(channel: ServiceChannel): readonly Ability[] | null {
  const right = CHANNEL_RIGHTS[channel];
  if (typeof right === 'string') return null;
  return 'mending' in right ? [right.mending] : right;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: AppError) => [error.code, error.fieldErrors?.role ?? null],
  );

const change = (role: Role, to: { role?: Role; name?: string; exceptions?: RightExceptions }) =>
  backend.call('access.change', {
    login: `l-${role}`,
    name: `Người ${role}`,
    role,
    exceptions: {},
    ...to,
  });

describe('every call as every role', () => {
  beforeEach(newFolder);
  afterEach(dropFolder);

  it.each(ROLES)('%s is refused exactly what the table says', async (role) => {
    await signIn(role);
    const found: string[] = [];
    const wanted: string[] = [];
    for (const channel of channels) {
      if (CHANNEL_RIGHTS[channel] === 'anybody') continue;
      const needed = neededFor(channel);
      const has = (ability: Ability) => ROLES_WITH[ability].includes(role);
      const beside = BESIDE[channel];
      if ((needed !== null && !needed.some(has)) || (beside !== undefined && !has(beside)))
        wanted.push(channel);
      if (await refused(channel)) found.push(channel);
    }
    expect(found).toEqual(wanted);
  });
});

describe('single abilities', () => {
  beforeAll(newFolder);
  afterAll(dropFolder);

  it.each(ABILITIES)(
    '%s given to or taken from a person opens or closes its calls at once',
    async (ability) => {
      for (const role of ['clerk', 'chairman'] as const) {
        const mine = channels.filter((channel) => neededFor(channel)?.includes(ability));
        const exceptions = { [ability]: !ROLES_WITH[ability].includes(role) };
        await signIn('head');
        await change(role, { exceptions });
        await signIn(role);
        for (const channel of mine) {
          const has = (each: Ability) => may({ role, exceptions }, each);
          const beside = BESIDE[channel];
          const right = neededFor(channel)?.some(has) !== false && (beside === undefined || has(beside));
          expect([channel, await refused(channel)]).toEqual([channel, !right]);
        }
        await signIn('head');
        await change(role, {});
      }
    },
  );

  it('are needed for the commune’s own procedures and calendar too', async () => {
    const day = { date: '2024-03-22', kind: 'off', name: 'Ngày truyền thống' };
    const save = { ledger: 'calendar-days', id: null, version: null, reason: null, record: day };
    await signIn('clerk');
    expect(await refused('ledgers.save', save)).toBe(true);
    await signIn('head');
    await change('clerk', { exceptions: { 'change-settings': true } });
    await signIn('clerk');
    expect(await refused('ledgers.save', save)).toBe(false);
  });

  it('say which one is missing', async () => {
    await signIn('receiver');
    await expect(backend.callUnparsed('reports.sign', validInputs['reports.sign'])).rejects.toMatchObject({
      code: 'FORBIDDEN',
      params: { role: 'receiver', ability: 'sign' },
    });
  });
});

describe('people', () => {
  beforeEach(newFolder);
  afterEach(dropFolder);

  it('who lose a role or right lose it while they are signed in', async () => {
    await change('head', { role: 'clerk' });
    expect(await refused('settings.save')).toBe(true);
    expect((await backend.call('app.state', {})).user).toMatchObject({
      role: 'clerk',
      abilities: ['record', 'export-records'],
    });
  });

  it('always include one who may look after them', async () => {
    await change('chairman', { exceptions: { 'manage-people': false } });
    const last = ['RECORD_INVALID', 'last-manager'];
    expect(await codeOf(change('head', { role: 'clerk' }))).toEqual(last);
    expect(await codeOf(change('head', { exceptions: { 'manage-people': false } }))).toEqual(last);
    expect(await codeOf(backend.call('access.dismiss', { login: 'l-head' }))).toEqual(['FORBIDDEN', null]);
    await change('clerk', { exceptions: { 'manage-people': true } });
    await change('head', { role: 'clerk' });
    await signIn('clerk');
    expect(await codeOf(change('head', { role: 'head' }))).toBeNull();
  });

  it('leave and come back: no way in, the name stays, their role too', async () => {
    await backend.call('access.dismiss', { login: 'l-clerk' });
    expect((await backend.call('access.state', {})).people).toContainEqual({
      login: 'l-clerk',
      name: 'Người clerk',
      role: 'clerk',
      admitted: false,
      retiredAt: '2024-03-20T05:00:00Z',
      exceptions: {},
    });
    await backend.call('app.signOut', {});
    expect((await backend.call('app.state', {})).users.map(({ login }) => login)).not.toContain('l-clerk');
    expect(await codeOf(signIn('clerk'))).toEqual(['PASSPHRASE_WRONG', null]);
    await signIn('head');
    await backend.call('access.admit', {
      login: 'l-clerk',
      name: 'Ai khác',
      role: 'chairman',
      passphrase: 'mật khẩu hoàn toàn mới',
    });
    expect(
      (await backend.call('app.signIn', { login: 'l-clerk', passphrase: 'mật khẩu hoàn toàn mới' })).user,
    ).toMatchObject({ name: 'Người clerk', role: 'clerk' });
  });

  it('stand in the log with what was before and after', async () => {
    await change('clerk', {
      name: '  Người Đổi Tên ',
      role: 'receiver',
      exceptions: { sign: true, receive: true },
    });
    await backend.call('access.dismiss', { login: 'l-clerk' });
    const filter = { login: null, kinds: ['person' as const], from: null, to: null };
    const { ids } = await backend.call('log.index', { filter });
    const [left, changed] = await backend.call('log.rows', { ids: [...ids].slice(0, 2) });
    expect(left?.changed).toEqual([{ field: 'retiredAt', from: null, to: '2024-03-20T05:00:00Z' }]);
    // What the role says anyway is not said again of the person.
    expect(changed?.changed).toEqual([
      { field: 'name', from: 'Người clerk', to: 'Người Đổi Tên' },
      { field: 'role', from: 'clerk', to: 'receiver' },
      { field: 'sign', from: null, to: 'true' },
    ]);
    expect(changed?.object).toEqual({ table: 'user', name: 'l-clerk' });
    expect(await backend.call('app.check', {})).toMatchObject({ ok: true });
    // The sign-in page shows the new name of whoever can sign in.
    await change('chairman', { name: 'Chủ tịch mới' });
    await backend.call('app.signOut', {});
    expect((await backend.call('app.state', {})).users.map(({ name }) => name)).toContain('Chủ tịch mới');
  });
});

describe('whoever leaves the screen', () => {
  beforeEach(newFolder);
  afterEach(dropFolder);

  it('ends nothing that they began: an import goes on, then the book is closed', async () => {
    const path = resolve(import.meta.dirname, '../fixtures/samples/phuoc-an-2024-q1.xlsx');
    const file = backend.files.register(path);
    const begun = new Promise<void>((resolve) => (onProgress = resolve));
    const imported = backend.callUnparsed('imports.commit', {
      file,
      options: {},
      task: 'nhap',
      sha256: await fileSha256(path),
    });
    await begun;
    const left = await backend.call('app.signOut', {});
    expect(left).toMatchObject({ phase: 'sign-in', unit: null, user: null });
    expect(left.users.every(({ role }) => role === null)).toBe(true);
    expect(await refused('dossiers.index')).toBe(true);
    const { added } = (await imported) as { added: number };
    expect(added).toBeGreaterThan(400);
    // Closed now: another program gets the folder.
    const other = createBackend({ dataDir, resourcesDir, version: '0.0.0', costs: CHEAP });
    await other.signIn('l-clerk', TEST_PASSPHRASE);
    await other.close();
    expect((await signIn('head')).phase).toBe('ready');
    expect((await backend.call('dossiers.index', { filter: {} })).ids).toHaveLength(added);
  });
});

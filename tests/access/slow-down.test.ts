import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createSlowDown, waitAfter } from '#electron/application/access/slow-down.ts';
import { frozenClock } from '#electron/application/app/clock.ts';
import { createBackend } from '#electron/application/backend.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { AppError } from '#shared/errors.ts';
import { resourcesDir } from '../report/support/sample-report.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'scl-slow-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
});

const refused = (work: () => void): number | null => {
  try {
    work();
    return null;
  } catch (fault) {
    const { code, params } = fault as AppError;
    expect(code).toBe('SIGN_IN_SLOWED');
    return params.seconds as number;
  }
};

describe('wrong passphrases', () => {
  it('wait longer and longer, a quarter of an hour at most', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(waitAfter)).toEqual([0, 0, 0, 5, 10, 20, 40]);
    expect([10, 11, 12, 1000].map(waitAfter)).toEqual([640, 900, 900, 900]);
  });

  it('are counted by login, survive a restart, and are forgotten by the right one', () => {
    const file = join(folder(), 'sign-in.json');
    let now = 1_700_000_000_000;
    const slow = createSlowDown(file, () => now);
    for (let time = 0; time < 3; time += 1) {
      slow.demandPatience('thu');
      slow.failed('thu');
    }
    expect(refused(() => slow.demandPatience('thu'))).toBe(5);
    expect(refused(() => slow.demandPatience('lan'))).toBeNull();
    now += 3001;
    expect(refused(() => createSlowDown(file, () => now).demandPatience('thu'))).toBe(2);
    now += 2000;
    expect(refused(() => slow.demandPatience('thu'))).toBeNull();
    slow.failed('thu');
    expect(refused(() => slow.demandPatience('thu'))).toBe(10);
    expect(slow.succeeded('thu')).toBe(4);
    expect(slow.succeeded('thu')).toBe(0);
    expect(refused(() => slow.demandPatience('thu'))).toBeNull();
  });

  it('a clock that was set back makes nobody wait for its day to come again', () => {
    const file = join(folder(), 'sign-in.json');
    let now = 1_700_000_000_000;
    const slow = createSlowDown(file, () => now);
    for (let time = 0; time < 3; time += 1) slow.failed('thu');
    now -= 86_400_000;
    expect(refused(() => slow.demandPatience('thu'))).toBe(5);
    now += 5000;
    expect(refused(() => slow.demandPatience('thu'))).toBeNull();
  });

  it('a file that says nothing, and one that cannot be written, keep nobody out', () => {
    const file = join(folder(), 'sign-in.json');
    writeFileSync(file, '{"thu":');
    expect(refused(() => createSlowDown(file).demandPatience('thu'))).toBeNull();
    const nowhere = createSlowDown(join(file, 'below', 'sign-in.json'));
    nowhere.failed('thu');
    expect(refused(() => nowhere.demandPatience('thu'))).toBeNull();
  });
});

describe('signing in', () => {
  it('is slowed down, and how often somebody was wrong stands in the log', async () => {
    const dataDir = folder();
    const options = {
      dataDir,
      resourcesDir,
      version: '0.1.0',
      clock: frozenClock('2024-04-02' as LocalDate),
      costs: { N: 2, r: 1, p: 1 },
      ownOnly: true,
    };
    const profile = JSON.parse(
      readFileSync(join(import.meta.dirname, '../fixtures/samples/profile.json'), 'utf8'),
    );
    const first = createBackend(options);
    const { login } = profile.users[0];
    await first.callUnparsed('app.initialise', {
      profile,
      login,
      passphrase: 'mật khẩu đúng',
      backupFolder: null,
    });
    await first.close();
    const backend = createBackend(options);
    const wrong = backend.signIn(login, 'mật khẩu sai');
    await expect(wrong).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await expect(backend.signIn(login, 'mật khẩu sai')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await backend.signIn(login, 'mật khẩu đúng');
    const { store } = await backend.workspace();
    const [seq] = store.log.index({ kinds: ['sign-in-failures'] });
    expect(store.log.rows([seq as number])[0]).toMatchObject({
      login,
      subject: `{"login":"${login}","times":2}`,
    });
    await backend.call('app.signOut', {});
    for (let time = 0; time < 3; time += 1)
      await expect(backend.signIn(login, 'x'.repeat(9))).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    // The right one does not help now, nor does a new start.
    await expect(backend.signIn(login, 'mật khẩu đúng')).rejects.toMatchObject({ code: 'SIGN_IN_SLOWED' });
    await backend.close();
    const restarted = createBackend(options);
    await expect(restarted.signIn(login, 'mật khẩu đúng')).rejects.toMatchObject({ code: 'SIGN_IN_SLOWED' });
    const other = profile.users[1].login;
    await restarted.signIn(other, 'mật khẩu đúng');
    await restarted.close();
  });
});

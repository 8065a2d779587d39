import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Backend } from '#electron/application/backend.ts';
import { runCommandLine } from '#electron/cli/run.ts';
import { TEST_PASSPHRASE } from '../support/secrets.ts';
import { keyringOf, petition, plantKeyring, setStage } from './support/commune.ts';

// What whoever signs in is told about files around the book that somebody put back.

const stage = setStage();
const { scene } = stage;

async function signedIn(dataDir: string): Promise<Backend> {
  const backend = scene.backend(dataDir);
  await backend.signIn('thu', TEST_PASSPHRASE);
  return backend;
}

/** What a command prints on standard error. */
async function spoken(...args: string[]): Promise<string> {
  let text = '';
  const stream = { write: (line: string) => (text += line) };
  await runCommandLine(args, {
    resourcesDir: resolve(import.meta.dirname, '../../resources'),
    version: '0.0.0',
    environment: { SCL_PASSPHRASE: TEST_PASSPHRASE },
    program: 'so-chat-luong',
    update: null,
    stdout: { write: () => true },
    stderr: stream,
  } as unknown as Parameters<typeof runCommandLine>[1]);
  return text;
}

/** A folder of two days with its stick: `old` as it was before ten petitions and a copy, `now` after them. */
async function twoDays(): Promise<{ old: string; now: string; stick: string }> {
  const now = scene.copyOf(stage.original);
  const stick = scene.folder();
  const backend = await signedIn(now);
  await backend.call('backups.choose', { folder: backend.files.register(stick) });
  expect((await backend.call('app.warnings', {})).copyAhead).toBeNull();
  await backend.close();
  const old = scene.copyOf(now);
  const later = await signedIn(now);
  for (let n = 50; n < 60; n += 1) await petition(later, n);
  await later.call('backups.now', {});
  expect(await later.call('app.warnings', {})).toEqual({ strangeKeyring: 0, copyAhead: null });
  await later.close();
  return { old, now, stick };
}

describe('a folder put back to an earlier day', () => {
  it('is told by the copy on the stick, and not any more once somebody says that it is on purpose', async () => {
    const { old, stick } = await twoDays();
    const backend = await signedIn(old);
    const { copyAhead } = await backend.call('app.warnings', {});
    expect(copyAhead).toMatchObject({ where: 'place' });
    // Ten petitions, and the entry about the copy before them.
    expect(copyAhead?.more).toBeGreaterThanOrEqual(10);
    // Nothing pushes it out meanwhile.
    const before = readdirSync(stick).sort();
    for (let n = 100; n < 106; n += 1) {
      await petition(backend, n);
      await backend.call('backups.now', {});
    }
    expect(readdirSync(stick)).toEqual(expect.arrayContaining([before.at(-1)]));
    await backend.call('backups.accept', {});
    expect((await backend.call('app.warnings', {})).copyAhead).toBeNull();
    await backend.close();
    expect((await (await signedIn(old)).call('app.warnings', {})).copyAhead).toBeNull();
  });

  it('is told too after more was written into it than it had lost', async () => {
    const { old } = await twoDays();
    const first = await signedIn(old);
    for (let n = 100; n < 130; n += 1) await petition(first, n);
    await first.close();
    const { copyAhead } = await (await signedIn(old)).call('app.warnings', {});
    expect(copyAhead).toMatchObject({ where: 'place', more: 0 });
  });

  it('is told where the database alone was put back, by the copies beside it', async () => {
    const { old, now, stick } = await twoDays();
    rmSync(stick, { recursive: true });
    cpSync(join(old, 'so-chat-luong.db'), join(now, 'so-chat-luong.db'));
    const { copyAhead } = await (await signedIn(now)).call('app.warnings', {});
    expect(copyAhead).toMatchObject({ where: 'local' });
  });

  it('is told on the command line', async () => {
    const { old } = await twoDays();
    expect(await spoken('check', '--data', old, '--lang', 'en')).toMatch(
      /is of this very book and holds deeds/,
    );
    const { now } = await twoDays();
    expect(await spoken('check', '--data', now, '--lang', 'en')).toBe('');
  });
});

describe('a restore by the program', () => {
  it('warns of none of the copies there were then, and of later ones again', async () => {
    const { now } = await twoDays();
    const backend = await signedIn(now);
    const { copies } = await backend.call('restore.candidates', {});
    const first = copies.at(-1);
    await backend.call('restore.open', { file: first?.token ?? '' });
    const by = { kind: 'passphrase', login: 'thu', passphrase: TEST_PASSPHRASE } as const;
    await backend.call('restore.unlock', { task: 't', by });
    await backend.call('restore.take', { person: null });
    expect((await backend.call('app.warnings', {})).copyAhead).toBeNull();
    await petition(backend, 200);
    await backend.close();
    expect((await (await signedIn(now)).call('app.warnings', {})).copyAhead).toBeNull();
    await scene.closeAll();
    // It goes on and makes a copy, a second later at least; then the book is put back to before.
    const later = scene.copyOf(now);
    const again = await signedIn(later);
    await petition(again, 201);
    await new Promise((done) => setTimeout(done, 1100));
    await again.call('backups.now', {});
    await again.close();
    cpSync(join(now, 'so-chat-luong.db'), join(later, 'so-chat-luong.db'));
    const { copyAhead } = await (await signedIn(later)).call('app.warnings', {});
    expect(copyAhead).not.toBeNull();
  });
});

describe('a keyring that was put aside', () => {
  it('is told once, to whoever signs in next', async () => {
    const dataDir = scene.copyOf(stage.original);
    const before = keyringOf(dataDir);
    const first = await signedIn(dataDir);
    await first.call('access.dismiss', { login: 'canbo' });
    await first.close();
    const planted = scene.copyOf(dataDir);
    plantKeyring(planted, before);
    const backend = await signedIn(planted);
    expect((await backend.call('app.warnings', {})).strangeKeyring).toBe(1);
    await backend.call('app.signOut', {});
    await backend.signIn('thu', TEST_PASSPHRASE);
    expect((await backend.call('app.warnings', {})).strangeKeyring).toBe(0);
    await backend.close();
    plantKeyring(dataDir, before);
    const args = ['evaluate', '--data', dataDir, '--period', '2024-Q1', '--lang', 'en'];
    expect(await spoken(...args)).toMatch(/^Note: the key file \(keyring\.json\).*\n$/);
    expect(await spoken(...args)).toBe('');
  });
});

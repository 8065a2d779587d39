import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keyByPassphrase } from '#electron/application/access/keyring.ts';
import { readKeyring } from '#electron/application/access/keyring-file.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { isPlainDatabase } from '#electron/persistence/database-file.ts';
import { dumpWith } from '../persistence/dump.ts';
import { CHEAP } from '../support/secrets.ts';
import { cutOffAt } from './support/cut-off.ts';
import { OLD_PASSPHRASE, olderFolder, TABLES } from './support/older-folder.ts';

const root = resolve(import.meta.dirname, '../..');
let older: string;
let rows: Record<string, unknown[]>;
let folder: string;
const backends: Backend[] = [];

beforeAll(async () => {
  older = mkdtempSync(join(tmpdir(), 'scl-older-'));
  rows = await olderFolder(older);
});
afterAll(() => rmSync(older, { recursive: true, force: true }));
afterEach(async () => {
  for (const backend of backends.splice(0)) await backend.close();
  rmSync(folder, { recursive: true, force: true });
});

function copy(): string {
  folder = mkdtempSync(join(tmpdir(), 'scl-older-copy-'));
  cpSync(older, folder, { recursive: true });
  return folder;
}

function backendOf(dataDir: string): Backend {
  const backend = createBackend({
    dataDir,
    resourcesDir: join(root, 'resources'),
    version: '0.0.0',
    costs: CHEAP,
  });
  backends.push(backend);
  return backend;
}

/** Every byte of every file of a folder. */
function bytesOf(dir: string): Buffer {
  return Buffer.concat(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );
}

/** The folder is encrypted, holds what it held, and lets its people in. */
async function expectWhole(dataDir: string, login = 'thu'): Promise<void> {
  const backend = backendOf(dataDir);
  await backend.signIn(login, OLD_PASSPHRASE);
  expect(await backend.call('app.check', {})).toMatchObject({ ok: true });
  await backend.close();
  expect(isPlainDatabase(join(dataDir, DATABASE_FILE))).toBe(false);
  const keyring = readKeyring(dataDir);
  if (keyring === null) throw new Error('no keyring');
  const key = await keyByPassphrase(keyring, login, OLD_PASSPHRASE);
  expect(dumpWith(key, dataDir, ...TABLES)).toEqual(rows);
  // Hashes of passphrases stay in the book nowhere, wherever it was cut off.
  expect(JSON.stringify(dumpWith(key, dataDir, 'user'))).not.toContain('salt');
  const left = readdirSync(dataDir).filter((name) => /former|encrypting|\.new$|-journal$/.test(name));
  expect(left).toEqual([]);
  const bytes = bytesOf(dataDir);
  for (const text of ['Nguyễn Thị Lộ', 'HS-1', 'SQLite format 3']) {
    // The lock is an empty database of its own.
    if (text.startsWith('SQLite')) expect(bytes.indexOf(text)).toBe(bytes.lastIndexOf(text));
    else expect(bytes.includes(text)).toBe(false);
  }
}

describe('a folder of a version before encryption', () => {
  it('is encrypted when one of its people signs in; the others go on with their passphrases', async () => {
    const dataDir = copy();
    expect(bytesOf(dataDir).includes('Nguyễn Thị Lộ')).toBe(true);
    const backend = backendOf(dataDir);
    expect(await backend.call('app.state', {})).toMatchObject({
      phase: 'sign-in',
      plain: true,
      users: [
        { login: 'thu', hasPassphrase: true },
        { login: 'canbo', hasPassphrase: true },
        { login: 'khach', hasPassphrase: false },
      ],
    });
    await expect(backend.signIn('thu', 'sai')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    expect(isPlainDatabase(join(dataDir, DATABASE_FILE))).toBe(true);
    await backend.signIn('thu', OLD_PASSPHRASE);
    expect(await backend.call('app.state', {})).toMatchObject({ phase: 'ready', plain: false });
    // Who had no passphrase is let in by those who are in.
    expect((await backend.call('access.state', {})).people).toMatchObject([
      { login: 'thu', admitted: true },
      { login: 'canbo', admitted: true },
      { login: 'khach', admitted: false },
    ]);
    await backend.callUnparsed('access.admit', {
      login: 'khach',
      name: 'Người Chưa Có',
      role: 'clerk',
      passphrase: OLD_PASSPHRASE,
    });
    await backend.close();
    await expectWhole(dataDir, 'khach');
    // The way made out of the old hash gives way to a new one as soon as its passphrase is at hand.
    expect(readKeyring(dataDir)?.people.map(({ older: old }) => old)).toEqual([undefined, true, undefined]);
    await expectWhole(dataDir, 'canbo');
    expect(readKeyring(dataDir)?.people.map(({ older: old }) => old)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('lets somebody without a passphrase choose one, long enough', async () => {
    const backend = backendOf(copy());
    await expect(backend.signIn('khach', 'ngắn')).rejects.toMatchObject({
      code: 'RECORD_INVALID',
      fieldErrors: { passphrase: 'too_small' },
    });
    expect(isPlainDatabase(join(folder, DATABASE_FILE))).toBe(true);
    await backend.signIn('khach', OLD_PASSPHRASE);
    await backend.close();
    await expectWhole(folder, 'khach');
  });

  it('cut off at any change of the disk is there, the old one or the new one', async () => {
    const found = new Set<string>();
    for (let at = 1, whole = false; !whole; at += 1) {
      const dataDir = copy();
      const backend = backendOf(dataDir);
      await backend.open();
      const cut = cutOffAt(at);
      try {
        await backend.signIn('thu', OLD_PASSPHRASE);
        whole = cut.count < at;
      } catch {
        // Told one way or another; what counts is what is left.
      } finally {
        cut.restore();
      }
      await backend.close();
      const path = join(dataDir, DATABASE_FILE);
      found.add(existsSync(path) ? (isPlainDatabase(path) ? 'old' : 'new') : 'between');
      await expectWhole(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    }
    expect([...found].sort()).toEqual(['between', 'new', 'old']);
  }, 240_000);

  it.each([3, 12, 20, 27, 31])(
    'killed at change %i of the disk is there too',
    async (at) => {
      const dataDir = copy();
      const program = join(import.meta.dirname, 'programs/encrypt.ts');
      const { signal, stdout } = spawnSync(process.execPath, [program, dataDir, String(at)], { cwd: root });
      expect([signal, stdout.toString()]).toEqual(['SIGKILL', '']);
      await expectWhole(dataDir);
    },
    60_000,
  );
});

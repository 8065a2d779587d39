import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KEYRING_FILE } from '#electron/application/access/keyring-file.ts';
import type { Keystore } from '#electron/application/access/keystore.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import type { Notice } from '#shared/ipc/result.ts';
import { profile } from '../contract/support/valid-inputs.ts';
import { dumpWith } from '../persistence/dump.ts';
import { CHEAP, folderKey, TEST_PASSPHRASE } from '../support/secrets.ts';
import { cutOffAt } from './support/cut-off.ts';
import { filesIn } from './support/scan.ts';

const resourcesDir = resolve(import.meta.dirname, '../../resources');
const TABLES = ['document', 'user', 'entry'] as const;
let book: string;
let folder: string;
let rows: Record<string, unknown[]>;
const backends: Backend[] = [];

function backendOf(
  dataDir: string,
  keystore?: Keystore,
  notify: (notice: Notice) => void = () => {},
): Backend {
  const backend = createBackend({
    dataDir,
    resourcesDir,
    version: '0.0.0',
    costs: CHEAP,
    notify,
    ...(keystore ? { keystore } : {}),
  });
  backends.push(backend);
  return backend;
}

function copy(): string {
  folder = mkdtempSync(join(tmpdir(), 'scl-key-copy-'));
  cpSync(book, folder, { recursive: true });
  return folder;
}

beforeAll(async () => {
  book = mkdtempSync(join(tmpdir(), 'scl-key-'));
  const backend = backendOf(book);
  await backend.call('app.initialise', {
    profile,
    login: 'thu',
    passphrase: TEST_PASSPHRASE,
    backupFolder: null,
  });
  for (let n = 1; n <= 40; n += 1)
    await backend.callUnparsed('ledgers.save', {
      ledger: 'petitions',
      id: null,
      version: null,
      record: {
        code: `PA-${n}`,
        subject: 'Chờ lâu '.repeat(100),
        receivedOn: '2024-01-05',
        dueOn: '2024-01-20',
      },
      reason: null,
    });
  await backend.close();
  rows = dumpWith(await folderKey(book), book, ...TABLES);
});
afterAll(() => rmSync(book, { recursive: true, force: true }));
afterEach(async () => {
  for (const backend of backends.splice(0)) await backend.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe('a new key for a folder', () => {
  it('cut off at any change of the disk leaves everybody in, and every row', async () => {
    const found = new Set<string>();
    const before = await folderKey(book);
    for (let at = 1, whole = false; !whole; at += 1) {
      const dataDir = copy();
      const backend = backendOf(dataDir);
      await backend.signIn('thu', TEST_PASSPHRASE);
      const cut = cutOffAt(at);
      try {
        await backend.call('access.rekey', {});
        whole = cut.count < at;
      } catch {
        // What counts is what is left.
      } finally {
        cut.restore();
      }
      await backend.close();
      const again = backendOf(dataDir);
      await again.signIn('canbo', TEST_PASSPHRASE);
      await again.close();
      const key = await folderKey(dataDir);
      found.add(Buffer.from(key).equals(Buffer.from(before)) ? 'old' : 'new');
      expect(dumpWith(key, dataDir, ...TABLES), `cut off at ${at}`).toEqual(rows);
      expect(filesIn(dataDir).filter((name) => /former|encrypting/.test(name))).toEqual([]);
      rmSync(dataDir, { recursive: true, force: true });
    }
    expect([...found].sort()).toEqual(['new', 'old']);
  }, 240_000);

  it('can be stopped at every part it tells, until it says that it cannot; the former key and everybody stay', async () => {
    const before = await folderKey(book);
    const parts: string[] = [];
    for (let at = 1, whole = false; !whole; at += 1) {
      const dataDir = copy();
      let told = 0;
      const backend = backendOf(dataDir, undefined, (notice) => {
        if (notice.kind !== 'progress') return;
        told += 1;
        if (told !== at) return;
        parts.push(`${notice.part}${notice.last ? ' last' : ''}`);
        void backend.call('tasks.cancel', { task: 'new-key' });
      });
      await backend.signIn('thu', TEST_PASSPHRASE);
      const changing = backend.call('access.rekey', { task: 'new-key' });
      // Asked while it goes on, answered after it, by the book as it then is.
      const asked = backend.callUnparsed('ledgers.index', { ledger: 'petitions', filter: {} });
      const outcome = await changing.then(
        () => 'done',
        ({ code }) => code,
      );
      whole = outcome === 'done';
      expect(outcome).toBe(parts.at(-1)?.endsWith(' last') ? 'done' : 'CANCELLED');
      expect((await asked) as object).toHaveProperty('ids.length', 40);
      // Whoever was in goes on working in the same opening, and it counts as written by them.
      const kept = { ledger: 'work-files', from: '2024-01-01' };
      expect(await backend.callUnparsed('ledgers.setKept', kept)).toMatchObject({ keptFrom: kept.from });
      await backend.close();
      const again = backendOf(dataDir);
      await again.signIn('canbo', TEST_PASSPHRASE);
      await again.close();
      const key = await folderKey(dataDir);
      expect(Buffer.from(key).equals(Buffer.from(before))).toBe(!whole);
      expect(dumpWith(key, dataDir, 'entry')).toEqual({ entry: rows.entry });
      expect(filesIn(dataDir).filter((name) => /former|encrypting/.test(name))).toEqual([]);
      rmSync(dataDir, { recursive: true, force: true });
    }
    expect(parts).toEqual(['waiting', 'inspecting', 'copying', 'encrypting', 'comparing', 'replacing last']);
  }, 120_000);

  it('is not given to a box that was put into the file from outside', async () => {
    const dataDir = copy();
    const file = join(dataDir, KEYRING_FILE);
    const keyring = JSON.parse(readFileSync(file, 'utf8'));
    keyring.people[1].name = 'Người Khác';
    keyring.revision += 1;
    writeFileSync(file, JSON.stringify(keyring));
    const backend = backendOf(dataDir);
    await backend.signIn('thu', TEST_PASSPHRASE);
    await backend.call('access.rekey', {});
    expect(await backend.call('app.check', {})).toMatchObject({ ok: true });
    expect(readFileSync(file, 'utf8')).not.toContain('Người Khác');
  });
});

describe('the machine’s key store', () => {
  const secret = 'chỉ máy này biết';
  const keystore = (owner = secret): Keystore => ({
    state: async () => 'usable',
    protect: async (text) => Buffer.from(`${owner}|${text}`).toString('base64'),
    reveal: async (text) => {
      const [found, revealed] = Buffer.from(text, 'base64').toString().split('|');
      if (found !== owner || revealed === undefined) throw new RangeError('of another machine');
      return revealed;
    },
  });

  it('opens the folder for who asked for it and was here last, on that machine alone', async () => {
    const dataDir = copy();
    const first = backendOf(dataDir, keystore());
    await first.signIn('thu', TEST_PASSPHRASE);
    expect((await first.call('access.setKeystore', { on: true })).keystore).toEqual({
      absent: null,
      on: true,
    });
    await first.close();
    const again = backendOf(dataDir, keystore());
    expect(await again.call('app.state', {})).toMatchObject({ phase: 'ready', user: { login: 'thu' } });
    // Signing out closes it; asking for the state does not open it again.
    expect((await again.call('app.signOut', {})).phase).toBe('sign-in');
    expect((await again.call('app.state', {})).phase).toBe('sign-in');
    await again.close();
    const restarted = backendOf(dataDir, keystore());
    expect((await restarted.call('app.state', {})).phase).toBe('sign-in');
    await restarted.signIn('thu', TEST_PASSPHRASE);
    await restarted.close();
    for (const other of [backendOf(dataDir, keystore('máy khác')), backendOf(dataDir)]) {
      expect((await other.call('app.state', {})).phase).toBe('sign-in');
      await other.close();
    }
    const off = backendOf(dataDir, keystore());
    await off.open();
    expect((await off.call('access.setKeystore', { on: false })).keystore.on).toBe(false);
    await off.close();
    expect((await backendOf(dataDir, keystore()).call('app.state', {})).phase).toBe('sign-in');
  });

  it('is not used where it does not really encrypt', async () => {
    const dataDir = copy();
    const backend = backendOf(dataDir, { ...keystore(), state: async () => 'not-encrypted' });
    await backend.signIn('thu', TEST_PASSPHRASE);
    expect((await backend.call('access.state', {})).keystore).toEqual({ absent: 'not-encrypted', on: false });
    await expect(backend.call('access.setKeystore', { on: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('an encrypted database', () => {
  it('tells every flipped bit of a page that is read, and one that was cut', async () => {
    const dataDir = copy();
    const key = await folderKey(dataDir);
    const path = join(dataDir, DATABASE_FILE);
    const sound = readFileSync(path);
    const outcome = (): string => {
      try {
        const store = openStore(dataDir, { key });
        try {
          return store.check().length === 0 ? 'sound' : 'found by the check';
        } finally {
          store.close();
        }
      } catch (error) {
        return (error as { code?: string }).code ?? String(error);
      }
    };
    expect(outcome()).toBe('sound');
    for (let flip = 0; flip < 30; flip += 1) {
      const damaged = Buffer.from(sound);
      const at = Math.floor((sound.length * (flip + 0.5)) / 30);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (flip % 8));
      writeFileSync(path, damaged);
      expect(outcome(), `bit in byte ${at}`).toMatch(/^(DATA_DAMAGED|SQLITE_CORRUPT|found by the check)/);
    }
    for (const size of [0, 100, 4096, sound.length - 4096]) {
      writeFileSync(path, sound.subarray(0, size));
      expect(outcome(), `cut to ${size}`).toBe('DATA_DAMAGED');
    }
    writeFileSync(path, sound);
    expect(outcome()).toBe('sound');
  });

  it('does not open with another key, nor without one, and is not touched by the attempt', async () => {
    const dataDir = copy();
    const path = join(dataDir, DATABASE_FILE);
    const before = readFileSync(path);
    expect(() => openStore(dataDir, { key: new Uint8Array(32) })).toThrow('DATA_DAMAGED');
    expect(() => openStore(dataDir)).toThrow('DATA_DAMAGED');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

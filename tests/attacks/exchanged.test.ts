import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeKeyring } from '#electron/application/access/keyring.ts';
import type { Keyring } from '#electron/application/access/keyring-form.ts';
import { macOfValue } from '#electron/application/access/sealing.ts';
import { isPlainDatabase } from '#electron/persistence/database-file.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { OLD_PASSPHRASE, olderFolder } from '../access/support/older-folder.ts';
import { CHEAP, folderKey, TEST_PASSPHRASE } from '../support/secrets.ts';
import { keyringOf, plantKeyring, setStage } from './support/commune.ts';

// Whole files of the book exchanged for others, while nobody was signed in.

const stage = setStage();
const { scene } = stage;
/** The same with a copy beside it. */
let copied: string;
let plain: string;
beforeAll(async () => {
  copied = stage.book.copyOf(stage.original);
  const backend = stage.book.backend(copied);
  await backend.signIn('thu', TEST_PASSPHRASE);
  await backend.call('backups.now', {});
  await backend.close();
  plain = stage.book.folder();
  await olderFolder(plain);
});

const DATABASE = 'so-chat-luong.db';
const put = (from: string, to: string, name: string): void => copyFileSync(join(from, name), join(to, name));
const repair = (code: string, params = {}) => ({ phase: 'repair', fault: { code, params } });

/** Takes the copy that lies in a folder which cannot be opened; its petitions are there again. */
async function restored(dataDir: string): Promise<void> {
  const backend = scene.backend(dataDir);
  const { copies } = await backend.call('restore.candidates', {});
  await backend.call('restore.open', { file: copies[0]?.token ?? '' });
  const by = { kind: 'passphrase', login: 'thu', passphrase: TEST_PASSPHRASE } as const;
  await backend.call('restore.unlock', { task: 't', by });
  expect(await backend.call('restore.take', { person: null })).toMatchObject({ phase: 'ready' });
  expect(readdirSync(join(dataDir, 'replaced'))).toHaveLength(1);
}

describe('a plain database in place of the encrypted one', () => {
  it.each([
    ['keyring.json', ['backups', 'keyring.copy.json']],
    ['keyring.copy.json', ['backups', 'keyring.json']],
    [/^backups\/SoChatLuong_.*\.scl-backup$/, ['keyring.json', 'keyring.copy.json']],
  ])('is refused where %s tells that it was encrypted before', async (mark, removed) => {
    const dataDir = scene.copyOf(copied);
    for (const name of removed) rmSync(join(dataDir, name), { recursive: true });
    put(plain, dataDir, DATABASE);
    const backend = scene.backend(dataDir);
    const file = typeof mark === 'string' ? mark : expect.stringMatching(mark);
    expect(await backend.call('app.state', {})).toMatchObject(repair('DATA_NOT_ENCRYPTED', { file }));
    await expect(backend.signIn('thu', OLD_PASSPHRASE)).rejects.toMatchObject({ code: 'DATA_NOT_ENCRYPTED' });
    expect(isPlainDatabase(join(dataDir, DATABASE))).toBe(true);
    await backend.close();
    if (existsSync(join(dataDir, 'backups'))) await restored(dataDir);
  });

  it('passes for a folder of an older version where keyring and copies are gone too: nothing tells', async () => {
    const dataDir = scene.copyOf(copied);
    for (const name of ['backups', 'keyring.json', 'keyring.copy.json'])
      rmSync(join(dataDir, name), { recursive: true });
    put(plain, dataDir, DATABASE);
    expect(await scene.backend(dataDir).call('app.state', {})).toMatchObject({
      phase: 'sign-in',
      plain: true,
    });
  });

  it('is no fault in a folder of an older version after wrong passphrases', async () => {
    const dataDir = scene.copyOf(plain);
    const first = scene.backend(dataDir);
    await expect(first.signIn('thu', 'sai')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await first.close();
    expect(existsSync(join(dataDir, 'sign-in.json'))).toBe(true);
    await scene.backend(dataDir).signIn('thu', OLD_PASSPHRASE);
  });
});

describe('a keyring that opens without a passphrase', () => {
  it('with a whole folder of somebody’s own is refused', async () => {
    const dataDir = scene.copyOf(copied);
    const theirs = scene.folder();
    const { keyring, key } = await makeKeyring([{ login: 'thu', name: 'Thu', passphrase: 'x' }], CHEAP, true);
    openStore(theirs, { create: true, key }).close();
    put(theirs, dataDir, DATABASE);
    plantKeyring(dataDir, keyring);
    const backend = scene.backend(dataDir);
    expect(await backend.call('app.state', {})).toMatchObject(repair('KEYRING_OPEN'));
    await backend.close();
    await restored(dataDir);
  });

  it('is refused from somebody who once had the key, and proves it', async () => {
    const dataDir = scene.copyOf(stage.original);
    const key = await folderKey(dataDir);
    const known = keyringOf(dataDir);
    const { mac: _mac, ...rest } = { ...known, revision: 99, open: { sealed: 'A'.repeat(100) } };
    plantKeyring(dataDir, { ...rest, mac: macOfValue(rest, key, 'keyring') } as Keyring);
    expect(await scene.backend(dataDir).call('app.state', {})).toMatchObject(repair('KEYRING_OPEN'));
  });
});

describe('keyring and database of two books', () => {
  it('are told, with which of them is the other one’s as far as the copies tell', async () => {
    const theirs = await scene.commune(1);
    const cases = [
      { reason: 'unknown', in: stage.original, file: DATABASE },
      { reason: 'database', in: copied, file: DATABASE },
      { reason: 'keyring', in: copied, file: 'keyring.json' },
    ];
    for (const { reason, in: from, file } of cases) {
      const dataDir = scene.copyOf(from);
      if (file === DATABASE) put(theirs, dataDir, file);
      else plantKeyring(dataDir, keyringOf(theirs));
      const backend = scene.backend(dataDir);
      await expect(backend.signIn('thu', TEST_PASSPHRASE)).rejects.toMatchObject({
        code: 'BOOKS_MIXED',
        params: { reason },
      });
      // It stays so until another file is there; then it opens without a new start.
      expect(await backend.call('app.state', {})).toMatchObject(repair('BOOKS_MIXED'));
      put(from, dataDir, file);
      if (file !== DATABASE) plantKeyring(dataDir, keyringOf(from));
      expect(await backend.call('app.state', {})).toMatchObject({ phase: 'sign-in' });
      await backend.signIn('thu', TEST_PASSPHRASE);
      expect(readdirSync(dataDir).filter((name) => name.startsWith('probe'))).toEqual([]);
    }
  });

  it('are mended by taking a copy', async () => {
    const dataDir = scene.copyOf(copied);
    plantKeyring(dataDir, keyringOf(await scene.commune(1)));
    const backend = scene.backend(dataDir);
    await expect(backend.signIn('thu', TEST_PASSPHRASE)).rejects.toMatchObject({ code: 'BOOKS_MIXED' });
    const { copies } = await backend.call('restore.candidates', {});
    await backend.call('restore.open', { file: copies[0]?.token ?? '' });
    const by = { kind: 'passphrase', login: 'thu', passphrase: TEST_PASSPHRASE } as const;
    await backend.call('restore.unlock', { task: 't', by });
    expect(await backend.call('restore.take', { person: null })).toMatchObject({ phase: 'ready' });
  });

  it('are told from a book whose first page is damaged', async () => {
    const dataDir = scene.copyOf(copied);
    const path = join(dataDir, DATABASE);
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 100, 200);
    writeFileSync(path, bytes);
    await expect(scene.backend(dataDir).signIn('thu', TEST_PASSPHRASE)).rejects.toMatchObject({
      code: 'DATA_DAMAGED',
    });
  });
});

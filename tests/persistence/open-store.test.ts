import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { AppError } from '#shared/errors.ts';
import { raw } from './dump.ts';
import { add, newStore, open, plainDossier, TODAY, temporaryFolder } from './support.ts';

function faultOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** A closed folder with some dossiers in it. */
async function filledFolder(count = 3): Promise<string> {
  const folder = temporaryFolder();
  const store = openStore(folder, { create: true });
  await add(
    store,
    Array.from({ length: count }, (_, i) => plainDossier({ code: `D-${i}`, note: 'x'.repeat(200) })),
  );
  store.close();
  return folder;
}

describe('opening a data folder', () => {
  it('makes a new one that only its owner can read', () => {
    const folder = join(temporaryFolder(), 'new', 'folder');
    const store = open(folder, { create: true });
    expect(store.dossiers.isEmpty()).toBe(true);
    expect(store.check()).toEqual([]);
    expect(statSync(join(folder, DATABASE_FILE)).mode & 0o077).toBe(0);
  });

  it('keeps what was written', async () => {
    const folder = await filledFolder();
    expect(open(folder).dossiers.byCode('d - 1', TODAY)?.record.code).toBe('D-1');
  });

  it('writes durably: WAL with full synchronisation', async () => {
    const folder = await filledFolder();
    const db = raw(folder);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    db.close();
  });

  it('does not make one unasked', () => {
    expect(faultOf(() => openStore(temporaryFolder())).code).toBe('DATA_FOLDER_MISSING');
    expect(faultOf(() => openStore(join(temporaryFolder(), 'nowhere'))).code).toBe('DATA_FOLDER_MISSING');
  });

  it('does not put a new one over an old one', async () => {
    const folder = await filledFolder();
    expect(faultOf(() => openStore(folder, { create: true })).code).toBe('DATA_FOLDER_NOT_EMPTY');
    expect(open(folder).stats().dossiers).toBe(3);
  });

  it('is for one at a time, and free again after closing', async () => {
    const folder = await filledFolder();
    const first = openStore(folder);
    expect(faultOf(() => openStore(folder)).code).toBe('DATA_FOLDER_BUSY');
    first.close();
    expect(open(folder).stats().dossiers).toBe(3);
  });

  it('is not locked by a lock file that was left behind', async () => {
    const folder = await filledFolder();
    expect(existsSync(join(folder, 'lock.db'))).toBe(true);
    expect(open(folder).stats().dossiers).toBe(3);
  });

  it('refuses a newer form and leaves it alone', async () => {
    const folder = await filledFolder();
    const db = raw(folder);
    db.pragma('user_version = 9990');
    db.close();
    const before = readFileSync(join(folder, DATABASE_FILE));
    const fault = faultOf(() => openStore(folder));
    expect(fault.code).toBe('DATA_FROM_FUTURE');
    expect(fault.params).toMatchObject({ found: 9990 });
    expect(readFileSync(join(folder, DATABASE_FILE)).equals(before)).toBe(true);
    expect(readdirSync(folder)).not.toContain('backups');
  });

  it.each([
    ['cut to nothing', (path: string) => truncateSync(path, 0)],
    [
      'cut in the middle',
      (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096),
    ],
    ['a file of another kind', (path: string) => writeFileSync(path, 'Xin chào\n'.repeat(100))],
    ['a zeroed header', (path: string) => overwrite(path, 0, Buffer.alloc(100))],
    ['a zeroed root page', (path: string) => overwrite(path, 100, Buffer.alloc(3996))],
  ])('calls a file damaged that is %s, and does not touch it', async (_, damage) => {
    const folder = await filledFolder(200);
    const path = join(folder, DATABASE_FILE);
    damage(path);
    const before = readFileSync(path);
    expect(faultOf(() => openStore(folder)).code).toBe('DATA_DAMAGED');
    expect(readFileSync(path).equals(before)).toBe(true);
    // The folder is free again for a repair.
    expect(faultOf(() => openStore(folder)).code).toBe('DATA_DAMAGED');
  });

  it('calls a database of another program damaged', async () => {
    const folder = await filledFolder();
    const db = raw(folder);
    db.pragma('application_id = 1');
    db.close();
    expect(faultOf(() => openStore(folder)).code).toBe('DATA_DAMAGED');
  });
});

describe('writing', () => {
  it('undoes all of a write that fails', async () => {
    const store = newStore();
    await expect(
      store.write((tx) => {
        tx.putDocument('a', 1);
        throw new AppError('FORBIDDEN');
      }),
    ).rejects.toThrow('FORBIDDEN');
    expect(store.documents.get('a')).toBeUndefined();
    await store.write((tx) => tx.putDocument('a', 2));
    expect(store.documents.get('a')).toBe(2);
  });

  it('lets one write wait for the other, while readers see what was before', async () => {
    const store = newStore();
    const order: string[] = [];
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const long = store.writeLong(async (tx) => {
      tx.putDocument('who', 'long');
      order.push('long begins');
      await held;
      order.push('long ends');
      return { keep: true, value: null };
    });
    const short = store.write((tx) => {
      order.push('short');
      tx.putDocument('who', 'short');
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(store.documents.get('who')).toBeUndefined();
    go();
    await Promise.all([long, short]);
    expect(order).toEqual(['long begins', 'long ends', 'short']);
    expect(store.documents.get('who')).toBe('short');
  });

  it('keeps nothing of a long write that is not to be kept', async () => {
    const store = newStore();
    await store.writeLong((tx) => {
      tx.putDocument('a', 1);
      return Promise.resolve({ keep: false, value: null });
    });
    expect(store.documents.keys('')).toEqual([]);
    expect(store.lastWriteAt).toBeNull();
  });

  it('keeps a copy that is complete in itself', async () => {
    const folder = await filledFolder();
    const store = open(folder);
    const copy = temporaryFolder();
    await store.backupTo(join(copy, DATABASE_FILE));
    expect(open(copy).stats().dossiers).toBe(3);
  });
});

function overwrite(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHead } from '#electron/application/backups/container.ts';
import { choosePlace, findPlace } from '#electron/application/backups/place.ts';
import { isRemotePath } from '#electron/application/backups/remote-path.ts';
import { inspectCopy } from '#electron/persistence/inspect-copy.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { folderKey, TEST_PASSPHRASE } from '../support/secrets.ts';
import { petition, SECRET, setStage } from './support/commune.ts';

// Files put into the folder while nobody was signed in, so that the program itself does harm when it is started next.

const stage = setStage();
const { scene } = stage;

const DEED = 'Sổ đỏ của tôi, viết mười năm.'.repeat(500);

/** Somebody's own file, elsewhere. */
function victim(): string {
  const path = join(scene.folder(), 'quan-trong.txt');
  writeFileSync(path, DEED);
  return path;
}

/** A day with the program: signing in, work, another passphrase, a copy, another key, signing out. */
async function day(dataDir: string): Promise<void> {
  const backend = scene.backend(dataDir);
  await backend.open();
  await backend.signIn('thu', TEST_PASSPHRASE);
  await petition(backend, 99);
  await backend.call('access.changePassphrase', { current: TEST_PASSPHRASE, next: TEST_PASSPHRASE });
  await backend.call('app.setPreferences', { language: 'vi', colourScheme: 'dark', lockMinutes: 10 });
  await backend.call('backups.now', {});
  await backend.call('access.rekey', {});
  await backend.call('app.signOut', {});
  await expect(backend.signIn('thu', 'mật khẩu sai rồi')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
  await backend.signIn('thu', TEST_PASSPHRASE);
  expect(await backend.call('app.check', {})).toMatchObject({ ok: true });
  await backend.close();
}

describe('links to somebody’s file', () => {
  const names = [
    'so-chat-luong.db.former',
    'so-chat-luong.db.former-wal',
    'so-chat-luong.db.encrypting',
    'so-chat-luong.db-journal',
    'so-chat-luong.db-wal',
    'so-chat-luong.db-shm',
    'keyring.json.new',
    'keyring.copy.json.new',
    'sign-in.json.new',
    'preferences.json.new',
    'lock.db',
    'logs/app.log',
    'backups/daily.db.dang-ghi',
    'backups/x.db.encrypting',
    'restore.json.new',
  ];
  it('are never followed, wherever the program writes or wipes', async () => {
    for (const name of names) {
      const dataDir = scene.copyOf(stage.original);
      const path = victim();
      mkdirSync(join(dataDir, name, '..'), { recursive: true });
      rmSync(join(dataDir, name), { force: true });
      symlinkSync(path, join(dataDir, name));
      await day(dataDir).catch((fault: unknown) => {
        // SQLite itself refuses a log that is a link.
        expect(`${name}: ${(fault as { code?: string }).code}`).toMatch(
          /-(wal|shm|journal): OUTPUT_UNWRITABLE/,
        );
      });
      expect(readFileSync(path, 'utf8') === DEED, name).toBe(true);
    }
  }, 60_000);

  it('as the database itself is not opened', async () => {
    const dataDir = scene.copyOf(stage.original);
    const elsewhere = scene.copyOf(stage.original);
    const path = join(dataDir, 'so-chat-luong.db');
    rmSync(path);
    symlinkSync(join(elsewhere, 'so-chat-luong.db'), path);
    await expect(scene.backend(dataDir).signIn('thu', TEST_PASSPHRASE)).rejects.toMatchObject({
      code: 'DATA_DAMAGED',
    });
  });

  it('to a folder, as the sample commune, are removed and not what they lead to', async () => {
    const dataDir = scene.copyOf(stage.original);
    const path = victim();
    symlinkSync(join(path, '..'), join(dataDir, 'sample'));
    writeFileSync(
      join(dataDir, 'preferences.json'),
      JSON.stringify({ language: 'vi', colourScheme: 'auto', sample: true, lastLogin: null }),
    );
    const backend = scene.backend(dataDir);
    await backend.call('app.leaveSample', {});
    await backend.call('app.openSample', {});
    await backend.call('app.leaveSample', {});
    expect(readFileSync(path, 'utf8') === DEED).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['quan-trong.txt']);
  }, 30_000);
});

describe('a journal of a restore that never was', () => {
  it.each([
    ['nothing to come', { from: 'restoring', step: 'aside' }],
    ['half done', { from: 'restoring', step: 'place' }],
    ['out of the folder', { from: '../../tmp', step: 'aside' }],
    ['not a journal', 'x'],
  ])('moves nothing: %s', async (_what, planted) => {
    const dataDir = scene.copyOf(stage.original);
    const text =
      typeof planted === 'string'
        ? planted
        : JSON.stringify({ version: 1, aside: '2024-01-01T00-00-00Z', ...planted });
    writeFileSync(join(dataDir, 'restore.json'), text);
    const backend = scene.backend(dataDir);
    expect((await backend.call('app.state', {})).phase).toBe('sign-in');
    await backend.signIn('thu', TEST_PASSPHRASE);
    expect(existsSync(join(dataDir, 'replaced'))).toBe(false);
  });

  it('does not lead somebody else’s book out of their folder, nor this one into theirs', async () => {
    for (const link of ['restoring', 'replaced', 'replaced/2024-01-01T00-00-00Z']) {
      const dataDir = scene.copyOf(stage.original);
      const theirs = scene.copyOf(stage.original);
      const before = readdirSync(theirs).sort();
      if (link !== 'restoring') {
        mkdirSync(join(dataDir, 'restoring'));
        writeFileSync(join(dataDir, 'restoring/so-chat-luong.db'), 'x');
      }
      mkdirSync(join(dataDir, link, '..'), { recursive: true });
      symlinkSync(theirs, join(dataDir, link));
      writeFileSync(
        join(dataDir, 'restore.json'),
        JSON.stringify({ version: 1, from: 'restoring', aside: '2024-01-01T00-00-00Z', step: 'aside' }),
      );
      expect((await scene.backend(dataDir).call('app.state', {})).phase).toBe('sign-in');
      expect(readdirSync(theirs).sort()).toEqual(before);
      await scene.end();
    }
  });
});

describe('other planted files', () => {
  it('a lock file of rubbish does not pass for damage of the records', async () => {
    const dataDir = scene.copyOf(stage.original);
    writeFileSync(join(dataDir, 'lock.db'), DEED);
    await scene.backend(dataDir).signIn('thu', TEST_PASSPHRASE);
  });

  it('a plain database among the copies is encrypted, and never taken for a copy of this book', async () => {
    const dataDir = scene.copyOf(stage.original);
    const theirs = scene.folder();
    const store = openStore(theirs, { create: true });
    store.close();
    mkdirSync(join(dataDir, 'backups'), { recursive: true });
    const planted = readFileSync(join(theirs, 'so-chat-luong.db'));
    writeFileSync(join(dataDir, 'backups/before-60-to-70.db'), planted);
    const backend = scene.backend(dataDir);
    await backend.signIn('thu', TEST_PASSPHRASE);
    await backend.backUpIfDue('use');
    const names = readdirSync(join(dataDir, 'backups'));
    expect(names.filter((name) => /migration/.test(name))).toEqual([]);
    expect(names).toContain('la-before-60-to-70.db');
    expect(readFileSync(join(dataDir, 'backups/la-before-60-to-70.db')).includes('SQLite format 3')).toBe(
      false,
    );
  });

  it('a driver of a token named in the preferences is not offered: it would be loaded as a program', async () => {
    const dataDir = scene.copyOf(stage.original);
    const evil = join(scene.folder(), 'evil.so');
    writeFileSync(evil, 'x');
    writeFileSync(
      join(dataDir, 'preferences.json'),
      JSON.stringify({
        language: 'vi',
        colourScheme: 'auto',
        sample: false,
        lastLogin: 'thu',
        tokenDriver: evil,
      }),
    );
    const backend = scene.backend(dataDir);
    await backend.signIn('thu', TEST_PASSPHRASE);
    expect((await backend.call('tokens.drivers', {})).map(({ file }) => file)).not.toContain('evil.so');
  });

  it('a place for copies on another machine, named in its file, is not even looked at', () => {
    const dataDir = scene.copyOf(stage.original);
    const there = scene.folder();
    // On this system a path with two strokes is a local one: were it looked at, it would be found.
    const share = `/${there}`;
    const choice = { version: 1, path: share, id: null };
    writeFileSync(join(dataDir, 'backup-place.json'), JSON.stringify(choice));
    expect(findPlace(dataDir, null, () => [])).toMatchObject({ present: true });
    expect(findPlace(dataDir, null, () => [], 'win32')).toEqual({ path: share, present: false });
    expect(() => choosePlace(dataDir, share, 'win32')).toThrow('BACKUP_PLACE_REMOTE');
    expect(readdirSync(there)).toEqual([]);
    for (const path of ['\\\\srv\\a', '//srv/a', '\\\\?\\UNC\\srv\\a', '\\\\.\\UNC\\srv\\a', '\\/srv/a'])
      expect(isRemotePath(path, 'win32'), path).toBe(true);
    for (const path of ['D:\\SaoLuu', 'Z:\\', '\\SaoLuu'])
      expect(isRemotePath(path, 'win32'), path).toBe(false);
  });

  it('update packages, versions and answers to reports in the folder are nobody’s business', async () => {
    const dataDir = scene.copyOf(stage.original);
    const files = [
      'cap-nhat.scl-update',
      'versions/current.json',
      'versions/9.9.9/so-chat-luong',
      'x.scl-receipt',
    ];
    mkdirSync(join(dataDir, 'versions/9.9.9'), { recursive: true });
    for (const name of files) writeFileSync(join(dataDir, name), DEED);
    await day(dataDir);
    const backend = scene.backend(dataDir);
    await backend.signIn('thu', TEST_PASSPHRASE);
    expect(await backend.call('receipts.list', {})).toEqual([]);
    for (const name of files) expect(readFileSync(join(dataDir, name), 'utf8') === DEED, name).toBe(true);
  });

  it('preferences of a hundred megabytes are not read', () => {
    const dataDir = scene.copyOf(stage.original);
    writeFileSync(join(dataDir, 'preferences.json'), Buffer.alloc(100_000_000, 0x20));
    const start = performance.now();
    scene.backend(dataDir);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('the names of people and their ID numbers are nowhere readable after all of this', async () => {
    const dataDir = scene.copyOf(stage.original);
    await day(dataDir);
    for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        expect(readFileSync(join(entry.parentPath, entry.name)).includes(SECRET), entry.name).toBe(false);
  });
});

describe('parts of another day', () => {
  /** Two days of one folder: `old` before a petition was recorded, `now` after it. */
  async function twoDays(): Promise<{ old: string; now: string }> {
    const now = scene.copyOf(stage.original);
    const first = scene.backend(now);
    await first.signIn('thu', TEST_PASSPHRASE);
    for (let n = 10; n < 40; n += 1) await petition(first, n);
    await first.close();
    const old = scene.copyOf(now);
    const backend = scene.backend(now);
    await backend.signIn('thu', TEST_PASSPHRASE);
    for (let n = 50; n < 60; n += 1) await petition(backend, n);
    await backend.close();
    return { old, now };
  }

  it('pages of the same number put back into today’s database are found by the check, or the file does not open', async () => {
    const { old, now } = await twoDays();
    const key = await folderKey(now);
    const path = join(now, 'so-chat-luong.db');
    const [today, before] = [readFileSync(path), readFileSync(join(old, 'so-chat-luong.db'))];
    const size = 4096;
    const outcomes = new Map<number, string>();
    for (let page = 0; page < before.length / size; page += 1) {
      const at = page * size;
      const [a, b] = [today.subarray(at, at + size), before.subarray(at, at + size)];
      if (a.equals(b)) continue;
      const spliced = Buffer.from(today);
      b.copy(spliced, at);
      writeFileSync(path, spliced);
      let outcome: string;
      try {
        const store = openStore(now, { key });
        try {
          outcome = store.check().length > 0 ? 'found' : 'unseen';
        } finally {
          store.close();
        }
      } catch (fault) {
        outcome = String((fault as { code?: string }).code ?? fault);
      }
      outcomes.set(page, outcome);
    }
    expect(outcomes.size).toBeGreaterThan(10);
    expect([...outcomes].filter(([, outcome]) => outcome === 'unseen')).toEqual([]);
  }, 60_000);

  it('yesterday’s whole database is sound in itself: only what lies elsewhere tells that it is older', async () => {
    const { old, now } = await twoDays();
    const backend = scene.backend(now);
    await backend.signIn('thu', TEST_PASSPHRASE);
    await backend.call('backups.now', {});
    const name = readdirSync(join(now, 'backups')).find((each) => each.endsWith('.scl-backup')) ?? '';
    const { manifest } = await readHead(join(now, 'backups', name));
    await backend.close();
    cpSync(join(old, 'so-chat-luong.db'), join(now, 'so-chat-luong.db'));
    const again = scene.backend(now);
    await again.signIn('thu', TEST_PASSPHRASE);
    expect(await again.call('app.check', {})).toMatchObject({ ok: true });
    await again.close();
    const { counts } = inspectCopy(join(now, 'so-chat-luong.db'), await folderKey(now));
    expect(manifest.counts.entries - counts.entries).toBe(10);
  });
});

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Backend } from '#electron/application/backend.ts';
import { readHead, readThrough, writeContainer } from '#electron/application/backups/container.ts';
import type { BackupManifest } from '#electron/application/backups/manifest.ts';
import { fileSha256 } from '#electron/common/file-hash.ts';
import { TEST_PASSPHRASE } from '../support/secrets.ts';
import { petition, setStage } from './support/commune.ts';

// Files put among the copies, beside the book or on the stick, by somebody who has no key.

const stage = setStage();
const { scene } = stage;

const copiesOf = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.scl-backup')) : [];

/** A day's work with one copy made by the program, in the folder and on a stick. */
async function withStick(): Promise<{ backend: Backend; local: string; stick: string; path: string }> {
  const dataDir = scene.copyOf(stage.original);
  const [local, stick] = [join(dataDir, 'backups'), scene.folder()];
  const backend = scene.backend(dataDir);
  await backend.signIn('thu', TEST_PASSPHRASE);
  await backend.call('backups.choose', { folder: backend.files.register(stick) });
  return { backend, local, stick, path: join(stick, copiesOf(stick)[0] ?? '') };
}

/** A file whose head the intruder wrote, from a true one: right hashes, some bytes in place of the database. */
async function forged(
  truth: string,
  target: string,
  change: (manifest: BackupManifest) => Partial<BackupManifest>,
): Promise<void> {
  const { manifest, keyring } = await readHead(truth);
  const database = join(scene.folder(), 'x');
  writeFileSync(database, Buffer.alloc(8192, 0x5a));
  const [keys, records] = manifest.parts as [BackupManifest['parts'][0], BackupManifest['parts'][0]];
  const parts = [keys, { ...records, size: 8192, sha256: await fileSha256(database) }];
  await writeContainer(target, { ...manifest, parts, ...change(manifest) }, keyring, database);
}

const at = (day: number): Partial<BackupManifest> => ({
  madeAt: `2099-01-${String(day).padStart(2, '0')}T00:00:00Z`,
  day: `2099-01-${String(day).padStart(2, '0')}` as BackupManifest['day'],
});

describe('copies that the program did not make', () => {
  it.each([
    ['dated into the future', (day: number) => at(day)],
    ['dated into the future, without any proof', (day: number) => ({ ...at(day), mac: undefined })],
    ['dated now', () => ({ madeAt: new Date().toISOString().slice(0, 19).concat('Z') })],
  ])('push no true one out, and are carried nowhere: %s', async (_how, change) => {
    const { backend, local, stick, path } = await withStick();
    const truth = copiesOf(stick);
    for (let day = 1; day <= 28; day += 1)
      for (const folder of [local, stick])
        await forged(path, join(folder, `SoChatLuong_la_${day}.scl-backup`), () => change(day));
    for (let n = 50; n < 53; n += 1) {
      await petition(backend, n);
      await backend.call('backups.now', {});
    }
    const { last, copies, place } = await backend.call('backups.state', {});
    expect(place).toMatchObject({ behind: false });
    expect(last).toMatchObject({ where: 'both', state: 'good', head: { counts: { entries: 6 } } });
    expect((last?.head?.madeAt ?? '') < '2099').toBe(true);
    expect(copies.filter(({ state }) => state === 'foreign').length).toBeGreaterThanOrEqual(28);
    expect(copiesOf(stick).filter((name) => name.includes('_la_'))).toHaveLength(28);
    // Three newest and the one before them on the same day: that one may go, as without the planted ones.
    const own = copies.filter(({ state }) => state === 'good');
    expect(own.every(({ where }) => where === 'both')).toBe(true);
    expect(own).toHaveLength(3);
    expect(truth).toHaveLength(1);
    // Whatever the drill takes of itself is a true one.
    expect(await backend.call('backups.drill', { task: 'd', copy: null })).toMatchObject({ ok: true });
  });

  it('do not keep the daily copy from being made', async () => {
    const { backend, local, path } = await withStick();
    for (const name of copiesOf(local)) rmSync(join(local, name));
    await forged(path, join(local, 'SoChatLuong_la_1.scl-backup'), () => ({ mac: undefined }));
    await backend.backUpIfDue('use');
    expect(copiesOf(local)).toHaveLength(2);
  });

  it('with a true head over other bytes share the fate of the true one', async () => {
    const { backend, local, stick, path } = await withStick();
    const { manifest, offset } = await readHead(path);
    for (const name of ['SoChatLuong_z1', 'SoChatLuong_z2', 'SoChatLuong_z3']) {
      const bytes = readFileSync(path);
      bytes.fill(0x5a, offset, offset + 4096);
      writeFileSync(join(stick, `${name}.scl-backup`), bytes);
    }
    await petition(backend, 50);
    await backend.call('backups.now', {});
    await petition(backend, 51);
    await backend.call('backups.now', {});
    expect(copiesOf(stick)).toHaveLength(3 + 3);
    await expect(readThrough(path, null)).resolves.toMatchObject({ manifest });
    expect(copiesOf(local)).toHaveLength(3);
  });

  it('of a day before, as a bare database, are not taken for those made before a change of form', async () => {
    const { backend, local } = await withStick();
    const dataDir = join(local, '..');
    await backend.close();
    // Whoever reads the folder has the database of another day, under the same key.
    mkdirSync(local, { recursive: true });
    const planted = join(local, 'before-60-to-70.db');
    copyFileSync(join(dataDir, 'so-chat-luong.db'), planted);
    utimesSync(planted, new Date(), new Date());
    const again = scene.backend(dataDir);
    await again.signIn('thu', TEST_PASSPHRASE);
    await again.backUpIfDue('use');
    expect(readdirSync(local)).toContain('la-before-60-to-70.db');
    expect(copiesOf(local).filter((name) => name.includes('migration'))).toEqual([]);
  });

  it('are refused when their head was changed and somebody opens them', async () => {
    const { backend, path } = await withStick();
    const { manifest, keyring, offset } = await readHead(path);
    const database = join(scene.folder(), 'db');
    writeFileSync(database, readFileSync(path).subarray(offset, offset + (manifest.parts[1]?.size ?? 0)));
    const changed = join(scene.folder(), 'changed.scl-backup');
    await writeContainer(changed, { ...manifest, ...at(1) }, keyring, database);
    await backend.call('restore.open', { file: backend.files.register(changed) });
    const by = { kind: 'passphrase', login: 'thu', passphrase: TEST_PASSPHRASE } as const;
    await expect(backend.call('restore.unlock', { task: 't', by })).rejects.toMatchObject({
      code: 'BACKUP_DAMAGED',
      params: { reason: 'head' },
    });
  });
});

describe('copies of the book itself', () => {
  it('count after the folder has a new key', async () => {
    const { backend, stick } = await withStick();
    await backend.call('access.rekey', {});
    const { copies } = await backend.call('backups.state', {});
    expect(copies.map(({ state }) => state)).toEqual(['good']);
    await backend.call('backups.now', {});
    expect(copiesOf(stick)).toHaveLength(2);
  });
});

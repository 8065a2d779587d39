import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readHead, readThrough } from '#electron/application/backups/container.ts';
import { choosePlace, findPlace, PLACE_FILE } from '#electron/application/backups/place.ts';
import { fileSha256 } from '#electron/common/file-hash.ts';
import { openDatabase } from '#electron/persistence/open-database.ts';
import { folderKey } from '../support/secrets.ts';
import { newOffice, type Office } from '../unit/application/support/office.ts';
import { stopAt } from '../unit/application/support/stop-at.ts';
import { addDossier } from './support/work.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scl-stick-'));
  folders.push(folder);
  return folder;
}
const localCopies = ({ folder }: Office): string[] => copiesOf(join(folder, 'backups'));
const copiesOf = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.scl-backup')) : [];
async function choose(office: Office, stick: string): Promise<void> {
  await office.call('backups.choose', { folder: office.backend.files.register(stick) });
}

describe('copies of the book', () => {
  it('holds keyring and database, and says what it is without saying what is in it', async () => {
    const office = await newOffice();
    await addDossier(office, 'HS-0001', 'Nguyễn Văn Bí Mật');
    const { last } = await office.call('backups.now', {});
    expect(last).toMatchObject({ where: 'local', state: 'good', head: { counts: { dossiers: 1 } } });
    const path = join(office.folder, 'backups', last?.file ?? '');
    const bytes = readFileSync(path);
    for (const text of ['HS-0001', 'Bí Mật', 'SQLite format 3']) expect(bytes.includes(text)).toBe(false);
    const { manifest } = await readThrough(path, null);
    expect(manifest.parts.map(({ name }) => name)).toEqual(['keyring.json', 'so-chat-luong.db']);
    expect(readdirSync(join(office.folder, 'backups'))).toEqual([last?.file]);
  });

  it('can be stopped at every step it tells: no half file anywhere, and what is whole stays', async () => {
    /** What it told when it was stopped, and how many whole copies lie in the folder and on the stick then. */
    const stops: [told: string, here: number, there: number][] = [];
    for (let at = 1; stops.at(-1)?.[0] !== 'done'; at += 1) {
      const office = await newOffice();
      const stick = temporaryFolder();
      await choose(office, stick);
      await addDossier(office, 'HS-0001', 'Nguyễn Văn An');
      const { told, done } = await stopAt(office, at, (task) => office.call('backups.now', { task }));
      for (const folder of [join(office.folder, 'backups'), stick])
        for (const name of readdirSync(folder).filter((each) => each !== PLACE_FILE)) {
          expect(name).toMatch(/\.scl-backup$/);
          await readThrough(join(folder, name), null);
        }
      stops.push([
        done ? 'done' : (told.at(-1)?.part ?? ''),
        localCopies(office).length,
        copiesOf(stick).length,
      ]);
    }
    // A copy was there before; this one is whole where it was read back, in the folder first, then on the stick.
    expect(stops).toEqual([
      ['copying', 1, 1],
      ['inspecting', 1, 1],
      ['writing', 1, 1],
      ['rereading', 1, 1],
      ['rereading', 1, 1],
      ['carrying', 2, 1],
      ['rereading', 2, 1],
      ['rereading', 2, 1],
      ['done', 2, 2],
    ]);
  }, 60_000);

  it('is refused when any byte of it was changed or it was cut off', async () => {
    const office = await newOffice();
    await office.call('backups.now', {});
    const path = join(office.folder, 'backups', localCopies(office)[0] ?? '');
    const whole = readFileSync(path);
    const other = join(temporaryFolder(), 'x.scl-backup');
    for (let at = 0; at < whole.length - 1536; at += 997) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 1;
      writeFileSync(other, broken);
      // The manifest says nothing that the parts do not prove; a space in it may become another byte.
      const result = await readThrough(other, null).then(
        ({ manifest }) => manifest.parts,
        (error: { code: string }) => error.code,
      );
      if (typeof result !== 'string') expect(at).toBeLessThan(2048);
      else expect(['BACKUP_DAMAGED', 'DATA_FROM_FUTURE']).toContain(result);
    }
    for (const length of [0, 100, 512, 3000, whole.length - 1]) {
      writeFileSync(other, whole.subarray(0, length));
      await expect(readHead(other)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
    }
  });

  it('is made at the first use of a day, and at closing only after a write', async () => {
    const office = await newOffice();
    await office.backend.backUpIfDue('use');
    expect(localCopies(office)).toHaveLength(1);
    await office.backend.backUpIfDue('use');
    await office.backend.backUpIfDue('closing');
    const first = localCopies(office).length;
    await office.backend.backUpIfDue('closing');
    expect(localCopies(office)).toHaveLength(first);
    await addDossier(office, 'HS-0001');
    await office.backend.backUpIfDue('use');
    expect(localCopies(office)).toHaveLength(first);
    await office.backend.backUpIfDue('closing');
    expect(localCopies(office)).toHaveLength(first + 1);
  });

  it('is not made when nobody wants it, but always when somebody asks', async () => {
    const office = await newOffice();
    await office.call('backups.saveSettings', { atStart: false, atClose: false, drillDays: 30 });
    await office.backend.backUpIfDue('use');
    await office.backend.backUpIfDue('closing');
    expect(localCopies(office)).toHaveLength(0);
    expect(await office.call('backups.now', {})).toMatchObject({ settings: { drillDays: 30 } });
    expect(localCopies(office)).toHaveLength(1);
  });

  it('is brought to the stick, and after the stick was away as soon as it is back', async () => {
    const office = await newOffice();
    const stick = temporaryFolder();
    await choose(office, stick);
    expect(copiesOf(stick)).toEqual(localCopies(office));
    const away = `${stick}-away`;
    folders.push(away);
    renameSync(stick, away);
    await addDossier(office, 'HS-0001');
    const without = await office.call('backups.now', {});
    expect(without.place).toMatchObject({ present: false, behind: true });
    expect(existsSync(stick)).toBe(false);
    renameSync(away, stick);
    await office.backend.backUpIfDue('use');
    expect((await office.call('backups.state', {})).place).toMatchObject({ present: true, behind: false });
    expect(copiesOf(stick)).toContain(without.last?.file);
  });

  it('knows its place by the mark in it, whatever the place is called', async () => {
    const office = await newOffice();
    const stick = temporaryFolder();
    mkdirSync(join(stick, 'USB', 'SaoLuu'), { recursive: true });
    choosePlace(office.folder, join(stick, 'USB', 'SaoLuu'));
    renameSync(join(stick, 'USB'), join(stick, 'KINGSTON'));
    // Another stick under the old name is not taken for it.
    mkdirSync(join(stick, 'USB', 'SaoLuu'), { recursive: true });
    const roots = () => [join(stick, 'USB'), join(stick, 'KINGSTON')];
    expect(findPlace(office.folder, null, () => [])).toMatchObject({ present: false });
    expect(findPlace(office.folder, null, roots)).toEqual({
      path: join(stick, 'KINGSTON', 'SaoLuu'),
      present: true,
    });
    expect(findPlace(office.folder, null, () => [])).toMatchObject({ present: true });
  });

  it('touches no file of somebody else in its place', async () => {
    const office = await newOffice();
    const stick = temporaryFolder();
    const others = ['thu.docx', 'SoChatLuong_99999_2020-01-01_080000_daily.scl-backup'];
    for (const name of others) writeFileSync(join(stick, name), 'x');
    await choose(office, stick);
    for (let n = 0; n < 6; n += 1) {
      await addDossier(office, `HS-${n}`);
      await office.call('backups.now', {});
    }
    expect(readdirSync(stick)).toEqual(expect.arrayContaining([...others, PLACE_FILE]));
    // Of one day: the three newest.
    expect(copiesOf(stick)).toHaveLength(3 + 1);
    expect(localCopies(office)).toHaveLength(3);
  });

  it('refuses a place inside the data folder, and one that cannot be written', async () => {
    const office = await newOffice();
    const token = (path: string) => office.backend.files.register(path);
    const inside = join(office.folder, 'backups');
    expect(await office.refusal('backups.choose', { folder: token(inside) })).toEqual({
      code: 'RECORD_INVALID',
      fields: { folder: 'inside' },
    });
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(await office.refusal('backups.choose', { folder: token(file) })).toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
    });
  });

  it('is made before a large import into a book that holds something no copy holds', async () => {
    const office = await newOffice();
    const list = join(temporaryFolder(), 'lon.csv');
    const heading = 'Mã hồ sơ,Thủ tục,Lĩnh vực,Ngày tiếp nhận,Hình thức tiếp nhận,Ngày hẹn trả\n';
    const rows = Array.from(
      { length: 4000 },
      (_, n) => `L-${n},Chứng thực bản sao từ bản chính,Chứng thực,01/03/2024,Trực tiếp,04/03/2024`,
    );
    writeFileSync(list, heading + rows.join('\n'));
    await addDossier(office, 'HS-0001');
    const file = office.backend.files.register(list);
    const sha256 = await fileSha256(list);
    await office.call('imports.commit', {
      file,
      options: { kind: 'dossiers' },
      task: 'import-1',
      sha256,
    });
    expect(localCopies(office).filter((name) => name.includes('_import'))).toHaveLength(1);
  });

  it('takes in the copy that was made before the form of the database changed', async () => {
    const office = await newOffice();
    await office.call('backups.now', {});
    const bare = join(office.folder, 'backups', 'before-50-to-60.db');
    const copy = join(office.folder, 'backups', localCopies(office)[0] ?? '');
    await readThrough(copy, bare);
    const db = openDatabase(bare, {
      fileMustExist: true,
      timeout: 0,
      key: await folderKey(office.folder),
    });
    db.pragma('user_version = 50');
    db.close();
    const broken = join(office.folder, 'backups', 'before-40-to-50.db');
    copyFileSync(copy, broken);
    await office.backend.backUpIfDue('use');
    expect(existsSync(bare)).toBe(false);
    // What cannot be opened stays as it is.
    expect(existsSync(broken)).toBe(true);
    expect(localCopies(office).some((name) => name.includes('_migration'))).toBe(true);
  });
});

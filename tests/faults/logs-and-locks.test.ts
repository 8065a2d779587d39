import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { Desk, placesOf, root } from '../crash/support/desk.ts';
import { typedDossier } from '../crash/support/lists.ts';
import { randomOf } from '../crash/support/random.ts';
import { raw } from '../persistence/dump.ts';
import { folderKey } from '../support/secrets.ts';
import { closedOffice, copyOf } from './support/office.ts';

let office: string;
/** The office as a power cut leaves it: thirty saves stand in the log alone. */
let cut: string;
const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

function deskOf(folder: string): Desk {
  const desk = new Desk(folder);
  desks.push(desk);
  return desk;
}

const fileOf = (folder: string, suffix = ''): string =>
  join(placesOf(folder).data, `${DATABASE_FILE}${suffix}`);

async function save(desk: Desk, n: number): Promise<void> {
  const record = typedDossier(`GO-${n}`, 'gõ', randomOf(n));
  await desk.call('dossiers.save', { id: null, version: null, record, reason: null });
}

beforeAll(async () => {
  office = await closedOffice(100);
  const living = copyOf(office);
  const desk = new Desk(living);
  await desk.signIn();
  for (let n = 0; n < 30; n += 1) await save(desk, n);
  cut = copyOf(office);
  for (const suffix of ['', '-wal']) copyFileSync(fileOf(living, suffix), fileOf(cut, suffix));
  await desk.close();
}, 120_000);

/** Opens the folder, finds it sound, and says how many of the thirty are there: always the first so many. */
async function typedIn(folder: string): Promise<number> {
  const desk = deskOf(folder);
  await desk.signIn();
  expect(await desk.call('app.check', {})).toMatchObject({ ok: true });
  const found = await desk.dossiers();
  const codes = [...found.keys()].filter((code) => code.startsWith('GO-'));
  for (let n = 0; n < codes.length; n += 1) expect(codes).toContain(`GO-${n}`);
  await save(desk, 1000);
  await desk.close();
  return codes.length;
}

describe('the log of the database', () => {
  it('brings everything back when it is whole', async () => {
    expect(await typedIn(copyOf(cut))).toBe(30);
  });

  it('cut anywhere gives a sound book as it was at some moment', async () => {
    const whole = statSync(fileOf(cut, '-wal')).size;
    const random = randomOf(5);
    const found: number[] = [];
    for (const share of [0, 0.001, random(), random(), random(), 0.999]) {
      const folder = copyOf(cut);
      truncateSync(fileOf(folder, '-wal'), Math.floor(whole * share));
      found.push(await typedIn(folder));
    }
    expect(found[0]).toBe(0);
    expect(found.at(-1)).toBe(29);
  }, 60_000);

  it('gone altogether gives the book as it was when it was last brought in', async () => {
    const folder = copyOf(cut);
    rmSync(fileOf(folder, '-wal'));
    expect(await typedIn(folder)).toBe(0);
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['of zeros', Buffer.alloc(8192)],
    ['of rubbish', Buffer.alloc(8192, 'rubbish')],
  ])('a journal that lies beside it, %s, changes nothing and goes', async (_name, bytes) => {
    const folder = copyOf(cut);
    writeFileSync(fileOf(folder, '-journal'), bytes);
    expect(await typedIn(folder)).toBe(30);
    expect(existsSync(fileOf(folder, '-journal'))).toBe(false);
  });
});

describe('somebody else at the files', () => {
  it('a lock of another program is told, and gone when it is gone', async () => {
    const folder = copyOf(office);
    const { data } = placesOf(folder);
    const other = raw(data, await folderKey(data));
    const desk = deskOf(folder);
    await desk.signIn();
    other.exec('BEGIN IMMEDIATE');
    await expect(save(desk, 1)).rejects.toMatchObject({ code: 'DATA_FOLDER_BUSY' });
    // Reading goes on.
    expect((await desk.dossiers()).size).toBe(90);
    other.exec('ROLLBACK');
    await save(desk, 1);
    other.close();
  }, 60_000);

  it('a folder that is open elsewhere is told as such, and opens when it is free', async () => {
    const folder = copyOf(office);
    const first = deskOf(folder);
    await first.signIn();
    const second = deskOf(folder);
    await expect(second.signIn()).rejects.toMatchObject({ code: 'DATA_FOLDER_BUSY' });
    expect(await second.call('app.state', {})).toMatchObject({
      phase: expect.stringMatching(/repair|sign-in/),
    });
    await first.close();
    const third = deskOf(folder);
    await third.signIn();
    expect((await third.dossiers()).size).toBe(90);
  });

  const isRoot = process.getuid?.() === 0;
  const canMount = spawnSync('unshare', ['-m', 'true']).status === 0;
  it.runIf(process.platform === 'linux' && (!isRoot || canMount))(
    'a folder that cannot be written is told, and is as it was',
    () => {
      const folder = copyOf(office);
      const { data } = placesOf(folder);
      const before = readdirSync(data).sort();
      const program = join(root, 'tests/faults/programs/look.ts');
      // Root may write whatever the rights say, but not on a disk that is mounted for reading only.
      const line = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec "$2" "$3" "$4"';
      if (!isRoot) chmodSync(data, 0o500);
      const { stdout, stderr } = isRoot
        ? spawnSync('unshare', ['-m', 'sh', '-c', line, 'sh', data, process.execPath, program, folder])
        : spawnSync(process.execPath, [program, folder]);
      if (!isRoot) chmodSync(data, 0o700);
      expect(stderr.toString()).toBe('');
      expect(JSON.parse(stdout.toString())).toEqual({ code: 'OUTPUT_UNWRITABLE' });
      expect(readdirSync(data).sort()).toEqual(before);
    },
    60_000,
  );
});

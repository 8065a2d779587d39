import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import type { AppError } from '#shared/errors.ts';
import { Desk, placesOf } from '../crash/support/desk.ts';
import { raw } from '../persistence/dump.ts';
import { folderKey, TEST_PASSPHRASE } from '../support/secrets.ts';
import { closedOffice, copyOf } from './support/office.ts';

interface Page {
  readonly name: string;
  readonly pageno: number;
  readonly pagetype: string;
}

let office: string;
let size: number;
let pages: Page[];

beforeAll(async () => {
  office = await closedOffice();
  const { data } = placesOf(office);
  const db = raw(data, await folderKey(data));
  size = db.pragma('page_size', { simple: true }) as number;
  const all = db.prepare('SELECT name, pageno, pagetype FROM dbstat ORDER BY pageno').all() as Page[];
  db.close();
  // Of every table and index one page of each kind.
  pages = all.filter(
    (page, index) =>
      all.findIndex(({ name, pagetype }) => name === page.name && pagetype === page.pagetype) === index,
  );
}, 120_000);

/** All that a day reads: figures, lists, history, the check of everything. */
async function readAll(desk: Desk): Promise<void> {
  if (desk.backend.session.actor === null) await desk.signIn();
  await desk.call('evaluation.overview', {});
  await desk.dossiers();
  await desk.call('imports.list', {});
  const { ok, problems } = await desk.call('app.check', {});
  if (!ok) throw new Error(`only told: ${problems.join('; ')}`);
}

it('a flipped bit in any kind of page is named, and the program stops in repair with a copy at hand', async () => {
  const folder = copyOf(office);
  const path = join(placesOf(folder).data, DATABASE_FILE);
  const sound = readFileSync(path);
  const kinds = new Set<string>();
  for (const { name, pageno, pagetype } of pages) {
    const damaged = Buffer.from(sound);
    const at = (pageno - 1) * size + ((pageno * 997) % size);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    writeFileSync(path, damaged);
    const desk = new Desk(folder);
    const fault = (await readAll(desk).catch((error: unknown) => error)) as AppError;
    const where = `page ${pageno} (${pagetype} of ${name})`;
    if (/^only told: INTEGRITY /.test(fault.message)) {
      // An index that no figure and no list needed: the check alone walks it.
      expect(fault.message, where).toMatch(new RegExp(`\\b(page|Tree) ${pageno}\\b`));
      kinds.add('told by the check');
      await desk.close();
      continue;
    }
    expect(fault, where).toMatchObject({ code: 'DATA_DAMAGED' });
    if (fault.params.reason === 'parts') expect(`${fault.params.parts}`.split(', '), where).toContain(name);
    // It does not begin anew with the same damage, whoever asks.
    const state = await desk.call('app.state', {});
    expect(state, where).toMatchObject({ phase: 'repair', fault: { code: 'DATA_DAMAGED' } });
    const { copies } = await desk.call('restore.candidates', {});
    expect(copies[0], where).toMatchObject({ state: 'good' });
    await desk.close();
    expect(readFileSync(path).equals(damaged), where).toBe(true);
    kinds.add(pagetype);
  }
  expect([...kinds].sort()).toEqual(expect.arrayContaining(['internal', 'leaf']));
  writeFileSync(path, sound);
  const desk = new Desk(folder);
  await readAll(desk);
  await desk.close();
}, 240_000);

it('the last copy is taken from there, and what was damaged is kept', async () => {
  const folder = copyOf(office);
  const { data } = placesOf(folder);
  const path = join(data, DATABASE_FILE);
  const damaged = readFileSync(path);
  const page = pages.find(({ name }) => name === 'dossier');
  damaged.fill(0x5a, ((page?.pageno ?? 2) - 1) * size, (page?.pageno ?? 2) * size);
  writeFileSync(path, damaged);
  const desk = new Desk(folder);
  await expect(readAll(desk)).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
  const { copies } = await desk.call('restore.candidates', {});
  const { people } = await desk.call('restore.open', { file: copies[0]?.token ?? '' });
  await desk.call('restore.unlock', {
    task: 'phuc-hoi',
    by: { kind: 'passphrase', login: people[0]?.login ?? '', passphrase: TEST_PASSPHRASE },
  });
  await desk.call('restore.take', { person: null });
  await readAll(desk);
  expect((await desk.dossiers()).size).toBe(270);
  await desk.close();
  const kept = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === DATABASE_FILE)
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).equals(damaged));
  expect(kept).toBe(true);
}, 120_000);

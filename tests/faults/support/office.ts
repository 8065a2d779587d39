import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { Desk, placesOf } from '../../crash/support/desk.ts';
import { writeList } from '../../crash/support/lists.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scl-fault-'));
  folders.push(folder);
  return folder;
}

/** A closed office with dossiers from a list, one of them changed, a long text, and a copy of its book. */
export async function closedOffice(rows = 300): Promise<string> {
  const folder = newFolder();
  for (const place of Object.values(placesOf(folder))) mkdirSync(place, { recursive: true });
  const desk = new Desk(folder);
  await desk.found();
  const list = join(desk.places.lists, 'dot-dau.csv');
  writeList(list, { from: 1, rows, bad: 10, mark: 'A' });
  await desk.import(list);
  const [row] = (await desk.dossiers()).values();
  if (row === undefined) throw new Error('no dossier');
  await desk.call('dossiers.save', {
    id: row.id,
    version: row.version,
    record: { ...row.record, note: 'dài '.repeat(450).trim() },
    reason: null,
  });
  await desk.call('backups.now', {});
  await desk.close();
  return folder;
}

/** The same office once more, under another name. */
export function copyOf(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clearPassingFolders } from '#electron/application/backups/passing-folders.ts';
import { lockFolder } from '#electron/persistence/folder-lock.ts';
import { newFolder } from '../faults/support/office.ts';

function unpacked(): string {
  const folder = newFolder();
  for (const name of ['restoring', 'drill', 'replaced']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'so-chat-luong.db'), 'x');
  }
  return folder;
}
const namesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('lock.db'))
    .sort();

it('what a killed restore or drill unpacked goes with the next start; what was moved aside stays', async () => {
  const folder = unpacked();
  await clearPassingFolders(folder);
  expect(namesOf(folder)).toEqual(['replaced']);
});

it('what of the keyring was half written goes too; what is nobody’s own stays', async () => {
  const folder = newFolder();
  for (const name of ['keyring.json', 'keyring.json.new', 'keyring.copy.json.new', 'ghi-chu.json.new'])
    writeFileSync(join(folder, name), '{');
  await clearPassingFolders(folder);
  expect(namesOf(folder)).toEqual(['ghi-chu.json.new', 'keyring.json']);
});

it('not while another program is at work, nor where an exchange had begun', async () => {
  const busy = unpacked();
  const lock = lockFolder(busy);
  await clearPassingFolders(busy);
  expect(namesOf(busy)).toEqual(['drill', 'replaced', 'restoring']);
  lock.release();

  const begun = unpacked();
  writeFileSync(join(begun, 'restore.json'), '{}');
  await clearPassingFolders(begun);
  expect(existsSync(join(begun, 'restoring'))).toBe(true);
});

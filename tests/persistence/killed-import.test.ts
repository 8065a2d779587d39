import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { dump } from './dump.ts';
import { importRows, open, patch, temporaryFolder } from './support.ts';

const root = join(import.meta.dirname, '../..');

it('an import that is killed leaves nothing behind, not even a lock', async () => {
  const folder = temporaryFolder();
  const store = openStore(folder, { create: true });
  await importRows(store, [patch('A'), patch('B')]);
  store.close();
  const tables = ['dossier', 'tally', 'change', 'change_set', 'import', 'term', 'counter'];
  const before = dump(folder, ...tables);

  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'programs/import-forever.ts'), folder, join(root, 'resources')],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    exited.then(([code]) => Promise.reject(new Error(`ended early: ${String(code)}`))),
  ]);
  expect(() => openStore(folder)).toThrow('DATA_FOLDER_BUSY');
  child.kill('SIGKILL');
  await exited;
  // Part of the unfinished import did reach the disk.
  expect(statSync(join(folder, `${DATABASE_FILE}-wal`)).size).toBeGreaterThan(1_000_000);

  const reopened = open(folder);
  expect(reopened.check()).toEqual([]);
  expect(dump(folder, ...tables)).toEqual(before);
}, 120_000);

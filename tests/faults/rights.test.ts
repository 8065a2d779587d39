import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFolder } from '#electron/persistence/folder-lock.ts';
import { newFolder } from './support/office.ts';

const program = join(import.meta.dirname, 'programs/open-to-nobody.ts');
const modeOf = (path: string): string => (statSync(path).mode & 0o7777).toString(8);

describe.runIf(process.platform === 'linux')('the data folder is for its owner alone', () => {
  it.each(['000', '022', '077'])(
    'under umask %s, also where the folder was made by a person',
    (umask) => {
      const folder = newFolder();
      mkdirSync(join(folder, 'data'));
      chmodSync(join(folder, 'data'), 0o777);
      const line = 'umask "$1"; exec "$2" "$3" "$4"';
      const text = execFileSync('sh', ['-c', line, 'sh', umask, process.execPath, program, folder], {
        encoding: 'utf8',
      });
      const { open, seen } = JSON.parse(text) as { open: string[]; seen: string[] };
      expect(open).toEqual([]);
      expect(seen).toEqual(expect.arrayContaining(['lock.db', 'so-chat-luong.db', 'so-chat-luong.db-wal']));
    },
    60_000,
  );

  it('a place of everybody keeps its rights', () => {
    const folder = newFolder();
    chmodSync(folder, 0o1777);
    lockFolder(folder).release();
    expect([modeOf(folder), modeOf(join(folder, 'lock.db'))]).toEqual(['1777', '600']);
  });
});

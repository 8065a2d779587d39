import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from './support/office.ts';

const program = join(import.meta.dirname, 'programs/full-disk.ts');

/** A small disk in a name space of its own goes with the process; not every machine lets one be made. */
const canMount =
  spawnSync('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt']).status === 0;

const SAID = {
  entry: 'OUTPUT_UNWRITABLE',
  import: 'OUTPUT_UNWRITABLE',
  signing: 'OUTPUT_UNWRITABLE',
  backup: 'OUTPUT_UNWRITABLE',
  export: 'OUTPUT_UNWRITABLE',
  figures: 'shown',
  sound: true,
  kept: true,
  imports: 1,
  reports: false,
  left: [],
  entryAgain: 'done',
  importAgain: 'done',
  signingAgain: 'done',
  backupAgain: 'done',
  exportAgain: 'done',
  soundAgain: true,
};

describe('a full disk is told at each deed, nothing is half done, and work goes on once there is room', () => {
  it.runIf(canMount)(
    'a disk of 16 MB, full to the last byte',
    () => {
      const folder = newFolder();
      const line = `mount -t tmpfs -o size=16m tmpfs "$1" && exec "$2" "$3" "$1" disk`;
      const text = execFileSync(
        'unshare',
        ['-m', 'sh', '-c', line, 'sh', folder, process.execPath, program],
        {
          encoding: 'utf8',
        },
      );
      expect(JSON.parse(text)).toMatchObject(SAID);
    },
    120_000,
  );

  it.runIf(process.platform === 'linux')(
    'files that may not grow (prlimit)',
    () => {
      const text = execFileSync(process.execPath, [program, newFolder(), 'limit'], { encoding: 'utf8' });
      expect(JSON.parse(text)).toMatchObject(SAID);
    },
    120_000,
  );
});

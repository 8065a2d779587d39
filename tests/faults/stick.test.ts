import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from './support/office.ts';

const program = join(import.meta.dirname, 'programs/stick.ts');

/** A stick of its own needs a file system on a file; not every machine lets one be mounted. */
const TRY = 'truncate -s 1M "$1" && mkfs.ext4 -q -F "$1" && mount -o loop "$1" /mnt';
const canPlug =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-m', 'sh', '-c', TRY, 'sh', join(newFolder(), 'image')]).status === 0;

const KEPT = {
  code: 'OUTPUT_UNWRITABLE',
  beneath: [],
  figures: '2024-Q1',
  same: true,
  again: 'done',
  left: [],
};

describe.runIf(canPlug)(
  'in the middle of an export, of saving a report, of a copy: told, older files whole, work goes on, done again later',
  () => {
    it.each(['pulled', 'failing'])(
      'a stick that is %s',
      (how) => {
        const folder = newFolder();
        const text = execFileSync('unshare', ['-m', process.execPath, program, folder, how], {
          encoding: 'utf8',
        });
        expect(JSON.parse(text)).toEqual({ export: KEPT, report: KEPT, backup: KEPT, sound: true });
      },
      300_000,
    );
  },
);

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyPlace } from '#electron/application/backups/copies.ts';
import { clearUnfinished, done, unfinishedPath } from '#electron/common/unfinished.ts';
import { writeAtomically } from '#electron/common/write-atomically.ts';
import { writeRecords } from '#electron/export/write-records.ts';
import { newFolder } from './support/office.ts';

const program = join(import.meta.dirname, 'programs/export-forever.ts');
const HOUR_MS = 3_600_000;

function age(path: string): void {
  const then = new Date(Date.now() - HOUR_MS);
  utimesSync(path, then, then);
}

/** A process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

/** The name that another process of this program would have given what it writes. */
function nameBy(pid: number, path: string): string {
  const own = Object.getOwnPropertyDescriptor(process, 'pid') as PropertyDescriptor;
  Object.defineProperty(process, 'pid', { ...own, value: pid });
  try {
    const temporary = unfinishedPath(path);
    done(temporary);
    return temporary;
  } finally {
    Object.defineProperty(process, 'pid', own);
  }
}

describe('what a killed program left half-written', () => {
  it('of an export goes with the next file that is saved there; the older file was whole all the time', async () => {
    const folder = newFolder();
    const target = join(folder, 'ho-so.xlsx');
    writeFileSync(target, 'older');
    const child = spawn(process.execPath, [program, target], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const left = readdirSync(folder).filter((name) => name !== 'ho-so.xlsx');
    expect(left).toEqual([expect.stringMatching(/^ho-so\.xlsx\.[0-9a-f]{24}\.tmp$/)]);
    expect(readFileSync(target, 'utf8')).toBe('older');
    // Of this very minute: it may be another machine's.
    await writeAtomically(join(folder, 'a.pdf'), Buffer.from('a'));
    expect(readdirSync(folder)).toContain(left[0]);
    age(join(folder, left[0] ?? ''));
    await writeRecords('dossiers', [[]], join(folder, 'b.xlsx'));
    expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'b.xlsx', 'ho-so.xlsx']);
  });

  it('stays while its process lives, whatever its age', async () => {
    const folder = newFolder();
    const [own, parents] = [
      unfinishedPath(join(folder, 'x.pdf')),
      nameBy(process.ppid, join(folder, 'y.pdf')),
    ];
    for (const path of [own, parents]) {
      writeFileSync(path, '');
      age(path);
    }
    await clearUnfinished(folder);
    expect([own, parents].map((path) => existsSync(path))).toEqual([true, true]);
    done(own);
    await clearUnfinished(folder);
    expect([own, parents].map((path) => existsSync(path))).toEqual([false, true]);
  });

  it('is known by its proof alone: a name that differs anywhere is a stranger’s', async () => {
    const folder = newFolder();
    const name = basename(nameBy(await deadProcess(), join(folder, 'Báo cáo quý I.pdf')));
    const proofStarts = name.length - '.tmp'.length - 24;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.tuple(fc.nat(23), fc.integer({ min: 1, max: 15 })).map(([at, by]) => {
            const digit = Number.parseInt(name[proofStarts + at] ?? '0', 16);
            const other = ((digit + by) % 16).toString(16);
            return name.slice(0, proofStarts + at) + other + name.slice(proofStarts + at + 1);
          }),
          fc
            .stringMatching(/^[0-9a-f]{24}$/)
            .map((hex) => `${name.slice(0, proofStarts - 1)}.${hex}.tmp`)
            .filter((each) => each !== name),
          fc.constantFrom(`x${name}`, name.toUpperCase(), `${name}.tmp`, name.replace(/\.tmp$/, '.bak')),
        ),
        async (stranger) => {
          const path = join(folder, stranger);
          writeFileSync(path, 'keep');
          age(path);
          await clearUnfinished(folder);
          expect(existsSync(path)).toBe(true);
          renameSync(path, join(folder, 'seen'));
        },
      ),
    );
    writeFileSync(join(folder, name), '');
    age(join(folder, name));
    await clearUnfinished(folder);
    expect(readdirSync(folder)).toEqual(['seen']);
  });

  it('of a copy on the stick goes too, but only this unit’s and only what nobody writes to', () => {
    const place = newFolder();
    const names = {
      ours: 'SoChatLuong_26503_2024-03-01_080000_daily.scl-backup.dang-ghi',
      fresh: 'SoChatLuong_26503_2024-03-02_080000_daily.scl-backup.dang-ghi',
      whole: 'SoChatLuong_26503_2024-03-03_080000_daily.scl-backup',
      neighbour: 'SoChatLuong_26504_2024-03-01_080000_daily.scl-backup.dang-ghi',
      letter: 'thu-moi.dang-ghi',
    };
    for (const name of Object.values(names)) writeFileSync(join(place, name), '');
    for (const name of [names.ours, names.whole, names.neighbour, names.letter]) age(join(place, name));
    tidyPlace(place, '26503');
    const { ours: _, ...others } = names;
    expect(readdirSync(place).sort()).toEqual(Object.values(others).sort());
  });
});

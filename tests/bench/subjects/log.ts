import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type BenchRow, median, pairs } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { projectRoot } from '../sample/paths.ts';

/** What may be lost of the rate to the log. */
const GOAL = { atLeast: 0.97 } as const;

/** What the log costs: the same entry and the same import with it and without it, in processes of their own, in turn. */
export async function log({ quick, sizes }: BenchOptions): Promise<BenchRow[]> {
  const saves = quick ? 100 : 400;
  const rows = sizes?.[0] ?? (quick ? 10_000 : 100_000);
  const runs = quick ? 3 : 9;
  const options = { runs, invert: true, warmUp: false } as const;
  return [
    await pairs(
      `log: ${saves} dossiers saved one by one, against no log, speed`,
      () => measured('with', 'entry', saves),
      () => measured('without', 'entry', saves),
      GOAL,
      options,
    ),
    await pairs(
      `log: ${rows.toLocaleString('en')} rows from memory into a new folder, against no log, speed`,
      () => measured('with', 'import', rows),
      () => measured('without', 'import', rows),
      GOAL,
      options,
    ),
  ];
}

function measured(mode: 'with' | 'without', what: 'entry' | 'import', size: number): number {
  const program = join(projectRoot, 'tests/bench/log/work.ts');
  const args = [program, mode, what, String(size), '2'];
  const out = execFileSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
  return median(JSON.parse(out) as number[]);
}

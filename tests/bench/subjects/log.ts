import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type BenchRow, median, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { projectRoot } from '../sample/paths.ts';

/** What may be lost of the rate to the log. */
const GOAL = { atLeast: 0.97 } as const;

interface Times {
  readonly milliseconds: number;
  readonly computed: number;
}

/** What the log costs: the same entry and the same import with it and without it, in processes of their own, in turn. */
export async function log({ quick, sizes }: BenchOptions): Promise<BenchRow[]> {
  const saves = quick ? 100 : 400;
  const rows = sizes?.[0] ?? (quick ? 10_000 : 100_000);
  const runs = quick ? 3 : 9;
  return [
    ...compared(`log: ${saves} dossiers saved one by one, against no log`, 'entry', saves, runs),
    ...compared(
      `log: ${rows.toLocaleString('en')} rows into a new folder, against no log`,
      'import',
      rows,
      runs,
    ),
  ];
}

/** Speed by the clock, and beside it by what was computed: the second does not change with what else the machine does. */
function compared(name: string, what: 'entry' | 'import', size: number, runs: number): BenchRow[] {
  const pairs = Array.from({ length: runs }, (_, n) => {
    // Whichever begins has the colder machine.
    const [one, other] = n % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const);
    const found = { [one]: measured(one, what, size), [other]: measured(other, what, size) };
    return found as Readonly<Record<'with' | 'without', Times>>;
  });
  const line = (by: keyof Times, label: string): BenchRow =>
    row(
      `${name}, ${label}`,
      `${median(pairs.map((pair) => pair.with[by])).toFixed(0)} ms`,
      `${median(pairs.map((pair) => pair.without[by])).toFixed(0)} ms`,
      median(pairs.map((pair) => pair.without[by] / pair.with[by])),
      GOAL,
    );
  return [line('milliseconds', 'speed'), line('computed', 'speed by computing time')];
}

function measured(mode: 'with' | 'without', what: 'entry' | 'import', size: number): Times {
  const program = join(projectRoot, 'tests/bench/log/work.ts');
  const args = [program, mode, what, String(size), '2'];
  const out = execFileSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
  const times = JSON.parse(out) as Times[];
  const by = (name: keyof Times): number => median(times.map((each) => each[name]));
  return { milliseconds: by('milliseconds'), computed: by('computed') };
}

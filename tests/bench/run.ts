// npm run bench -- [--only evaluate,import] [--quick] [--sizes 10000,100000] [--minutes 180] [--write]
// Measures the program against baselines of the same run, in turn, and prints one table of ratios with their goals.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchRow, table } from './harness.ts';
import { projectRoot, removeWork } from './sample/paths.ts';
import { SUBJECTS } from './subjects.ts';
import { versions } from './versions.ts';

export interface BenchOptions {
  /** Small sizes and few runs: to see that the bench works, not to judge by. */
  readonly quick: boolean;
  /** Numbers of dossiers, in place of a subject's own. */
  readonly sizes: readonly number[] | null;
  /** How long the soak lasts, in place of its own. */
  readonly minutes: number | null;
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    minutes: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const only = values.only?.split(',') ?? Object.keys(SUBJECTS);
const unknown = only.filter((name) => !(name in SUBJECTS));
if (unknown.length > 0) {
  process.stderr.write(
    `no such subject: ${unknown.join(', ')} (there are ${Object.keys(SUBJECTS).join(', ')})\n`,
  );
  process.exit(64);
}
const options: BenchOptions = {
  quick: values.quick,
  sizes: values.sizes?.split(',').map(Number) ?? null,
  minutes: values.minutes === undefined ? null : Number(values.minutes),
};

const rows: BenchRow[] = [];
const failures: string[] = [];
for (const name of only) {
  process.stderr.write(`${name} …\n`);
  try {
    const load = SUBJECTS[name as keyof typeof SUBJECTS];
    const measure = await load();
    for (const found of await measure(options)) {
      process.stderr.write(
        `  ${found.name}: ${found.subject} / ${found.baseline} = ${found.ratio}× (${found.goal || 'info'}) ${found.verdict}\n`,
      );
      rows.push(found);
    }
  } catch (error) {
    failures.push(name);
    process.stderr.write(
      `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  }
}
removeWork();

const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; ${process.platform} ${process.arch}; ${versions()}`;
const text = `${table(rows)}\n\n${machine}${options.quick ? ' (quick run: small sizes, not to judge by)' : ''}\n`;
process.stdout.write(`${text}`);
if (values.write) {
  const head =
    '# Measured\n\n`npm run bench -- --write`. Every figure is the median of pairs run in turn with its baseline in the same run; absolute times\nvary by a third from run to run on a shared machine, so the ratio is what counts.\n\n';
  writeFileSync(join(projectRoot, 'docs/benchmarks.md'), head + text);
}
if (failures.length > 0) {
  process.stderr.write(`could not be measured: ${failures.join(', ')}\n`);
  process.exitCode = 1;
}

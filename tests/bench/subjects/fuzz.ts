import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fuzz as tryReader } from '../../fuzz/run.ts';
import { TARGETS } from '../../fuzz/targets/index.ts';
import { type BenchRow, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { projectRoot } from '../sample/paths.ts';

/** Seconds for each reader; SCL_FUZZ_SECONDS names another time, SCL_FUZZ_SEED a seed to repeat. */
const SECONDS = 90;

/**
 * Tries every reader of foreign files with changed inputs, in processes of their own. Each finding is kept as a file in
 * `out/fuzz`; the ratio is the share of inputs that went wrong, which has to be none.
 */
export async function fuzz({ quick }: BenchOptions): Promise<BenchRow[]> {
  const seed = Number(process.env.SCL_FUZZ_SEED ?? Date.now() % 1_000_000_000);
  const seconds = Number(process.env.SCL_FUZZ_SECONDS ?? (quick ? 5 : SECONDS));
  const folder = join(projectRoot, 'out', 'fuzz');
  const rows: BenchRow[] = [];
  for (const name of TARGETS) {
    const { findings, inputs, kept, blocks, slowest, peak } = await tryReader(name, {
      seed,
      inputs: Number.MAX_SAFE_INTEGER,
      seconds,
    });
    if (findings.length > 0) mkdirSync(folder, { recursive: true });
    for (const [at, { what, input }] of findings.entries()) {
      const path = join(folder, `${name.replaceAll(' ', '-')}.${seed}-${at}`);
      writeFileSync(path, Buffer.from(input, 'base64'));
      process.stderr.write(`  ${path}: ${what.split('\n').slice(0, 4).join(' | ')}\n`);
    }
    const told = `fuzz ${name} (seed ${seed}): ${kept} kept, ${blocks} blocks, slowest ${slowest} ms, ${peak} MB`;
    rows.push(
      row(told, `${findings.length} findings`, `${inputs} inputs`, findings.length / Math.max(1, inputs), {
        atMost: 0,
      }),
    );
  }
  return rows;
}

// node tests/fuzz/child.ts TARGET SEED INPUTS SECONDS FOLDER
// Tries one reader in a process of its own (see run.ts) and prints what came of it as JSON. Stops after INPUTS inputs
// or SECONDS seconds, whichever comes first. The input at hand lies in FOLDER/input, so that it is known when the
// process is ended from outside.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchCoverage } from './support/coverage.ts';
import { randomOf } from './support/random.ts';
import type { Finding, TargetResult } from './support/result.ts';
import type { Target } from './support/target.ts';
import { makeTarget } from './targets/index.ts';

/** Coverage is asked for after every so many inputs, because asking costs as much as reading a small one. */
const BATCH = 4;
const LARGEST_INPUT = 512 * 1024;
const MOST_KEPT = 400;

/** Processor time one input may take: far more than a reader needs, and bounded by its size. Milliseconds. */
const limitOf = (bytes: number): number => 1500 + bytes / 50;

async function run(
  name: string,
  seed: number,
  inputs: number,
  seconds: number,
  folder: string,
): Promise<TargetResult> {
  const target = await makeTarget(name);
  const random = randomOf(seed);
  const kept: Buffer[] = [...target.seeds];
  const outcomes = new Map<string, number>();
  const findings: Finding[] = [];
  let slowest = 0;
  let tried = 0;
  const tryOne = async (bytes: Buffer): Promise<void> => {
    writeFileSync(join(folder, 'input'), bytes);
    const { user, system } = process.cpuUsage();
    let came: string;
    try {
      came = await target.run(bytes);
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      came = 'threw';
      if (findings.length < 50 && !findings.some((one) => firstLines(one.what) === firstLines(what)))
        findings.push({ what, input: bytes.toString('base64') });
    }
    const spent = process.cpuUsage({ user, system });
    let milliseconds = (spent.user + spent.system) / 1000;
    // Once more: the first input that needs a library pays for loading it, which is no matter of the input.
    if (milliseconds > limitOf(bytes.length))
      milliseconds = Math.min(milliseconds, await millisecondsOf(target, bytes));
    if (milliseconds > limitOf(bytes.length) && findings.length < 50)
      findings.push({
        what: `took ${Math.round(milliseconds)} ms for ${bytes.length} bytes`,
        input: bytes.toString('base64'),
      });
    slowest = Math.max(slowest, milliseconds);
    outcomes.set(came, (outcomes.get(came) ?? 0) + 1);
    tried += 1;
  };
  // The seeds come first, without the watch: what loading and compiling cost is not theirs.
  for (const bytes of target.seeds) await target.run(bytes);
  const coverage = await watchCoverage();
  for (const bytes of target.seeds) await tryOne(bytes);
  await coverage.fresh();
  const batch: Buffer[] = [];
  const keep = (bytes: Buffer): void => {
    if (kept.length < MOST_KEPT) kept.push(bytes);
    else kept[target.seeds.length + random.below(MOST_KEPT - target.seeds.length)] = bytes;
  };
  const end = Date.now() + seconds * 1000;
  while (tried < inputs && Date.now() < end) {
    const parent = random.chance(0.3) ? random.pick(target.seeds) : random.pick(kept);
    let bytes = parent;
    for (let changes = 1 + random.below(3); changes > 0; changes -= 1) bytes = target.mutate(bytes, random);
    if (bytes.length > LARGEST_INPUT) continue;
    await tryOne(bytes);
    batch.push(bytes);
    if (batch.length < BATCH) continue;
    if ((await coverage.fresh()) > 0) batch.forEach(keep);
    batch.length = 0;
  }
  const { reached } = coverage;
  await coverage.stop();
  await target.close?.();
  return {
    target: name,
    seed,
    inputs: tried,
    kept: kept.length,
    blocks: reached,
    slowest: Math.round(slowest),
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
    outcomes: Object.fromEntries([...outcomes].sort((a, b) => b[1] - a[1])),
    findings,
  };
}

/** Processor time of one more reading. */
async function millisecondsOf(target: Target, bytes: Buffer): Promise<number> {
  const start = process.cpuUsage();
  try {
    await target.run(bytes);
  } catch {
    // Told of already.
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function firstLines(what: string): string {
  return what.split('\n').slice(0, 3).join('\n').replace(/\d+/g, '#');
}

const [name = '', seed = '1', inputs = '1000', seconds = '60', folder = '.'] = process.argv.slice(2);
run(name, Number(seed), Number(inputs), Number(seconds), folder).then(
  (result) => writeFileSync(join(folder, 'result.json'), JSON.stringify(result)),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);

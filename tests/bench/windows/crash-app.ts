// node tests/bench/windows/crash-app.ts KINDS ROUNDS SEED, as the ordinary user under a display (see ../subjects/crash-app.ts).
// Kills the whole program ROUNDS times a kind and prints what came of it.

import { killAppRounds } from '../../crash/windows/kill-app.ts';
import { WINDOW_KINDS, type WindowKind } from '../../crash/windows/kinds.ts';

const [kinds = '', rounds = '1', seed = '1'] = process.argv.slice(2);
const outcomes = [];
for (const kind of kinds.split(',')) {
  if (!Object.hasOwn(WINDOW_KINDS, kind)) throw new RangeError(`no kind ${kind}`);
  const seeds = Array.from({ length: Number(rounds) }, (_, n) => Number(seed) + n);
  const outcome = await killAppRounds(kind as WindowKind, seeds);
  for (const fault of outcome.faults) process.stderr.write(`  ${fault}\n`);
  process.stderr.write(`  ${kind}: ${outcome.killed} killed, ${outcome.faults.length} faults\n`);
  outcomes.push(outcome);
}
process.stdout.write(`bench-result ${JSON.stringify(outcomes)}\n`);

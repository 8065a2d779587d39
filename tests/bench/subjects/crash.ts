import { KIND_NAMES } from '../../crash/kinds.ts';
import { killRounds } from '../../crash/support/rounds.ts';
import { type BenchRow, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';

/** Kills of each kind of work. */
const ROUNDS = 200;

/**
 * Kills the program at random moments of every kind of work and looks at what it left. Seeds are those of the day and
 * printed; `SCL_CRASH_SEED` repeats a day, `SCL_CRASH_KINDS` names some kinds alone, `SCL_CRASH_ROUNDS` another number.
 */
export async function crash({ quick }: BenchOptions): Promise<BenchRow[]> {
  const first = Number(process.env.SCL_CRASH_SEED ?? Math.floor(Date.now() / 1000));
  const rounds = Number(process.env.SCL_CRASH_ROUNDS ?? (quick ? 5 : ROUNDS));
  const wanted = process.env.SCL_CRASH_KINDS?.split(',');
  process.stderr.write(`  seeds ${first} to ${first + rounds - 1}\n`);
  const rows: BenchRow[] = [];
  for (const kind of KIND_NAMES.filter((name) => wanted?.includes(name) ?? true)) {
    const outcome = await killRounds(
      kind,
      Array.from({ length: rounds }, (_, n) => first + n),
    );
    for (const fault of outcome.faults) process.stderr.write(`  ${fault}\n`);
    const { killed, acknowledged } = outcome;
    const name = `killed during ${kind} (seeds from ${first}, ${acknowledged} deeds acknowledged before): rounds with a fault`;
    const line = row(name, `${outcome.faults.length}`, `${killed} killed`, outcome.faults.length, {
      atMost: 0,
    });
    process.stderr.write(`  ${kind}: ${killed} killed, ${outcome.faults.length} faults\n`);
    rows.push(line);
  }
  return rows;
}

import type { Outcome } from '../../crash/support/rounds.ts';
import { WINDOW_KINDS } from '../../crash/windows/kinds.ts';
import { type BenchRow, row } from '../harness.ts';
import type { BenchOptions } from '../run.ts';
import { runAsUser } from '../windows/as-user.ts';

/** Kills of each kind of work. */
const ROUNDS = 200;

/**
 * Kills the whole program (window, service and all) at random moments of every kind of work the window does, starts it
 * again each time, and looks at what it left. Seeds, kinds and rounds are named as for `crash`.
 */
export async function crashApp({ quick }: BenchOptions): Promise<BenchRow[]> {
  const first = Number(process.env.SCL_CRASH_SEED ?? Math.floor(Date.now() / 1000));
  const rounds = Number(process.env.SCL_CRASH_ROUNDS ?? (quick ? 2 : ROUNDS));
  const kinds = process.env.SCL_CRASH_KINDS ?? Object.keys(WINDOW_KINDS).join(',');
  process.stderr.write(`  seeds ${first} to ${first + rounds - 1}\n`);
  const outcomes = runAsUser<Outcome[]>('crash-app.ts', [kinds, String(rounds), String(first)]);
  return outcomes.map(({ kind, killed, acknowledged, faults }) =>
    row(
      `whole program killed during ${kind} (seeds from ${first}, ${acknowledged} deeds acknowledged before): rounds with a fault`,
      `${faults.length}`,
      `${killed} killed`,
      faults.length,
      { atMost: 0 },
    ),
  );
}

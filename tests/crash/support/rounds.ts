import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';
import { KINDS, type KindName } from '../kinds.ts';
import { Desk, placesOf } from './desk.ts';
import { type Run, workIn } from './kill.ts';
import type { Kind } from './kind.ts';
import { writeList } from './lists.ts';
import { randomOf } from './random.ts';

/** Work that goes on is killed within so many cycles; the first, which loads the program's modules, is the longest. */
const CYCLES = 2;

export interface Outcome {
  readonly kind: KindName;
  readonly rounds: number;
  readonly killed: number;
  /** How many deeds had been acknowledged when the programs were killed. */
  readonly acknowledged: number;
  /** With the seed by which each can be seen again. */
  readonly faults: readonly string[];
}

/**
 * Kills the program at random moments of a kind of work, each time in a fresh copy of an office, and looks at what is
 * there after the next start. Now and then it is killed once more while it recovers. The same seed gives the same moments as far as the machine
 * is as fast.
 */
export async function killRounds(name: KindName, seeds: readonly number[]): Promise<Outcome> {
  const kind = await KINDS[name]();
  const work = mkdtempSync(join(tmpdir(), `scl-crash-${name}-`));
  const [base, round] = [join(work, 'base'), join(work, 'round')];
  const faults: string[] = [];
  let [killed, acknowledged] = [0, 0];
  try {
    await makeOffice(kind, base, round);
    cpSync(base, round, { recursive: true });
    const { milliseconds } = await workIn(name, round, 0, null);
    for (const seed of seeds) {
      rmSync(round, { recursive: true, force: true });
      cpSync(base, round, { recursive: true });
      const random = randomOf(seed);
      const span = milliseconds * (kind.opens ? 1.05 : CYCLES);
      const lines = await workIn(name, round, seed, Math.round(random() * span));
      killed += lines.killed ? 1 : 0;
      acknowledged += lines.done.length;
      // Recovery is work of its own, and may be cut off too.
      if (kind.opens && random() < 0.5) await workIn(name, round, seed, Math.round(random() * milliseconds));
      for (const fault of await lookAt(kind, round, lines)) faults.push(`${name}, seed ${seed}: ${fault}`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { kind: name, rounds: seeds.length, killed, acknowledged, faults };
}

/** The office every round begins with: 400 dossiers from a list, one person who signs in. */
async function makeOffice(kind: Kind, base: string, round: string): Promise<void> {
  for (const place of Object.values(placesOf(round))) mkdirSync(place, { recursive: true });
  const desk = new Desk(round);
  await desk.found();
  const list = join(desk.places.lists, 'dot-dau.csv');
  writeList(list, { from: 1, rows: 400, bad: 0, mark: 'A' });
  await desk.import(list);
  await kind.prepare?.(desk, round);
  writeFileSync(join(round, 'digest'), await desk.digest());
  await desk.close();
  await kind.age?.(round);
  // Paths within the book (where copies go) hold for the copies of this folder alone, so it keeps its name.
  renameSync(round, base);
}

async function lookAt(kind: Kind, round: string, lines: Run): Promise<string[]> {
  const desk = new Desk(round);
  try {
    await signIn(desk, kind.passphrases?.(lines) ?? [TEST_PASSPHRASE]);
    const { ok, problems } = await desk.call('app.check', {});
    const faults = ok ? [] : problems.map((problem) => `check: ${problem}`);
    for (const { id, read, added, updated, unchanged, bad } of await desk.call('imports.list', {}))
      if (read !== added + updated + unchanged + bad) faults.push(`the balance of import ${id} is not even`);
    faults.push(...(await kind.look(desk, lines, round)));
    await desk.close();
    return [...faults, ...leftovers(round)];
  } catch (error) {
    return [
      `the folder cannot be opened: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    ];
  } finally {
    await desk.close().catch(() => {});
  }
}

async function signIn(desk: Desk, passphrases: readonly string[]): Promise<void> {
  const [first, ...others] = passphrases;
  try {
    await desk.signIn(first);
  } catch (error) {
    if (others.length === 0) throw error;
    await signIn(desk, others);
  }
}

/** Names that are nobody's once the program was closed in order. */
const PASSING = /(\.new|\.encrypting|\.former|\.tmp|\.dang-ghi|\.partial|-journal|-wal|-shm)$/;

function leftovers(round: string): string[] {
  return Object.values(placesOf(round))
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place, { recursive: true }).map(String))
    .filter((name) => PASSING.test(name))
    .map((name) => `left over: ${name}`);
}

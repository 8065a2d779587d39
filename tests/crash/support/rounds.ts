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
import { tidyPlace } from '#electron/application/backups/copies.ts';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';
import { KINDS, type KindName } from '../kinds.ts';
import { Desk, placesOf } from './desk.ts';
import { workIn } from './kill.ts';
import type { Kind, Lines } from './kind.ts';
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

/** How an office is looked at; a caller whose environment is another sets it right around that. */
export type Office = <T>(work: () => Promise<T>) => Promise<T>;
const asIs: Office = (work) => work();

/**
 * Kills the program at random moments of a kind of work, each time in a fresh copy of an office, and looks at what is
 * there after the next start. Now and then it is killed once more while it recovers. The same seed gives the same moments as far as the machine
 * is as fast.
 */
export function killRounds(name: KindName, seeds: readonly number[]): Promise<Outcome> {
  let span: number | null = null;
  return rounds(name, seeds, asIs, async (round, seed, fresh) => {
    const kind = await KINDS[name]();
    if (span === null) {
      const { milliseconds } = await workIn(name, round, 0, null);
      span = milliseconds;
      fresh();
    }
    const random = randomOf(seed);
    const whole = span * (kind.opens ? 1.05 : CYCLES);
    const lines = await workIn(name, round, seed, Math.round(random() * whole));
    // Recovery is work of its own, and may be cut off too.
    if (kind.opens && random() < 0.5) await workIn(name, round, seed, Math.round(random() * span));
    return { ...lines, faults: [] };
  });
}

/** A round: the work that is killed, in an office whose copy `fresh` makes anew. */
type Round = (
  folder: string,
  seed: number,
  fresh: () => void,
) => Promise<Lines & { readonly killed: boolean; readonly faults: readonly string[] }>;

/** Makes an office, and for each seed a copy of it in which `once` is done; looks at what that left. */
export async function rounds(
  name: KindName,
  seeds: readonly number[],
  office: Office,
  once: Round,
): Promise<Outcome> {
  const kind = await KINDS[name]();
  const work = mkdtempSync(join(tmpdir(), `scl-crash-${name}-`));
  const [base, round] = [join(work, 'base'), join(work, 'round')];
  const fresh = (): void => {
    rmSync(round, { recursive: true, force: true });
    cpSync(base, round, { recursive: true });
  };
  const faults: string[] = [];
  let [killed, acknowledged] = [0, 0];
  try {
    await office(() => makeOffice(kind, base, round));
    for (const seed of seeds) {
      fresh();
      const lines = await once(round, seed, fresh);
      killed += lines.killed ? 1 : 0;
      acknowledged += lines.done.length;
      const found = [...lines.faults, ...(await office(() => lookAt(kind, round, lines)))];
      for (const fault of found) faults.push(`${name}, seed ${seed}: ${fault}`);
      if (killed % 20 === 0) process.stderr.write(`    ${name}: ${killed} of ${seeds.length}\n`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
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

async function lookAt(kind: Kind, round: string, lines: Lines): Promise<string[]> {
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

/** On the stick another machine might be writing, so what a cut-off copy left there goes ten minutes later. */
const LATER_MS = 11 * 60_000;

function leftovers(round: string): string[] {
  const { stick } = placesOf(round);
  if (existsSync(stick)) tidyPlace(stick, '26503', Date.now() + LATER_MS);
  return (
    Object.values(placesOf(round))
      .filter((place) => existsSync(place))
      .flatMap((place) => readdirSync(place, { recursive: true }).map(String))
      // Chromium's own part is its own matter.
      .filter((name) => PASSING.test(name) && !name.startsWith('window'))
      .map((name) => `left over: ${name}`)
  );
}

import { setTimeout as pause } from 'node:timers/promises';
import { launch, type RunningApp } from '../../e2e/support/app.ts';
import { answer } from '../../e2e/support/calls.ts';
import { KINDS } from '../kinds.ts';
import { placesOf, TODAY } from '../support/desk.ts';
import type { Line } from '../support/kind.ts';
import { randomOf } from '../support/random.ts';
import { type Office, type Outcome, rounds } from '../support/rounds.ts';
import { WINDOW_KINDS, type WindowKind } from './kinds.ts';
import { windowHands } from './window-hands.ts';

/** The machine may be busy with other kills. */
const PATIENCE_MS = 180_000;

/**
 * Kills the whole program (SIGKILL to its process group: main process, service, page, all at once) at random moments of
 * a kind of work that is asked for by the bridge of the window; starts it again, signs in, lets it check and close; then
 * looks at what is there as after every other kill.
 */
export function killAppRounds(kind: WindowKind, seeds: readonly number[]): Promise<Outcome> {
  return rounds(kind, seeds, asNode, (folder, seed) => killOnce(kind, folder, seed));
}

async function killOnce(
  name: WindowKind,
  folder: string,
  seed: number,
): Promise<{ about: Line[]; done: Line[]; killed: boolean; faults: string[] }> {
  const kind = await KINDS[name]();
  const places = placesOf(folder);
  const random = randomOf(seed);
  const [about, done]: [Line[], Line[]] = [[], []];
  const told = { about: (line: Line) => void about.push(line), done: (line: Line) => void done.push(line) };
  const app = await start(places.data);
  const hands = windowHands(app, places);
  if (kind.opens !== true) await hands.signIn();
  let killed = false;
  const work = (async () => {
    for (let cycle = 0; !killed; cycle += 1) {
      await kind.cycle(hands, told, random, cycle);
      await pause(1);
    }
  })();
  const ended = work.then(
    () => null,
    (error: unknown) => error,
  );
  const cut = pause(random() * WINDOW_KINDS[name]).then(() => 'cut' as const);
  const first = await Promise.race([cut, ended]);
  killed = true;
  await kill(app);
  await ended;
  if (first !== 'cut')
    throw first instanceof Error ? first : new Error(`the work of ${name} ended by itself`);
  return { about, done, killed, faults: await startAgain(places.data) };
}

/** What does not work at the next start. */
async function startAgain(dataDir: string): Promise<string[]> {
  const app = await start(dataDir);
  try {
    const { phase } = await answer(app, 'app.state', {});
    if (phase !== 'sign-in') return [`the window starts with ${phase}`];
    await windowHands(app, placesOf(dataDir)).signIn();
    const { ok, problems } = await answer(app, 'app.check', {});
    return ok ? [] : problems.map((problem) => `check in the window: ${problem}`);
  } catch (error) {
    return [`the window does not start again: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await app.close();
  }
}

async function start(dataDir: string): Promise<RunningApp> {
  const app = await launch({ dataDir, today: TODAY, args: ['--disable-gpu'], patience: PATIENCE_MS });
  await app.page.waitForLoadState('load');
  return app;
}

async function kill({ electron }: RunningApp): Promise<void> {
  const child = electron.process();
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  // Playwright starts it as the leader of a group of its own.
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await gone;
}

/** Looks at the office with this process' own native module, not with the one that Electron loads. */
const asNode: Office = async (work) => {
  const binding = process.env.SCL_NATIVE_BINDING;
  delete process.env.SCL_NATIVE_BINDING;
  try {
    return await work();
  } finally {
    if (binding !== undefined) process.env.SCL_NATIVE_BINDING = binding;
  }
};

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Calls that change something on the disk, or decide what is there. */
const CHANGING = [
  'copyFileSync',
  'fsyncSync',
  'ftruncateSync',
  'linkSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'writeSync',
] as const;

class CutOff extends Error {}

/**
 * Lets the program die at the n-th change of the disk from now on: that one and all after it do not happen any more,
 * as after a power cut. `restore` brings the program back to life; `count` says how many were asked for.
 */
export function cutOffAt(n: number, die: () => never = throwIt): { restore(): void; readonly count: number } {
  const originals = new Map<string, unknown>();
  const held = { count: 0 };
  const surface = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of CHANGING) {
    const original = surface[name] as (...args: unknown[]) => unknown;
    originals.set(name, original);
    surface[name] = (...args: unknown[]) => {
      held.count += 1;
      if (held.count >= n) die();
      return original(...args);
    };
  }
  syncBuiltinESMExports();
  return {
    get count() {
      return held.count;
    },
    restore() {
      for (const [name, original] of originals) surface[name] = original as (...args: unknown[]) => unknown;
      syncBuiltinESMExports();
    },
  };
}

function throwIt(): never {
  throw new CutOff('cut off');
}

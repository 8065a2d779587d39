import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { KindName } from '../kinds.ts';
import { root } from './desk.ts';
import type { Line, Lines } from './kind.ts';

const PROGRAM = join(import.meta.dirname, '../programs/work.ts');
/** A program that does not begin within this time is a fault of its own. */
const PATIENCE_MS = 600_000;

export interface Run extends Lines {
  /** It was at work when it was killed. */
  readonly killed: boolean;
  /** Milliseconds from the first deed to the last; only of a run that ended by itself. */
  readonly milliseconds: number;
}

/** Lets the program work in a folder and kills it (SIGKILL) `delay` milliseconds after it began; null: lets it end. */
export function workIn(kind: KindName, folder: string, seed: number, delay: number | null): Promise<Run> {
  const cycles = delay === null ? 1 : 1_000_000;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, kind, folder, String(seed), String(cycles)], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const about: Line[] = [];
    const done: Line[] = [];
    let [errors, began, ended] = ['', 0, 0];
    let [killed, timer] = [false, setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)];
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    createInterface({ input: child.stdout }).on('line', (text) => {
      const { what, ...line } = JSON.parse(text) as { what: string } & Record<string, string>;
      if (what === 'about') about.push(line);
      else if (what === 'done') done.push(line);
      else if (what === 'end') ended = performance.now();
      else {
        began = performance.now();
        if (delay === null) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          killed = child.kill('SIGKILL');
        }, delay);
      }
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL' ? !killed : code !== 0)
        reject(
          new Error(`the program of ${kind} ended by itself (${code ?? signal}): ${errors.slice(-2000)}`),
        );
      else resolve({ about, done, killed, milliseconds: ended - began });
    });
  });
}

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding, TargetResult } from './support/result.ts';

/** What a reader may take at most, MB: the heap of its process, and all its memory. */
const HEAP = 400;
const MOST_MEMORY = 1200;
/** Seconds of processor time without an end of one input, after which the process is ended. */
const STUCK = 30;

export interface FuzzWish {
  readonly seed: number;
  readonly inputs: number;
  readonly seconds: number;
}

/**
 * Tries a reader in a process of its own, whose heap is bounded; an input that brings the process down or that does
 * not end is a finding like any other, and the rest is then tried with another seed.
 */
export async function fuzz(target: string, { seed, inputs, seconds }: FuzzWish): Promise<TargetResult> {
  const folder = mkdtempSync(join(tmpdir(), 'scl-fuzz-run-'));
  try {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${HEAP}`,
        fileURLToPath(new URL('child.ts', import.meta.url)),
        target,
        String(seed),
        String(inputs),
        String(seconds),
        folder,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let errors = '';
    child.stderr.on('data', (piece: Buffer) => (errors = (errors + piece.toString('utf8')).slice(-8000)));
    const ended = new Promise<string>((resolve) =>
      child.on('close', (code, signal) => resolve(signal ?? String(code))),
    );
    const watch = watchProgress(folder, child.pid ?? 0, () => child.kill('SIGKILL'));
    const end = await ended;
    clearInterval(watch);
    const path = join(folder, 'result.json');
    if (existsSync(path)) {
      const result = JSON.parse(readFileSync(path, 'utf8')) as TargetResult;
      return result.peak <= MOST_MEMORY
        ? result
        : { ...result, findings: [...result.findings, { what: `${result.peak} MB`, input: '' }] };
    }
    const input = join(folder, 'input');
    const finding: Finding = {
      what:
        end === 'SIGKILL'
          ? `no end within ${STUCK} s of processor time`
          : `the process ended (${end}): ${errors}`,
      input: existsSync(input) ? readFileSync(input).toString('base64') : '',
    };
    return {
      target,
      seed,
      inputs: 0,
      kept: 0,
      blocks: 0,
      slowest: 0,
      peak: 0,
      outcomes: {},
      findings: [finding],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ends the process when it spends its processor time on one input for too long; other systems have no /proc. */
function watchProgress(folder: string, pid: number, stop: () => void): NodeJS.Timeout {
  let last = Buffer.alloc(0);
  let since = 0;
  return setInterval(() => {
    try {
      const spent = processorSeconds(pid);
      const path = join(folder, 'input');
      const input = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
      if (!input.equals(last)) {
        last = input;
        since = spent;
      } else if (spent - since > STUCK) stop();
    } catch {
      // The process has just ended.
    }
  }, 1000);
}

function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

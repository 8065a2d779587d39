import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A virtual display and its key file, for the environment of the programs shown on it. */
export interface OwnDisplay {
  readonly env: Readonly<Record<'DISPLAY' | 'XAUTHORITY', string>>;
  stop(): void;
}

/**
 * Starts one more virtual display, as large as the first. Two programs on one display take the focus and the
 * clipboard from each other; with a display each they run side by side. `folder` takes the display's key.
 */
export async function startDisplay(folder: string): Promise<OwnDisplay> {
  const keys = join(folder, 'Xauthority');
  const addKey = (display: string) => {
    const key = randomBytes(16).toString('hex');
    execFileSync('xauth', ['-q', '-f', keys, 'add', display, '.', key], { stdio: 'ignore' });
  };
  // The server lets nobody in without a key from the first moment; that of its number comes when it has one.
  addKey(':65000');
  const line = ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp', '-auth', keys];
  const server = spawn('Xvfb', line, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.once('exit', () => server.kill());
  const display = `:${await firstLine(server.stdio[3] as Readable)}`;
  addKey(display);
  return { env: { DISPLAY: display, XAUTHORITY: keys }, stop: () => server.kill() };
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const part of stream) {
    text += String(part);
    if (text.includes('\n')) return text.trim();
  }
  throw new Error('Xvfb gave no display');
}

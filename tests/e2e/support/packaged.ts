import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { appDir } from './app.ts';

/** What a program came to. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end; killed after `seconds`. */
export function run(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  seconds = 120,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that the time's end reaches the processes it has started too.
    const child = spawn(file, args, { env: { ...process.env, ...env }, detached: true });
    const late = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), seconds * 1000);
    let out = '';
    let err = '';
    child.stdout.on('data', (piece) => {
      out += piece;
    });
    child.stderr.on('data', (piece) => {
      err += piece;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(late);
      resolve({ code, out, err });
    });
  });
}

/**
 * Builds the program as `npm run package -- --dir` does, with another version and update keys; its folder. The
 * Electron is the one the tests run on.
 */
export async function buildProgram(
  folder: string,
  { version, updateKeys }: { readonly version: string; readonly updateKeys: readonly string[] },
): Promise<string> {
  const electron = process.env.SCL_ELECTRON ?? '';
  const dist = dirname(electron);
  mkdirSync(folder, { recursive: true });
  const { code, out, err } = await run(
    process.execPath,
    [
      join(appDir, 'node_modules', 'electron-builder', 'cli.js'),
      '--linux',
      '--dir',
      '--publish=never',
      `-c.electronDist=${dist}`,
      `-c.electronVersion=${readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')}`,
      `-c.directories.output=${folder}`,
      `-c.extraMetadata.version=${version}`,
      ...updateKeys.map((key, n) => `-c.extraMetadata.updateKeys.${n}=${key}`),
      `--project=${appDir}`,
    ],
    {},
    400,
  );
  writeFileSync(join(folder, 'build.log'), out + err);
  if (code !== 0) throw new Error(`electron-builder ended with ${code}:\n${(out + err).slice(-2000)}`);
  return join(folder, 'linux-unpacked');
}

import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../sample/paths.ts';

/**
 * Runs a script of this folder the way windows must be run: the built app, an ordinary user, a virtual display
 * (.ci/setup/as-user.mjs). Gives what the script prints behind `bench-result`.
 */
export function runAsUser<T>(script: string, args: readonly string[]): T {
  const line = [
    join(projectRoot, '.ci/setup/as-user.mjs'),
    'exec',
    'node',
    join('tests/bench/windows', script),
    ...args,
  ];
  const { stdout, status } = spawnSync(process.execPath, line, {
    cwd: projectRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
  const found = /^bench-result (.*)$/m.exec(stdout);
  if (status !== 0 || !found?.[1]) throw new Error(`${script} ended with ${status}: ${stdout.slice(-500)}`);
  return JSON.parse(found[1]) as T;
}

/** Lets the ordinary user read a kept folder. */
export function readableByAll(...paths: readonly string[]): void {
  if (process.platform !== 'win32') execFileSync('chmod', ['-R', 'a+rX', ...paths]);
}

// Builds the app into out/, unless nothing it is made of has changed since the last build.
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeModules, projectRoot, readText, run, SetupError, say, sha256, withLock } from './common.mjs';

const stamp = join(projectRoot, 'out', '.fingerprint');
const folders = ['electron', 'renderer', 'shared', 'resources'];
const files = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'];
const results = [
  'out/main/index.cjs',
  'out/main/service.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

function fingerprint() {
  const lines = [];
  const note = (path) => {
    const { mtimeMs, size } = statSync(path);
    lines.push(`${path} ${size} ${mtimeMs}`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) note(path);
    }
  };
  for (const folder of folders) if (existsSync(join(projectRoot, folder))) walk(join(projectRoot, folder));
  for (const file of files) note(join(projectRoot, file));
  return sha256(lines.sort().join('\n'));
}

const isBuilt = (wanted) =>
  readText(stamp) === wanted && results.every((file) => existsSync(join(projectRoot, file)));

export async function buildIfStale() {
  const wanted = fingerprint();
  if (isBuilt(wanted)) return;
  await withLock(join(nodeModules, '.cache', 'scl', 'build.lock'), async () => {
    const now = fingerprint();
    if (isBuilt(now)) return;
    say('building the app');
    rmSync(stamp, { force: true });
    // Only what matters of the bundler's talk: warnings and errors, on standard error.
    const status = await run('electron-vite', ['build', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new SetupError('the build failed');
    writeFileSync(stamp, now);
  });
}

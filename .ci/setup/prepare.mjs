// node .ci/setup/prepare.mjs [node|window|tests] [--print-env]
//   node    node_modules as in package-lock.json, with Node 24 in it
//   window  node, and what a window needs: an Electron and the libraries under it
//   tests   window, and what the tests need: a virtual display and some tools
// Second runs find everything in place and return at once. With --print-env the variables that code and tests
// read (SCL_ELECTRON …) are printed on standard output as `export NAME='value'` lines.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLinux, runMain, SetupError } from './common.mjs';
import { ensurePackages } from './debian.mjs';
import { electronEnv, ensureElectron } from './electron.mjs';
import { ensureNodeModules } from './node-modules.mjs';

export const hasDisplay = () => !isLinux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Resolves to the Electron found, or undefined on level "node". */
export async function prepare(level, { virtualDisplay = level === 'tests' } = {}) {
  if (!['node', 'window', 'tests'].includes(level)) throw new SetupError(`unknown level: ${level}`);
  await ensureNodeModules();
  if (level === 'node') return undefined;
  const groups = [
    'window',
    ...(virtualDisplay && isLinux ? ['noDisplay'] : []),
    ...(level === 'tests' ? ['tests'] : []),
  ];
  await ensurePackages(...groups);
  return await ensureElectron();
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const [level = 'node', ...options] = process.argv.slice(2);
    const electron = await prepare(level);
    if (!options.includes('--print-env') || !electron) return;
    for (const [name, value] of Object.entries(electronEnv(electron))) {
      process.stdout.write(`export ${name}='${value.replaceAll("'", "'\\''")}'\n`);
    }
  });
}

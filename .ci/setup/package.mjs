// npm run package -- [--dir] [electron-builder's arguments]
//
// Builds the packages of this machine's system into dist/. With --dir only the unpacked program is made, which needs
// no download. Where the real Electron cannot be had, only --dir is possible, with the stand-in (docs/toolchain.md):
// good for tests, never for people.
//   SCL_PACKAGE_OUT   another folder than dist/
//   SCL_PACKAGE_META  file of JSON laid over the packaged package.json: another version, update keys of a test
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import {
  nodeModules,
  projectEnv,
  projectNode,
  projectRoot,
  run,
  runMain,
  SetupError,
  say,
} from './common.mjs';
import { electronEnv } from './electron.mjs';
import { prepare } from './prepare.mjs';

/** `{ a: { b: 1 } }` as electron-builder's arguments `-c.extraMetadata.a.b=1`. */
function metadataArguments(value, path = '-c.extraMetadata') {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([name, inner]) => metadataArguments(inner, `${path}.${name}`));
  if (Array.isArray(value)) return value.flatMap((inner, n) => metadataArguments(inner, `${path}.${n}`));
  return [`${path}=${value}`];
}

await runMain(async () => {
  const args = process.argv.slice(2);
  const electron = await prepare('window');
  const standIn = electron.kind !== 'real';
  if (standIn && !args.includes('--dir'))
    throw new SetupError('with the stand-in Electron only `npm run package -- --dir` is possible');
  await buildIfStale();
  const { SCL_PACKAGE_OUT: out, SCL_PACKAGE_META: meta } = process.env;
  const line = [
    join(nodeModules, 'electron-builder', 'cli.js'),
    ...args,
    ...(standIn ? [`-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`] : []),
    ...(out ? [`-c.directories.output=${out}`] : []),
    ...(meta ? metadataArguments(JSON.parse(readFileSync(meta, 'utf8'))) : []),
    '--publish=never',
  ];
  say(`electron-builder ${line.slice(1).join(' ')}`);
  const status = await run(projectNode, line, { env: projectEnv(electronEnv(electron)) });
  const unpacked = join(out ?? join(projectRoot, 'dist'), 'linux-unpacked');
  if (status !== 0 || !existsSync(unpacked)) return status;
  const readBack = [
    join(projectRoot, 'scripts', 'read-back.ts'),
    unpacked,
    ...(standIn ? ['--stand-in'] : []),
  ];
  return await run(projectNode, readBack);
});

// Finds an Electron to run: the real one of package.json where it can be had, else the stand-in.
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cacheFolder,
  findCached,
  isLinux,
  isRoot,
  nodeModules,
  projectEnv,
  projectNode,
  readText,
  readVersion,
  run,
  runQuiet,
  SetupError,
  say,
  withLock,
} from './common.mjs';
import { buildStandIn, findStandIn, standInSuits, standInVersion } from './stand-in.mjs';

const probeSeconds = 6;
const downloadSeconds = 600;
const blockedForHours = 24;

const packageFolder = join(nodeModules, 'electron');

/** Resolves to { kind, version, dist, executable, nativeBinding? } and tells in one line which one it is. */
export async function ensureElectron() {
  const electron = await choose();
  const note =
    electron.kind === 'real'
      ? ''
      : ` (stand-in for ${readVersion('electron')}, which cannot be downloaded here)`;
  say(`Electron ${electron.version}${note}: ${electron.executable}`);
  return electron;
}

/** What the app and the tests need to know, as environment variables. */
export function electronEnv(electron) {
  const env = { SCL_ELECTRON: electron.executable, ELECTRON_OVERRIDE_DIST_PATH: electron.dist };
  if (electron.nativeBinding) env.SCL_NATIVE_BINDING = electron.nativeBinding;
  return env;
}

async function choose() {
  const source = process.env.SCL_ELECTRON_SOURCE ?? 'auto';
  if (!['auto', 'real', 'stand-in'].includes(source)) {
    throw new SetupError(`SCL_ELECTRON_SOURCE is "${source}"; it must be auto, real or stand-in`);
  }
  if (process.env.SCL_ELECTRON) return given(process.env.SCL_ELECTRON);
  if (source !== 'stand-in') {
    const real = findReal() ?? (await downloadReal(source === 'real'));
    if (real) return real;
    if (source === 'real')
      throw new SetupError(`Electron ${readVersion('electron')} cannot be downloaded here`);
  }
  const kept = findStandIn();
  if (kept) return kept;
  if (standInSuits) return await buildStandIn();
  throw new SetupError(
    `Electron ${readVersion('electron')} cannot be downloaded here, and the stand-in is for Linux x64 only`,
  );
}

function given(executable) {
  if (!existsSync(executable))
    throw new SetupError(`SCL_ELECTRON names a file that does not exist: ${executable}`);
  const dist = join(executable, '..');
  const version = (readText(join(dist, 'version')) ?? 'of unknown version').replace(/^v/, '');
  const nativeBinding = process.env.SCL_NATIVE_BINDING;
  return { kind: 'real', version, dist, executable, ...(nativeBinding ? { nativeBinding } : {}) };
}

const realName = () => `electron-${readVersion('electron')}-${process.platform}-${process.arch}`;

function describeReal(dist, relative) {
  const executable = join(dist, relative);
  return existsSync(executable)
    ? { kind: 'real', version: readVersion('electron'), dist, executable }
    : undefined;
}

function findReal() {
  const kept = isLinux ? findCached(realName()) : undefined;
  if (kept) return describeReal(kept, 'electron');
  const relative = readText(join(packageFolder, 'path.txt'));
  const dist = join(packageFolder, 'dist');
  if (!relative || readText(join(dist, 'version'))?.replace(/^v/, '') !== readVersion('electron'))
    return undefined;
  return isRoot ? undefined : describeReal(dist, relative);
}

async function downloadReal(insist) {
  const blockedMark = join(cacheFolder(), `${realName()}.blocked`);
  const blockedAt = Number(readText(blockedMark) ?? 0);
  if (!insist && Date.now() - blockedAt < blockedForHours * 3_600_000) return undefined;
  mkdirSync(cacheFolder(), { recursive: true, mode: 0o755 });
  if (!insist && !(await isReachable())) {
    writeFileSync(blockedMark, String(Date.now()));
    return undefined;
  }
  say(`downloading Electron ${readVersion('electron')}`);
  const env = projectEnv({ NODE_USE_ENV_PROXY: '1' });
  delete env.ELECTRON_OVERRIDE_DIST_PATH;
  const status = await run(projectNode, [join(packageFolder, 'install.js')], {
    env,
    timeout: downloadSeconds * 1000,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    if (!insist) writeFileSync(blockedMark, String(Date.now()));
    return undefined;
  }
  rmSync(blockedMark, { force: true });
  return isRoot ? await keepForOrdinaryUser() : findReal();
}

/** A small request to the place Electron is downloaded from, so that a blocked network costs seconds. */
async function isReachable() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/';
  const url = `${base}v${readVersion('electron')}/SHASUMS256.txt`;
  const program = `const answer = await fetch(${JSON.stringify(url)}, { signal: AbortSignal.timeout(${probeSeconds * 1000}) });
    process.exit(answer.ok ? 0 : 1);`;
  const status = await run(projectNode, ['--input-type=module', '-e', program], {
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    stdio: 'ignore',
    timeout: (probeSeconds + 2) * 1000,
  });
  return status === 0;
}

/** Root runs Electron as an ordinary user, who must be able to read it and have the sandbox helper set up. */
async function keepForOrdinaryUser() {
  const target = join(cacheFolder(), realName());
  return await withLock(`${target}.lock`, () => {
    if (!existsSync(target)) {
      const partial = `${target}.partial`;
      rmSync(partial, { recursive: true, force: true });
      runQuiet('cp', ['-a', join(packageFolder, 'dist'), partial]);
      runQuiet('chown', ['-R', 'root:root', partial]);
      runQuiet('chmod', ['-R', 'a+rX', partial]);
      chownSync(join(partial, 'chrome-sandbox'), 0, 0);
      chmodSync(join(partial, 'chrome-sandbox'), 0o4755);
      renameSync(partial, target);
    }
    return describeReal(target, 'electron');
  });
}

export { standInVersion };

// Small tools shared by the set-up scripts. Everything here runs under Node 20, before `npm ci`.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const setupFolder = join(projectRoot, '.ci', 'setup');
export const nodeModules = join(projectRoot, 'node_modules');
export const isLinux = process.platform === 'linux';
export const isRoot = isLinux && process.getuid?.() === 0;

/** The folder for what is built once and kept outside node_modules. */
export function cacheFolder() {
  if (process.env.SCL_CACHE) return resolve(process.env.SCL_CACHE);
  if (isRoot) return '/var/cache/so-chat-luong';
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'so-chat-luong');
}

/** Finds a kept folder: one of our own, or for an ordinary user one that root prepared. */
export function findCached(name) {
  const candidates = [join(cacheFolder(), name)];
  if (!isRoot && isLinux && !process.env.SCL_CACHE) candidates.push(join('/var/cache/so-chat-luong', name));
  return candidates.find((path) => existsSync(path));
}

export class SetupError extends Error {}

export function say(message) {
  process.stderr.write(`[setup] ${message}\n`);
}

/** Runs a main function; a SetupError is told in one line, anything else with its stack. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`[setup] ${error instanceof SetupError ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}

/** The environment with Node 24 and the project's tools first on the PATH. */
export function projectEnv(extra = {}) {
  const bin = join(nodeModules, '.bin');
  const path = (process.env.PATH ?? '').split(delimiter).filter((each) => each !== bin);
  return { ...process.env, PATH: [bin, ...path].join(delimiter), ...extra };
}

/** Node 24 from the npm package `node`, whichever Node runs this script. */
export const projectNode = join(
  nodeModules,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Runs a command to its end, showing its output; resolves to the exit status. */
export function run(command, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: projectRoot, env: projectEnv(), stdio: 'inherit', ...options });
    child.on('error', failed);
    child.on('close', (code, signal) => done(signal ? 128 : (code ?? 1)));
  });
}

/** Runs a command quietly; throws with the end of its output when it fails. */
export function runQuiet(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: projectRoot,
    env: projectEnv(),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...options,
  });
  if (result.error) throw new SetupError(`cannot run ${command}: ${result.error.message}`);
  if (result.status !== 0) {
    const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-25).join('\n');
    throw new SetupError(
      `${command} ${args.join(' ')} failed (${result.status ?? result.signal}):\n${output}`,
    );
  }
  return result.stdout;
}

export function hasCommand(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export function sha256(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

export function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const readManifest = (folder) => JSON.parse(readFileSync(join(nodeModules, folder, 'package.json'), 'utf8'));

export const readVersion = (packageName) => readManifest(packageName).version;

/** What a package calls itself: another name than its folder's when it was installed under an alias. */
export const readName = (folder) => readManifest(folder).name;

const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

function isHeld(lock) {
  const pid = Number(readText(join(lock, 'pid')));
  if (!pid) return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 5000;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `work` while holding a lock folder; a lock left by a process that is gone is taken over. */
export async function withLock(lock, work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let told = false; ; ) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isHeld(lock)) {
        rmSync(lock, { recursive: true, force: true });
        continue;
      }
      if (!told) say(`waiting for another set-up run (${lock})`);
      told = true;
      await sleep(250);
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  const interrupted = () => {
    release();
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return await work();
  } finally {
    process.removeListener('SIGINT', interrupted);
    process.removeListener('SIGTERM', interrupted);
    release();
  }
}

// Root cannot run Chromium's sandbox, so when root starts a job that opens windows, an ordinary user runs it.
import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import {
  cacheFolder,
  hasCommand,
  isRoot,
  nodeModules,
  projectEnv,
  projectRoot,
  readText,
  runQuiet,
  SetupError,
  say,
  sha256,
  withLock,
} from './common.mjs';

const userName = 'scl';

/** The user who runs windows: { name, uid, gid, home } when root asks, undefined when nothing changes. */
export function ordinaryUser() {
  if (!isRoot) return undefined;
  const find = () => spawnSync('getent', ['passwd', userName], { encoding: 'utf8' }).stdout?.trim();
  if (!find()) {
    say(`adding the ordinary user "${userName}", who runs the window so that Chromium's sandbox works`);
    runQuiet('useradd', ['--create-home', '--shell', '/usr/sbin/nologin', userName]);
  }
  const [name, , uid, gid, , home] = find().split(':');
  return { name, uid: Number(uid), gid: Number(gid), home };
}

/** A new folder in the temporary folder that the user may write to. */
export function workFolder(user) {
  const folder = mkdtempSync(join(tmpdir(), 'so-chat-luong-'));
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

const asUser = (user, command, args) =>
  spawnSync('runuser', ['-u', user.name, '--', command, ...args], { cwd: '/', encoding: 'utf8' });

const appParts = ['package.json', 'out', 'resources', 'node_modules/better-sqlite3'];
const testParts = [
  'node_modules/.bin/node',
  'node_modules/playwright-core/package.json',
  'shared',
  'electron',
  'tests',
];

/**
 * The project folder, or where the user cannot read it (a clone under /root) a copy of what is needed:
 * for "app" the built app, for "tests" everything.
 */
export async function readableProject(user, purpose) {
  if (!user) return projectRoot;
  const parts = [...appParts, ...(purpose === 'tests' ? testParts : [])].filter((part) =>
    existsSync(join(projectRoot, part)),
  );
  const paths = parts.map((part) => join(projectRoot, part));
  const unreadable = asUser(user, 'find', ['-L', ...paths, '-not', '-readable', '-print', '-quit']);
  if (unreadable.status === 0 && unreadable.stdout === '') return projectRoot;
  const copy = join(cacheFolder(), `${purpose}-${sha256(projectRoot).slice(0, 12)}`);
  await withLock(`${copy}.lock`, () => (purpose === 'app' ? copyApp(copy) : copyProject(copy)));
  say(`"${user.name}" cannot read ${projectRoot}; running a copy: ${copy}`);
  return copy;
}

function copyApp(copy) {
  mkdirSync(join(copy, 'node_modules'), { recursive: true, mode: 0o755 });
  for (const part of appParts) replace(join(projectRoot, part), join(copy, part));
  makeReadable(copy);
}

function copyProject(copy) {
  mkdirSync(copy, { recursive: true, mode: 0o755 });
  const skipped = new Set(['.git', 'node_modules', '.setup.lock']);
  const wanted = readdirSync(projectRoot).filter((name) => !skipped.has(name));
  for (const name of readdirSync(copy)) {
    if (name !== 'node_modules') rmSync(join(copy, name), { recursive: true, force: true });
  }
  for (const name of wanted) cpSync(join(projectRoot, name), join(copy, name), { recursive: true });
  const stamp = join(copy, 'node_modules', '.cache', 'scl', 'copied.sha256');
  const key = sha256(readFileSync(join(projectRoot, 'package-lock.json')));
  if (readText(stamp) !== key) {
    replace(nodeModules, join(copy, 'node_modules'));
    mkdirSync(join(stamp, '..'), { recursive: true });
    writeFileSync(stamp, key);
  }
  makeReadable(copy);
}

function replace(from, to) {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) runQuiet('cp', ['-a', '--reflink=auto', '--no-preserve=ownership', from, to]);
}

const makeReadable = (folder) => runQuiet('chmod', ['-R', 'a+rX', folder]);

const passedOn =
  /^(SCL_|ELECTRON_|PW|PLAYWRIGHT_|LC_|NODE_EXTRA_CA_CERTS$|LANG$|LANGUAGE$|TZ$|CI$|DEBUG$|DISPLAY$|WAYLAND_DISPLAY$|TERM$|FORCE_COLOR$|NO_COLOR$|COLORTERM$)/;

function userEnv(user, folder, extra) {
  const env = {};
  for (const [name, value] of Object.entries(process.env)) if (passedOn.test(name)) env[name] = value;
  return {
    ...env,
    ...extra,
    HOME: user.home,
    USER: user.name,
    LOGNAME: user.name,
    TMPDIR: tmpdir(),
    PATH: [
      join(folder, 'node_modules', '.bin'),
      '/usr/local/bin',
      '/usr/bin',
      '/bin',
      '/usr/sbin',
      '/sbin',
    ].join(delimiter),
  };
}

/** Lets the user reach the X server that root sees, by handing over root's key to it. */
function shareDisplay(user, env) {
  if (!env.DISPLAY || !hasCommand('xauth')) return;
  const key = spawnSync('xauth', ['nextract', '-', env.DISPLAY], { encoding: 'utf8' }).stdout;
  if (!key) return;
  const file = join(workFolder(user), 'Xauthority');
  const options = { input: key, encoding: 'utf8', env: { ...env, XAUTHORITY: file }, cwd: '/' };
  spawnSync('runuser', ['-u', user.name, '--', 'xauth', 'nmerge', '-'], options);
  env.XAUTHORITY = file;
}

/**
 * Runs a command as the ordinary user (or as oneself), under a virtual display when asked; resolves to the
 * exit status. The whole group of processes ends when the time is up or this process is interrupted.
 */
export async function runWindowed(
  command,
  args,
  { user, folder = projectRoot, env: extra = {}, virtualDisplay = false, seconds } = {},
) {
  const env = user ? userEnv(user, folder, extra) : projectEnv(extra);
  const line = [command, ...args];
  if (virtualDisplay) {
    delete env.WAYLAND_DISPLAY;
    if (!hasCommand('xvfb-run')) throw new SetupError('xvfb-run is missing (Debian packages: xvfb xauth)');
    line.unshift('xvfb-run', '-a', '-s', '-screen 0 1366x768x24 -nolisten tcp');
  } else if (user) shareDisplay(user, env);
  if (user) line.unshift('runuser', '-u', user.name, '--');
  const child = spawn(line[0], line.slice(1), { cwd: folder, env, stdio: 'inherit', detached: true });
  const end = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Already gone.
    }
  };
  const interrupted = (signal) => end(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupted);
  let late = false;
  const timer = seconds
    ? setTimeout(() => {
        late = true;
        end('SIGTERM');
        setTimeout(() => end('SIGKILL'), 5000).unref();
      }, seconds * 1000)
    : undefined;
  try {
    return await new Promise((done, failed) => {
      child.on('error', failed);
      child.on('close', (code, signal) => done(late ? 124 : signal ? 130 : (code ?? 1)));
    });
  } finally {
    clearTimeout(timer);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(signal, interrupted);
  }
}

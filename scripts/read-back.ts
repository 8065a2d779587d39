import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { sha256Hex } from '#electron/common/sha256.ts';

// node scripts/read-back.ts FOLDER [--executable NAME] [--stand-in]
//
// Reads a packaged program's protections back from its own files: every fuse, the archive's hash in the executable
// (Windows), and the hash of every file in the archive. Exit code 1 and a line for each thing that is not as it must be.

/** How each fuse must stand (docs/security.md, 17). A fuse that is not named here fails: nobody has judged it yet. */
const WANTED: Readonly<Record<number, boolean>> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // A speed-up of WebAssembly inside the sandbox; Electron's own default.
  [FuseV1Options.WasmTrapHandlers]: true,
};

interface ArchiveFile {
  readonly size: number;
  readonly offset?: string;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
}
type ArchiveNode = ArchiveFile | { readonly files: Readonly<Record<string, ArchiveNode>> };

/** What is wrong with a packaged program; empty when all is as it must be. */
export async function readBack(folder: string, executable: string, standIn: boolean): Promise<string[]> {
  const program = join(folder, executable);
  const archive = join(folder, 'resources', 'app.asar');
  return [
    ...(await fuseFaults(program)),
    ...strayFaults(folder),
    ...archiveFaults(archive, standIn),
    ...(executable.endsWith('.exe') ? embeddedFaults(program, archive) : []),
  ];
}

async function fuseFaults(program: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(program);
  if (wire.version !== FuseVersion.V1) return [`fuses of an unknown version: ${wire.version}`];
  const faults: string[] = [];
  for (const [index, state] of Object.entries(wire).filter(([name]) => /^\d+$/.test(name))) {
    const name = FuseV1Options[Number(index)] ?? `number ${index}`;
    const wanted = WANTED[Number(index)];
    // A fuse that Electron has taken out does nothing any more.
    if (state === FuseState.REMOVED || state === FuseState.INHERIT) continue;
    if (wanted === undefined) faults.push(`a fuse nobody has judged yet: ${name}`);
    else if ((state === FuseState.ENABLE) !== wanted)
      faults.push(`fuse ${name} is ${wanted ? 'off' : 'on'} and must be ${wanted ? 'on' : 'off'}`);
  }
  return faults;
}

/** Electron would load these in place of the archive, or ask the network for updates. */
function strayFaults(folder: string): string[] {
  return ['app', 'default_app.asar', 'app-update.yml']
    .filter((name) => existsSync(join(folder, 'resources', name)))
    .map((name) => `resources/${name} must not be there`);
}

/** Whether every file of the archive has the hash that its header says. */
function archiveFaults(archive: string, standIn: boolean): string[] {
  const { header, start } = readHeader(archive);
  const faults: string[] = [];
  let files = 0;
  const file = openSync(archive, 'r');
  const walk = (node: ArchiveNode, path: string): void => {
    if ('files' in node) {
      for (const [name, inner] of Object.entries(node.files))
        walk(inner, path === '' ? name : `${path}/${name}`);
      return;
    }
    files += 1;
    if (node.integrity?.algorithm !== 'SHA256') {
      faults.push(`no hash in the archive: ${path}`);
      return;
    }
    // The stand-in's own module was put in place after the archive was made.
    if (standIn && node.unpacked && path.endsWith('.node')) return;
    const bytes = node.unpacked
      ? readFileSync(join(`${archive}.unpacked`, path))
      : readPart(file, start + Number(node.offset), node.size);
    if (sha256Hex(bytes) !== node.integrity.hash)
      faults.push(`differs from its hash in the archive: ${path}`);
  };
  try {
    walk(JSON.parse(header) as ArchiveNode, '');
  } finally {
    closeSync(file);
  }
  return files === 0 ? [...faults, 'the archive is empty'] : faults;
}

/** An archive's header (chromium pickles: two lengths, the length of the text, the text) and where its files begin. */
function readHeader(archive: string): { header: string; start: number } {
  const file = openSync(archive, 'r');
  try {
    const size = readPart(file, 0, 8).readUInt32LE(4);
    const pickle = readPart(file, 8, size);
    return { header: pickle.toString('utf8', 8, 8 + pickle.readUInt32LE(4)), start: 8 + size };
  } finally {
    closeSync(file);
  }
}

function readPart(file: number, at: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  if (readSync(file, bytes, 0, size, at) !== size) throw new RangeError('the archive is cut short');
  return bytes;
}

/** On Windows the hash of the archive's header stands in the executable, and Electron stops when it differs. */
export function embeddedFaults(program: string, archive: string): string[] {
  // electron-builder writes it as JSON into the resource INTEGRITY/ELECTRONASAR, in this very order.
  const written = /\[\{"file":"resources\\\\app\.asar","alg":"SHA256","value":"([0-9a-f]{64})"/i;
  const value = written.exec(readFileSync(program).toString('latin1'))?.[1];
  if (value === undefined) return ['the executable holds no SHA-256 of the archive'];
  const real = sha256Hex(readHeader(archive).header);
  return value.toLowerCase() === real ? [] : ['the hash in the executable is not that of the archive'];
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  const args = process.argv.slice(2);
  const named = args.indexOf('--executable');
  const folder = args[0];
  if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    process.stderr.write('usage: node scripts/read-back.ts FOLDER [--executable NAME] [--stand-in]\n');
    process.exitCode = 64;
  } else {
    const executable = named >= 0 ? (args[named + 1] ?? '') : 'so-chat-luong';
    void readBack(folder, executable, args.includes('--stand-in')).then((faults) => {
      for (const fault of faults) process.stderr.write(`${basename(folder)}: ${fault}\n`);
      if (faults.length === 0)
        process.stdout.write(`${basename(folder)}: fuses and archive are as they must be\n`);
      process.exitCode = faults.length === 0 ? 0 : 1;
    });
  }
}

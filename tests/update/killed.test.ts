import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkPackage, install } from '#electron/application/update/update.ts';
import { VersionsFolder } from '#electron/application/update/versions-folder.ts';
import { makeUpdate } from '../../scripts/make-update.ts';
import { makeTestSigner } from './support/test-signer.ts';

const FILES = 60;
const SIZE = 200_000;
const signer = makeTestSigner();
let folder: string;
let file: string;

beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'scl-killed-'));
  const from = join(folder, 'source');
  fs.mkdirSync(from);
  fs.writeFileSync(join(from, 'so-chat-luong'), 'program', { mode: 0o755 });
  for (let n = 0; n < FILES; n += 1) fs.writeFileSync(join(from, `part-${n}`), Buffer.alloc(SIZE, `${n} `));
  file = join(folder, 'new.scl-update');
  makeUpdate({
    from,
    out: file,
    about: {
      version: '0.2.0',
      releasedOn: '2026-11-20' as never,
      platform: 'linux',
      arch: 'x64',
      kind: 'folder',
      entry: 'so-chat-luong',
      notes: { vi: '', en: '' },
    },
    signer,
    chain: [],
  });
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()));

/** How many files lie in what is being written. */
function written(versions: string): number {
  if (!fs.existsSync(versions)) return 0;
  const [staging] = fs.readdirSync(versions).filter((name) => name.startsWith('.staging-'));
  return staging === undefined ? 0 : fs.readdirSync(join(versions, staging)).length;
}

it('killed while it copies, the former version stays in use and the next try is whole', async () => {
  for (const moment of [0, 1, 7, 30, FILES]) {
    const path = join(folder, `versions-${moment}`);
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'support', 'install-child.ts'), file, path, signer.publicKey],
      { stdio: 'ignore' },
    );
    const exit = ended(child);
    while (child.exitCode === null && written(path) < moment)
      await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGKILL');
    await exit;

    const versions = new VersionsFolder(path, fs);
    const { current } = versions.read();
    // Either nothing happened yet, or all of it did.
    if (current !== null) {
      expect(versions.exists(current)).toBe(true);
      expect(fs.readdirSync(join(path, '0.2.0'))).toHaveLength(FILES + 1);
      continue;
    }
    const program = {
      version: '0.1.0',
      platform: 'linux',
      arch: 'x64',
      kind: 'folder' as const,
      later: false,
      keys: [signer.publicKey],
      versions,
      files: fs,
    };
    await install(program, await checkPackage(program, file));
    expect(fs.readdirSync(path).sort()).toEqual(['0.2.0', 'current.json']);
    expect(fs.readFileSync(join(path, '0.2.0', 'part-59'))).toEqual(Buffer.alloc(SIZE, '59 '));
  }
}, 120_000);

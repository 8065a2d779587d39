import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { makeUpdate } from '../../scripts/make-update.ts';
import { readBack } from '../../scripts/read-back.ts';
import { makeTestSigner } from '../update/support/test-signer.ts';
import { expect, temporaryFolder, test } from './support/app.ts';
import { buildProgram, run } from './support/packaged.ts';

// The program as it is shipped: Electron's own executable with its fuses set, everything else in one archive. It
// cannot be driven by Playwright (the fuse that would let it is off), so it is looked at from outside.

test.describe.configure({ mode: 'serial', timeout: 600_000 });

const signer = makeTestSigner();
const standIn = process.env.SCL_NATIVE_BINDING !== undefined;
const folder = temporaryFolder();
const data = join(folder, 'data');
let program = '';
const executable = () => join(program, 'so-chat-luong');
const command = (...args: string[]) => run(executable(), args, { SCL_PASSPHRASE: 'mat-khau-thu-1' });
const pointer = () => JSON.parse(readFileSync(join(program, 'versions', 'current.json'), 'utf8')) as unknown;

test.beforeAll(async () => {
  program = await buildProgram(join(folder, 'first'), { version: '0.1.0', updateKeys: [signer.publicKey] });
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('17, 18: fuses and archive read back from the executable are as they must be', async () => {
  expect(await readBack(program, 'so-chat-luong', standIn)).toEqual([]);
});

test('17: reading back finds a fuse that stands wrong, a changed archive and a stray one', async () => {
  const copy = join(folder, 'changed');
  mkdirSync(join(copy, 'resources', 'app'), { recursive: true });
  // The fuses: after a sentinel come version, count and one digit each; the first is RunAsNode.
  const bytes = readFileSync(executable());
  const wire = bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34;
  bytes.write('1', wire, 'latin1');
  writeFileSync(join(copy, 'so-chat-luong'), bytes);
  const archive = readFileSync(join(program, 'resources', 'app.asar'));
  archive.write('x', archive.length - 100, 'latin1');
  writeFileSync(join(copy, 'resources', 'app.asar'), archive);
  cpSync(join(program, 'resources', 'app.asar.unpacked'), join(copy, 'resources', 'app.asar.unpacked'), {
    recursive: true,
  });
  const faults = await readBack(copy, 'so-chat-luong', standIn);
  expect(faults.join('\n')).toContain('fuse RunAsNode is on and must be off');
  expect(faults.join('\n')).toContain('resources/app must not be there');
  expect(faults.join('\n')).toContain('differs from its hash in the archive');
  // A fuse of a later Electron.
  const count = bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 33;
  bytes.writeUInt8(bytes.readUInt8(count) + 4, count);
  bytes.write('1111', wire + bytes.readUInt8(count) - 4, 'latin1');
  writeFileSync(join(copy, 'so-chat-luong'), bytes);
  expect((await readBack(copy, 'so-chat-luong', standIn)).join('\n')).toContain(
    'a fuse nobody has judged yet',
  );
});

test('the executable runs the command line: version, the whole job with a signature, figures', async () => {
  expect(await command('version')).toMatchObject({ code: 0, out: '0.1.0\n' });
  const out = join(folder, 'demo');
  const demo = await command('demo', '--out', out);
  expect(demo.code, demo.err).toBe(0);
  const figures = await command('update', '--json');
  expect(JSON.parse(figures.out)).toMatchObject({
    version: '0.1.0',
    kind: 'folder',
    refused: null,
    waiting: null,
  });
  const wrong = await command('evaluate', '--data', join(folder, 'missing'), '--period', '2024-Q1');
  expect(wrong.code).toBe(66);
});

test('19: the day of today cannot be chosen by the environment', async () => {
  const data = join(folder, 'demo', 'du-lieu');
  const { code, out, err } = await run(
    executable(),
    ['evaluate', '--data', data, '--period', '2024-Q1', '--json'],
    { SCL_PASSPHRASE: 'xã mẫu Phước An', SCL_TODAY: '2020-02-02' },
  );
  expect(code, err).toBe(0);
  const { asOf } = JSON.parse(out) as { asOf: string };
  expect(Math.abs(Date.now() - Date.parse(asOf))).toBeLessThan(2 * 86_400_000);
});

test('the executable opens the window', async () => {
  const shot = join(folder, 'shot.png');
  const { code } = await run(executable(), [`--headless-shot=${shot}`], { SCL_DATA_DIR: data });
  expect(code).toBe(0);
  expect(readFileSync(shot).length).toBeGreaterThan(10_000);
});

test('17: it runs no foreign code by the environment or a switch', async () => {
  const planted = join(folder, 'planted.js');
  const mark = join(folder, 'ran');
  writeFileSync(planted, `require('fs').writeFileSync(${JSON.stringify(mark)}, '')`);
  await run(executable(), [planted], { ELECTRON_RUN_AS_NODE: '1', SCL_DATA_DIR: data, DISPLAY: '' }, 15);
  await run(executable(), ['version'], { NODE_OPTIONS: `--require ${planted}` });
  await run(
    executable(),
    ['-r', planted, `--headless-shot=${join(folder, 'r.png')}`],
    { SCL_DATA_DIR: data },
    60,
  );
  expect(existsSync(mark)).toBe(false);
});

for (const name of ['remote-debugging-port', 'inspect', 'no-sandbox', 'js-flags', 'load-extension'])
  test(`19: it does not start with --${name}`, async () => {
    const port = await freePort();
    const { code, err } = await run(executable(), [`--${name}=${port}`, `--headless-shot=${folder}/no.png`], {
      SCL_DATA_DIR: data,
    });
    expect(code).toBe(64);
    expect(err).toContain(`--${name}`);
    expect(existsSync(join(folder, 'no.png'))).toBe(false);
  });

test('2: what starts it carries no switch', () => {
  for (const file of ['electron-builder.yml', 'resources/build/so-chat-luong.cmd'])
    expect(readFileSync(join(import.meta.dirname, '../..', file), 'utf8')).not.toMatch(/^[^#]*--no-sandbox/m);
});

function makePackage(from: string, version: string, by = signer): string {
  const out = join(folder, `${version}.scl-update`);
  makeUpdate({
    from,
    out,
    about: {
      version,
      releasedOn: '2026-11-20' as never,
      platform: 'linux',
      arch: 'x64',
      kind: 'folder',
      entry: 'so-chat-luong',
      notes: { vi: 'Bản thử', en: 'Trial' },
    },
    signer: by,
    chain: [],
    packed: false,
  });
  return out;
}

/** A version that ends at once. */
function brokenVersion(): string {
  const from = join(folder, 'broken');
  mkdirSync(from, { recursive: true });
  writeFileSync(join(from, 'so-chat-luong'), '#!/bin/sh\nexit 3\n', { mode: 0o755 });
  return from;
}

async function startWindow(shot: string): Promise<void> {
  await run(executable(), [`--headless-shot=${shot}`], { SCL_DATA_DIR: data });
}

test('an update from a file: checked, put beside, started, proved, and a broken one goes back by itself', async () => {
  const second = await buildProgram(join(folder, 'second'), {
    version: '0.2.0',
    updateKeys: [signer.publicKey],
  });
  const file = makePackage(second, '0.2.0');
  rmSync(second, { recursive: true });

  // Tampered, cut short, older, by another key: nothing happens.
  const bytes = readFileSync(file);
  const bad = join(folder, 'bad.scl-update');
  bytes.write('x', Math.floor(bytes.length / 2), 'latin1');
  writeFileSync(bad, bytes);
  expect(await command('update', '--from', bad)).toMatchObject({ code: 1 });
  writeFileSync(bad, bytes.subarray(0, bytes.length / 2));
  expect(await command('update', '--from', bad)).toMatchObject({ code: 1 });
  expect(await command('update', '--from', makePackage(brokenVersion(), '0.0.9'))).toMatchObject({ code: 1 });
  const foreign = makePackage(brokenVersion(), '0.2.5', makeTestSigner());
  expect(await command('update', '--from', foreign)).toMatchObject({ code: 1 });
  expect(existsSync(join(program, 'versions', 'current.json'))).toBe(false);
  expect(await command('version')).toMatchObject({ out: '0.1.0\n' });

  const good = await command('update', '--from', file);
  expect(good.code, good.err).toBe(0);
  rmSync(file);
  // The same executable, the same shortcut; commands and window run in the new version.
  expect(await command('version')).toMatchObject({ code: 0, out: '0.2.0\n' });
  expect(await command('evaluate', '--data', join(folder, 'missing'), '--period', '2024-Q1')).toMatchObject({
    code: 66,
  });
  expect(pointer()).toMatchObject({ state: 'trial', starts: 0 });
  await startWindow(join(folder, 'second.png'));
  await expect.poll(() => existsSync(join(folder, 'second.png')), { timeout: 60_000 }).toBe(true);
  await expect.poll(pointer).toMatchObject({ state: 'good', current: { version: '0.2.0' } });

  // A version that does not start: two tries, then the one before is back.
  expect((await command('update', '--from', makePackage(brokenVersion(), '0.3.0'))).code).toBe(0);
  for (let n = 0; n < 2; n += 1) await startWindow(join(folder, 'third.png'));
  expect(pointer()).toMatchObject({ state: 'trial', starts: 2, current: { version: '0.3.0' } });
  await startWindow(join(folder, 'third.png'));
  await expect.poll(() => existsSync(join(folder, 'third.png')), { timeout: 60_000 }).toBe(true);
  expect(pointer()).toMatchObject({
    current: { version: '0.2.0' },
    left: { version: '0.3.0', why: 'failed' },
  });
  expect(await command('version')).toMatchObject({ out: '0.2.0\n' });

  // By hand: back to the first.
  expect(await command('update', '--rollback')).toMatchObject({ code: 0 });
  expect(await command('version')).toMatchObject({ out: '0.1.0\n' });
  expect(await command('update', '--rollback')).toMatchObject({ code: 1 });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chain } from '#electron/application/update/keys.ts';
import { NO_UPDATE } from '#electron/application/update/pointer.ts';
import {
  checkPackage,
  install,
  type Program,
  rollBack,
  updateState,
} from '#electron/application/update/update.ts';
import { VersionsFolder } from '#electron/application/update/versions-folder.ts';
import { introduce, makeUpdate } from '../../scripts/make-update.ts';
import { makeKey, openKey, type UpdateSigner } from '../../scripts/update-signer.ts';
import { makeTestSigner } from './support/test-signer.ts';

const signer = makeTestSigner();
const stranger = makeTestSigner();

let folder: string;
let program: Program;

beforeEach(() => {
  folder = fs.mkdtempSync(join(process.env.TMPDIR ?? '/tmp', 'scl-update-'));
  fs.mkdirSync(join(folder, 'app'));
  program = {
    version: '0.1.0',
    platform: 'linux',
    arch: 'x64',
    kind: 'folder',
    keys: [signer.publicKey],
    later: false,
    versions: new VersionsFolder(join(folder, 'app', 'versions'), fs),
    files: fs,
  };
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function makePackage({
  version = '0.2.0',
  by = signer,
  chain = [] as Chain,
  kind = 'folder' as const,
  platform = 'linux' as 'linux' | 'win32',
} = {}): string {
  const source = join(folder, `source-${version}`);
  fs.mkdirSync(join(source, 'resources'), { recursive: true });
  fs.writeFileSync(join(source, 'so-chat-luong'), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  fs.writeFileSync(join(source, 'resources', 'app.asar'), Buffer.alloc(300_000, version));
  fs.writeFileSync(join(source, 'LICENSE'), '');
  const out = join(folder, `${version}.scl-update`);
  makeUpdate({
    from: source,
    out,
    about: {
      version,
      releasedOn: '2026-11-20' as never,
      platform,
      arch: 'x64',
      kind,
      entry: 'so-chat-luong',
      notes: { vi: 'Sửa lỗi', en: 'Fixes' },
    },
    signer: by,
    chain,
  });
  return out;
}

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; params?: { reason?: string } }) =>
      [error.code, error.params?.reason].filter(Boolean).join(' '),
  );
const pointer = () => program.versions?.read();

describe('a good package', () => {
  it('is put beside the program, switched to, and taken back', async () => {
    const version = await install(program, await checkPackage(program, makePackage()));
    expect(version).toBe('0.2.0');
    const place = join(folder, 'app', 'versions', '0.2.0');
    expect(fs.readFileSync(join(place, 'so-chat-luong'), 'utf8')).toContain('0.2.0');
    expect(fs.statSync(join(place, 'so-chat-luong')).mode & 0o777).toBe(0o755);
    expect(fs.statSync(join(place, 'resources', 'app.asar')).mode & 0o777).toBe(0o644);
    expect(fs.statSync(join(place, 'LICENSE')).size).toBe(0);
    expect(fs.readdirSync(join(folder, 'app', 'versions')).sort()).toEqual(['0.2.0', 'current.json']);
    expect(pointer()).toMatchObject({ current: { version: '0.2.0' }, previous: null, state: 'trial' });
    expect(await updateState(program)).toMatchObject({ waiting: '0.2.0', previous: 'first', refused: null });
    expect(rollBack(program)).toBe('first');
    expect(pointer()).toMatchObject({ current: null, left: { version: '0.2.0', why: 'asked' } });
    expect(() => rollBack(program)).toThrow('UPDATE_NO_PREVIOUS');
  });

  it('goes from version to version and keeps the one before', async () => {
    await install(program, await checkPackage(program, makePackage()));
    program.versions?.write({ ...(pointer() ?? NO_UPDATE), state: 'good' });
    const second: Program = { ...program, version: '0.2.0', later: true };
    await install(second, await checkPackage(second, makePackage({ version: '0.10.0' })));
    expect(pointer()).toMatchObject({ current: { version: '0.10.0' }, previous: { version: '0.2.0' } });
    expect(rollBack(second)).toBe('0.2.0');
  });

  it('tells after going back that the version before comes up with the next start, and only then runs', async () => {
    await install(program, await checkPackage(program, makePackage()));
    program.versions?.write({ ...(pointer() ?? NO_UPDATE), state: 'good' });
    const second: Program = { ...program, version: '0.2.0', later: true };
    expect(await updateState(second)).toMatchObject({ version: '0.2.0', waiting: null, previous: 'first' });
    expect(rollBack(second)).toBe('first');
    expect(await updateState(second)).toMatchObject({ version: '0.2.0', waiting: 'first', previous: null });
    expect(await updateState(program)).toMatchObject({ version: '0.1.0', waiting: null });

    await install(program, await checkPackage(program, makePackage()));
    program.versions?.write({ ...(pointer() ?? NO_UPDATE), state: 'good' });
    await install(second, await checkPackage(second, makePackage({ version: '0.10.0' })));
    const third: Program = { ...program, version: '0.10.0', later: true };
    expect(rollBack(third)).toBe('0.2.0');
    expect(await updateState(third)).toMatchObject({ version: '0.10.0', waiting: '0.2.0' });
    // Once it runs, nothing waits any more.
    expect(await updateState(second)).toMatchObject({ version: '0.2.0', waiting: null });
    // A copy of the version that was left, unpacked over the first one, is not being left.
    expect(await updateState({ ...third, later: false })).toMatchObject({ waiting: null });
  });
});

describe('a package that is not to be believed', () => {
  it('signed by another key, or by nobody', async () => {
    expect(await code(checkPackage(program, makePackage({ by: stranger })))).toBe('UPDATE_INVALID key');
    const forged: UpdateSigner = { ...stranger, id: signer.id };
    expect(await code(checkPackage(program, makePackage({ by: forged })))).toBe('UPDATE_INVALID signature');
    expect(await code(checkPackage({ ...program, keys: [] }, makePackage()))).toBe('UPDATE_NOT_HERE no-key');
  });

  it('older, the same, or for another machine', async () => {
    const older = (version: string) => code(checkPackage(program, makePackage({ version })));
    expect(await older('0.0.9')).toBe('UPDATE_NOT_NEWER');
    expect(await older('0.1.0')).toBe('UPDATE_NOT_NEWER');
    expect(await code(checkPackage(program, makePackage({ platform: 'win32' })))).toBe('UPDATE_UNSUITABLE');
    // Not newer than the one that waits, either.
    await install(program, await checkPackage(program, makePackage({ version: '0.3.0' })));
    expect(await older('0.2.0')).toBe('UPDATE_NOT_NEWER');
  });

  it('cut off anywhere', async () => {
    const file = makePackage();
    const whole = fs.readFileSync(file);
    for (let part = 0; part < 40; part += 1) {
      fs.writeFileSync(file, whole.subarray(0, Math.floor((whole.length * part) / 40)));
      expect(await code(checkPackage(program, file)), `${part}/40`).toBe('UPDATE_INVALID damaged');
    }
    expect(pointer()).toEqual(NO_UPDATE);
  });

  it('changed anywhere: no byte that counts can be flipped without being found', async () => {
    const file = makePackage();
    const whole = fs.readFileSync(file);
    let found = 0;
    for (let at = 0; at < whole.length; at += 29) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      fs.writeFileSync(file, changed);
      const outcome = await code(checkPackage(program, file).then((update) => install(program, update)));
      if (outcome !== 'done') {
        found += 1;
        expect(outcome, String(at)).toMatch(/^UPDATE_INVALID /);
        expect(pointer()).toEqual(NO_UPDATE);
        continue;
      }
      // What changed was only a date or a hint of the archive: what was written is what was signed.
      const place = join(folder, 'app', 'versions', '0.2.0');
      expect(fs.readFileSync(join(place, 'resources', 'app.asar'))).toEqual(Buffer.alloc(300_000, '0.2.0'));
      expect(fs.readFileSync(join(place, 'so-chat-luong'), 'utf8')).toBe('#!/bin/sh\necho 0.2.0\n');
      fs.rmSync(join(folder, 'app', 'versions'), { recursive: true });
    }
    expect(found).toBeGreaterThan(20);
  });
});

describe('keys that follow each other', () => {
  const next = makeTestSigner();
  const last = makeTestSigner();
  const links = [
    introduce(signer, next.publicKey, '2027-01-01', [signer.id]),
    introduce(next, last.publicKey, '2028-01-01', []),
  ];

  it('lead from the built-in key to the one that signed', async () => {
    expect(await code(checkPackage(program, makePackage({ by: last, chain: links })))).toBe('done');
    expect(await code(checkPackage(program, makePackage({ by: next, chain: links.slice(0, 1) })))).toBe(
      'done',
    );
  });

  it('do not lead there when a link is missing, foreign or changed, and a retired key counts no longer', async () => {
    const tried = (by: UpdateSigner, chain: Chain) => code(checkPackage(program, makePackage({ by, chain })));
    expect(await tried(last, links.slice(1))).toBe('UPDATE_INVALID key');
    expect(await tried(stranger, [introduce(stranger, stranger.publicKey, '2027-01-01', [])])).toBe(
      'UPDATE_INVALID key',
    );
    const forged = { ...introduce(stranger, stranger.publicKey, '2027-01-01', []), by: signer.id };
    expect(await tried(stranger, [forged])).toBe('UPDATE_INVALID key');
    expect(await tried(signer, links)).toBe('UPDATE_INVALID key');
  });

  it('are kept under a passphrase', () => {
    const file = makeKey('một câu rất dài');
    expect(openKey(file, 'một câu rất dài').publicKey).toBe(file.publicKey);
    expect(() => openKey(file, 'một câu khác')).toThrow('wrong passphrase');
    expect(createHash('sha256').update(JSON.stringify(file)).digest('hex')).toHaveLength(64);
  });
});

import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { readHead } from '#electron/application/backups/container.ts';
import { padding, tarHeader } from '#electron/application/backups/tar.ts';
import { sha256Hex } from '#electron/common/sha256.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { CHEAP, TEST_PASSPHRASE } from '../support/secrets.ts';
import { newOffice, type Office } from '../unit/application/support/office.ts';
import { resourcesDir } from './support/machine.ts';
import { olderCopy } from './support/older-copy.ts';
import { recoveryKeyOf } from './support/recovery.ts';
import { addDossier, refusalOf } from './support/work.ts';

const open: Backend[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const backend of open.splice(0)) await backend.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A machine with nothing on it, or with the folder of another. */
function machine(dataDir?: string): Backend & { dataDir: string } {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'scl-machine-'));
  if (dataDir === undefined) folders.push(folder);
  const backend = createBackend({
    dataDir: folder,
    resourcesDir,
    version: '0.0.0',
    clock: frozenClock(localDate(2024, 3, 21)),
    costs: CHEAP,
  });
  open.push(backend);
  return Object.assign(backend, { dataDir: folder });
}

async function copyOf(office: Office): Promise<string> {
  const { last } = await office.call('backups.now', {});
  return join(office.folder, 'backups', last?.file ?? '');
}
const byPassphrase = (passphrase = TEST_PASSPHRASE): Input<'restore.unlock'> => ({
  task: 'restore-1',
  by: { kind: 'passphrase', login: 'thu', passphrase },
});
async function take(backend: Backend, path: string) {
  await backend.call('restore.open', { file: backend.files.register(path) });
  const contents = await backend.call('restore.unlock', byPassphrase() as never);
  return { contents, state: await backend.call('restore.take', { person: null }) };
}
const codes = async (backend: Backend): Promise<string[]> => {
  const found = await backend.call('dossiers.find', { query: 'HS', limit: 10 } as never);
  return (found as { record?: { code: string }; code?: string }[]).map(
    (each) => each.record?.code ?? each.code ?? '',
  );
};
/** A copy whose head says something else, and is otherwise as it was. */
async function withHead(path: string, change: object): Promise<string> {
  const { manifest, offset } = await readHead(path);
  const bytes = readFileSync(path);
  const oldSize = Number.parseInt(bytes.toString('ascii', 124, 135), 8);
  const rest = bytes.subarray(512 + oldSize + padding(oldSize));
  expect(offset).toBeGreaterThan(0);
  const head = Buffer.from(JSON.stringify({ ...manifest, ...change }));
  const changed = Buffer.concat([
    tarHeader('manifest.json', head.length),
    head,
    Buffer.alloc(padding(head.length)),
    rest,
  ]);
  const target = join(mkdtempSync(join(tmpdir(), 'scl-head-')), 'x.scl-backup');
  folders.push(join(target, '..'));
  writeFileSync(target, changed);
  return target;
}

describe('moving to a new machine', () => {
  it('takes three steps, says before the last one what is in the copy, and the same passphrase opens it', async () => {
    const office = await newOffice();
    await addDossier(office, 'HS-0001');
    const copy = await copyOf(office);
    const fresh = machine();
    expect((await fresh.call('app.state', {})).phase).toBe('first-start');
    expect(await fresh.call('restore.open', { file: fresh.files.register(copy) })).toMatchObject({
      unit: { code: '26503' },
      counts: { dossiers: 1 },
      people: [{ login: 'thu' }, { login: 'canbo' }],
      recoverable: false,
    });
    expect(await refusalOf(fresh.call('restore.unlock', byPassphrase('sai hẳn') as never))).toBe(
      'PASSPHRASE_WRONG',
    );
    const { contents, state } = await take(fresh, copy);
    expect(contents).toMatchObject({
      counts: { dossiers: 1 },
      login: 'thu',
      replaces: false,
      lastReport: null,
    });
    expect(state).toMatchObject({ phase: 'ready', user: { login: 'thu' } });
    expect(await codes(fresh)).toEqual(['HS-0001']);
    expect((await fresh.call('app.check', {})).problems).toEqual([]);
    expect(existsSync(join(fresh.dataDir, 'restoring'))).toBe(false);
    expect(existsSync(join(fresh.dataDir, 'replaced', '2024-03-21T05-00-00Z'))).toBe(false);
    await fresh.call('app.signOut', {});
    expect((await fresh.call('app.signIn', { login: 'canbo', passphrase: TEST_PASSPHRASE })).phase).toBe(
      'ready',
    );
  });

  it('goes by the recovery sheet too, with a new passphrase', async () => {
    const office = await newOffice();
    const recoveryKey = await recoveryKeyOf(office);
    const copy = await copyOf(office);
    const fresh = machine();
    await fresh.call('restore.open', { file: fresh.files.register(copy) });
    const contents = await fresh.call('restore.unlock', {
      task: 'restore-1',
      by: { kind: 'recovery', recoveryKey },
    } as never);
    expect(contents).toMatchObject({ login: null });
    expect(await refusalOf(fresh.call('restore.take', { person: null }))).toBe('RECORD_INVALID');
    await fresh.call('restore.take', { person: { login: 'canbo', passphrase: 'mật khẩu mới tinh' } });
    await fresh.call('app.signOut', {});
    const signedIn = await fresh.call('app.signIn', { login: 'canbo', passphrase: 'mật khẩu mới tinh' });
    expect(signedIn.phase).toBe('ready');
  });
});

describe('restoring over data', () => {
  it('moves it aside whole, and brings it back', async () => {
    const office = await newOffice();
    await addDossier(office, 'HS-0001');
    const copy = await copyOf(office);
    await addDossier(office, 'HS-0002');
    const { contents, state } = await take(office.backend, copy);
    expect(contents.replaces).toBe(true);
    expect(state.phase).toBe('ready');
    expect(await codes(office.backend)).toEqual(['HS-0001']);
    const { replaced } = await office.call('backups.state', {});
    expect(replaced).toHaveLength(1);
    expect((await office.call('restore.bringBack', { id: replaced[0]?.id ?? '' })).phase).toBe('sign-in');
    await office.call('app.signIn', { login: 'thu', passphrase: TEST_PASSPHRASE });
    expect((await codes(office.backend)).sort()).toEqual(['HS-0001', 'HS-0002']);
    expect((await office.call('app.check', {})).problems).toEqual([]);
    // What was taken is aside now, and can come back too.
    expect((await office.call('backups.state', {})).replaced).toHaveLength(1);
  });

  it('is for those who lead', async () => {
    const office = await newOffice('canbo');
    const copy = await copyOf(office);
    const file = office.backend.files.register(copy);
    expect(await refusalOf(office.call('restore.open', { file }))).toBe('FORBIDDEN');
    await office.call('app.signOut', {});
    expect(await refusalOf(office.call('restore.open', { file }))).toBe('FORBIDDEN');
  });

  it('mends data that cannot be opened, and keeps the damaged file', async () => {
    const office = await newOffice();
    await addDossier(office, 'HS-0001');
    await copyOf(office);
    await office.backend.close();
    const damaged = join(office.folder, 'so-chat-luong.db');
    truncateSync(damaged, 5000);
    const again = machine(office.folder);
    expect((await again.call('app.state', {})).phase).toBe('sign-in');
    expect(await refusalOf(again.call('app.signIn', { login: 'thu', passphrase: TEST_PASSPHRASE }))).toBe(
      'DATA_DAMAGED',
    );
    const { copies } = await again.call('restore.candidates', {});
    expect(copies).toMatchObject([{ state: 'good', where: 'local' }]);
    await again.call('restore.open', { file: copies[0]?.token ?? '' });
    await again.call('restore.unlock', byPassphrase() as never);
    expect((await again.call('restore.take', { person: null })).phase).toBe('ready');
    expect(await codes(again)).toEqual(['HS-0001']);
    const aside = join(office.folder, 'replaced', '2024-03-21T05-00-00Z');
    expect(readFileSync(join(aside, 'so-chat-luong.db'))).toHaveLength(5000);
    expect(readdirSync(aside)).toContain('keyring.json');
  });
});

describe('copies of older versions', () => {
  it('brings one of an older form to the present one, before it is taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scl-old-'));
    folders.push(folder);
    const copy = await olderCopy(folder);
    const fresh = machine();
    const { contents, state } = await take(fresh, copy);
    expect(contents.unit.code).toBe('26503');
    expect(state.phase).toBe('ready');
    expect((await fresh.call('app.check', {})).problems).toEqual([]);
  });
});

describe('copies that are not taken', () => {
  it('refuses those of a newer version plainly', async () => {
    const office = await newOffice();
    const copy = await copyOf(office);
    const fresh = machine();
    for (const change of [{ version: 2 }, { schema: 9999 }]) {
      const file = fresh.files.register(await withHead(copy, change));
      expect(await refusalOf(fresh.call('restore.open', { file }))).toBe('DATA_FROM_FUTURE');
    }
    expect((await fresh.call('app.state', {})).phase).toBe('first-start');
  });

  it('refuses a copy whose database was changed, before anything is moved', async () => {
    const office = await newOffice();
    const copy = await copyOf(office);
    const bytes = readFileSync(copy);
    const { offset, manifest } = await readHead(copy);
    bytes[offset + 40_000] = (bytes[offset + 40_000] ?? 0) ^ 1;
    writeFileSync(copy, bytes);
    const fresh = machine();
    await fresh.call('restore.open', { file: fresh.files.register(copy) });
    expect(await refusalOf(fresh.call('restore.unlock', byPassphrase() as never))).toBe('BACKUP_DAMAGED');
    // With a head that fits the changed bytes, the cipher finds it.
    const parts = manifest.parts.map((part) =>
      part.name === 'so-chat-luong.db'
        ? { ...part, sha256: sha256Hex(bytes.subarray(offset, offset + part.size)) }
        : part,
    );
    const file = fresh.files.register(await withHead(copy, { parts }));
    await fresh.call('restore.open', { file });
    expect(await refusalOf(fresh.call('restore.unlock', byPassphrase() as never))).toBe('BACKUP_DAMAGED');
    // Nor does the book that somebody has open pass for damaged.
    await office.call('restore.open', {
      file: office.backend.files.register(await withHead(copy, { parts })),
    });
    expect(await refusalOf(office.call('restore.unlock', byPassphrase()))).toBe('BACKUP_DAMAGED');
    expect((await office.call('app.state', {})).phase).toBe('ready');
    expect(readdirSync(fresh.dataDir)).not.toContain('so-chat-luong.db');
    expect((await fresh.call('app.state', {})).phase).toBe('first-start');
  });

  it('stops when it is cancelled, and leaves nothing', async () => {
    const office = await newOffice();
    const copy = await copyOf(office);
    const fresh = machine();
    await fresh.call('restore.open', { file: fresh.files.register(copy) });
    await fresh.call('tasks.cancel', { task: 'restore-1' });
    expect(await refusalOf(fresh.call('restore.unlock', byPassphrase() as never))).toBe('CANCELLED');
    expect(existsSync(join(fresh.dataDir, 'restoring'))).toBe(false);
  });
});

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { readHead } from '#electron/application/backups/container.ts';
import { padding, tarHeader } from '#electron/application/backups/tar.ts';
import { sha256Hex } from '#electron/common/sha256.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { profile, validInputs } from '../../contract/support/valid-inputs.ts';
import { CHEAP, TEST_PASSPHRASE } from '../../support/secrets.ts';
import { mutateBytes } from '../support/mutate-bytes.ts';
import { mutateJson } from '../support/mutate-json.ts';
import type { Random } from '../support/random.ts';
import { codeOf, type Target } from '../support/target.ts';
import { makePaper } from './papers.ts';

const resourcesDir = resolve(import.meta.dirname, '../../../resources');
const sample = (name: string): Buffer => readFileSync(join(resourcesDir, name));

/** What is read into a book, or in its place: a refusal must leave every byte of the book as it was. */
export function bookTargets(): Record<string, () => Promise<Target>> {
  return { backup, 'taken in': takenIn };
}

/** A copy: its envelope, head, keyring and database, each changed with all hashes made right again, or not. */
async function backup(): Promise<Target> {
  const office = await newBook();
  const { last } = (await office.call('backups.now', {})) as { last: { file: string } };
  const path = join(office.folder, 'backups', last.file);
  const seed = readFileSync(path);
  const { offset } = await readHead(path);
  const other = join(office.folder, '..', `${sha256Hex(seed).slice(0, 12)}.scl-backup`);
  const before = office.digest();
  return {
    seeds: [seed],
    mutate: (bytes, random) =>
      random.chance(0.8) ? remadeCopy(seed, offset, random) : mutateTar(bytes, random),
    async run(bytes) {
      writeFileSync(other, bytes);
      let came = 'opened';
      try {
        await office.call('restore.open', { file: office.backend.files.register(other) });
        await office.call('restore.unlock', {
          task: 'restore-1',
          by: { kind: 'passphrase', login: 'thu', passphrase: TEST_PASSPHRASE },
        });
      } catch (error) {
        came = codeOf(error);
        if (existsSync(join(office.folder, 'restoring', 'so-chat-luong.db')))
          throw new Error('a refused copy was left unpacked');
      }
      await office.call('restore.drop', {});
      if (office.digest() !== before) throw new Error('the book was touched');
      return came;
    },
    async close() {
      rmSync(other, { force: true });
      await office.close();
    },
  };
}

function mutateTar(bytes: Buffer, random: Random): Buffer {
  // The first pages hold all that is not the database.
  const head = bytes.subarray(0, 8192);
  return Buffer.concat([
    mutateBytes(head, ['ustar', '00000000000', '77777777777', 'manifest.json\0'], random),
    bytes.subarray(8192),
  ]);
}

function remadeCopy(seed: Buffer, offset: number, random: Random): Buffer {
  const sizeAt = (at: number): number => Number.parseInt(seed.toString('ascii', at + 124, at + 135), 8);
  const headSize = sizeAt(0);
  const second = 512 + headSize + padding(headSize);
  const keyringSize = sizeAt(second);
  let keyring: Buffer = seed.subarray(second + 512, second + 512 + keyringSize);
  let database: Buffer = seed.subarray(offset, offset + sizeAt(offset - 512));
  let manifest = seed.toString('utf8', 512, 512 + headSize);
  const part = random.below(3);
  if (part === 0) {
    const changed = mutateJson(keyring.toString('utf8'), random);
    // Costs that a keyring may ask for are tried by hand: each try would take seconds.
    if (!/"(?:N|r|p)":\d{2,}/.test(changed)) keyring = Buffer.from(changed);
  } else if (part === 1) database = mutateBytes(database, ['SQLite format 3\0'], random);
  const parts = [
    { name: 'keyring.json', size: keyring.length, sha256: sha256Hex(keyring) },
    { name: 'so-chat-luong.db', size: database.length, sha256: sha256Hex(database) },
  ];
  manifest = JSON.stringify({ ...(JSON.parse(manifest) as object), parts });
  if (part === 2) manifest = mutateJson(manifest, random);
  return Buffer.concat([
    ...[['manifest.json', Buffer.from(manifest)] as const, ['keyring.json', keyring] as const].flatMap(
      ([name, content]) => [tarHeader(name, content.length), content, Buffer.alloc(padding(content.length))],
    ),
    tarHeader('so-chat-luong.db', database.length),
    database,
    Buffer.alloc(padding(database.length) + 1024),
  ]);
}

/** Calls of the window by which a foreign file is taken into the book; the first byte of an input says which. */
const CALLS = [
  { paper: 'receipt', channel: 'receipts.take', input: (file: string) => ({ file }) },
  { paper: 'hand over', channel: 'trust.takeHandOver', input: (file: string) => ({ file }) },
  { paper: 'target set', channel: 'targets.importFile', input: (file: string) => ({ file }) },
  {
    paper: 'certificate',
    channel: 'trust.add',
    input: (certificate: string) => ({ certificate, unitCode: '26503', from: '2024-01-01', to: null }),
  },
  { paper: 'profile', channel: 'imports.commit', input: null },
] as const;

async function takenIn(): Promise<Target> {
  const office = await newBook();
  const papers = await Promise.all(CALLS.map(({ paper }) => makePaper(paper)));
  const list = sample('sample/can-bo.csv');
  const seeds = papers.map(({ seeds: [seed] }, at) =>
    Buffer.concat([Buffer.from([at]), CALLS[at]?.input === null ? list : (seed as Buffer)]),
  );
  const path = join(office.folder, '..', `${sha256Hex(Buffer.from(office.folder)).slice(0, 12)}.scl-paper`);
  return {
    seeds,
    mutate(bytes, random) {
      const kind = (bytes[0] ?? 0) % CALLS.length;
      const inner = bytes.subarray(1);
      const changed =
        CALLS[kind]?.input === null
          ? mutateBytes(inner, [',', '"', '\n', '31/02/2024', '\u0000'], random)
          : (papers[kind] as Target).mutate(inner, random);
      return Buffer.concat([Buffer.from([kind]), changed]);
    },
    async run(bytes) {
      const { channel, input } = CALLS[(bytes[0] ?? 0) % CALLS.length] as (typeof CALLS)[number];
      writeFileSync(path, bytes.subarray(1));
      const file = office.backend.files.register(path);
      const before = office.digest();
      try {
        if (input === null) {
          const request = { file, options: { kind: 'staff' }, task: 'import-1' };
          const { sha256: seen } = (await office.call('imports.preview', request)) as { sha256: string };
          if (office.digest() !== before) throw new Error('a preview touched the book');
          await office.call('imports.commit', { ...request, sha256: seen });
        } else await office.call(channel, input(file));
        return `${channel} taken`;
      } catch (error) {
        const code = codeOf(error);
        if (office.digest() !== before) throw new Error(`${channel} was refused and touched the book`);
        return `${channel} ${code}`;
      }
    },
    async close() {
      for (const paper of papers) await paper.close?.();
      rmSync(path, { force: true });
      await office.close();
    },
  };
}

interface Book {
  readonly backend: Backend;
  readonly folder: string;
  call(channel: string, input: unknown): Promise<unknown>;
  /** Of all bytes in which the book is kept. */
  digest(): string;
  close(): Promise<void>;
}

/** A commune's book with a dossier in it. */
async function newBook(): Promise<Book> {
  const root = mkdtempSync(join(tmpdir(), 'scl-fuzz-'));
  const folder = join(root, 'data');
  const backend = createBackend({
    dataDir: folder,
    resourcesDir,
    version: '0.0.0',
    clock: frozenClock(localDate(2024, 3, 20)),
    costs: CHEAP,
  });
  const call = (channel: string, input: unknown): Promise<unknown> =>
    backend.callUnparsed(channel as never, input);
  const login = profile.users.find(({ role }) => role === 'chairman')?.login ?? 'thu';
  await call('app.initialise', { profile, login, passphrase: TEST_PASSPHRASE, backupFolder: null });
  await call('dossiers.save', validInputs['dossiers.save']);
  return {
    backend,
    folder,
    call,
    digest() {
      const hash = createHash('sha256');
      for (const name of ['so-chat-luong.db', 'so-chat-luong.db-wal', 'keyring.json']) {
        const path = join(folder, name);
        hash.update(existsSync(path) ? readFileSync(path) : name);
      }
      return hash.digest('hex');
    },
    async close() {
      await backend.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

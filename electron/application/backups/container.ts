import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { chunksOf } from '#electron/common/file-hash.ts';
import { sha256Hex } from '#electron/common/sha256.ts';
import { AppError } from '#shared/errors.ts';
import { MOST_BYTES } from '../app/read-small-file.ts';
import { type BackupManifest, backupManifest, isNewerBackup } from './manifest.ts';
import { parsePart } from './parse-part.ts';
import { BLOCK, padding, readTarHeader, tarHeader } from './tar.ts';

const CHUNK = 1 << 20;
const LONGEST_MANIFEST = 16_384;
const MANIFEST_FILE = 'manifest.json';

/** Told of bytes done, and asked whether to go on; throws to stop. Waited for where it takes its time. */
export type Advance = (done: number, total: number) => void | Promise<void>;
const silent: Advance = () => {};

/**
 * Writes a copy: manifest, keyring, database, in this order, flushed to the disk. The caller gives it its name, and
 * removes it where this throws, also by `advance`.
 */
export async function writeContainer(
  target: string,
  manifest: BackupManifest,
  keyring: Uint8Array,
  database: string,
  advance: Advance = silent,
): Promise<void> {
  const out = await open(target, 'wx', 0o600);
  try {
    const head = Buffer.from(`${JSON.stringify(backupManifest.parse(manifest), null, 2)}\n`, 'utf8');
    await writeWhole(out, MANIFEST_FILE, head);
    await writeWhole(out, 'keyring.json', keyring);
    const size = partOf(manifest, 'so-chat-luong.db').size;
    await out.write(tarHeader('so-chat-luong.db', size));
    let written = 0;
    for await (const chunk of chunksOf(database)) {
      await out.write(chunk);
      written += chunk.length;
      await advance(written, size);
    }
    if (written !== size) throw new AppError('BACKUP_DAMAGED', { reason: 'size' });
    await out.write(Buffer.alloc(padding(size) + 2 * BLOCK));
    await out.sync();
  } finally {
    await out.close();
  }
}

async function writeWhole(out: FileHandle, name: string, bytes: Uint8Array): Promise<void> {
  await out.write(tarHeader(name, bytes.length));
  await out.write(bytes);
  await out.write(Buffer.alloc(padding(bytes.length)));
}

/** What the head of a copy says, and whether the file is as long as it says. */
export interface BackupHead {
  readonly manifest: BackupManifest;
  /** The keyring as it lies in the copy. */
  readonly keyring: Buffer;
  /** Where the database begins in the file. */
  readonly offset: number;
}

/**
 * Reads the head of a copy: no more than the first few kilobytes. Throws `AppError` INPUT_MISSING, BACKUP_DAMAGED (not a
 * copy, cut off, changed), DATA_FROM_FUTURE (a newer version of the program made it).
 */
export async function readHead(path: string): Promise<BackupHead> {
  const file = await opened(path);
  try {
    const first = await entry(file, 0, MANIFEST_FILE, LONGEST_MANIFEST);
    const manifest = parsePart(first.bytes, backupManifest, isNewerBackup, 'manifest');
    const second = await entry(file, first.end, 'keyring.json', MOST_BYTES.keyring);
    const { name, size } = readTarHeader(await read(file, second.end, BLOCK));
    const stated = partOf(manifest, 'so-chat-luong.db');
    if (name !== stated.name || size !== stated.size)
      throw new AppError('BACKUP_DAMAGED', { reason: 'envelope' });
    if (sha256Hex(second.bytes) !== partOf(manifest, 'keyring.json').sha256)
      throw new AppError('BACKUP_DAMAGED', { reason: 'keyring' });
    const offset = second.end + BLOCK;
    if ((await file.stat()).size !== offset + size + padding(size) + 2 * BLOCK)
      throw new AppError('BACKUP_DAMAGED', { reason: 'truncated' });
    return { manifest, keyring: second.bytes, offset };
  } finally {
    await file.close();
  }
}

/**
 * Reads a copy through and compares it with its manifest; with `target`, the database is written there on the way,
 * flushed. Throws like {@link readHead}, and what `advance` throws.
 */
export async function readThrough(
  path: string,
  target: string | null,
  advance: Advance = silent,
): Promise<BackupHead> {
  const head = await readHead(path);
  const { size, sha256: expected } = partOf(head.manifest, 'so-chat-luong.db');
  const file = await opened(path);
  const out = target === null ? null : await open(target, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    for (let done = 0; done < size; ) {
      await advance(done, size);
      const chunk = await read(file, head.offset + done, Math.min(CHUNK, size - done));
      hash.update(chunk);
      await out?.write(chunk);
      done += chunk.length;
    }
    if (hash.digest('hex') !== expected) throw new AppError('BACKUP_DAMAGED', { reason: 'hash' });
    await advance(size, size);
    await out?.sync();
    return head;
  } finally {
    await out?.close();
    await file.close();
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    throw new AppError('INPUT_MISSING', { file: basename(path) }, { cause });
  }
}

async function entry(
  file: FileHandle,
  at: number,
  expected: string,
  longest: number,
): Promise<{ bytes: Buffer; end: number }> {
  const { name, size } = readTarHeader(await read(file, at, BLOCK));
  if (name !== expected || size > longest) throw new AppError('BACKUP_DAMAGED', { reason: 'envelope' });
  const bytes = await read(file, at + BLOCK, size);
  return { bytes, end: at + BLOCK + size + padding(size) };
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let got = 0;
  while (got < length) {
    const { bytesRead } = await file.read(buffer, got, length - got, at + got).catch((cause: unknown) => {
      throw new AppError('BACKUP_DAMAGED', { reason: 'unreadable' }, { cause });
    });
    if (bytesRead === 0) throw new AppError('BACKUP_DAMAGED', { reason: 'truncated' });
    got += bytesRead;
  }
  return buffer;
}

function partOf({ parts }: BackupManifest, name: 'keyring.json' | 'so-chat-luong.db') {
  const found = parts.find((part) => part.name === name);
  if (found === undefined) throw new AppError('BACKUP_DAMAGED', { reason: 'manifest' });
  return found;
}

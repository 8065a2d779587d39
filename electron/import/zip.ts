import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/errors.ts';

/**
 * Zip archives read from memory, with guards against bombs: declared sizes are summed before anything is
 * inflated, and what is really inflated is held to the declared size, because declared sizes can lie.
 */

/** Most that a workbook may unpack to (bytes). 1,000,000 rows × 20 columns take about 800 MB of XML and are refused. */
export const MAX_UNPACKED = 512 * 1024 * 1024;
/** Unpacked to packed bytes; real workbooks have about 7, bombs 430 and more. */
const MAX_RATIO = 100;
/** Below this total the ratio says nothing: empty styled rows compress that well. */
const RATIO_FROM = 32 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const EOCD = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

/** The directory of a zip archive by name; of entries with the same name the last. Throws FILE_TRUNCATED, FILE_TOO_LARGE. */
export function readZipDirectory(file: Buffer): Map<string, ZipEntry> {
  return new Map(readZipEntries(file).map((entry) => [entry.name, entry]));
}

/**
 * Every entry of a zip archive in the order of its directory, also those that share a name (or whose names in an old
 * encoding read alike). Names have `/` between folders and none in front. Throws FILE_TRUNCATED, FILE_TOO_LARGE.
 */
export function readZipEntries(file: Buffer): ZipEntry[] {
  const end = findEnd(file);
  let count = file.readUInt16LE(end + 10);
  let offset = file.readUInt32LE(end + 16);
  if (count === 0xffff || offset === 0xffffffff) ({ count, offset } = zip64End(file, end));
  if (count > MAX_ENTRIES) throw new AppError('FILE_TOO_LARGE');
  const entries: ZipEntry[] = [];
  let unpacked = 0;
  let packed = 0;
  for (let i = 0; i < count; i++) {
    if (offset + 46 > file.length || file.readUInt32LE(offset) !== CENTRAL)
      throw new AppError('FILE_TRUNCATED');
    const nameLength = file.readUInt16LE(offset + 28);
    const extraLength = file.readUInt16LE(offset + 30);
    const entry = centralEntry(file, offset, nameLength, extraLength);
    unpacked += entry.size;
    packed += entry.packedSize;
    entries.push({ ...entry, name: entry.name.replaceAll('\\', '/').replace(/^\/+/, '') });
    offset += 46 + nameLength + extraLength + file.readUInt16LE(offset + 32);
  }
  if (unpacked > MAX_UNPACKED || (unpacked > RATIO_FROM && unpacked > packed * MAX_RATIO))
    throw new AppError('FILE_TOO_LARGE');
  return entries;
}

function findEnd(file: Buffer): number {
  const lowest = Math.max(0, file.length - 22 - 0xffff);
  for (let i = file.length - 22; i >= lowest; i--) {
    if (file.readUInt32LE(i) === EOCD) return i;
  }
  throw new AppError('FILE_TRUNCATED');
}

function zip64End(file: Buffer, end: number): { count: number; offset: number } {
  const locator = end - 20;
  if (locator < 0 || file.readUInt32LE(locator) !== 0x07064b50) throw new AppError('FILE_TRUNCATED');
  const at = Number(file.readBigUInt64LE(locator + 8));
  if (at + 56 > file.length || file.readUInt32LE(at) !== 0x06064b50) throw new AppError('FILE_TRUNCATED');
  return { count: Number(file.readBigUInt64LE(at + 32)), offset: Number(file.readBigUInt64LE(at + 48)) };
}

function centralEntry(file: Buffer, offset: number, nameLength: number, extraLength: number): ZipEntry {
  const nameStart = offset + 46;
  if (nameStart + nameLength + extraLength > file.length) throw new AppError('FILE_TRUNCATED');
  let size = file.readUInt32LE(offset + 24);
  let packedSize = file.readUInt32LE(offset + 20);
  let local = file.readUInt32LE(offset + 42);
  let at = nameStart + nameLength;
  const extraEnd = at + extraLength;
  while (at + 4 <= extraEnd) {
    const id = file.readUInt16LE(at);
    const length = file.readUInt16LE(at + 2);
    let field = at + 4;
    if (id === 1) {
      const next = () => {
        if (field + 8 > extraEnd) throw new AppError('FILE_TRUNCATED');
        field += 8;
        return Number(file.readBigUInt64LE(field - 8));
      };
      if (size === 0xffffffff) size = next();
      if (packedSize === 0xffffffff) packedSize = next();
      if (local === 0xffffffff) local = next();
    }
    at += 4 + length;
  }
  const flags = file.readUInt16LE(offset + 8);
  return {
    name: file.toString('utf8', nameStart, nameStart + nameLength),
    method: file.readUInt16LE(offset + 10),
    crc: file.readUInt32LE(offset + 16),
    packedSize,
    size,
    offset: local,
    encrypted: (flags & 1) !== 0,
  };
}

function packedBytes(file: Buffer, entry: ZipEntry): Buffer {
  const { offset } = entry;
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL) throw new AppError('FILE_TRUNCATED');
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + entry.packedSize > file.length) throw new AppError('FILE_TRUNCATED');
  if (entry.encrypted) throw new AppError('FILE_ENCRYPTED');
  return file.subarray(start, start + entry.packedSize);
}

/** A whole entry; for the small parts of a workbook. Throws FILE_TRUNCATED, FILE_TOO_LARGE. */
export function readEntry(file: Buffer, entry: ZipEntry): Buffer {
  const packed = packedBytes(file, entry);
  if (entry.size > MAX_UNPACKED) throw new AppError('FILE_TOO_LARGE');
  const data = entry.method === 0 ? packed : inflate(packed, entry);
  if (data.length !== entry.size || crc32(data) !== entry.crc) throw new AppError('FILE_TRUNCATED');
  return data;
}

function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.method !== 8) throw new AppError('FILE_NOT_SPREADSHEET');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size + 1) });
  } catch (cause) {
    const tooLong = (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new AppError(tooLong ? 'FILE_TOO_LARGE' : 'FILE_TRUNCATED', {}, { cause });
  }
}

/**
 * An entry piece by piece, inflated beside the caller's work (zlib's own thread). Every piece is a buffer of its own.
 * Throws FILE_TOO_LARGE as soon as more comes out than was declared, FILE_TRUNCATED when it breaks off or the
 * checksum is wrong.
 */
export async function* streamEntry(
  file: Buffer,
  entry: ZipEntry,
  pieceSize = 1 << 18,
): AsyncGenerator<Buffer, void, undefined> {
  const packed = packedBytes(file, entry);
  let size = 0;
  let crc = 0;
  const account = (piece: Buffer) => {
    size += piece.length;
    if (size > entry.size || size > MAX_UNPACKED) throw new AppError('FILE_TOO_LARGE');
    crc = crc32(piece, crc);
  };
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += pieceSize) {
      const piece = packed.subarray(at, at + pieceSize);
      account(piece);
      yield piece;
    }
  } else if (entry.method === 8) {
    const inflater = createInflateRaw({ chunkSize: pieceSize, finishFlush: constants.Z_FINISH });
    inflater.end(packed);
    try {
      for await (const piece of inflater) {
        account(piece);
        yield piece;
      }
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      if (isZlibError(cause)) throw new AppError('FILE_TRUNCATED', {}, { cause });
      throw cause;
    } finally {
      inflater.destroy();
    }
  } else {
    throw new AppError('FILE_NOT_SPREADSHEET');
  }
  if (size !== entry.size || crc !== entry.crc) throw new AppError('FILE_TRUNCATED');
}

function isZlibError(cause: unknown): boolean {
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' && (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE');
}

/**
 * Inflates every entry and throws the result away: proves that an archive unpacks to what it declares before it is
 * given to a reader without guards of its own.
 */
export async function proveEntries(file: Buffer, entries: Iterable<ZipEntry>): Promise<void> {
  for (const entry of entries) {
    if (entry.size === 0 && entry.packedSize <= 2) continue;
    for await (const _ of streamEntry(file, entry)) void _;
  }
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';

const KB = 1024;
const MB = 1024 * KB;

/** The most bytes a file of a kind can have; each is many times what a real one takes. */
export const MOST_BYTES = {
  /** Certificates, one or several, PEM or DER. */
  certificate: MB,
  /** The revocation list of a large authority takes some megabytes. */
  crl: 64 * MB,
  handOver: 256 * KB,
  receipt: MB,
  /** `enrolments.json` of a trust folder: two hundred bytes a key. */
  enrolments: 16 * MB,
  /** .p12 and .pfx. */
  key: 4 * MB,
  profile: MB,
  targetSet: 4 * MB,
  units: 32 * MB,
  /** People with their boxes: a kilobyte each. */
  keyring: 4 * MB,
  /** What marks the place of copies. */
  mark: 4 * KB,
  /** A report, or the mail or archive it came in. */
  report: 64 * MB,
} as const;

/**
 * The bytes of a file that people chose and that is small by nature (a key, a certificate, a profile). `most`: bytes; a
 * larger file is not read, nor is what has no size of its own (a device, a pipe). Throws `AppError` INPUT_MISSING,
 * INPUT_UNREADABLE, FILE_TOO_LARGE (`most` in words), each with `file`, its bare name.
 */
export function readSmallFile(path: string, most: number): Buffer {
  const file = basename(path);
  let handle: number | null = null;
  try {
    handle = openSync(path, 'r');
    const stats = fstatSync(handle);
    if (!stats.isFile()) throw new AppError('INPUT_UNREADABLE', { file });
    if (stats.size > most)
      throw new AppError('FILE_TOO_LARGE', { file, reason: 'small', most: sizeText(most) });
    return readUpTo(handle, stats.size);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new AppError(missing ? 'INPUT_MISSING' : 'INPUT_UNREADABLE', { file }, { cause });
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/** As much as the file had when it was looked at: one that grows meanwhile is not followed. */
function readUpTo(handle: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let got = 0;
  while (got < size) {
    const read = readSync(handle, bytes, got, size - got, got);
    if (read === 0) break;
    got += read;
  }
  return bytes.subarray(0, got);
}

const sizeText = (bytes: number): string => (bytes >= MB ? `${bytes / MB} MB` : `${bytes / KB} kB`);

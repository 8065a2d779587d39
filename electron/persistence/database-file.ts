import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import type { Connection } from './open-database.ts';

const HEADER = Buffer.from('SQLite format 3\0', 'latin1');

/** Whether a file is a database that everybody can read: an encrypted one begins with random bytes. */
export function isPlainDatabase(path: string): boolean {
  const header = Buffer.alloc(HEADER.length);
  const file = openSync(path, 'r');
  try {
    return readSync(file, header, 0, HEADER.length, 0) === HEADER.length && header.equals(HEADER);
  } finally {
    closeSync(file);
  }
}

/**
 * Looks at a database file before SQLite does. Of an encrypted one only its size can be told before it is open
 * ({@link assertAllPages} says the rest). A file cut to nothing would pass as a new, empty database, and one cut
 * in the middle opens as long as nobody reads beyond the cut. Throws `AppError` DATA_DAMAGED.
 */
export function assertWholeFile(path: string, encrypted = false): void {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  let size: number;
  try {
    size = statSync(path).size;
    const plain = readSync(file, header, 0, 100, 0) === 100 && header.subarray(0, 16).equals(HEADER);
    if (encrypted ? size < 512 || plain : !plain) throw new AppError('DATA_DAMAGED', { reason: 'header' });
  } finally {
    closeSync(file);
  }
  if (encrypted) return;
  // With a log beside it the file may rightly be shorter than its newest state.
  if (hasLog(path)) return;
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  if (size < pageSize * header.readUInt32BE(28)) throw new AppError('DATA_DAMAGED', { reason: 'truncated' });
}

/** The same look at the end of an encrypted file, once its first page can be read. Throws `AppError` DATA_DAMAGED. */
export function assertAllPages(db: Connection, path: string): void {
  if (hasLog(path)) return;
  if (statSync(path).size < Number(db.pragma('page_size')) * Number(db.pragma('page_count')))
    throw new AppError('DATA_DAMAGED', { reason: 'truncated' });
}

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

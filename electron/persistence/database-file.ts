import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';

const HEADER = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Looks at a database file before SQLite does. A file cut to nothing would pass as a new, empty database, and one cut
 * in the middle opens as long as nobody reads beyond the cut (data.md §5). Throws `AppError` DATA_DAMAGED.
 */
export function assertWholeFile(path: string): void {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  let size: number;
  try {
    size = statSync(path).size;
    if (readSync(file, header, 0, 100, 0) < 100 || !header.subarray(0, 16).equals(HEADER))
      throw new AppError('DATA_DAMAGED', { reason: 'header' });
  } finally {
    closeSync(file);
  }
  // With a log beside it the file may rightly be shorter than its newest state.
  const log = `${path}-wal`;
  if (existsSync(log) && statSync(log).size > 0) return;
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  if (size < pageSize * header.readUInt32BE(28)) throw new AppError('DATA_DAMAGED', { reason: 'truncated' });
}

import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';

/**
 * The bytes of a file that people chose and that is small by nature (a key, a certificate, a profile). `most`: bytes;
 * a larger file is not read. Throws `AppError` INPUT_MISSING, INPUT_UNREADABLE, FILE_TOO_LARGE, each with `file`.
 */
export function readSmallFile(path: string, most: number): Buffer {
  const file = basename(path);
  try {
    if (statSync(path).size > most) throw new AppError('FILE_TOO_LARGE', { file });
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new AppError(missing ? 'INPUT_MISSING' : 'INPUT_UNREADABLE', { file }, { cause });
  }
}

import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { flushFolder } from './durable-file.ts';

/**
 * Writes a file so that it is there wholly or not at all: a temporary file beside it, flushed to the disk, then
 * renamed over it. Throws `AppError` OUTPUT_UNWRITABLE.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new AppError('OUTPUT_UNWRITABLE', {}, { cause });
  }
  flushFolder(dirname(path));
}

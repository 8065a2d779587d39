import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { clearBeside, done, removeQuietly, unfinishedPath } from '#electron/common/unfinished.ts';
import { AppError } from '#shared/errors.ts';
import { flushFolder } from './durable-file.ts';

/**
 * Writes a file so that it is there wholly or not at all: a temporary file beside it, flushed to the disk, then
 * renamed over it. What a killed program left of an earlier one goes. Throws `AppError` OUTPUT_UNWRITABLE.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  await clearBeside(path);
  const temporary = unfinishedPath(path);
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
    await removeQuietly(temporary);
    throw new AppError('OUTPUT_UNWRITABLE', {}, { cause });
  } finally {
    done(temporary);
  }
  flushFolder(dirname(path));
}

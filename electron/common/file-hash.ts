import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';

const CHUNK = 1 << 20;

/** A file's bytes in pieces of at most a mebibyte. Throws what the system says. */
export async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const buffer = Buffer.alloc(CHUNK);
      const { bytesRead } = await file.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Size in bytes and SHA-256 of a file. Throws what the system says. */
export async function hashFile(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of chunksOf(path)) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hash.digest('hex') };
}

/** SHA-256 of a file that a person named, lower-case hex. Throws `AppError` INPUT_MISSING or INPUT_UNREADABLE. */
export async function fileSha256(path: string): Promise<string> {
  try {
    return (await hashFile(path)).sha256;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'INPUT_MISSING' : 'INPUT_UNREADABLE';
    throw new AppError(code, { file: basename(path) }, { cause });
  }
}

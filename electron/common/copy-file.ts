import { open } from 'node:fs/promises';
import { chunksOf } from './file-hash.ts';

/**
 * Copies a file into a new one that only its owner may read, and flushes it; others have their turn between the pieces.
 * `told` learns of the bytes copied so far and may end it: the caller removes what is there by then. Throws what the
 * system says.
 */
export async function copyInPieces(
  from: string,
  to: string,
  told: (bytes: number) => Promise<void> = async () => {},
): Promise<void> {
  const out = await open(to, 'wx', 0o600);
  try {
    let done = 0;
    for await (const chunk of chunksOf(from)) {
      await out.write(chunk);
      done += chunk.length;
      await told(done);
    }
    await out.sync();
  } finally {
    await out.close();
  }
}

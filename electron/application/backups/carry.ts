import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyInPieces } from '#electron/common/copy-file.ts';
import { flushFolder } from '#electron/common/durable-file.ts';
import { AppError } from '#shared/errors.ts';
import { inMebibytes } from '../long-task.ts';
import type { TellPart } from '../ports.ts';
import { readThrough } from './container.ts';
import { copiesIn, type FoundCopy, newestOwn, type Office, UNFINISHED } from './copies.ts';
import { databaseHash } from './manifest.ts';

/**
 * Brings the newest of the folder's own copies to the chosen place, where it is not there yet, and reads it back from
 * there. True when something was carried. Throws `AppError` OUTPUT_UNWRITABLE, BACKUP_DAMAGED, and what `tell` throws; the
 * place is then as it was.
 */
export async function carry(
  local: readonly FoundCopy[],
  office: Office,
  place: string,
  tell: TellPart | null = null,
): Promise<boolean> {
  const newest = newestOwn(local, office);
  if (newest === null || !isMissing(newest, await copiesIn(place))) return false;
  const target = join(place, newest.name);
  const unfinished = `${target}${UNFINISHED}`;
  try {
    rmSync(unfinished, { force: true });
    await copyInPieces(newest.path, unfinished, async (done) =>
      tell?.('carrying', inMebibytes(done, newest.size)),
    );
    await readThrough(unfinished, null, async (done, total) => tell?.('rereading', inMebibytes(done, total)));
    renameSync(unfinished, target);
    flushFolder(place);
    return true;
  } catch (cause) {
    try {
      rmSync(unfinished, { force: true });
    } catch {
      // The medium is gone, and the file with it.
    }
    // Gone while it was read back: the place is not there any more.
    if (cause instanceof AppError && cause.code !== 'INPUT_MISSING') throw cause;
    throw new AppError('OUTPUT_UNWRITABLE', { file: null }, { cause });
  }
}

/** Whether a copy is not among others: known by what is in it, not by its name. */
export function isMissing(copy: FoundCopy, others: readonly FoundCopy[]): boolean {
  const hash = hashOf(copy);
  return !others.some((other) => existsSync(other.path) && hashOf(other) === hash);
}

const hashOf = ({ manifest }: FoundCopy): string | null => manifest && databaseHash(manifest);

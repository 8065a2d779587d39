import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MERGE_FOLDER } from '../merge/merge-folder.ts';
import { DRILL_FOLDER } from './drill-folder.ts';
import { isSwapUnsettled, STAGING } from './swap.ts';

const PASSING: readonly string[] = [STAGING, DRILL_FOLDER, MERGE_FOLDER];
/** What is being written when it is cut off, of the files that only the holder of the folder writes. */
const HALF_WRITTEN = /^(keyring(\.[a-z0-9-]+)*|sign-in|backup-place)\.json\.new$/;

/**
 * Removes what a restore, a drill or a joining of units that was killed had unpacked: a whole copy of the book, encrypted like it, that
 * nobody would look for; and files of the folder's own that were half written. Once, before this program does anything in the folder, and only where no other program is at
 * work there; a restore whose exchange had begun is brought to its end instead. Never throws: what cannot be removed now
 * goes with the next restore.
 */
export async function clearPassingFolders(dataDir: string): Promise<void> {
  try {
    if (!existsSync(dataDir) || isSwapUnsettled(dataDir)) return;
    const left = readdirSync(dataDir)
      .filter((name) => PASSING.includes(name) || HALF_WRITTEN.test(name))
      .map((name) => join(dataDir, name));
    if (left.length === 0) return;
    const { lockFolder } = await import('#electron/persistence/folder-lock.ts');
    const lock = lockFolder(dataDir);
    try {
      for (const path of left) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    } finally {
      lock.release();
    }
  } catch {
    // In use by another window, or a medium that cannot be written: told by the opening.
  }
}

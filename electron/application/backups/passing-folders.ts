import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MERGE_FOLDER } from '../merge/merge-folder.ts';
import { DRILL_FOLDER } from './drill-folder.ts';
import { isSwapUnsettled, STAGING } from './swap.ts';

/**
 * Removes what a restore, a drill or a joining of units that was killed had unpacked: a whole copy of the book, encrypted like it, that
 * nobody would look for. Once, before this program does anything in the folder, and only where no other program is at
 * work there; a restore whose exchange had begun is brought to its end instead. Never throws: what cannot be removed now
 * goes with the next restore.
 */
export async function clearPassingFolders(dataDir: string): Promise<void> {
  const left = [STAGING, DRILL_FOLDER, MERGE_FOLDER]
    .map((name) => join(dataDir, name))
    .filter((path) => existsSync(path));
  if (left.length === 0 || isSwapUnsettled(dataDir)) return;
  try {
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

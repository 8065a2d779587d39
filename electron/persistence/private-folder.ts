import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

/** Rights of group and others. */
const OTHERS = 0o077;
/** A folder that belongs to all (`/tmp`) keeps its rights, whatever lies in it. */
const STICKY = 0o1000;

/**
 * Takes a data folder's rights from everybody but its owner (SECURITY 20), where a person made it or another umask was
 * set. Nothing happens where it belongs to somebody else, nor on media without such rights; Windows goes by the access
 * list that the folder inherits.
 */
export function keepFolderPrivate(folder: string): void {
  tighten(folder, (mode) => (mode & STICKY) === 0);
}

/** Makes an empty file for its owner alone, or takes the others' rights from the one that is there. */
export function touchPrivate(path: string): void {
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch {
    // Whoever opens it for work is told why it cannot be.
    return;
  }
  tighten(path, () => true);
}

function tighten(path: string, may: (mode: number) => boolean): void {
  if (process.getuid === undefined) return;
  try {
    const { mode, uid } = statSync(path);
    if (uid === process.getuid() && (mode & OTHERS) !== 0 && may(mode)) chmodSync(path, mode & ~OTHERS);
  } catch {
    // A medium that knows no rights, or is mounted for reading only.
  }
}

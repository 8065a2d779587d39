import {
  closeSync,
  constants,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';

const BLOCK = Buffer.alloc(1024 * 1024);

/**
 * Overwrites a file with zeros, flushes them to the disk, and removes it. On a hard disk the old bytes are gone with
 * that. An SSD, a USB stick and a file system that keeps old versions write elsewhere: there the old bytes may lie in
 * cells that no program can reach any more, until the medium uses them again. Nothing can promise more.
 */
export function wipeFile(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isFile()) {
    // None that the program made: a link could lead to somebody's file, which is none of ours to overwrite.
    rmSync(path, { recursive: true, force: true });
    return;
  }
  const { size } = found;
  // Windows knows no such flag, and lets only administrators make links.
  const file = openSync(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    for (let written = 0; written < size; )
      written += writeSync(file, BLOCK, 0, Math.min(BLOCK.length, size - written), written);
    fsyncSync(file);
    ftruncateSync(file, 0);
  } finally {
    closeSync(file);
  }
  rmSync(path, { force: true });
}

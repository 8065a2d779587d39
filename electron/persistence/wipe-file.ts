import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

const BLOCK = Buffer.alloc(1024 * 1024);

/**
 * Overwrites a file with zeros, flushes them to the disk, and removes it. On a hard disk the old bytes are gone with
 * that. An SSD, a USB stick and a file system that keeps old versions write elsewhere: there the old bytes may lie in
 * cells that no program can reach any more, until the medium uses them again. Nothing can promise more.
 */
export function wipeFile(path: string): void {
  if (!existsSync(path)) return;
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
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

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * Writes a small text whole or not at all, for this account alone. What lies under the passing name `….new` goes first
 * and the file is made anew: a link that somebody put there would lead the bytes into another file. Throws what the
 * system says.
 */
export function writeDurably(path: string, text: string): void {
  const passing = `${path}.new`;
  rmSync(passing, { recursive: true, force: true });
  const file = openSync(passing, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(passing, path);
}

/** The same for a value as JSON that people can read. */
export function writeJson(path: string, value: unknown): void {
  writeDurably(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** So that what stands in a file survives a power cut. Throws what the system says. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** So that new names survive a power cut; not every system lets a folder be opened for this. */
export function flushFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows: the file system orders this itself.
  }
}

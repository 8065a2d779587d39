import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';

// A file that is being written lies beside its target as `NAME.<random 6><process 8><proof 10>.tmp`, hex digits. The
// proof is a hash over everything else and the machine, so that what a killed program left can be told from anything that
// somebody else calls `.tmp`.

const PATTERN = /^(.+)\.([0-9a-f]{6})([0-9a-f]{8})([0-9a-f]{10})\.tmp$/s;
/** A file that was written to within this time may belong to another machine of the same name, milliseconds. */
const FRESH_MS = 60_000;

/** What this process is writing. */
const inUse = new Set<string>();

/** A path beside `path` for what is being written; {@link done} when it has its name, or is gone. */
export function unfinishedPath(path: string): string {
  const random = randomBytes(3).toString('hex');
  const pid = process.pid.toString(16).padStart(8, '0');
  const temporary = `${path}.${random}${pid}${proof(basename(path), random, pid)}.tmp`;
  inUse.add(temporary);
  return temporary;
}

/** What was written under an unfinished path has its name now, or was removed. */
export function done(temporary: string): void {
  inUse.delete(temporary);
}

/** Removes what was written; a medium that is gone took it along, and that is not what has to be told. */
export async function removeQuietly(temporary: string): Promise<void> {
  await rm(temporary, { force: true }).catch(() => undefined);
}

/**
 * Removes from a folder what killed programs of this person on this machine left half-written. Files that are written
 * to, anybody else's, and those of the last minute (`now`: milliseconds since 1970) stay. Nothing is thrown: a folder
 * that cannot be read or written is told by the writing itself.
 */
export async function clearUnfinished(folder: string, now: number = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    if (!isLeft(name, path)) continue;
    try {
      const { mtimeMs } = await stat(path);
      // Either way: the clock may have been set back since.
      if (Math.abs(now - mtimeMs) > FRESH_MS) await rm(path, { force: true });
    } catch {
      // Gone, or not ours to remove.
    }
  }
}

/** The same for the folder of a file that is about to be written. */
export function clearBeside(path: string): Promise<void> {
  return clearUnfinished(dirname(path));
}

function isLeft(name: string, path: string): boolean {
  const [, target, random, pid, told] = PATTERN.exec(name) ?? [];
  if (target === undefined || random === undefined || pid === undefined) return false;
  if (told !== proof(target, random, pid)) return false;
  const writer = Number.parseInt(pid, 16);
  return writer === process.pid ? !inUse.has(path) : !lives(writer);
}

function proof(target: string, random: string, pid: string): string {
  const told = ['so-chat-luong', hostname(), userInfo().username, target.normalize('NFC'), random, pid];
  return createHash('sha256').update(told.join('\0')).digest('hex').slice(0, 10);
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process of that number; the one that wrote was ours.
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

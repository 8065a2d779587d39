import { randomBytes } from 'node:crypto';
import { appendFileSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';

/** The program's own diary. It holds no personal data: ids, codes and places in the program only. */
export interface Log {
  /** Writes a fault of the program and gives the id under which it stands. */
  fault(error: unknown, where: string): string;
  note(what: string): void;
}

const LIMIT = 512 * 1024;
/** Older files kept: `app.log.1`, `app.log.2`. */
const KEPT = 2;

/** Messages of these classes speak of the program; those of others may quote what a person wrote. */
const SPEAKING = new Set(['TypeError', 'ReferenceError', 'RangeError', 'SqliteError', 'AssertionError']);

/** Opens the log in a folder; a log that cannot be written is no reason to fail. */
export function openLog(folder: string): Log {
  const file = join(folder, 'app.log');
  const write = (line: Record<string, unknown>): void => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      rotate(file);
      // A link that somebody put there would lead the lines into another file.
      if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === false) rmSync(file, { force: true });
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`, { mode: 0o600 });
    } catch {
      // A full or read-only disk: the fault itself is still told to the user.
    }
  };
  return {
    fault(error, where) {
      const logId = randomBytes(4).toString('hex');
      write({ logId, where, ...describe(error) });
      return logId;
    },
    note: (what) => write({ note: what }),
  };
}

/** What may be written of an error: class, code, the places it passed, and its message where that is harmless. */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  const fault = error instanceof AppError ? { code: error.code } : {};
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof syscall === 'string' ? { syscall } : {}),
    ...fault,
    ...(SPEAKING.has(error.name) ? { message: error.message.slice(0, 500) } : {}),
    stack: frames(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}

/** Stack frames with bare file names: a folder's name can hold a person's. */
function frames(stack: string): string[] {
  const found: string[] = [];
  for (const line of stack.split('\n')) {
    const match = /^\s+at (?:(.*?) \()?.*?([^/\\]+:\d+:\d+)\)?$/.exec(line);
    // A folder that has a bracket in its name looks like a function: „C:\\Users\\A (xã)\\…“.
    const name = match?.[1] === undefined || /[/\\]/.test(match[1]) ? '-' : match[1];
    if (match) found.push(`${name} ${match[2]}`.slice(0, 200));
    if (found.length === 12) break;
  }
  return found;
}

function rotate(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < LIMIT) return;
  for (let number = KEPT - 1; number >= 1; number -= 1) {
    try {
      renameSync(`${file}.${number}`, `${file}.${number + 1}`);
    } catch {
      // Not there yet.
    }
  }
  renameSync(file, `${file}.1`);
}

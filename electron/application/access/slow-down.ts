import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '#electron/common/durable-file.ts';
import { AppError } from '#shared/errors.ts';
import { readSmallFile } from '../app/read-small-file.ts';

/** Name of the file in a data folder. */
export const SIGN_IN_FILE = 'sign-in.json';
/** Wrong passphrases in a row that cost nothing: everybody mistypes. */
const FREE = 3;
/** Seconds to wait after the first one that costs; each further one doubles it. */
const FIRST_WAIT = 5;
/** The longest wait, seconds: a person who really forgot needs the sheet, not patience. */
const LONGEST_WAIT = 15 * 60;
/** A line for each person of an office takes less, bytes. */
const MOST_BYTES = 100_000;

const kept = z.record(
  z.string(),
  z.strictObject({ failures: z.number().int().positive(), last: z.number().int().nonnegative() }),
);
type Kept = z.infer<typeof kept>;

/** Counts wrong passphrases by login, and how long the next try has to wait. */
export interface SlowDown {
  /** Throws `AppError` SIGN_IN_SLOWED (`login`, `seconds`) where the last wrong passphrase is too fresh. */
  demandPatience(login: string): void;
  /** One more wrong passphrase. */
  failed(login: string): void;
  /** The right one: forgets the wrong ones before it and says how many there were. */
  succeeded(login: string): number;
}

/**
 * Keeps its counts in a file beside the book, because the book is closed while somebody tries: they survive a restart.
 * The file tells logins and numbers, nothing else. Whoever can remove it can copy the keyring and try elsewhere as well;
 * against that only the passphrase's own cost helps. `now`: milliseconds since 1970.
 */
export function createSlowDown(file: string, now: () => number = Date.now): SlowDown {
  return {
    demandPatience(login) {
      const all = read(file);
      const known = all[login];
      if (known === undefined) return;
      const at = now();
      // The clock was set back: the wait begins anew, and is no longer than it was.
      if (at < known.last) write(file, { ...all, [login]: { ...known, last: at } });
      const left = waitAfter(known.failures) * 1000 - Math.max(0, at - known.last);
      if (left > 0) throw new AppError('SIGN_IN_SLOWED', { login, seconds: Math.ceil(left / 1000) });
    },
    failed(login) {
      const all = read(file);
      write(file, {
        ...all,
        [login]: { failures: (all[login]?.failures ?? 0) + 1, last: Math.trunc(now()) },
      });
    },
    succeeded(login) {
      const { [login]: known, ...others } = read(file);
      if (known === undefined) return 0;
      write(file, others);
      return known.failures;
    },
  };
}

/** Seconds that the next try waits after so many wrong passphrases in a row. */
export function waitAfter(failures: number): number {
  return failures < FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(20, failures - FREE));
}

/** What was kept; nothing where the file is gone or no longer says anything. */
function read(file: string): Kept {
  try {
    return kept.parse(JSON.parse(readSmallFile(file, MOST_BYTES).toString('utf8')));
  } catch {
    return {};
  }
}

/** Whole or as before. A medium that cannot be written keeps nobody from their own book. */
function write(file: string, value: Kept): void {
  try {
    if (Object.keys(value).length === 0) {
      rmSync(file, { force: true });
      return;
    }
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeDurably(file, JSON.stringify(value));
  } catch {
    // Told by nobody: the count stays as it was.
  }
}

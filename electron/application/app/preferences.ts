import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '#electron/common/durable-file.ts';
import { type Preferences, preferences } from '#shared/ipc/contract/app.ts';
import { readSmallFile } from './read-small-file.ts';

/** Long enough for a telephone call, short enough for a counter where citizens stand. */
const DEFAULT_LOCK_MINUTES = 10;
/** The file has a handful of lines, bytes. */
const MOST_BYTES = 100_000;

/** What this machine remembers beside the data folder: nothing that a report or a figure depends on. */
const remembered = z.object({
  ...preferences.shape,
  lockMinutes: preferences.shape.lockMinutes.default(DEFAULT_LOCK_MINUTES),
  /** The sample commune was open when the app was closed. */
  sample: z.boolean(),
  /** Who was signed in last. */
  lastLogin: z.string().max(40).nullable(),
});
export type Remembered = z.infer<typeof remembered>;

const FIRST: Remembered = {
  language: 'vi',
  colourScheme: 'auto',
  lockMinutes: DEFAULT_LOCK_MINUTES,
  sample: false,
  lastLogin: null,
};

export interface PreferencesFile {
  readonly value: Remembered;
  set(change: Partial<Remembered>): void;
}

/** Reads the file, or begins with Vietnamese and the machine's colours where there is none or it is broken. */
export function openPreferences(path: string): PreferencesFile {
  let value = read(path);
  return {
    get value() {
      return value;
    },
    set(change) {
      value = { ...value, ...change };
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeDurably(path, `${JSON.stringify(value, null, 2)}\n`);
    },
  };
}

function read(path: string): Remembered {
  try {
    return remembered.parse(JSON.parse(readSmallFile(path, MOST_BYTES).toString('utf8')));
  } catch {
    return FIRST;
  }
}

/** The part that the window knows. */
export function shownPreferences({ language, colourScheme, lockMinutes }: Remembered): Preferences {
  return { language, colourScheme, lockMinutes };
}

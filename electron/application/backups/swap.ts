import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { flushFolder, writeJson } from '#electron/common/durable-file.ts';
import { AppError } from '#shared/errors.ts';

/** Folder of a data folder that holds what a restore moved aside, one folder each. */
export const REPLACED = 'replaced';
/** Folder of a data folder into which a copy is unpacked. */
export const STAGING = 'restoring';
const JOURNAL = 'restore.json';
/** The journal while it is being written: cut off there, nothing has been moved yet. */
const UNWRITTEN = `${JOURNAL}.new`;

const journal = z.object({
  version: z.literal(1),
  /** Folder inside the data folder whose files take their place. */
  from: z.string().regex(/^(restoring|replaced\/[0-9TZ-]+)$/),
  /** Id of the folder in `replaced/` that takes the present ones. */
  aside: z.string().regex(/^[0-9TZ-]+$/),
  /** `aside`: whatever lies in the data folder is the old one's; `place`: none of the old one's is left there. */
  step: z.enum(['aside', 'place']),
});
type Journal = z.infer<typeof journal>;

/** What makes a book: the database with its log, and the keyring with its copy and its predecessors. */
const OF_THE_BOOK = /^(so-chat-luong\.db([.-].*)?|keyring(\.[a-z0-9-]+)*\.json)$/;

/**
 * Puts the files of `from` into the place of the present book, which is moved aside whole. A journal says how far it
 * has come, so that {@link settleSwap} brings it to its end wherever it was cut off. The caller holds the folder's lock
 * and has closed the book. Throws `AppError` OUTPUT_UNWRITABLE; a new start goes on then.
 */
export function swapBook(dataDir: string, from: string, at: string): void {
  const id = at.replace(/\.\d+/, '').replace(/:/g, '-');
  let aside = id;
  for (let number = 2; existsSync(join(dataDir, REPLACED, aside)); number += 1) aside = `${id}-${number}`;
  try {
    write(dataDir, { version: 1, from, aside, step: 'aside' });
    settle(dataDir);
  } catch (cause) {
    throw new AppError('OUTPUT_UNWRITABLE', { file: null }, { cause });
  }
}

/** Whether a swap was cut off. */
export function isSwapUnsettled(dataDir: string): boolean {
  return [JOURNAL, UNWRITTEN].some((name) => existsSync(join(dataDir, name)));
}

/** Brings a swap that was cut off to its end; nothing where there is none. Under the folder's lock. */
export function settleSwap(dataDir: string): void {
  try {
    settle(dataDir);
  } catch (cause) {
    throw new AppError('OUTPUT_UNWRITABLE', { file: JOURNAL }, { cause });
  }
}

function settle(dataDir: string): void {
  rmSync(join(dataDir, UNWRITTEN), { recursive: true, force: true });
  let found = read(dataDir);
  if (found === null) return;
  const from = join(dataDir, found.from);
  const aside = join(dataDir, REPLACED, found.aside);
  if (!isOurs(dataDir, found)) {
    setJournalAside(dataDir);
    return;
  }
  if (found.step === 'aside') {
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    moveBook(dataDir, aside);
    found = { ...found, step: 'place' };
    write(dataDir, found);
  }
  // The database last: while it is missing nobody takes the folder for a whole one.
  moveBook(from, dataDir);
  flushFolder(dataDir);
  rmSync(join(dataDir, JOURNAL), { force: true });
  flushFolder(dataDir);
  rmSync(from, { recursive: true, force: true, maxRetries: 5 });
  // On a new machine there was nothing to move aside.
  if (readdirSync(aside).length === 0) rmSync(aside, { recursive: true, force: true });
}

function moveBook(from: string, to: string): void {
  if (!existsSync(from)) return;
  const names = readdirSync(from).filter((name) => OF_THE_BOOK.test(name));
  names.sort(
    (a, b) =>
      Number(a.startsWith('so-chat-luong')) - Number(b.startsWith('so-chat-luong')) || b.length - a.length,
  );
  for (const name of names) renameSync(join(from, name), join(to, name));
  flushFolder(to);
  flushFolder(from);
}

function write(dataDir: string, value: Journal): void {
  writeJson(join(dataDir, JOURNAL), journal.parse(value));
  flushFolder(dataDir);
}

function read(dataDir: string): Journal | null {
  const path = join(dataDir, JOURNAL);
  if (!existsSync(path)) return null;
  try {
    return journal.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (fault) {
    // It is written whole or not at all. Where the book is in its place, nothing hangs on it.
    if (!existsSync(join(dataDir, DATABASE_FILE))) throw fault;
    setJournalAside(dataDir);
    return null;
  }
}

/**
 * Whether a journal can be one of this program: folders and no links, which would move files out of, or into, a place
 * elsewhere; and a book to come before the present one is moved.
 */
function isOurs(dataDir: string, { from, aside, step }: Journal): boolean {
  const folders = [REPLACED, from, join(REPLACED, aside)].map((name) => join(dataDir, name));
  if (folders.some((path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false))
    return false;
  return step === 'place' ? existsSync(folders[2] ?? '') : existsSync(join(dataDir, from, DATABASE_FILE));
}

function setJournalAside(dataDir: string): void {
  renameSync(join(dataDir, JOURNAL), join(dataDir, 'restore.old.json'));
}

/** Books that were moved aside, newest first. */
export function replacedBooks(dataDir: string): { id: string; at: string }[] {
  const folder = join(dataDir, REPLACED);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((id) => /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(-\d+)?$/.test(id))
    .filter((id) => existsSync(join(folder, id, DATABASE_FILE)))
    .sort()
    .reverse()
    .map((id) => ({ id, at: id.replace(/^(.{10}T\d\d)-(\d\d)-(\d\d)Z.*$/, '$1:$2:$3Z') }));
}

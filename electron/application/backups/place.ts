import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, parse, resolve, sep } from 'node:path';
import { z } from 'zod';
import { writeJson } from '#electron/common/durable-file.ts';
import { AppError } from '#shared/errors.ts';
import { DOCUMENT_KEYS } from '../app/documents.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';
import type { Store } from '../ports.ts';
import { isRemotePath } from './remote-path.ts';

/** Lies in the chosen folder: it is known by this file, whatever letter its stick gets. */
export const PLACE_FILE = 'noi-sao-luu.so-chat-luong.json';
/** Lies in the data folder: where this machine puts its copies. A database that moves elsewhere does not take it along. */
export const CHOICE_FILE = 'backup-place.json';

const mark = z.object({ format: z.literal('so-chat-luong-backup-place'), id: z.uuid() });
const choice = z.object({
  version: z.literal(1),
  /** Null: nobody chose one. */
  path: z.string().max(4000).nullable(),
  /** Null: the folder was never there yet. */
  id: z.uuid().nullable(),
});

/** The chosen folder as it stands. */
export interface Place {
  /** As it was found now, or as it was last. */
  readonly path: string;
  readonly present: boolean;
}

/** Folders under which media appear on this machine. */
export type MediaRoots = () => readonly string[];

/** What was chosen for this machine; before anything was, what was said at the first start. */
function readChoice(dataDir: string, store: Store | null): z.infer<typeof choice> {
  try {
    return choice.parse(JSON.parse(readFileSync(join(dataDir, CHOICE_FILE), 'utf8')));
  } catch {
    const said = store?.documents.get(DOCUMENT_KEYS.backupFolder);
    return { version: 1, path: typeof said === 'string' && said !== '' ? said : null, id: null };
  }
}

/**
 * The folder for copies, found again by its mark where it stands under another name now; null where none was chosen.
 * A folder that is not there is not made: on a missing stick that would be one on the system's own disk.
 */
export function findPlace(
  dataDir: string,
  store: Store | null,
  roots: MediaRoots = mediaRoots,
  platform: NodeJS.Platform = process.platform,
): Place | null {
  const { path, id } = readChoice(dataDir, store);
  if (path === null) return null;
  // Not even looked at.
  if (isRemotePath(path, platform)) return { path, present: false };
  if (id === null) return { path, present: isFolder(path) };
  if (markOf(path) === id) return { path, present: true };
  const found = elsewhere(path, roots()).find((candidate) => markOf(candidate) === id);
  if (found === undefined) return { path, present: false };
  writeJson(join(dataDir, CHOICE_FILE), { version: 1, path: found, id });
  return { path: found, present: true };
}

/**
 * Chooses the folder for copies, which must be there, and marks it. Throws `AppError` RECORD_INVALID for one inside the
 * data folder, BACKUP_PLACE_REMOTE for one on another machine by its name there, OUTPUT_UNWRITABLE.
 */
export function choosePlace(
  dataDir: string,
  path: string | null,
  platform: NodeJS.Platform = process.platform,
): void {
  if (path === null) {
    writeJson(join(dataDir, CHOICE_FILE), { version: 1, path: null, id: null });
    return;
  }
  if (isRemotePath(path, platform)) throw new AppError('BACKUP_PLACE_REMOTE');
  if (`${resolve(path)}${sep}`.startsWith(`${resolve(dataDir)}${sep}`))
    throw new AppError('RECORD_INVALID', {}, { fieldErrors: { folder: 'inside' } });
  try {
    const id = markOf(path) ?? randomUUID();
    writeJson(join(path, PLACE_FILE), { format: 'so-chat-luong-backup-place', id });
    writeJson(join(dataDir, CHOICE_FILE), { version: 1, path, id });
  } catch (cause) {
    throw new AppError('OUTPUT_UNWRITABLE', { file: null }, { cause });
  }
}

/** Marks a folder that was chosen before it could be marked: at the first start. */
export function markPlace(dataDir: string, store: Store): void {
  const { path, id } = readChoice(dataDir, store);
  if (path !== null && id === null && isFolder(path)) choosePlace(dataDir, path);
}

/** Whether a chosen folder and the data are on one disk, which then goes with both. */
export function sameDisk(dataDir: string, path: string): boolean {
  try {
    return statSync(dataDir).dev === statSync(path).dev;
  } catch {
    return false;
  }
}

function markOf(folder: string): string | null {
  try {
    return mark.parse(JSON.parse(readSmallFile(join(folder, PLACE_FILE), MOST_BYTES.mark).toString('utf8')))
      .id;
  } catch {
    return null;
  }
}

/** Where the folder could stand on another medium: every end of its path under every medium's root. */
function elsewhere(path: string, roots: readonly string[]): string[] {
  const parts = path.slice(parse(path).root.length).split(/[/\\]/).filter(Boolean);
  return roots.flatMap((root) => parts.map((_, from) => join(root, ...parts.slice(from))).concat(root));
}

function mediaRoots(): string[] {
  if (process.platform === 'win32')
    return [...'DEFGHIJKLMNOPQRSTUVWXYZABC']
      .map((letter) => `${letter}:\\`)
      .filter((root) => existsSync(root));
  const fixed = process.platform === 'darwin' ? ['/Volumes'] : ['/media', '/run/media', '/mnt'];
  const media = fixed.flatMap(foldersIn);
  // /media/USER/STICK and /media/STICK are both in use.
  return [...media, ...media.flatMap(foldersIn)];
}

function foldersIn(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(path, name));
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { readKeyring, writeKeyringFile } from '../access/keyring-file.ts';
import { DOCUMENT_KEYS, readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import type { Store } from '../ports.ts';

const STATE_KEY = 'backups.last';
/** Copies of so many days are kept; older ones go. */
const KEPT = 14;

const lastBackup = z.object({ at: z.string(), file: z.string() });

/** How many writes of this opening the last copy holds, its own note counted in. */
const covered = new WeakMap<Store, number>();

/** The last copy that was made: when (UTC), and its bare name. */
export type LastBackup = z.infer<typeof lastBackup>;

/** The folder that copies go to; null when nobody chose one. */
export function backupFolder(store: Store): string | null {
  const value = store.documents.get(DOCUMENT_KEYS.backupFolder);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function readLastBackup(store: Store): LastBackup | null {
  return lastBackup.safeParse(store.documents.get(STATE_KEY)).data ?? null;
}

/** What a copy needs of the open folder. */
type Space = Pick<Workspace, 'store' | 'clock' | 'dataDir'>;

/**
 * Copies the book into the chosen folder, one file a day; a second copy of a day replaces the first. The copy is
 * encrypted like the book; beside it lies the keyring of its time, so that the same passphrases and the recovery sheet
 * open it on another machine. The copy is
 * whole or not there at all: written under another name, then renamed. Null when no folder was chosen. Throws
 * `AppError` OUTPUT_UNWRITABLE (a stick that is not plugged in); the next start tries again.
 */
export async function backUp({ store, clock, dataDir }: Space): Promise<LastBackup | null> {
  const folder = backupFolder(store);
  if (folder === null) return null;
  const prefix = `SoChatLuong_${readProfile(store).unit.code}_`;
  const file = `${prefix}${clock.today()}.db`;
  const temporary = join(folder, `${file}.dang-ghi`);
  try {
    mkdirSync(folder, { recursive: true });
    // What an interrupted copy left behind.
    discard(temporary);
    await store.backupTo(temporary);
    const keyring = readKeyring(dataDir);
    if (keyring !== null) writeKeyringFile(join(folder, keyringOf(file)), keyring);
    renameSync(temporary, join(folder, file));
  } catch (cause) {
    discard(temporary);
    throw new AppError('OUTPUT_UNWRITABLE', { file }, { cause });
  }
  forgetOldest(folder, prefix);
  const made: LastBackup = { at: clock.now(), file };
  await store.write((tx) => tx.putDocument(STATE_KEY, made));
  covered.set(store, store.writes);
  return made;
}

/** {@link backUp}, unless the newest copy is of today and already holds the last write. */
export async function backUpIfDue(space: Space): Promise<LastBackup | null> {
  const last = readLastBackup(space.store);
  const folder = backupFolder(space.store);
  const fresh =
    last !== null &&
    folder !== null &&
    last.file.endsWith(`${space.clock.today()}.db`) &&
    existsSync(join(folder, last.file)) &&
    space.store.writes === (covered.get(space.store) ?? 0);
  return fresh ? last : backUp(space);
}

/** Name of the keyring beside a copy. */
export const keyringOf = (file: string): string => file.replace(/\.db$/, '.keyring.json');

/** Removes what was begun, where the folder is still there to remove it from. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The medium is gone, and the file with it.
  }
}

/** Only files this program made for this unit, and only beyond the newest ones. */
function forgetOldest(folder: string, prefix: string): void {
  const copies = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && /^\d{4}-\d{2}-\d{2}\.db$/.test(name.slice(prefix.length)))
    .sort();
  for (const name of copies.slice(0, -KEPT))
    for (const gone of [name, keyringOf(name)]) rmSync(join(folder, gone), { force: true });
}

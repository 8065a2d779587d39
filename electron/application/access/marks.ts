import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COPIES_FOLDER } from '#electron/common/book-files.ts';
import { namesIn } from '#electron/common/look-at-files.ts';
import { copiesIn } from '../backups/copies.ts';
import { BACKUP_SUFFIX } from '../backups/manifest.ts';
import { CHOICE_FILE } from '../backups/place.ts';
import { COPY_FILE, KEYRING_FILE } from './keyring-file.ts';
import type { Keyring } from './keyring-form.ts';

/**
 * The first file found in a data folder that only a book that was encrypted has: a keyring, a copy, the choice of a
 * place for copies; null where there is none. A first encryption that was cut off leaves none of them (what it had kept
 * is put aside by {@link StoreOpener.look}). `sign-in.json` is no mark: wrong passphrases of an older folder are counted
 * in it too.
 */
export function markOfEncryption(dataDir: string): string | null {
  const beside = [KEYRING_FILE, COPY_FILE, CHOICE_FILE].find((name) => existsSync(join(dataDir, name)));
  if (beside !== undefined) return beside;
  const copy = namesIn(join(dataDir, COPIES_FOLDER)).find((name) => name.endsWith(BACKUP_SUFFIX));
  return copy === undefined ? null : `${COPIES_FOLDER}/${copy}`;
}

/**
 * Which of keyring and database is another book's, as the copies in the folder say: those that bear the keyring's id
 * speak for the keyring, others alone against it. A guess for people: whoever exchanged files may have put copies too.
 */
export async function otherBooks(
  dataDir: string,
  { folder }: Pick<Keyring, 'folder'>,
): Promise<'keyring' | 'database' | 'unknown'> {
  const copies = await copiesIn(join(dataDir, COPIES_FOLDER));
  const folders = copies.flatMap(({ manifest }) => manifest?.folder ?? []);
  if (folders.includes(folder)) return 'database';
  return folders.length > 0 ? 'keyring' : 'unknown';
}

import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { stampOf } from '#electron/common/look-at-files.ts';
import { AppError } from '#shared/errors.ts';
import { COPY_FILE, KEYRING_FILE, readKeyring } from '../access/keyring-file.ts';
import type { Keyring } from '../access/keyring-form.ts';
import { BACKUP_SUFFIX } from '../backups/manifest.ts';
import { readCopy, unpack } from '../backups/unpack.ts';

/** What is known of a source before anybody opens it. */
export interface SourceHead {
  /** The data folder or the copy. */
  readonly path: string;
  readonly kind: 'folder' | 'copy';
  /** Null for a folder of an older version that is not encrypted. */
  readonly keyring: Keyring | null;
  /** A copy says its unit; a folder only once it is open. */
  readonly unit: { readonly code: string; readonly name: string } | null;
}

/** What makes a book on the disk; the log beside it holds what was written last. */
const FILES = [DATABASE_FILE, `${DATABASE_FILE}-wal`, KEYRING_FILE, COPY_FILE] as const;

/**
 * Looks at a copy (`.scl-backup`), a data folder, or a file in one. Changes nothing there. Throws `AppError`
 * INPUT_MISSING, BACKUP_DAMAGED, DATA_FROM_FUTURE, KEYRING_DAMAGED, MERGE_SOURCE_UNFIT (`reason` none, sample).
 */
export async function readSourceHead(given: string): Promise<SourceHead> {
  const stat = statSync(given, { throwIfNoEntry: false });
  if (stat === undefined) throw new AppError('INPUT_MISSING', { file: basename(given) });
  const path = stat.isFile() && basename(given) === DATABASE_FILE ? dirname(given) : given;
  if (!statSync(path).isDirectory()) {
    const { manifest, keyring } = await readCopy(path).catch((fault: unknown) => {
      // A copy by its name says what is wrong with it; any other file is simply none.
      if (path.endsWith(BACKUP_SUFFIX)) throw fault;
      throw new AppError('MERGE_SOURCE_UNFIT', { reason: 'none', file: basename(path) }, { cause: fault });
    });
    return { path, kind: 'copy', keyring, unit: manifest.unit };
  }
  if (!existsSync(join(path, DATABASE_FILE)))
    throw new AppError('MERGE_SOURCE_UNFIT', { reason: 'none', file: basename(path) });
  const keyring = readKeyring(path);
  if (keyring !== null && keyring.open !== null)
    throw new AppError('MERGE_SOURCE_UNFIT', { reason: 'sample', file: basename(path) });
  return { path, kind: 'folder', keyring, unit: null };
}

/**
 * Brings a source into a folder of its own, where it can be opened without touching the original. Throws `AppError`
 * DATA_FOLDER_BUSY where a data folder is written to meanwhile, OUTPUT_UNWRITABLE, and what `advance` throws.
 */
export async function stageSource(
  { path, kind }: Pick<SourceHead, 'path' | 'kind'>,
  staged: string,
  advance: (done: number, total: number) => void,
): Promise<void> {
  if (kind === 'copy') return unpack(path, staged, advance);
  const names = FILES.filter((name) => existsSync(join(path, name)));
  const before = names.map((name) => stampOf(join(path, name)));
  try {
    rmSync(staged, { recursive: true, force: true, maxRetries: 5 });
    mkdirSync(staged, { recursive: true, mode: 0o700 });
    for (const [done, name] of names.entries()) {
      advance(done, names.length);
      copyFileSync(join(path, name), join(staged, name));
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('OUTPUT_UNWRITABLE', { file: null }, { cause });
  }
  if (
    FILES.filter((name) => existsSync(join(path, name))).some(
      (name, at) => stampOf(join(path, name)) !== before[at],
    )
  )
    throw new AppError('DATA_FOLDER_BUSY', {});
  advance(names.length, names.length);
}

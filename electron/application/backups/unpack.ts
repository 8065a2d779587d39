import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '#electron/common/book-files.ts';
import { AppError } from '#shared/errors.ts';
import { writeKeyring } from '../access/keyring-file.ts';
import { isNewer, type Keyring, keyring } from '../access/keyring-form.ts';
import { type Advance, readHead, readThrough } from './container.ts';
import type { BackupManifest } from './manifest.ts';
import { parsePart } from './parse-part.ts';

/**
 * Head and keyring of a copy that this program can take. Throws like `readHead`, and `AppError` DATA_FROM_FUTURE where
 * the form of its database is newer than this program.
 */
export async function readCopy(path: string): Promise<{ manifest: BackupManifest; keyring: Keyring }> {
  const { manifest, keyring: bytes } = await readHead(path);
  const { schemaVersion } = await import('#electron/persistence/migrate.ts');
  if (manifest.schema > schemaVersion())
    throw new AppError('DATA_FROM_FUTURE', { found: manifest.schema, known: schemaVersion() });
  const keys = parsePart(bytes, keyring, isNewer, 'keyring');
  if (keys.open !== null) throw new AppError('BACKUP_DAMAGED', { reason: 'keyring' });
  return { manifest, keyring: keys };
}

/**
 * Makes a data folder of a copy: database and keyring, compared with the hashes of its head. The folder is made anew;
 * what a former try left there goes. Throws like {@link readCopy}, `AppError` OUTPUT_UNWRITABLE, and what `advance`
 * throws.
 */
export async function unpack(path: string, folder: string, advance?: Advance): Promise<void> {
  const { keyring: keys } = await readCopy(path);
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await readThrough(path, join(folder, DATABASE_FILE), advance);
    writeKeyring(folder, keys);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('OUTPUT_UNWRITABLE', { file: null }, { cause });
  }
}

import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '#electron/common/durable-file.ts';
import { AppError } from '#shared/errors.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';
import { isNewer, type Keyring, keyring } from './keyring-form.ts';

/** The keyring and its copy in a data folder: a file that broke leaves the other one. */
export const KEYRING_FILE = 'keyring.json';
export const COPY_FILE = 'keyring.copy.json';

/**
 * Reads the keyring of a folder: the copy with the higher revision. Null where there is none. Throws `AppError`
 * DATA_FROM_FUTURE for a newer form, KEYRING_DAMAGED where neither can be read.
 */
export function readKeyring(dataDir: string): Keyring | null {
  const texts = [KEYRING_FILE, COPY_FILE]
    .map((name) => join(dataDir, name))
    .filter((path) => existsSync(path));
  if (texts.length === 0) return null;
  const found = texts.map(parse);
  const read = found.filter((each) => each !== null && each !== 'newer');
  if (read.length === 0) throw new AppError(found.includes('newer') ? 'DATA_FROM_FUTURE' : 'KEYRING_DAMAGED');
  return read.reduce((best, each) => (each.revision > best.revision ? each : best));
}

/** Reads one keyring file, wherever it lies. Throws as {@link readKeyring}. */
export function readKeyringFile(path: string): Keyring {
  const found = parse(path);
  if (found === null || found === 'newer')
    throw new AppError(found === null ? 'KEYRING_DAMAGED' : 'DATA_FROM_FUTURE');
  return found;
}

function parse(path: string): Keyring | 'newer' | null {
  try {
    const value: unknown = JSON.parse(readSmallFile(path, MOST_BYTES.keyring).toString('utf8'));
    return isNewer(value) ? 'newer' : (keyring.safeParse(value).data ?? null);
  } catch {
    return null;
  }
}

/** Writes keyring and copy, each whole or not at all, the copy last. Throws `AppError` OUTPUT_UNWRITABLE. */
export function writeKeyring(dataDir: string, value: Keyring): void {
  const text = `${JSON.stringify(keyring.parse(value), null, 2)}\n`;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    for (const name of [KEYRING_FILE, COPY_FILE]) {
      writeDurably(join(dataDir, name), text);
    }
  } catch (cause) {
    if (cause instanceof AppError || !(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new AppError('OUTPUT_UNWRITABLE', { file: KEYRING_FILE }, { cause });
  }
}

/** Puts a keyring that fits no database out of the way; nothing is removed: a copy may still need it. */
export function setKeyringAside(dataDir: string): void {
  for (const name of [KEYRING_FILE, COPY_FILE]) {
    const path = join(dataDir, name);
    if (!existsSync(path)) continue;
    let aside = path.replace(/\.json$/, '.old.json');
    for (let number = 2; existsSync(aside); number += 1)
      aside = path.replace(/\.json$/, `.old-${number}.json`);
    renameSync(path, aside);
  }
}

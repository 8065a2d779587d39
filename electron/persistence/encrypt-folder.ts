import { copyFileSync, existsSync, linkSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Steps, TellPart } from '#electron/application/ports.ts';
import { COPIES_FOLDER, DATABASE_FILE } from '#electron/common/book-files.ts';
import { flushFile, flushFolder } from '#electron/common/durable-file.ts';
import { renamedAsUnknown } from '#electron/common/unknown-copy.ts';
import { AppError } from '#shared/errors.ts';
import { isPlainDatabase } from './database-file.ts';
import { lockFolder } from './folder-lock.ts';
import { assertOurs } from './migrate.ts';
import { type Connection, openDatabase, storageFault } from './open-database.ts';
import { type DatabaseDigest, digesting } from './table-digest.ts';
import { wipeFile } from './wipe-file.ts';

/** Beside the database: its successor until it is whole, and the one it replaced until it is wiped. */
const SUCCESSOR = `${DATABASE_FILE}.encrypting`;
const FORMER = `${DATABASE_FILE}.former`;
/** The log of the former file, held by a second name so that it can be wiped once SQLite has let go of it. */
const FORMER_LOG = `${FORMER}-wal`;
/** End of the name of a copy that is being encrypted. */
const COPY_IN_THE_MAKING = '.db.encrypting';

export interface Encryption {
  /** The key of the file as it is; absent: it is plain. */
  readonly from?: Uint8Array | undefined;
  readonly to: Uint8Array;
  /** Keeps the keyring for the new key; called when the new file is whole and before it takes the old one's place. */
  keepKey(): void;
  /** {@link lookAtFolder}. */
  forgetKey?(): void;
  /**
   * Told of each part; what it throws ends the work, up to the moment when the new file takes the old one's place. Null:
   * nobody waits, and all of it is done at one go.
   */
  readonly tell?: TellPart | null;
}

/** What was done, for whoever waits or measures. */
export interface EncryptionResult {
  readonly rows: DatabaseDigest['rows'];
  readonly milliseconds: number;
}

/**
 * Encrypts the database of a folder under another key: a file beside it, compared with the old one value by value,
 * that takes its name in one step; then the old one is wiped. Wherever it is cut off, either the old or the new file is
 * there under the name (or {@link lookAtFolder} puts it there), and the keyring of the new one is kept before it is.
 *
 * Throws `AppError` DATA_FOLDER_BUSY, DATA_DAMAGED, OUTPUT_UNWRITABLE, CANCELLED (by `tell`); the old file is then as it
 * was, and where it was stopped nothing is left of the new one.
 */
export async function encryptFolder(dataDir: string, encryption: Encryption): Promise<EncryptionResult> {
  const { tell = null } = encryption;
  const start = performance.now();
  const lock = lockFolder(dataDir);
  try {
    settleFolder(dataDir, () => encryption.forgetKey?.());
    const path = join(dataDir, DATABASE_FILE);
    const { rows } = await encryptFile(path, join(dataDir, SUCCESSOR), encryption);
    if (tell !== null) await tell('replacing', null, 'last');
    encryption.keepKey();
    takePlace(dataDir);
    await encryptEach(dataDir, plainCopies(dataDir), encryption.to);
    wipeFormer(dataDir);
    return { rows, milliseconds: performance.now() - start };
  } catch (error) {
    if (error instanceof AppError && error.code === 'CANCELLED') settleFolder(dataDir, () => {});
    throw storageFault(error);
  } finally {
    lock.release();
  }
}

/**
 * Encrypts copies in the folder that are still plain: where {@link encryptFolder} was cut off after the database, or
 * where somebody put one there. Which of the two nobody can tell, so from then on they bear a name of their own and are
 * never taken for copies of this book. Throws `AppError` as that does.
 */
export async function encryptCopies(dataDir: string, key: Uint8Array): Promise<void> {
  const names = plainCopies(dataDir);
  if (names.length === 0) return;
  const lock = lockFolder(dataDir);
  try {
    const folder = join(dataDir, COPIES_FOLDER);
    await encryptEach(
      dataDir,
      names.map((name) => renamedAsUnknown(folder, name)),
      key,
    );
  } catch (error) {
    throw storageFault(error);
  } finally {
    lock.release();
  }
}

async function encryptEach(dataDir: string, names: readonly string[], to: Uint8Array): Promise<void> {
  for (const name of names) {
    const copy = join(dataDir, COPIES_FOLDER, name);
    await encryptFile(copy, `${copy}.encrypting`, { to });
    wipeFile(copy);
    renameSync(`${copy}.encrypting`, copy);
  }
}

/**
 * Tidies up after an {@link encryptFolder} that was cut off: the database gets its name back where it had lost it, an
 * unfinished successor goes, and so does a former one. Called under the folder's lock.
 */
function settleFolder(dataDir: string, forgetKey: () => void): void {
  const path = join(dataDir, DATABASE_FILE);
  const former = join(dataDir, FORMER);
  if (!existsSync(path) && existsSync(former)) renameSync(former, path);
  if (!existsSync(path)) return;
  // Before the successor: once that is gone, a key beside a plain file tells that it was encrypted before.
  if (existsSync(join(dataDir, SUCCESSOR)) && isPlainDatabase(path)) forgetKey();
  wipeFile(join(dataDir, SUCCESSOR));
  // While the log still has its own name it is in use: both names are one file.
  if (existsSync(`${path}-wal`)) rmSync(join(dataDir, FORMER_LOG), { force: true });
  wipeFormer(dataDir);
  const backups = join(dataDir, COPIES_FOLDER);
  if (!existsSync(backups)) return;
  for (const name of readdirSync(backups)) {
    if (!name.endsWith(COPY_IN_THE_MAKING)) continue;
    const copy = join(backups, name.slice(0, -'.encrypting'.length));
    // Both are whole where the old one is being wiped: the step before the last.
    if (existsSync(copy) && isPlainDatabase(copy)) wipeFile(join(backups, name));
    else {
      wipeFile(copy);
      renameSync(join(backups, name), copy);
    }
  }
}

/**
 * What lies in a folder: no database, a plain one, an encrypted one. Traces of a change of keys that was cut off are
 * tidied up first; `forgetKey` is called where a first encryption was cut off and the plain file is the book still, to put
 * the keyring out of the way that was kept for it. Throws `AppError` DATA_FOLDER_BUSY where they are those of one that is
 * under way.
 */
export function lookAtFolder(
  dataDir: string,
  forgetKey: () => void = () => {},
): 'none' | 'plain' | 'encrypted' {
  if (isUnsettled(dataDir)) {
    const lock = lockFolder(dataDir);
    try {
      settleFolder(dataDir, forgetKey);
    } finally {
      lock.release();
    }
  }
  const path = join(dataDir, DATABASE_FILE);
  if (!existsSync(path)) return 'none';
  return isPlainDatabase(path) ? 'plain' : 'encrypted';
}

function isUnsettled(dataDir: string): boolean {
  const backups = join(dataDir, COPIES_FOLDER);
  return (
    [SUCCESSOR, FORMER, FORMER_LOG].some((name) => existsSync(join(dataDir, name))) ||
    (existsSync(backups) && readdirSync(backups).some((name) => name.endsWith(COPY_IN_THE_MAKING)))
  );
}

async function encryptFile(
  path: string,
  successor: string,
  { from, to, tell = null }: Pick<Encryption, 'from' | 'to' | 'tell'>,
) {
  if (tell !== null) await tell('inspecting');
  const before = await closeLog(path, from, tell);
  if (tell !== null) await tell('copying');
  copyFileSync(path, successor);
  if (tell !== null) await tell('encrypting');
  const copy = openDatabase(successor, { fileMustExist: true, timeout: 0, key: from });
  try {
    // No journal on disk: it would hold what is being encrypted, and the copy is made anew after any fault.
    copy.pragma('journal_mode = DELETE');
    copy.pragma('journal_mode = MEMORY');
    copy.rekey(to);
  } finally {
    copy.close();
  }
  flushFile(successor);
  if (tell !== null) await tell('comparing');
  const after = await inspect(successor, to, tell);
  if (after.sha256 !== before.sha256) throw new AppError('DATA_DAMAGED', { reason: 'encryption' });
  return after;
}

/** Brings what stands in the log into the file, and looks whether the file is sound. */
async function closeLog(
  path: string,
  key: Uint8Array | undefined,
  tell: TellPart | null,
): Promise<DatabaseDigest> {
  const db = openDatabase(path, { fileMustExist: true, timeout: 5000, key });
  try {
    assertOurs(db);
    holdLog(path);
    // Not truncated: it is overwritten later. SQLite removes its name when the last connection leaves it.
    db.pragma('wal_checkpoint(FULL)');
    db.pragma('journal_mode = DELETE');
    return await sound(db, tell && ((steps) => tell('inspecting', steps)));
  } finally {
    db.close();
  }
}

/** Gives the log a second name, where the file system knows such. */
function holdLog(path: string): void {
  if (!path.endsWith(DATABASE_FILE) || !existsSync(`${path}-wal`)) return;
  try {
    linkSync(`${path}-wal`, join(path, '..', FORMER_LOG));
  } catch {
    // FAT: the log goes without being overwritten.
  }
}

async function inspect(path: string, key: Uint8Array, tell: TellPart | null): Promise<DatabaseDigest> {
  const db = openDatabase(path, { fileMustExist: true, timeout: 0, key });
  try {
    return await sound(db, tell && ((steps) => tell('comparing', steps)));
  } finally {
    db.close();
  }
}

async function sound(
  db: Connection,
  told: ((steps: Steps) => Promise<void>) | null,
): Promise<DatabaseDigest> {
  const health = db.pragma('integrity_check(1)');
  if (health !== 'ok') throw new AppError('DATA_DAMAGED', { reason: 'integrity' });
  const reading = digesting(db);
  try {
    for (let step = reading.next(); ; step = reading.next()) {
      if (step.done) return step.value;
      if (told !== null) await told(step.value);
    }
  } finally {
    // The statement it reads by ends with it.
    reading.return(undefined as never);
  }
}

/** The name passes to the successor; the former file keeps another name until it is wiped. */
function takePlace(dataDir: string): void {
  const path = join(dataDir, DATABASE_FILE);
  renameSync(path, join(dataDir, FORMER));
  // Cut off here, settleFolder gives the name back. A second name for the file instead of a new one would spare that
  // moment, but then one slip in wiping the former file would wipe the present one.
  renameSync(join(dataDir, SUCCESSOR), path);
  flushFolder(dataDir);
}

function wipeFormer(dataDir: string): void {
  wipeFile(join(dataDir, FORMER_LOG));
  wipeFile(join(dataDir, FORMER));
}

/** Copies that this program made before a change of form, when nothing was encrypted yet. */
function plainCopies(dataDir: string): string[] {
  const folder = join(dataDir, COPIES_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.db') && isPlainDatabase(join(folder, name)));
}

import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { streamEntry } from '#electron/import/zip.ts';
import { AppError } from '#shared/errors.ts';
import { invalid, PARTS, type UpdatePackage } from './package.ts';
import type { Installed } from './pointer.ts';
import { POINTER, type RealFiles, type VersionsFolder } from './versions-folder.ts';

const STAGING = '.staging-';

/**
 * Writes a package's program beside the others: every file is hashed while it is written into a folder of its own,
 * which gets its name only when all of it is on the disk. Being killed at any moment leaves the former state and a
 * folder that the next update clears away. Throws UPDATE_INVALID (`content`), OUTPUT_UNWRITABLE.
 */
export async function putVersion(
  versions: VersionsFolder,
  update: UpdatePackage,
  progress: (done: number, total: number) => void = () => {},
): Promise<Installed> {
  const { fs } = versions;
  const { version, entry } = update.manifest;
  try {
    fs.mkdirSync(versions.path, { recursive: true });
    clearStaging(versions);
    const staging = fs.mkdtempSync(join(versions.path, STAGING));
    try {
      await fill(staging, versions, update, progress);
      fs.chmodSync(staging, 0o755);
      const place = join(versions.path, version);
      // One that was left behind before: nothing starts it.
      fs.rmSync(place, { recursive: true, force: true });
      fs.renameSync(staging, place);
      versions.syncFolder(versions.path);
    } catch (error) {
      fs.rmSync(staging, { recursive: true, force: true });
      throw error;
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('OUTPUT_UNWRITABLE', { file: null }, { cause });
  }
  return { version, entry };
}

async function fill(
  staging: string,
  versions: VersionsFolder,
  update: UpdatePackage,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const { files } = update.manifest;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const folders = new Set<string>([staging]);
  let done = 0;
  for (const file of files) {
    const target = join(staging, ...file.path.split('/'));
    versions.fs.mkdirSync(dirname(target), { recursive: true });
    folders.add(dirname(target));
    await writeFile(versions.fs, update, file, target);
    done += file.size;
    progress(done, total);
  }
  for (const folder of folders) versions.syncFolder(folder);
}

async function writeFile(
  fs: RealFiles,
  { bytes, entries, name }: UpdatePackage,
  { path, sha256, executable }: UpdatePackage['manifest']['files'][number],
  target: string,
): Promise<void> {
  const entry = entries.get(PARTS.files + path);
  if (entry === undefined) throw invalid('content', name);
  const hash = createHash('sha256');
  const file = fs.openSync(target, 'wx', executable ? 0o755 : 0o644);
  try {
    // An empty file has nothing to inflate.
    if (entry.size > 0)
      for await (const piece of streamEntry(bytes, entry)) {
        hash.update(piece);
        for (let at = 0; at < piece.length; ) at += fs.writeSync(file, piece, at);
      }
    fs.fsyncSync(file);
  } catch (cause) {
    // A fault of the archive, not of the disk.
    if (cause instanceof AppError) throw invalid('content', name, cause);
    throw cause;
  } finally {
    fs.closeSync(file);
  }
  if (hash.digest('hex') !== sha256) throw invalid('content', name);
}

/** Clears away what an update that was cut off has left. */
function clearStaging({ fs, path, names }: VersionsFolder): void {
  for (const name of names())
    if (name.startsWith(STAGING) || name.startsWith(`${POINTER}.`))
      fs.rmSync(join(path, name), { recursive: true, force: true });
}

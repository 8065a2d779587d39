import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { MAX_UNPACKED, readEntry, readZipEntries, type ZipEntry } from '#electron/import/zip.ts';
import { AppError } from '#shared/errors.ts';

/** No report comes near this; a larger file is told as such and not read. */
const LARGEST = 64 * 1024 * 1024;
/** Files beyond this are not gathered: a wrong folder was chosen. */
const MOST_FILES = 20_000;
/** A zip in a zip in a zip is still opened; deeper ones are passed over. */
const DEEPEST_ZIP = 2;

/** Bytes of archives within archives that are kept unpacked; a year of a province's reports is less. */
const MOST_HELD = 256 * 1024 * 1024;

/** A file to be checked, read only when its turn comes. */
export interface FoundFile {
  /** For people: of a file in a folder or zip the way to it from there. */
  readonly name: string;
  /** Where it stands by itself; null within a zip. */
  readonly path: string | null;
  /** Null for a file too large to be a report. */
  read(): Buffer | null;
}

/** What was found, and what in folders and zips was passed over because it is no PDF. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly passedOver: readonly string[];
}

/**
 * The report files behind paths of files, folders (with those in them) and zips, in the order of the names. A file
 * named itself is always checked; in folders and zips only `.pdf`, `.eml` (a saved mail) and `.zip`, all else is told. A zip
 * that cannot be unpacked is a file to be checked, which will say so. What is given twice, by itself and in its
 * folder, is one file. Throws `AppError` INPUT_MISSING, FILE_TOO_LARGE.
 */
export function findFiles(paths: readonly string[]): FoundFiles {
  const files: FoundFile[] = [];
  const passedOver: string[] = [];
  const seen = new Set<string>();
  let held = 0;
  const add = (file: FoundFile): void => {
    if (file.path !== null && seen.has(file.path)) return;
    if (file.path !== null) seen.add(file.path);
    if (files.length >= MOST_FILES) throw new AppError('FILE_TOO_LARGE', { file: file.name });
    files.push(file);
  };

  const walk = (path: string, name: string): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(path, { withFileTypes: true });
    } catch (cause) {
      // A folder that the system keeps to itself (of a stick: "System Volume Information") stops nothing.
      if (name.includes('/')) {
        passedOver.push(name);
        return;
      }
      throw new AppError('INPUT_UNREADABLE', { file: name }, { cause });
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const [inner, shown] = [join(path, entry.name), `${name}/${shownName(entry.name)}`];
      // Links are not followed: they could lead round in circles.
      if (entry.isDirectory()) walk(inner, shown);
      else if (entry.isFile() && isZipName(entry.name)) openZip(() => archiveOn(inner), shown, 0, inner);
      else if (entry.isFile() && isReportName(entry.name)) add(onDisk(inner, shown));
      else passedOver.push(shown);
    }
  };

  const openZip = (bytes: () => Buffer, name: string, depth: number, path: string | null): void => {
    const asFile = (): void => add(path === null ? { name, path, read: bytes } : onDisk(path, name));
    let archive: Buffer;
    let directory: ZipEntry[];
    try {
      archive = bytes();
      directory = readZipEntries(archive);
    } catch (error) {
      if (!(error instanceof AppError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
      asFile();
      return;
    }
    for (const entry of directory.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
      const inner = entry.name;
      const shown = `${name}/${shownName(inner)}`;
      if (inner.endsWith('/')) continue;
      const read = (): Buffer | null => (entry.size > LARGEST ? null : readEntry(archive, entry));
      if (inner.startsWith('__MACOSX/')) passedOver.push(shown);
      else if (isReportName(inner)) add({ name: shown, path: null, read });
      else if (isZipName(inner) && depth < DEEPEST_ZIP) {
        // Each stays in memory as long as its files are wanted: a few kilobytes could unpack to archives without end.
        held += entry.size;
        if (held > MOST_HELD) add({ name: shown, path: null, read: () => null });
        else openZip(() => readEntry(archive, entry), shown, depth + 1, null);
      } else passedOver.push(shown);
    }
  };

  for (const path of new Set(paths.map((each) => resolve(each)))) {
    const stats = statSync(path, { throwIfNoEntry: false });
    const name = shownName(basename(path));
    if (!stats) throw new AppError('INPUT_MISSING', { file: path });
    if (stats.isDirectory()) walk(path, name);
    else if (isZipName(path)) openZip(() => archiveOn(path), name, 0, path);
    else add(onDisk(path, name));
  }
  return { files, passedOver };
}

/** A name as people may be shown it: what could turn it round or hide part of it ("…fdp.exe" read backwards) is marked. */
function shownName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
}

/** The bytes of an archive. Throws FILE_TOO_LARGE. */
function archiveOn(path: string): Buffer {
  if (statSync(path).size > MAX_UNPACKED) throw new AppError('FILE_TOO_LARGE', { file: basename(path) });
  return readFileSync(path);
}

function onDisk(path: string, name: string): FoundFile {
  return {
    name,
    path,
    read() {
      try {
        return statSync(path).size > LARGEST ? null : readFileSync(path);
      } catch (cause) {
        throw new AppError('INPUT_UNREADABLE', { file: name }, { cause });
      }
    },
  };
}

function isReportName(name: string): boolean {
  return /\.(pdf|eml)$/i.test(name);
}

function isZipName(name: string): boolean {
  return /\.zip$/i.test(name);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import type { PlaceKind, Program } from '#electron/application/update/update.ts';
import { isVersion } from '#electron/application/update/version.ts';
import { type RealFiles, VersionsFolder } from '#electron/application/update/versions-folder.ts';

/** The disk as it is: Electron's own `fs` takes an .asar archive for a folder. */
export const realFiles = createRequire(import.meta.url)('original-fs') as RealFiles;

/** Where later versions of an unpacked program lie, and those of a program of one file (which has neighbours). */
const VERSIONS = { folder: 'versions', single: 'so-chat-luong-versions' } as const;

/** Folders that a system's own packages use. */
const SYSTEM = ['/opt/', '/usr/'];

/** The program that runs: what it is and where its versions are. */
export interface Place {
  readonly kind: PlaceKind;
  readonly versions: VersionsFolder | null;
  /** Whether this is one of the versions put beside the first one; the first one decides which is started. */
  readonly later: boolean;
  /** The file by which the program is started anew: that of the first version. */
  readonly starter: string;
}

/** Looks where the program lies. Quick: it runs at every start. */
export function findPlace(environment: Readonly<Record<string, string | undefined>> = process.env): Place {
  const { APPIMAGE, PORTABLE_EXECUTABLE_FILE } = environment;
  const single = process.platform === 'linux' ? APPIMAGE : PORTABLE_EXECUTABLE_FILE;
  const file = single || process.execPath;
  const folder = dirname(file);
  const kind = kindOf(folder, single);
  if (kind === 'source' || kind === 'system' || kind === 'installer')
    return { kind, versions: null, later: false, starter: file };
  const name = VERSIONS[kind];
  const later = isVersion(basename(folder)) && basename(dirname(folder)) === name;
  const versions = new VersionsFolder(later ? dirname(folder) : join(folder, name), realFiles);
  return {
    kind,
    versions,
    later,
    starter: later ? join(dirname(versions.path), starterOf(versions) ?? '') : file,
  };
}

function kindOf(folder: string, single: string | undefined): PlaceKind {
  if (!app.isPackaged) return 'source';
  if (single) return 'single';
  if (process.platform === 'win32')
    return realFiles.existsSync(join(folder, 'Uninstall Sổ Chất Lượng.exe')) ? 'installer' : 'folder';
  return SYSTEM.some((start) => folder.startsWith(start)) ? 'system' : 'folder';
}

/** The first version leaves its own file's name with the one it starts. */
function starterOf(versions: VersionsFolder): string | null {
  const name = process.env[STARTER];
  if (name !== undefined && basename(name) === name && name !== '') return name;
  // Started by hand out of its folder: the usual name, where there is such a file.
  const usual = basename(process.execPath);
  return realFiles.existsSync(join(dirname(versions.path), usual)) ? usual : null;
}

/** Tells a later version by which file it was started: a bare name in the folder above the versions. */
export const STARTER = 'SCL_STARTER';

/** What an update needs to know of the program that runs. */
export function programOf({ kind, versions, later }: Place): Program {
  return {
    version: app.getVersion(),
    platform: process.platform,
    arch: process.arch,
    kind,
    keys: keysOf(app.getAppPath()),
    later,
    versions,
    files: realFiles,
  };
}

/** The public update keys stand in the packaged package.json, which the archive's integrity protects. */
function keysOf(appDir: string): string[] {
  const { updateKeys } = JSON.parse(readFileSync(join(appDir, 'package.json'), 'utf8')) as {
    updateKeys?: unknown;
  };
  return Object.values(updateKeys ?? {}).filter((key): key is string => typeof key === 'string');
}

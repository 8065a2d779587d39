import { access, constants } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { UpdateKey } from './keys.ts';
import type { Manifest } from './manifest-form.ts';
import { openPackage, type UpdatePackage } from './package.ts';
import { afterInstall, afterRollBack } from './pointer.ts';
import { putVersion } from './put-version.ts';
import { compareVersions, type Version } from './version.ts';
import type { RealFiles, VersionsFolder } from './versions-folder.ts';

/**
 * How the program that runs came onto this machine: `folder` (unpacked .tar.gz or .zip), `single` (portable .exe,
 * AppImage), `installer` (NSIS), `system` (a package of the system, such as .deb), `source` (from its sources).
 */
export type PlaceKind = 'folder' | 'single' | 'installer' | 'system' | 'source';

/** The program that runs, as far as an update needs to know it. */
export interface Program {
  readonly version: Version;
  readonly platform: string;
  readonly arch: string;
  readonly kind: PlaceKind;
  /** Public keys of whoever may make updates (package.json, `updateKeys`). */
  readonly keys: readonly UpdateKey[];
  /** Whether it is one of the versions put beside the first one. */
  readonly later: boolean;
  /** Beside the program; null where it is not ours to change. */
  readonly versions: VersionsFolder | null;
  readonly files: RealFiles;
}

/** What the program can say about its versions. */
export interface UpdateState {
  readonly version: Version;
  readonly kind: PlaceKind;
  /** Why no package is taken here; null where one is. */
  readonly refused: 'source' | 'system' | 'unwritable' | 'no-key' | null;
  /** There is a version to go back to: its number, or `first` for the one that was there first. */
  readonly previous: Version | 'first' | null;
  /**
   * The version that comes up with the next start where it is another than the one that runs: a new one put in place, or
   * after going back the one before (`first`: the one that was there first).
   */
  readonly waiting: Version | 'first' | null;
  /** The version that was left last, and why. */
  readonly left: { readonly version: Version; readonly why: 'failed' | 'asked' } | null;
}

/** How things stand. */
export async function updateState(program: Program): Promise<UpdateState> {
  const found = program.versions?.read() ?? null;
  const current = found?.current ?? null;
  const newer = current !== null && compareVersions(current.version, program.version) > 0;
  // What was left on purpose goes on running until it is ended.
  const leaving = program.later && found?.left?.why === 'asked' && found.left.version === program.version;
  return {
    version: program.version,
    kind: program.kind,
    refused: await refusal(program),
    previous: current === null ? null : (found?.previous?.version ?? 'first'),
    waiting: newer ? current.version : leaving ? (current?.version ?? 'first') : null,
    left: found?.left ?? null,
  };
}

async function refusal({ kind, keys, versions }: Program): Promise<UpdateState['refused']> {
  if (kind === 'source' || kind === 'system') return kind;
  if (keys.length === 0) return 'no-key';
  if (kind === 'installer' || versions === null) return null;
  const writable = await new Promise<boolean>((resolve) =>
    access(dirname(versions.path), constants.W_OK, (error) => resolve(error === null)),
  );
  return writable ? null : 'unwritable';
}

/**
 * Opens a package for this program. Throws UPDATE_NOT_HERE where none is taken, UPDATE_INVALID, UPDATE_UNSUITABLE for
 * another kind of machine or of installation, UPDATE_NOT_NEWER when it is not higher than this version or than the one
 * that is in its place already.
 */
export async function checkPackage(program: Program, path: string): Promise<UpdatePackage> {
  const reason = await refusal(program);
  if (reason !== null) throw new AppError('UPDATE_NOT_HERE', { reason });
  const update = openPackage(path, program.keys);
  demandSuitable(program, update.manifest);
  return update;
}

/** The highest version that is here already: the one that runs, or one that comes up with the next start. */
function highest({ version, versions }: Program): Version {
  const current = versions?.read().current ?? null;
  const counts =
    current !== null && versions?.exists(current) && compareVersions(current.version, version) > 0;
  return counts ? current.version : version;
}

function demandSuitable(program: Program, { version, platform, arch, kind }: Manifest): void {
  if (platform !== program.platform || arch !== program.arch || kind !== program.kind)
    throw new AppError('UPDATE_UNSUITABLE', {
      package: `${platform}-${arch}, ${kind}`,
      program: `${program.platform}-${program.arch}, ${program.kind}`,
    });
  const current = highest(program);
  if (compareVersions(version, current) <= 0) throw new AppError('UPDATE_NOT_NEWER', { version, current });
}

/** Puts a package that was checked beside the running program and switches to it; it comes up with the next start. */
export async function install(
  program: Program,
  update: UpdatePackage,
  progress?: (done: number, total: number) => void,
): Promise<Version> {
  const { versions } = program;
  if (versions === null || program.kind === 'installer')
    throw new AppError('UPDATE_NOT_HERE', { reason: program.kind });
  const fresh = await putVersion(versions, update, progress);
  versions.write(afterInstall(versions.read(), fresh));
  return fresh.version;
}

/** Goes back to the version before. Throws UPDATE_NO_PREVIOUS. */
export function rollBack(program: Program): Version | 'first' {
  const next = program.versions === null ? null : afterRollBack(program.versions.read());
  if (program.versions === null || next === null) throw new AppError('UPDATE_NO_PREVIOUS');
  program.versions.write(next);
  return next.current?.version ?? 'first';
}

import { basename } from 'node:path';
import { writeAtomically } from '#electron/common/write-atomically.ts';
import { DataFileError } from '#shared/catalogues/data-file.ts';
import { AppError } from '#shared/errors.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import { describeFile } from '../app/file-tokens.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';
import type { Workspace } from '../context.ts';
import { asLoaded, type LoadedTargetSet } from '../evaluation/target-sets.ts';
import { type KnownSet, keepSet, knownSet } from './known-sets.ts';

/**
 * Takes in a given set from a file of the form of `resources/targets`. A version that is known already with the same
 * content stays as it is; with another content it is refused, for a set never changes. Throws `AppError`
 * TARGET_FILE_INVALID (`where` names the place in the file), INPUT_MISSING, FILE_TOO_LARGE.
 */
export async function importSet(workspace: Workspace, path: string): Promise<KnownSet> {
  const { store, clock, actor } = workspace;
  const loaded = readSet(textOf(path), basename(path));
  const { id, version } = loaded.set;
  return store.write((tx) => {
    const known = knownSet(workspace, id, version);
    if (known !== null) {
      if (known.sha256 === loaded.sha256) return known;
      throw new AppError('TARGET_FILE_INVALID', { file: basename(path), where: 'version', problem: 'taken' });
    }
    const imported: KnownSet = { ...loaded, origin: 'imported', own: null, base: null };
    keepSet(store, tx, imported, { at: clock.now(), login: actor.login });
    return imported;
  });
}

/** A set from a file, without keeping it. Throws `AppError` as {@link importSet} does. */
export async function readSetFile(path: string): Promise<LoadedTargetSet> {
  return readSet(textOf(path), basename(path));
}

/** Writes a set as a file that another folder can take in, with the same hash. Throws RECORD_UNKNOWN. */
export async function exportSet(
  workspace: Workspace,
  { id, version, target }: { readonly id: string; readonly version: number; readonly target: string },
): Promise<ChosenFile> {
  const known = knownSet(workspace, id, version);
  if (known === null) throw new AppError('RECORD_UNKNOWN', { id });
  const path = workspace.files.resolve(target);
  await writeAtomically(path, Buffer.from(`${JSON.stringify(known.json, null, 2)}\n`, 'utf8'));
  return describeFile(target, path);
}

const textOf = (path: string): string => readSmallFile(path, MOST_BYTES.targetSet).toString('utf8');

function readSet(text: string, file: string): LoadedTargetSet {
  try {
    return asLoaded(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (cause) {
    const [where, problem] =
      cause instanceof DataFileError ? [cause.path, cause.message] : ['', (cause as Error).message];
    throw new AppError(
      'TARGET_FILE_INVALID',
      { file, where: where.slice(0, 200), problem: problem.slice(0, 300) },
      { cause },
    );
  }
}

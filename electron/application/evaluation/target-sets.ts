import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '#electron/common/sha256.ts';
import type { TargetSet } from '#shared/domain/target-set.ts';
import { AppError } from '#shared/errors.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { parseTargetSet } from '#shared/targets/target-set-file.ts';

/** A target set with the hash by which a report names it. */
export interface LoadedTargetSet {
  readonly set: TargetSet;
  /** SHA-256 over the canonical JSON of the set's file, so that line ends and indentation do not matter. */
  readonly sha256: string;
  /** The value of its file. */
  readonly json: unknown;
}

const loaded = new Map<string, LoadedTargetSet>();

/** Reads `targets/ID.json` of the resources, once. Throws `AppError` INPUT_MISSING when there is no such set. */
export function loadTargetSet(resourcesDir: string, id: string): LoadedTargetSet {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) throw new AppError('INPUT_MISSING', { file: id });
  const path = join(resourcesDir, 'targets', `${id}.json`);
  const known = loaded.get(path);
  if (known) return known;
  const result = asLoaded(readJson(path, `targets/${id}.json`));
  loaded.set(path, result);
  return result;
}

/** The sets that come with the program, by id. */
export function programSets(resourcesDir: string): LoadedTargetSet[] {
  return readdirSync(join(resourcesDir, 'targets'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => loadTargetSet(resourcesDir, name.slice(0, -'.json'.length)));
}

/** A set from the value of its file. Throws `DataFileError` for another form. */
export function asLoaded(json: unknown): LoadedTargetSet {
  return { set: parseTargetSet(json), sha256: hashOf(json), json };
}

/** The hash by which a set is named, from the value of its file. */
export function hashOf(json: unknown): string {
  return sha256Hex(canonicalJson(json));
}

function readJson(path: string, shown: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('INPUT_MISSING', { file: shown }, { cause });
  }
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetSet, UnitLevel } from '#shared/domain/target-set.ts';
import { AppError } from '#shared/errors.ts';

/** A target set with the hash by which a report names it. */
export interface LoadedTargetSet {
  readonly set: TargetSet;
  /** SHA-256 over the set's canonical JSON. */
  readonly sha256: string;
}

const loaded = new Map<string, LoadedTargetSet>();

/** Reads `targets/ID.json` of the resources, once. Throws `AppError` INPUT_MISSING when there is no such set. */
export function loadTargetSet(resourcesDir: string, id: string): LoadedTargetSet {
  const path = join(resourcesDir, 'targets', `${id}.json`);
  const known = loaded.get(path);
  if (known) return known;
  if (!/^[a-z0-9-]+$/.test(id)) throw new AppError('INPUT_MISSING', { file: id });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('INPUT_MISSING', { file: `targets/${id}.json` }, { cause });
  }
  const set = JSON.parse(text) as TargetSet;
  const result = { set, sha256: createHash('sha256').update(canonicalJson(set), 'utf8').digest('hex') };
  loaded.set(path, result);
  return result;
}

/** Level whose thresholds apply to a unit, by its kind (a district's kinds are named; all others are communes). */
export function levelOf(unitKind: string): UnitLevel {
  return ['huyen', 'quan', 'thi-xa', 'thanh-pho'].includes(unitKind) ? 'district' : 'commune';
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetSet, UnitLevel } from '#shared/domain/target-set.ts';
import { AppError } from '#shared/errors.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { parseTargetSet } from '#shared/targets/target-set-file.ts';

/** A target set with the hash by which a report names it. */
export interface LoadedTargetSet {
  readonly set: TargetSet;
  /** SHA-256 over the canonical JSON of the set's file, so that line ends and indentation do not matter. */
  readonly sha256: string;
}

const loaded = new Map<string, LoadedTargetSet>();

/** Reads `targets/ID.json` of the resources, once. Throws `AppError` INPUT_MISSING when there is no such set. */
export function loadTargetSet(resourcesDir: string, id: string): LoadedTargetSet {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) throw new AppError('INPUT_MISSING', { file: id });
  const path = join(resourcesDir, 'targets', `${id}.json`);
  const known = loaded.get(path);
  if (known) return known;
  const json = readJson(path, `targets/${id}.json`);
  const result = {
    set: parseTargetSet(json),
    sha256: createHash('sha256').update(canonicalJson(json), 'utf8').digest('hex'),
  };
  loaded.set(path, result);
  return result;
}

function readJson(path: string, shown: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('INPUT_MISSING', { file: shown }, { cause });
  }
}

const DISTRICT_KINDS: readonly string[] = ['huyen', 'quan', 'thi-xa', 'thanh-pho'];

/** Level whose thresholds apply to a unit, by its kind; what is no district is taken as a commune. */
export function levelOf(unitKind: string): UnitLevel {
  return DISTRICT_KINDS.includes(unitKind) ? 'district' : 'commune';
}

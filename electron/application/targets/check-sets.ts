import type { UnitLevel } from '#shared/domain/target-set.ts';
import { mergeOwnSet } from '#shared/domain/targets/own-set.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { targetSetJson } from '#shared/targets/target-set-file.ts';
import { hashOf } from '../evaluation/target-sets.ts';
import type { Store, StoreProblem } from '../ports.ts';
import { type KnownSet, readKept, SET_PREFIX, setKey } from './known-sets.ts';

/** The unit's kind may have changed since an own set was merged. */
const LEVELS: readonly UnitLevel[] = ['commune', 'district'];

/**
 * Kept target sets that cannot be read, are not the set of their name, are not what was merged or what a signed report
 * judged by; and sets of signed reports that are gone.
 */
export function setProblems({ documents, reports }: Store): StoreProblem[] {
  const wrong = new Set<string>();
  const sound = new Map<string, KnownSet>();
  for (const key of documents.keys(SET_PREFIX)) {
    const kept = readOrNull(() => readKept(documents.get(key)));
    if (kept === null || setKey(kept.set.id, kept.set.version) !== key || !isMerged(kept)) wrong.add(key);
    else sound.set(key, kept);
  }
  for (const { id } of reports.list()) {
    const named = readOrNull(() => (reports.json(id) as ReportV1).targetSet);
    if (named === null) continue;
    const key = setKey(named.id, named.version);
    if (sound.get(key)?.sha256 !== named.sha256) wrong.add(key);
  }
  return [...wrong].map((key) => ({ code: 'DOCUMENT', params: { key } }));
}

/** An own set is what the commune wrote, merged with the given set beneath which it stands. */
function isMerged({ origin, set, own, base, sha256 }: KnownSet): boolean {
  if (origin !== 'own') return own === null && base === null;
  if (own === null || base === null) return false;
  return LEVELS.some(
    (level) => hashOf(targetSetJson(mergeOwnSet(base.set, own, level, set.version))) === sha256,
  );
}

function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

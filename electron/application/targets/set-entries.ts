import { periodContaining } from '#shared/domain/period.ts';
import { levelOf } from '#shared/domain/target-set.ts';
import type { TargetSetEntry } from '#shared/ipc/contract/targets.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import { objectiveTexts } from '../evaluation/objective-texts.ts';
import { judgingSetOf } from './judging-set.ts';
import { type KnownSet, knownSets } from './known-sets.ts';

/** All sets, the newest validity first; of one first day own ones before given ones, then the higher version. */
export function setEntries(workspace: Workspace): TargetSetEntry[] {
  return knownSets(workspace)
    .sort(newestFirst)
    .map((known) => setEntry(workspace, known));
}

/** A set as the window shows it. */
export function setEntry(workspace: Workspace, known: KnownSet): TargetSetEntry {
  const { store, clock } = workspace;
  const { unit, periodScheme } = readProfile(store);
  const running = judgingSetOf(workspace, periodContaining(clock.today(), 'quarter', periodScheme));
  const { id, version, name, decision, validFrom, validTo } = known.set;
  return {
    id,
    version,
    origin: known.origin,
    name,
    decision: { number: decision.number, date: decision.date, issuer: decision.issuer },
    validFrom,
    validTo,
    sha256: known.sha256,
    current: running.set.id === id && running.set.version === version,
    objectives: objectiveTexts(known.set, levelOf(unit.kind)),
    own: known.own,
  };
}

function newestFirst(a: KnownSet, b: KnownSet): number {
  if (a.set.validFrom !== b.set.validFrom) return a.set.validFrom > b.set.validFrom ? -1 : 1;
  if (a.set.id !== b.set.id) {
    const own = Number(b.origin === 'own') - Number(a.origin === 'own');
    return own !== 0 ? own : a.set.id < b.set.id ? -1 : 1;
  }
  return b.set.version - a.set.version;
}

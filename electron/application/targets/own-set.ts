import { DataFileError } from '#shared/catalogues/data-file.ts';
import type { TargetSet, UnitLevel } from '#shared/domain/target-set.ts';
import { levelOf } from '#shared/domain/target-set.ts';
import { mergeOwnSet, ownSetId } from '#shared/domain/targets/own-set.ts';
import { ownSetBreaches, type TargetBreach } from '#shared/domain/targets/own-set-rules.ts';
import { AppError } from '#shared/errors.ts';
import type { OwnSet } from '#shared/ipc/contract/targets.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import { thresholdText } from '#shared/report/words.ts';
import { targetSetJson } from '#shared/targets/target-set-file.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import { asLoaded, hashOf, type LoadedTargetSet } from '../evaluation/target-sets.ts';
import { type KnownSet, keepSet, knownSets, nextVersion } from './known-sets.ts';

/**
 * Saves the commune's own set as its next version, merged with the latest version of the given set it stands under;
 * saving again what the latest version says keeps that one. Throws `AppError` TARGET_LOWERED when a threshold lets
 * pass what the given one does not, TARGET_INVALID for anything else (with each place in `fieldErrors`).
 */
export async function saveOwnSet(workspace: Workspace, written: OwnSet): Promise<KnownSet> {
  const { store, clock, actor } = workspace;
  const own = cleanTexts(written);
  const level = levelOf(readProfile(store).unit.kind);
  return store.write((tx) => {
    const sets = knownSets(workspace);
    const base = latestGiven(sets, own.base);
    if (base === null) throw invalid([{ objective: null, code: 'BASE_UNKNOWN' }], own);
    const breaches = ownSetBreaches(base.set, own, level);
    if (breaches.length > 0) throw refusal(breaches, own, base.set, level, workspace.language ?? 'vi');
    const merge = (version: number) => mergeOwnSet(base.set, own, level, version);
    const id = ownSetId(base.set.id);
    const version = nextVersion(sets, id);
    const last = sets.find(({ set }) => set.id === id && set.version === version - 1);
    if (last?.origin === 'own' && last.sha256 === hashOf(targetSetJson(merge(version - 1)))) return last;
    const known: KnownSet = { ...sound(targetSetJson(merge(version))), origin: 'own', own, base };
    keepSet(store, tx, known, { at: clock.now(), login: actor.login });
    return known;
  });
}

/** Reads the merged set as every later opening will: what could not be read again is not kept. */
function sound(json: unknown): LoadedTargetSet {
  try {
    return asLoaded(json);
  } catch (cause) {
    if (!(cause instanceof DataFileError)) throw cause;
    throw new AppError(
      'TARGET_INVALID',
      { objective: null, problem: 'FORM' },
      { cause, fieldErrors: { [cause.path]: 'FORM' } },
    );
  }
}

/** The latest version of a given set; null for an unknown id or that of an own set. */
function latestGiven(sets: readonly KnownSet[], id: string): KnownSet | null {
  return (
    sets
      .filter(({ set, origin }) => set.id === id && origin !== 'own')
      .sort((a, b) => b.set.version - a.set.version)[0] ?? null
  );
}

/** Where a breach shows in a form: at a raised threshold, an added objective, or a field of the set. */
function fieldOf({ objective, code }: TargetBreach, { added }: OwnSet): string {
  if (objective === null) return code === 'VALIDITY' ? 'validFrom' : 'base';
  const ofAdded = !RAISED.has(code) && added.some(({ id }) => id === objective);
  return ofAdded ? `added.${objective}` : `raised.${objective}`;
}
const RAISED: ReadonlySet<TargetBreach['code']> = new Set(['LOWERED', 'OBJECTIVE_UNKNOWN']);

function refusal(
  breaches: readonly TargetBreach[],
  own: OwnSet,
  base: TargetSet,
  level: UnitLevel,
  language: 'vi' | 'en',
): AppError {
  const lowered = breaches.find(({ code }) => code === 'LOWERED');
  if (lowered === undefined) return invalid(breaches, own);
  const given = base.objectives.find(({ id }) => id === lowered.objective)?.threshold[level];
  return new AppError(
    'TARGET_LOWERED',
    {
      objective: lowered.objective,
      given: given === undefined ? null : thresholdText(given, language),
    },
    { fieldErrors: errorsAt(breaches, own) },
  );
}

function invalid(breaches: readonly TargetBreach[], own: OwnSet): AppError {
  const [first] = breaches;
  return new AppError(
    'TARGET_INVALID',
    { objective: first?.objective ?? null, problem: first?.code ?? null },
    { fieldErrors: errorsAt(breaches, own) },
  );
}

function errorsAt(breaches: readonly TargetBreach[], own: OwnSet): Record<string, string> {
  return Object.fromEntries(breaches.map((breach) => [fieldOf(breach, own), breach.code]));
}

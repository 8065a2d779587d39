import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { type OwnSet, ownSet } from '#shared/ipc/contract/targets.ts';
import type { Workspace } from '../context.ts';
import { asLoaded, type LoadedTargetSet, programSets } from '../evaluation/target-sets.ts';
import type { Store, WriteTransaction } from '../ports.ts';

/** Where a set comes from: it came with the program, from a file, or the commune made it. */
export type SetOrigin = 'program' | 'imported' | 'own';

/** A set that the folder knows. */
export interface KnownSet extends LoadedTargetSet {
  readonly origin: SetOrigin;
  /** Own sets: what the commune wrote; null for given ones. */
  readonly own: OwnSet | null;
  /** Own sets: the given set beneath which it stands, as it was merged; null for given ones. */
  readonly base: LoadedTargetSet | null;
}

/** A set as kept in the folder: never changed, never removed. A report names it by id and version. */
const keptSet = z.strictObject({
  origin: z.enum(['program', 'imported', 'own']),
  json: z.unknown(),
  own: ownSet.nullable(),
  /** Value of the given set's file; null for given sets. */
  base: z.unknown(),
  savedAt: z.string(),
  savedBy: z.string(),
});
type KeptSet = z.infer<typeof keptSet>;

/** Beginning of the keys of the documents that hold sets. */
export const SET_PREFIX = 'targets.set.';
/** Key of the document that holds a set. */
export const setKey = (id: string, version: number): string => `${SET_PREFIX}${id}.${version}`;

// What is kept never changes, so a set is read and parsed once an opening.
const parsed = new WeakMap<Store, Map<string, KnownSet>>();

/** The set of an id and version; null when the folder does not know it. */
export function knownSet(workspace: Workspace, id: string, version: number): KnownSet | null {
  return knownSets(workspace).find(({ set }) => set.id === id && set.version === version) ?? null;
}

/**
 * All sets: those kept in the folder, and those of the program. A version that is kept stands for the same one of
 * the program, so that an update of the program never changes what a period was judged by.
 */
export function knownSets({ store, resourcesDir }: Pick<Workspace, 'store' | 'resourcesDir'>): KnownSet[] {
  const kept = keptSets(store);
  const fresh = programSets(resourcesDir)
    .filter(({ set }) => !kept.some((one) => one.set.id === set.id && one.set.version === set.version))
    .map((loaded): KnownSet => ({ ...loaded, origin: 'program', own: null, base: null }));
  return [...kept, ...fresh];
}

function keptSets(store: Store): KnownSet[] {
  const known = parsed.get(store) ?? new Map<string, KnownSet>();
  parsed.set(store, known);
  return store.documents.keys(SET_PREFIX).map((key) => {
    const found = known.get(key) ?? readKept(store.documents.get(key));
    known.set(key, found);
    return found;
  });
}

/** A set from its document; throws for another form. */
export function readKept(value: unknown): KnownSet {
  const { origin, json, own, base } = keptSet.parse(value);
  return { ...asLoaded(json), origin, own, base: base === null ? null : asLoaded(base) };
}

/** Keeps a set for ever. What is kept already under its id and version stays as it is. */
export function keepSet(
  store: Store,
  tx: WriteTransaction,
  { set, json, origin, own, base }: KnownSet,
  by: { readonly at: string; readonly login: string },
): void {
  const key = setKey(set.id, set.version);
  if (store.documents.get(key) !== undefined) return;
  const value: KeptSet = {
    origin,
    json,
    own,
    base: base?.json ?? null,
    savedAt: by.at,
    savedBy: by.login,
  };
  tx.putDocument(key, value);
}

/** Throws `AppError` INPUT_MISSING when the folder knows no set of that id. */
export function demandSet(workspace: Pick<Workspace, 'store' | 'resourcesDir'>, id: string): void {
  if (!knownSets(workspace).some(({ set }) => set.id === id))
    throw new AppError('INPUT_MISSING', { file: id });
}

/** The next version of an id. */
export function nextVersion(sets: readonly KnownSet[], id: string): number {
  return 1 + Math.max(0, ...sets.filter(({ set }) => set.id === id).map(({ set }) => set.version));
}

/**
 * What one change set did to one record: field → [before, after], only fields that differ. What belongs to the stored
 * state beside the record (`deleted`, …) is kept under its own name, so that the change can be taken back exactly.
 */
export type ChangedFields = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

/** A record with the state beside it, as far as changes are concerned. */
export interface Changeable {
  readonly record: object;
  readonly deleted: boolean;
}

/** Which parts of a state history tells of. */
export interface StateShape<S extends Changeable> {
  readonly fields: readonly string[];
  /** Parts beside the record; no field of a record may have such a name. */
  readonly beside: readonly (Exclude<keyof S, 'record'> & string)[];
  /** Whether two values of a field that are not identical say the same. */
  readonly same: (a: never, b: never) => boolean;
}

type Values = Readonly<Record<string, unknown>>;

/** The differences of two states of a record; null when there is none. */
export function differences<S extends Changeable>(
  shape: StateShape<S>,
  before: S,
  after: S,
): ChangedFields | null {
  let changed: Record<string, [unknown, unknown]> | null = null;
  const from = before.record as Values;
  const to = after.record as Values;
  for (const field of shape.fields) {
    if (from[field] === to[field] || shape.same(from[field] as never, to[field] as never)) continue;
    changed ??= {};
    changed[field] = [from[field], to[field]];
  }
  for (const part of shape.beside) {
    if (before[part] === after[part]) continue;
    changed ??= {};
    changed[part] = [before[part], after[part]];
  }
  return changed;
}

/** The state before a change, from the state after it. */
export function takeBack<S extends Changeable>(shape: StateShape<S>, after: S, changed: ChangedFields): S {
  const record: Record<string, unknown> = { ...after.record };
  const beside: Partial<Record<string, unknown>> = {};
  for (const part of shape.beside) beside[part] = after[part];
  for (const [name, [before]] of Object.entries(changed)) {
    if (Object.hasOwn(beside, name)) beside[name] = before;
    else record[name] = before;
  }
  return { record, ...beside } as unknown as S;
}

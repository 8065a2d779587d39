/** A flag that the check of paper against software sets. */
export const CHECKED_FIELDS = ['paperParallel', 'inSoftware'] as const;
export type CheckedField = (typeof CHECKED_FIELDS)[number];

/** Marks given and not saved yet, by dossier: true "khớp"/"có", false "lệch"/"không". */
export type Marks = ReadonlyMap<number, boolean>;

/** Marks with one set, or taken away (null). */
export function withMark(marks: Marks, id: number, value: boolean | null): Marks {
  const next = new Map(marks);
  if (value === null) next.delete(id);
  else next.set(id, value);
  return next;
}

/** What the space bar makes of a mark: none, yes, no, none. */
export function nextMark(mark: boolean | undefined): boolean | null {
  if (mark === undefined) return true;
  return mark ? false : null;
}

/** Marks with "yes" for all that have none. */
export function withAllLeft(marks: Marks, ids: Iterable<number>): Marks {
  const next = new Map(marks);
  for (const id of ids) if (!next.has(id)) next.set(id, true);
  return next;
}

/** One call that sets a flag. */
export interface FlagCall {
  readonly ids: readonly number[];
  readonly codes: readonly string[];
  readonly value: boolean;
}

/** Dossiers one call takes at most. */
const CALL_LIMIT = 20_000;

/** The calls that save marks: one for each value, more only beyond what a call takes. Codes are marked "yes". */
export function flagCalls(marks: Marks, codes: readonly string[], limit: number = CALL_LIMIT): FlagCall[] {
  const calls: FlagCall[] = [];
  for (const value of [true, false]) {
    const ids = [...marks].filter(([, mark]) => mark === value).map(([id]) => id);
    const wanted = value ? codes : [];
    const count = Math.ceil(Math.max(ids.length, wanted.length) / limit);
    for (let at = 0; at < count; at += 1) {
      const part = <V>(list: readonly V[]) => list.slice(at * limit, (at + 1) * limit);
      calls.push({ ids: part(ids), codes: part(wanted), value });
    }
  }
  return calls;
}

/**
 * Splits what was scanned or pasted into whole lines and the one being typed: a line is done when it ends. Blanks
 * around a code and empty lines fall away; a comma, semicolon or tab ends a code too, as in a column copied from a sheet.
 */
export function splitScans(text: string): { readonly codes: readonly string[]; readonly rest: string } {
  const parts = text.split(/[\r\n\t;,]+/u);
  const rest = parts.pop() ?? '';
  return { codes: parts.map((part) => part.trim()).filter((part) => part !== ''), rest };
}

import type { DossierCondition } from '#shared/domain/count-source.ts';
import type { DossierFacts } from '#shared/domain/dossier-facts.ts';
import { knownFacts } from './fact-groups.ts';
import type { Connection } from './open-database.ts';
import type { Condition } from './suspended.ts';
import type { TermKind, Terms } from './terms.ts';

/** Columns that hold a term, by the field of a condition. */
const TERM_COLUMNS: Readonly<Record<string, readonly [column: string, kind: TermKind]>> = {
  field: ['field', 'field'],
  procedureCode: ['procedure_code', 'procedure-code'],
  handler: ['handler', 'handler'],
};

/**
 * A condition of an objective as SQL over table `dossier`; null where there is none. Throws `RangeError` for a field by which dossiers cannot be
 * filtered: a set with such a filter is refused where it is read.
 */
export function conditionOf(
  condition: DossierCondition | undefined,
  db: Connection,
  terms: Terms,
): Condition | null {
  const parts = Object.entries(condition ?? {}).map(([field, values]): Condition => {
    if (field === 'channel')
      return oneOf(
        'facts',
        factsIn(db, false, ({ channel }) => values.includes(channel ?? '')),
      );
    const column = TERM_COLUMNS[field];
    if (!column) throw new RangeError(`dossiers cannot be filtered by ${field}`);
    const ids = values.flatMap((text) => (text === '' ? [] : (terms.find(column[1], text) ?? [])));
    const named = oneOf(column[0], ids);
    return values.includes('') ? { ...named, sql: `(${column[0]} IS NULL OR ${named.sql})` } : named;
  });
  if (parts.length === 0) return null;
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }) => values),
  };
}

/** Facts codes in use for which a condition holds. Deleted dossiers are in no tally: theirs are looked up. */
export function factsIn(db: Connection, deleted: boolean, holds: (facts: DossierFacts) => boolean): number[] {
  const known = db.column<number>(
    deleted ? 'SELECT DISTINCT facts FROM dossier WHERE deleted = 1' : 'SELECT DISTINCT facts FROM tally',
  );
  return known.filter((code) => holds(knownFacts(code)));
}

function oneOf(column: string, values: readonly number[]): Condition {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
}

import type { Connection, SqlValue } from './open-database.ts';

/** Ids looked up by one statement. */
const PAGE = 1000;

/** Rows by their ids, in the order of the ids; unknown ones are left out. `select` names the id first. */
export function rowsByIds<R extends readonly SqlValue[]>(
  db: Connection,
  select: string,
  ids: readonly number[],
): R[] {
  const rows = new Map<SqlValue | undefined, R>();
  const sql = `${select} WHERE id IN (SELECT value FROM json_each(?))`;
  for (const row of db.allRaw<R>(sql, JSON.stringify(ids))) rows.set(row[0], row);
  const found: R[] = [];
  for (const id of ids) {
    const row = rows.get(id);
    if (row) found.push(row);
  }
  return found;
}

/** Rows of a list in its order, in pages; what has gone since the ids were found is left out. */
export function* pagesByIds<R extends readonly SqlValue[]>(
  db: Connection,
  select: string,
  ids: Uint32Array,
): Generator<R[]> {
  for (let start = 0; start < ids.length; start += PAGE)
    yield rowsByIds(db, select, [...ids.subarray(start, start + PAGE)]);
}

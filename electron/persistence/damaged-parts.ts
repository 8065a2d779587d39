import type { Connection } from './open-database.ts';

/** As many names as a person may want to read. */
const NAMED = 8;

/**
 * Tables and indexes of which a page cannot be read, by name; the ones that can be read are left out. Reads the whole
 * file. Where even the list of tables is beyond reading: `sqlite_schema`.
 */
export function damagedParts(db: Connection): string[] {
  let parts: { name: string; type: string; tbl_name: string }[];
  try {
    parts = db.all(
      "SELECT name, type, tbl_name FROM sqlite_schema WHERE type IN ('table', 'index') AND rootpage > 0 ORDER BY type DESC, name",
    );
  } catch {
    return ['sqlite_schema'];
  }
  const damaged: string[] = [];
  for (const { name, type, tbl_name: table } of parts) {
    if (damaged.length === NAMED) break;
    if (!isReadable(db, quoted(table), type === 'index' ? `INDEXED BY ${quoted(name)}` : 'NOT INDEXED'))
      damaged.push(name);
  }
  return damaged;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function isReadable(db: Connection, table: string, way: string): boolean {
  try {
    // Every row is looked at as a whole: long values lie on pages of their own.
    for (const _row of db.iterateRaw(`SELECT * FROM ${table} ${way}`));
    return true;
  } catch (error) {
    // A partial index cannot be walked by this sentence; its table is looked at by itself.
    return error instanceof Error && /no query solution/.test(error.message);
  }
}

import { createHash } from 'node:crypto';
import type { Steps } from '#electron/application/ports.ts';
import type { Connection, SqlValue } from './open-database.ts';

/** What is compared of a copy: its form, its tables with their counts, and one digest over every value. */
export interface DatabaseDigest {
  readonly schema: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
}

/** Rows read between two steps: some hundredths of a second. */
const STRIDE = 10_000;

/**
 * Reads every row of every table in the order of its rows; two databases that say the same have the same digest. Stops
 * between some thousand rows each to tell how many it has read.
 */
export function* digesting(db: Connection): Generator<Steps, DatabaseDigest> {
  const schema = db.allRaw<[string, string, string | null]>(
    "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name",
  );
  const all = createHash('sha256').update(
    JSON.stringify([db.pragma('application_id'), db.pragma('user_version'), schema]),
  );
  const rows: Record<string, number> = {};
  const tables = schema
    .filter(([type]) => type === 'table')
    .map(([, name]) => ({ name, quoted: `"${name.replaceAll('"', '""')}"` }));
  let total = 0;
  for (const { quoted } of tables) total += db.value<number>(`SELECT count(*) FROM ${quoted}`) ?? 0;
  let done = 0;
  for (const { name, quoted } of tables) {
    let count = 0;
    all.update(`\n${name}\n`);
    for (const row of db.iterateRaw<SqlValue[]>(`SELECT * FROM ${quoted} ORDER BY ${orderOf(db, name)}`)) {
      count += 1;
      done += 1;
      for (const value of row) feed(all, value);
      if (done % STRIDE === 0) yield { done, total };
    }
    rows[name] = count;
  }
  return { schema: JSON.stringify(schema), rows, sha256: all.digest('hex') };
}

/** By the primary key of tables without rowid, else by rowid. */
function orderOf(db: Connection, table: string): string {
  const keys = db.column<string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk', table);
  const withoutRowid = db.value<number>('SELECT wr FROM pragma_table_list(?) LIMIT 1', table) === 1;
  return withoutRowid ? keys.map((key) => `"${key}"`).join(', ') : 'rowid';
}

function feed(hash: ReturnType<typeof createHash>, value: SqlValue): void {
  if (value === null) hash.update('n;');
  else if (typeof value === 'string') {
    const text = Buffer.from(value, 'utf8');
    hash.update(`t${text.length}:`).update(text);
  } else if (value instanceof Uint8Array) hash.update(`b${value.length}:`).update(value);
  else hash.update(`${typeof value}${value};`);
}

import { sha256Hex } from '#electron/common/sha256.ts';
import { DOSSIER_LOG, ENTRY_LOG, type LogTables } from '../change-log.ts';
import type { Connection, Row, SqlValue } from '../open-database.ts';
import { RowDigest } from './row-digest.ts';
import { StatedRows } from './stated-rows.ts';

/** First and last of ids that were given one after the other; null where there are none. */
export type Range = readonly [first: number, last: number] | null;

/** What the log's entry of a change set names. */
export interface ChangeSetSubject {
  readonly changeSet: number;
  /** 2: the content parts what is about citizens from all else (parted-contents.ts); absent in the form before. */
  readonly form?: 2;
  readonly import?: number;
  /** Ids of the dossiers and entries that came with it; other change sets of its transaction may have given ids between. */
  readonly dossiers: Range;
  readonly entries: Range;
  /** Ids of the words that its transaction added. */
  readonly terms: Range;
  /** Periods whose signed figures it changed. */
  readonly corrects?: readonly string[];
}

/** A row of a table beside the records. */
export type ObjectTable = 'document' | 'user' | 'key' | 'report' | 'enrolment' | 'former_report';

const CHANGE_SET = 'SELECT id, at, user, kind, reason, import_id FROM change_set WHERE id = ?';
// What an import was undone by belongs to the undoing, and first and last id of an unfinished one are not known yet.
const IMPORT = `SELECT id, change_set, file, sha256, kind, sheet, header_row, mapping, read, added, updated, unchanged,
  bad, ignored, bad_rows, first_id, last_id FROM import WHERE change_set = ?`;

const UNDONE = 'SELECT id FROM import WHERE undone_in = ? ORDER BY id';

/**
 * SHA-256 of all that a change set did: who, when, why; the records that came, as they came; each change with what it
 * changed; words, import, and corrected reports. `dossiers`, `entries`: digests of the records that came, null for none.
 */
export function changeSetContent(
  db: Connection,
  { changeSet, terms }: Pick<ChangeSetSubject, 'changeSet' | 'terms'>,
  came: { readonly dossiers: string | null; readonly entries: string | null },
): string {
  return sha256Hex(
    JSON.stringify([
      'change-set',
      db.getRaw(CHANGE_SET, changeSet) ?? null,
      came.dossiers,
      came.entries,
      changesDigest(db, DOSSIER_LOG, 'change_set = ?', changeSet),
      changesDigest(db, ENTRY_LOG, 'change_set = ?', changeSet),
      termsDigest(db, terms),
      db.getRaw(IMPORT, changeSet) ?? null,
      db.allRaw<[number]>(UNDONE, changeSet).map(([id]) => id),
      db.allRaw('SELECT report, period FROM correction WHERE change_set = ? ORDER BY report', changeSet),
    ]),
  );
}

function changesDigest(
  db: Connection,
  { records, changes }: LogTables,
  where: string,
  value: number,
): string | null {
  let digest: RowDigest | null = null;
  const rows = db.iterateRaw<SqlValue[]>(
    `SELECT change_set, ${records}, previous, fields FROM ${changes} WHERE ${where} ORDER BY change_set, ${records}`,
    value,
  );
  for (const row of rows) {
    digest ??= new RowDigest();
    digest.add(row);
  }
  return digest?.digest() ?? null;
}

/** Digest of the words of an id range; null where there are none. */
export function termsDigest(db: Connection, range: Range): string | null {
  if (range === null) return null;
  const digest = new RowDigest();
  for (const row of db.iterateRaw<SqlValue[]>(
    'SELECT id, kind, text FROM term WHERE id BETWEEN ? AND ? ORDER BY id',
    ...range,
  ))
    digest.add(row);
  return digest.digest();
}

/** What a log that begins in a folder with records vouches for: all up to a change set, as it was then. */
export interface GenesisSubject {
  readonly changeSet: number;
  readonly dossiers: number;
  readonly entries: number;
  readonly terms: number;
}

/** SHA-256 over all records, changes, change sets, words and imports as they were after a change set. */
export function genesisContent(
  db: Connection,
  { changeSet, dossiers, entries, terms }: GenesisSubject,
): { readonly content: string; readonly dossiers: number; readonly entries: number } {
  const rows = new StatedRows(db);
  const sets = new RowDigest();
  for (const [id, ...rest] of db.iterateRaw<SqlValue[]>(
    'SELECT id, at, user, kind, reason, import_id FROM change_set WHERE id <= ? ORDER BY id',
    changeSet,
  ))
    sets.add([id as number, ...rest]);
  const stated = (log: LogTables, last: number): RowDigest => {
    const digest = new RowDigest();
    for (const { createdIn, deleted, content } of rows.of(log, 1, last, changeSet))
      if (createdIn <= changeSet) digest.add([...content, createdIn, deleted ? 1 : 0]);
    return digest;
  };
  const dossierRows = stated(DOSSIER_LOG, dossiers);
  const entryRows = stated(ENTRY_LOG, entries);
  const imports = db.allRaw(
    `SELECT id, change_set, file, sha256, kind, sheet, header_row, mapping, read, added, updated, unchanged, bad,
       ignored, bad_rows, first_id, last_id, CASE WHEN undone_in <= ? THEN undone_in END
     FROM import WHERE change_set <= ? ORDER BY id`,
    changeSet,
    changeSet,
  );
  const corrections = db.allRaw(
    'SELECT change_set, report, period FROM correction WHERE change_set <= ? ORDER BY change_set, report',
    changeSet,
  );
  const content = sha256Hex(
    JSON.stringify([
      'genesis',
      sets.digest(),
      dossierRows.digest(),
      entryRows.digest(),
      changesDigest(db, DOSSIER_LOG, 'change_set <= ?', changeSet),
      changesDigest(db, ENTRY_LOG, 'change_set <= ?', changeSet),
      termsDigest(db, terms === 0 ? null : [1, terms]),
      sha256Hex(JSON.stringify(imports)),
      corrections,
    ]),
  );
  return { content, dossiers: dossierRows.rows, entries: entryRows.rows };
}

const OBJECTS: Readonly<Record<ObjectTable, string>> = {
  document: 'SELECT key, value FROM document WHERE key = ?',
  user: 'SELECT * FROM user WHERE login = ?',
  key: 'SELECT * FROM signing_key WHERE id = ?',
  report: 'SELECT * FROM report WHERE id = ?',
  enrolment: 'SELECT * FROM enrolment WHERE id = ?',
  former_report: 'SELECT * FROM former_report WHERE id = ?',
};

/** Names of all rows of a table beside the records. */
export function objectIds(db: Connection, table: ObjectTable): (string | number)[] {
  const [column, name] = {
    document: ['key', 'document'],
    user: ['login', 'user'],
    key: ['id', 'signing_key'],
    report: ['id', 'report'],
    enrolment: ['id', 'enrolment'],
    former_report: ['id', 'former_report'],
  }[table] as [string, string];
  return db.column<string | number>(`SELECT ${column} FROM ${name} ORDER BY ${column}`);
}

/**
 * SHA-256 of a row beside the records as it is now, of nothing where there is none. Columns that came after the log
 * are left out where they have their first value, so that a row keeps its digest when the form of its table grows.
 */
export function objectContent(db: Connection, table: ObjectTable, id: string | number): string {
  const row = db.get<Row>(OBJECTS[table], id);
  if (row === undefined) return sha256Hex(JSON.stringify([table, id, null]));
  const columns = Object.entries(row)
    .filter(([, value]) => value !== null && value !== 0)
    .map(([name, value]) => [name, value instanceof Uint8Array ? sha256Hex(value) : value])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return sha256Hex(JSON.stringify([table, id, columns]));
}

import type { StoreProblem } from '#electron/application/ports.ts';
import { dossierBreaches } from '#shared/domain/dossier-rules.ts';
import { DOSSIER_LOG, ENTRY_LOG, type LogTables } from './change-log.ts';
import { checkEntries } from './check-entries.ts';
import { checkHistory } from './check-history.ts';
import { checkOffice } from './check-office.ts';
import { ALL_COLUMNS, readRecord, readState, writeRow } from './dossier-row.ts';
import { archivedRecords } from './import-tables.ts';
import { checkLog } from './log/check-log.ts';
import { APPLICATION_ID, schemaVersion } from './migrate.ts';
import type { Connection, SqlValue } from './open-database.ts';
import { AXIS } from './tally.ts';
import { Terms } from './terms.ts';

/** Problems of a kind that are listed one by one; more say nothing new. */
const LISTED = 20;

/**
 * The looks, one by one, that say whether the database is whole and says what the rules say: SQLite's own checks, every derived column against
 * the function that derives it, the tally against the dossiers, the balances of imports, the archive,
 * records against their history, next ids, documents and archived reports, and all of it against the log.
 */
export function storeChecks(db: Connection): (() => StoreProblem[])[] {
  return [
    () => integrity(db),
    () => derived(db),
    () => checkEntries(db, LISTED),
    () => tally(db),
    () => balances(db),
    () => history(db),
    () => checkHistory(db, LISTED),
    () => checkOffice(db),
    () => checkLog(db, LISTED),
  ];
}

function integrity(db: Connection): StoreProblem[] {
  const problems: StoreProblem[] = [];
  for (const [message] of db.allRaw<[string]>(`PRAGMA integrity_check(${LISTED})`)) {
    if (message !== 'ok') problems.push({ code: 'INTEGRITY', params: { message } });
  }
  for (const row of db.all('PRAGMA foreign_key_check').slice(0, LISTED)) {
    problems.push({ code: 'FOREIGN_KEY', params: { table: String(row.table), row: Number(row.rowid) } });
  }
  if (db.pragma('application_id') !== APPLICATION_ID) problems.push({ code: 'APPLICATION_ID', params: {} });
  if (db.pragma('user_version') !== schemaVersion())
    problems.push({ code: 'SCHEMA_VERSION', params: { found: Number(db.pragma('user_version')) } });
  return problems;
}

function derived(db: Connection): StoreProblem[] {
  const problems: StoreProblem[] = [];
  const terms = new Terms(db);
  // Rows are fetched in pages: an open iterator would keep the terms from being looked up.
  const page = `SELECT ${ALL_COLUMNS.join(', ')} FROM dossier WHERE id > ? ORDER BY id LIMIT 5000`;
  let last = 0;
  for (
    let rows = db.allRaw<SqlValue[]>(page, last);
    rows.length > 0;
    rows = db.allRaw<SqlValue[]>(page, last)
  ) {
    for (const row of rows) {
      last = row[0] as number;
      if (problems.length < LISTED) problems.push(...rowProblems(row, terms));
    }
  }
  return problems;
}

function rowProblems(row: SqlValue[], terms: Terms): StoreProblem[] {
  const id = row[0] as number;
  try {
    const record = readRecord(row, terms);
    const [breach] = dossierBreaches(record);
    if (breach) return [{ code: 'DERIVED', params: { id, column: breach.field, rule: breach.code } }];
    const { values } = writeRow(record, readState(row), terms);
    const wrong = ALL_COLUMNS.find((_, index) => values[index] !== row[index]);
    return wrong === undefined ? [] : [{ code: 'DERIVED', params: { id, column: wrong, rule: null } }];
  } catch {
    return [{ code: 'DERIVED', params: { id, column: null, rule: null } }];
  }
}

const BUCKET = (column: string) =>
  `(${column} / 10000 * 24 + (${column} / 100 % 100 - 1) * 2 + (${column} % 100 >= 15))`;

/** The tally as it must be, by SQL alone: another way to the same numbers than the one that wrote them. */
const TALLY_FROM_DOSSIERS = `
  SELECT ${AXIS.received} AS axis, ${BUCKET('received_on')} AS bucket, facts, coalesce(field, 0) AS field, count(*) AS n
  FROM dossier WHERE deleted = 0 AND counted = 1 GROUP BY 2, 3, 4
  UNION ALL
  SELECT ${AXIS.resolved}, ${BUCKET('resolved_on')}, facts, coalesce(field, 0), count(*)
  FROM dossier WHERE deleted = 0 AND counted = 1 AND resolved_on IS NOT NULL GROUP BY 2, 3, 4
  UNION ALL
  SELECT ${AXIS.notCounted}, ${BUCKET('received_on')}, facts, coalesce(field, 0), count(*)
  FROM dossier WHERE deleted = 0 AND counted = 0 GROUP BY 2, 3, 4`;

function tally(db: Connection): StoreProblem[] {
  const wrong = db.all(
    `SELECT axis, bucket, min(n) AS n FROM (
       SELECT * FROM (${TALLY_FROM_DOSSIERS} EXCEPT SELECT axis, bucket, facts, field, n FROM tally)
       UNION ALL
       SELECT * FROM (SELECT axis, bucket, facts, field, n FROM tally EXCEPT SELECT * FROM (${TALLY_FROM_DOSSIERS})))
     GROUP BY axis, bucket LIMIT ${LISTED}`,
  );
  return wrong.map((row) => ({
    code: 'TALLY',
    params: { axis: Number(row.axis), bucket: Number(row.bucket) },
  }));
}

function balances(db: Connection): StoreProblem[] {
  const rows = db.all(
    'SELECT id FROM import WHERE read <> added + updated + unchanged + bad OR added > coalesce(last_id - first_id + 1, 0)',
  );
  const wrong = rows.map((row) => Number(row.id));
  const counted = [
    ...uneven(db, DOSSIER_LOG, "i.kind = 'dossiers'"),
    ...uneven(db, ENTRY_LOG, "i.kind <> 'dossiers'"),
  ];
  for (const id of counted) if (!wrong.includes(id)) wrong.push(id);
  return wrong.map((id) => ({ code: 'BALANCE', params: { id } }));
}

/** What an import added is still there, unless it was undone; what it changed is in history. */
function uneven(db: Connection, { records, changes }: LogTables, ofKind: string): number[] {
  return db.column<number>(`
    SELECT i.id FROM import i WHERE i.undone_in IS NULL AND ${ofKind} AND (
      i.added <> (SELECT count(*) FROM ${records} r WHERE r.id BETWEEN i.first_id AND i.last_id AND r.created_in = i.change_set)
      OR i.updated <> (SELECT count(*) FROM ${changes} c WHERE c.change_set = i.change_set))`);
}

function history(db: Connection): StoreProblem[] {
  const problems: StoreProblem[] = [];
  for (const { records, changes } of [DOSSIER_LOG, ENTRY_LOG]) {
    const unreadable = db.allRaw<[number, number]>(
      `SELECT change_set, ${records} FROM ${changes} WHERE NOT json_valid(fields) LIMIT ${LISTED}`,
    );
    for (const [changeSet, id] of unreadable)
      problems.push({ code: 'HISTORY', params: { changeSet, [records]: id } });
  }
  for (const row of db.all('SELECT i.id, i.added, i.undone_in FROM import i WHERE i.undone_in IS NOT NULL')) {
    let records = 0;
    try {
      for (const [rows] of db.allRaw<[Uint8Array]>(
        'SELECT rows FROM archive WHERE change_set = ?',
        row.undone_in as number,
      ))
        records += archivedRecords(rows);
    } catch {
      records = -1;
    }
    if (records !== row.added)
      problems.push({ code: 'HISTORY', params: { import: Number(row.id), archived: records } });
  }
  return problems;
}

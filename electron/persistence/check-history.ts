import type { StoreProblem } from '#electron/application/ports.ts';
import type { ChangedFields } from './change-fields.ts';
import { DOSSIER_LOG, ENTRY_LOG, type LogTables } from './change-log.ts';
import { RECORD_COLUMNS, readRecord, readState } from './dossier-row.ts';
import { ENTRY_COLUMNS, readEntry } from './entry-row.ts';
import type { Connection, SqlValue } from './open-database.ts';
import { Terms } from './terms.ts';

/** Records whose history is replayed at a time. */
const PAGE = 1000;

/** A record as stored: what history must end at. `values`: its fields and what is kept beside them. */
interface Present {
  readonly createdIn: number;
  readonly changedIn: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A change, or an import's change taken back with it (`back`), in the order in which they happened. */
interface Step {
  readonly changeSet: number;
  readonly previous: number;
  readonly fields: string;
  readonly kind: string;
  readonly back: boolean;
}

/**
 * Records that are not what their history tells: its last word on a field is another value, a change does not begin
 * where the one before ended, the version is none that its deeds led to, or it is gone. Replayed from
 * the creation on, so that a value changed past the program shows where history speaks of it. At most `limit`.
 */
export function checkHistory(db: Connection, limit: number): StoreProblem[] {
  const problems: StoreProblem[] = [];
  for (const log of [DOSSIER_LOG, ENTRY_LOG]) {
    const problem = (id: number, part: string): StoreProblem => ({
      code: 'HISTORY',
      params: { [log.records]: id, part },
    });
    const lost = missing(db, log);
    if (lost > 0) problems.push({ code: 'HISTORY', params: { table: log.records, lost } });
    for (const id of untold(db, log, limit)) problems.push(problem(id, 'version'));
    for (const { id, part } of retold(db, log)) {
      if (problems.length >= limit) break;
      problems.push(problem(id, part));
    }
  }
  return problems.slice(0, limit);
}

/** Records removed or with another version than that of their creation, of which no change tells. */
function untold(db: Connection, { records, changes }: LogTables, limit: number): number[] {
  return db.column<number>(
    `SELECT id FROM ${records} WHERE (deleted <> 0 OR changed_in <> created_in)
       AND id NOT IN (SELECT ${records} FROM ${changes}) LIMIT ?`,
    limit,
  );
}

/**
 * How many records are missing: ids are given one after the other and never again, and only undoing an import removes
 * records for good, all that it added.
 */
function missing(db: Connection, { records }: LogTables): number {
  const kind = records === 'dossier' ? "kind = 'dossiers'" : "kind <> 'dossiers'";
  return (
    db.value<number>(
      `SELECT coalesce((SELECT value FROM counter WHERE name = ?), 1) - 1 - (SELECT count(*) FROM ${records})
         - (SELECT coalesce(sum(last_id - first_id + 1), 0) FROM import WHERE undone_in IS NOT NULL AND ${kind})`,
      records,
    ) ?? 0
  );
}

function* retold(db: Connection, log: LogTables): Generator<{ id: number; part: string }> {
  const { records, changes } = log;
  const page = `SELECT DISTINCT ${records} FROM ${changes} WHERE ${records} > ? ORDER BY ${records} LIMIT ${PAGE}`;
  const terms = new Terms(db);
  for (let ids = db.column<number>(page, 0); ids.length > 0; ids = db.column<number>(page, ids.at(-1) ?? 0)) {
    const [first = 0, last = 0] = [ids[0], ids.at(-1)];
    const present = log === DOSSIER_LOG ? dossiers(db, terms, first, last) : entries(db, first, last);
    const steps = stepsOf(db, log, first, last);
    for (const id of ids) {
      const record = present.get(id);
      if (record === undefined) {
        if (!wasTakenBack(db, log, id)) yield { id, part: 'record' };
        continue;
      }
      // One that cannot be read is told where rows are looked at.
      const part = record === null ? null : wrongPart(record, steps.get(id) ?? []);
      if (part !== null) yield { id, part };
    }
  }
}

/** What of a record is not as its steps tell; null when all is. */
function wrongPart(record: Present, steps: readonly Step[]): string | null {
  const told = new Map<string, string>([['deleted', asJson(false)]]);
  const previousOf = new Map<number, number>();
  let version = record.createdIn;
  for (const { changeSet, previous, fields, kind, back } of steps) {
    if (version !== (back ? changeSet : previous)) return 'version';
    for (const [name, change] of changedFields(fields)) {
      if (!Array.isArray(change) || change.length !== 2) return name;
      const [from, to] = back ? [change[1], change[0]] : change;
      const known = told.get(name);
      if (known !== undefined && known !== asJson(from)) return name;
      told.set(name, asJson(to));
    }
    previousOf.set(changeSet, previous);
    // What is taken back gives the former version back; a creation has none and is a removal.
    version = back ? previous : kind === 'undone' ? (previousOf.get(previous) ?? changeSet) : changeSet;
  }
  if (version !== record.changedIn) return 'version';
  for (const [name, value] of told) if (asJson(record.values[name]) !== value) return name;
  return null;
}

function changedFields(fields: string): [string, unknown][] {
  try {
    return Object.entries(JSON.parse(fields) as ChangedFields);
  } catch {
    // Told as a change that cannot be read.
    return [];
  }
}

/** Values in one form, whatever the order of their parts: a field that was never given is null. */
function asJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function stepsOf(
  db: Connection,
  { records, changes }: LogTables,
  first: number,
  last: number,
): Map<number, Step[]> {
  const rows = db.allRaw<[number, number, number, number, string, string, number]>(
    `SELECT c.${records}, c.change_set, c.change_set, c.previous, c.fields, s.kind, 0
       FROM ${changes} c JOIN change_set s ON s.id = c.change_set WHERE c.${records} BETWEEN ? AND ?
     UNION ALL
     SELECT c.${records}, i.undone_in, c.change_set, c.previous, c.fields, 'import-undone', 1
       FROM ${changes} c JOIN import i ON i.change_set = c.change_set
       WHERE i.undone_in IS NOT NULL AND c.${records} BETWEEN ? AND ?
     ORDER BY 1, 2`,
    first,
    last,
    first,
    last,
  );
  const steps = new Map<number, Step[]>();
  for (const [id, , changeSet, previous, fields, kind, back] of rows) {
    const step = { changeSet, previous, fields, kind, back: back === 1 };
    const known = steps.get(id);
    if (known === undefined) steps.set(id, [step]);
    else known.push(step);
  }
  return steps;
}

/** Whether an import that was undone had brought a record: it is in the archive then. */
function wasTakenBack(db: Connection, { records }: LogTables, id: number): boolean {
  const isDossier = records === 'dossier' ? 1 : 0;
  return (
    db.value(
      "SELECT 1 FROM import WHERE undone_in IS NOT NULL AND (kind = 'dossiers') = ? AND ? BETWEEN first_id AND last_id",
      isDossier,
      id,
    ) !== undefined
  );
}

function dossiers(db: Connection, terms: Terms, first: number, last: number): Map<number, Present | null> {
  const rows = db.allRaw<SqlValue[]>(
    `SELECT ${RECORD_COLUMNS.join(', ')}, created_in FROM dossier WHERE id BETWEEN ? AND ?`,
    first,
    last,
  );
  return new Map(
    rows.map((row): [number, Present | null] => {
      try {
        const { id, changedIn, deleted, issuesDocument } = readState(row);
        const values = { ...readRecord(row, terms), deleted, issuesDocument };
        return [id, { createdIn: row.at(-1) as number, changedIn, values }];
      } catch {
        return [row[0] as number, null];
      }
    }),
  );
}

function entries(db: Connection, first: number, last: number): Map<number, Present | null> {
  const rows = db.allRaw<SqlValue[]>(
    `SELECT ${ENTRY_COLUMNS.join(', ')}, created_in FROM entry WHERE id BETWEEN ? AND ?`,
    first,
    last,
  );
  return new Map(
    rows.map((row): [number, Present | null] => {
      try {
        const { id, changedIn, deleted, key, record } = readEntry(row);
        return [id, { createdIn: row.at(-1) as number, changedIn, values: { ...record, key, deleted } }];
      } catch {
        return [row[0] as number, null];
      }
    }),
  );
}

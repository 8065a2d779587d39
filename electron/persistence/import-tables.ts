import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Hindrance, ImportRecord, ImportStore, Steps, WriteMeta } from '#electron/application/ports.ts';
import { AppError } from '#shared/errors.ts';
import type { CellRemark, ImportEntry } from '#shared/ipc/contract/imports.ts';
import type { Changeable } from './change-fields.ts';
import { changesOf, type LoggedRecords, type LogTables, logOf, type Versioned } from './change-log.ts';
import { insertChangeSet } from './change-sets.ts';
import { referrersOfImport, titleOfEntry } from './entry-refs.ts';
import type { Connection, Row, SqlValue } from './open-database.ts';

const SELECT = `
  SELECT i.*, s.at, s.user, u.at AS undone_at
  FROM import i JOIN change_set s ON s.id = i.change_set LEFT JOIN change_set u ON u.id = i.undone_in`;

/** Records named when an import cannot be undone; more would help nobody. */
const NAMED = 20;
const ARCHIVE_ROWS = 5000;
/** Records between two looks up from long work: a few tens of milliseconds on an old PC. */
const STEP = 500;

/** Imports of the past with their balances. */
export class SqliteImports implements ImportStore {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }
  list(): ImportEntry[] {
    return this.#db.all(`${SELECT} ORDER BY i.id DESC`).map((row) => this.#entry(row));
  }
  get(id: number): (ImportRecord & ImportEntry) | null {
    const row = this.#db.get(`${SELECT} WHERE i.id = ?`, id);
    if (!row) return null;
    return {
      ...this.#entry(row),
      headerRow: row.header_row as number,
      mapping: JSON.parse(row.mapping as string) as Record<string, string>,
      badRows: JSON.parse(row.bad_rows as string) as CellRemark[],
    };
  }
  hindrance(id: number): Hindrance | null {
    return hindranceOf(this.#db, id);
  }

  #entry(row: Row): ImportEntry {
    const hindrance = hindranceOf(this.#db, row.id as number);
    return {
      id: row.id as number,
      at: row.at as string,
      user: row.user as string,
      file: row.file as string,
      sha256: row.sha256 as string,
      kind: row.kind as ImportEntry['kind'],
      sheet: row.sheet as string | null,
      read: row.read as number,
      added: row.added as number,
      updated: row.updated as number,
      unchanged: row.unchanged as number,
      bad: row.bad as number,
      ignored: row.ignored as number,
      undoneAt: row.undone_at as string | null,
      undoable: hindrance === null,
      hindrance: hindrance?.code ?? null,
    };
  }
}

interface ImportRow {
  readonly kind: ImportRecord['kind'];
  readonly change_set: number;
  readonly first_id: number | null;
  readonly last_id: number | null;
  readonly added: number;
  readonly updated: number;
  readonly undone_in: number | null;
}

const SELECT_IMPORT = 'SELECT kind, change_set, first_id, last_id, added, updated, undone_in FROM import';

function importRow(db: Connection, id: number): ImportRow {
  const row = db.get<ImportRow>(`${SELECT_IMPORT} WHERE id = ?`, id);
  if (!row) throw new AppError('IMPORT_UNKNOWN', { id });
  return row;
}

/** The kind of records an import brought. Throws `AppError` IMPORT_UNKNOWN. */
export function importKind(db: Connection, id: number): ImportRecord['kind'] {
  return importRow(db, id).kind;
}

/**
 * What stands against undoing an import: it was undone before, a record it wrote was changed since, or entries of
 * other ledgers refer to what would be gone.
 */
function hindranceOf(db: Connection, id: number): Hindrance | null {
  const row = importRow(db, id);
  if (row.undone_in !== null) return { code: 'ALREADY_UNDONE', codes: [] };
  const tables = logOf(row.kind);
  const { records, changes } = tables;
  const changed = db.allRaw<[number]>(
    `SELECT r.id FROM ${changes} c JOIN ${records} r ON r.id = c.${records} WHERE c.previous = ? AND r.changed_in <> ? LIMIT ${NAMED}`,
    row.change_set,
    row.change_set,
  );
  if (changed.length > 0)
    return { code: 'CHANGED_SINCE', codes: changed.map(([record]) => titleOf(db, tables, record)) };
  if (row.kind === 'dossiers') return null;
  const range = { changeSet: row.change_set, first: row.first_id ?? 0, last: row.last_id ?? 0 };
  const referrers = referrersOfImport(db, row.kind, range, NAMED);
  return referrers.length > 0 ? { code: 'REFERRED_TO', codes: referrers } : null;
}

/** How people name a record. */
function titleOf(db: Connection, { records }: LogTables, id: number): string {
  if (records === 'entry') return titleOfEntry(db, id);
  return db.value<string>('SELECT code FROM dossier WHERE id = ?', id) ?? '';
}

/** The condition that an import added or changed a record; null when there is none of that kind. */
export function importedRecords(
  db: Connection,
  tables: LogTables,
  importId: number,
): { sql: string; values: SqlValue[] } | null {
  const row = db.get<ImportRow>(`${SELECT_IMPORT} WHERE id = ?`, importId);
  if (!row || logOf(row.kind) !== tables) return null;
  const { records, changes } = tables;
  return {
    sql: `(id BETWEEN ? AND ? AND created_in = ? OR id IN (SELECT ${records} FROM ${changes} WHERE change_set = ?))`,
    values: [row.first_id ?? 0, row.last_id ?? 0, row.change_set, row.change_set],
  };
}

export function beginImport(
  db: Connection,
  meta: Omit<WriteMeta, 'importId' | 'kind' | 'reason'> & Partial<Pick<WriteMeta, 'reason'>>,
  file: Pick<ImportRecord, 'file' | 'sha256' | 'kind'>,
  nextId: number,
): { importId: number; changeSet: number } {
  const changeSet = insertChangeSet(db, {
    ...meta,
    kind: 'imported',
    reason: meta.reason ?? null,
    importId: null,
  });
  const importId = db.run(
    'INSERT INTO import (change_set, file, sha256, kind, first_id) VALUES (?, ?, ?, ?, ?)',
    changeSet,
    file.file,
    file.sha256,
    file.kind,
    nextId,
  ).id;
  db.run('UPDATE change_set SET import_id = ? WHERE id = ?', importId, changeSet);
  return { importId, changeSet };
}

export function finishImport(db: Connection, importId: number, record: ImportRecord, nextId: number): void {
  db.run(
    `UPDATE import SET file = ?, sha256 = ?, kind = ?, sheet = ?, header_row = ?, mapping = ?, read = ?, added = ?, updated = ?,
       unchanged = ?, bad = ?, ignored = ?, bad_rows = ?, last_id = ? WHERE id = ?`,
    record.file,
    record.sha256,
    record.kind,
    record.sheet,
    record.headerRow,
    JSON.stringify(record.mapping),
    record.read,
    record.added,
    record.updated,
    record.unchanged,
    record.bad,
    record.ignored,
    JSON.stringify(record.badRows),
    nextId - 1,
    importId,
  );
}

/**
 * Restores what was before an import: records it changed get their former values and version back, those it added
 * are archived and removed. The import and its history stay. A step is some hundred records; returns the change set of
 * the undoing.
 */
export function* undoImport<K extends Versioned & S, S extends Changeable>(
  db: Connection,
  logged: LoggedRecords<K, S>,
  importId: number,
  meta: Omit<WriteMeta, 'importId' | 'kind'>,
): Generator<Steps, number> {
  const row = importRow(db, importId);
  const hindrance = hindranceOf(db, importId);
  if (hindrance)
    throw new AppError('IMPORT_NOT_UNDOABLE', {
      hindrance: hindrance.code,
      codes: hindrance.codes.join(', '),
    });
  const undoing = insertChangeSet(db, { ...meta, kind: 'import-undone', importId });
  const total = row.added + row.updated;
  let done = 0;
  for (const { known, previous, fields } of changesOf(db, logged, row.change_set)) {
    if (known) logged.overwrite(known, logged.takeBack(known, fields), previous);
    done += 1;
    if (done % STEP === 0) yield { done, total };
  }
  const added = db.allRaw<[number]>(
    `SELECT id FROM ${logged.tables.records} WHERE id BETWEEN ? AND ? AND created_in = ?`,
    row.first_id ?? 0,
    row.last_id ?? 0,
    row.change_set,
  );
  for (let start = 0, part = 0; start < added.length; start += ARCHIVE_ROWS, part += 1) {
    const records: unknown[] = [];
    for (const [id] of added.slice(start, start + ARCHIVE_ROWS)) {
      const known = logged.byId(id);
      if (!known) continue;
      records.push(logged.packed(known));
      logged.remove(known);
      done += 1;
      if (done % STEP === 0) yield { done, total };
    }
    db.run(
      'INSERT INTO archive (change_set, part, rows) VALUES (?, ?, ?)',
      undoing,
      part,
      deflateRawSync(JSON.stringify(records)),
    );
  }
  db.run('UPDATE import SET undone_in = ? WHERE id = ?', undoing, importId);
  return undoing;
}

/** Number of records in an archived part; throws when it cannot be read. For {@link checkStore}. */
export function archivedRecords(rows: SqlValue): number {
  return (JSON.parse(inflateRawSync(rows as Uint8Array).toString('utf8')) as unknown[]).length;
}

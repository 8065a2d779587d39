import type { Changeable, ChangedFields } from './change-fields.ts';
import type { Connection } from './open-database.ts';

/** A table of records, and the table of their changes, whose column for the record has the records' name. */
export interface LogTables {
  readonly records: 'dossier' | 'entry';
  readonly changes: 'change' | 'entry_change';
  /** The statement that adds a change; a constant, because imports run it for every row. */
  readonly insert: string;
}
export const DOSSIER_LOG: LogTables = {
  records: 'dossier',
  changes: 'change',
  insert: 'INSERT INTO change (change_set, dossier, previous, fields) VALUES (?, ?, ?, ?)',
};
export const ENTRY_LOG: LogTables = {
  records: 'entry',
  changes: 'entry_change',
  insert: 'INSERT INTO entry_change (change_set, entry, previous, fields) VALUES (?, ?, ?, ?)',
};

/** The tables of a kind of records as imports name them. */
export function logOf(kind: string): LogTables {
  return kind === 'dossiers' ? DOSSIER_LOG : ENTRY_LOG;
}

/** A stored record; `changedIn` is the change set that last touched it: its version. */
export interface Versioned extends Changeable {
  readonly id: number;
  readonly changedIn: number;
}

/**
 * Records whose history is kept by a change log, within one transaction. K: a record as stored; S: its state as far as
 * changes are concerned. Undoing, importing and archiving are written once, over this.
 */
export interface LoggedRecords<K extends Versioned & S, S extends Changeable> {
  readonly tables: LogTables;
  /** Ids are never given twice, also after an import was undone: history keeps naming the same record. */
  readonly nextId: number;
  byId(id: number): K | null;
  /** The state before a change, from the record after it. */
  takeBack(after: K, changed: ChangedFields): S;
  /** Whether a record may be given a former state again: its key is not another's now, references lead somewhere. */
  mayBecome(known: K, state: S): boolean;
  /** Writes a new state and its history. False when nothing differs. */
  update(known: K, after: S, changeSet: number): boolean;
  /** Writes a state without history of its own: for taking back what history tells. */
  overwrite(known: K, after: S, changedIn: number): void;
  /** Removes a record for good; its content must have been archived. */
  remove(known: K): void;
  /** What an archive keeps of a record that is removed for good. */
  packed(known: K): unknown;
}

/** Writes what a change set did to a record. */
export function insertChange(
  db: Connection,
  { insert }: LogTables,
  changeSet: number,
  known: Pick<Versioned, 'id' | 'changedIn'>,
  changed: ChangedFields,
): void {
  db.run(insert, changeSet, known.id, known.changedIn, JSON.stringify(changed));
}

/** A change with the record as it is now; null when it is gone. `previous`: the version that the change replaced. */
export interface Change<K> {
  readonly known: K | null;
  readonly previous: number;
  readonly fields: ChangedFields;
}

/** Changes of a change set, each with its record now. */
export function* changesOf<K extends Versioned & S, S extends Changeable>(
  db: Connection,
  logged: LoggedRecords<K, S>,
  changeSet: number,
): Generator<Change<K>> {
  const { records, changes } = logged.tables;
  const rows = db.allRaw<[number, number, string]>(
    `SELECT ${records}, previous, fields FROM ${changes} WHERE change_set = ?`,
    changeSet,
  );
  for (const [id, previous, fields] of rows)
    yield { previous, fields: JSON.parse(fields) as ChangedFields, known: logged.byId(id) };
}

/** The next id of a table of records, as last kept. */
export function keptNextId(db: Connection, { records }: LogTables): number {
  return db.value<number>('SELECT value FROM counter WHERE name = ?', records) ?? 1;
}

/** Keeps the next id of a table of records; before the commit. */
export function keepNextId(db: Connection, { records }: LogTables, nextId: number): void {
  db.run(
    'INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    records,
    nextId,
  );
}

import type { KnownDossier } from '#electron/application/ports.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import { type Changeable, type ChangedFields, differences } from './change-fields.ts';
import {
  ALL_COLUMNS,
  type Counted,
  RECORD_COLUMNS,
  type RecordRow,
  readRecord,
  readState,
  sameSearchText,
  writeRow,
} from './dossier-row.ts';
import type { Connection, SqlValue } from './open-database.ts';
import { TallyChanges } from './tally.ts';
import type { Terms } from './terms.ts';

const INSERT = `INSERT INTO dossier (${ALL_COLUMNS.join(', ')}, created_in) VALUES (${ALL_COLUMNS.map(() => '?').join(', ')}, ?)`;
const INSERT_NEW = `${INSERT} ON CONFLICT (coalesce(code_key, code)) DO NOTHING`;
const SELECT = `SELECT ${RECORD_COLUMNS.join(', ')} FROM dossier`;

const updates = new Map<number, string>();

/** The statement that writes the columns whose bits (by their place in {@link ALL_COLUMNS}) are set. */
function updateOf(changed: number): string {
  let sql = updates.get(changed);
  if (sql === undefined) {
    const named = ALL_COLUMNS.filter((_, place) => (changed & (1 << place)) !== 0);
    sql = `UPDATE dossier SET ${named.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`;
    updates.set(changed, sql);
  }
  return sql;
}

/**
 * All writing of dossiers within one transaction: rows with their derived columns, history, and the tally, which
 * therefore cannot drift apart. Call {@link DossierWriter.flush} once before the commit.
 */
export class DossierWriter {
  readonly #db: Connection;
  readonly #terms: Terms;
  readonly #tally = new TallyChanges();
  #nextId: number | null = null;

  constructor(db: Connection, terms: Terms) {
    this.#db = db;
    this.#terms = terms;
  }

  /** Ids are never given twice, also after an import was undone: history keeps naming the same dossier. */
  get nextId(): number {
    this.#nextId ??= this.#db.value<number>("SELECT value FROM counter WHERE name = 'dossier'") ?? 1;
    return this.#nextId;
  }

  byId(id: number): KnownDossier | null {
    return this.#known(this.#db.getRaw(`${SELECT} WHERE id = ?`, id));
  }

  byCode(code: string): KnownDossier | null {
    return this.#known(this.#db.getRaw(`${SELECT} WHERE coalesce(code_key, code) = ?`, dossierKey(code)));
  }

  /** Adds a dossier whose code nobody has. */
  insert(record: Dossier, issuesDocument: boolean | null, changeSet: number): number {
    return this.#insert(INSERT, record, issuesDocument, changeSet) as number;
  }

  /** Adds a dossier unless its code is known, deleted ones included; null then. One step in place of two. */
  insertNew(record: Dossier, issuesDocument: boolean | null, changeSet: number): number | null {
    return this.#insert(INSERT_NEW, record, issuesDocument, changeSet);
  }

  #insert(sql: string, record: Dossier, issuesDocument: boolean | null, changeSet: number): number | null {
    const id = this.nextId;
    const { values, counted } = writeRow(
      record,
      { id, issuesDocument, changedIn: changeSet, deleted: false },
      this.#terms,
    );
    values.push(changeSet);
    if (this.#db.prepared(sql).run(...values).changes === 0) return null;
    this.#nextId = id + 1;
    this.#tally.add(counted, 1);
    return id;
  }

  /** Writes a new state and its history. False when nothing differs. */
  update(known: KnownDossier, after: Changeable, changeSet: number): boolean {
    const changed = differences(known, after);
    if (!changed) return false;
    this.overwrite(known, after, changeSet);
    this.#db.run(
      'INSERT INTO change (change_set, dossier, previous, fields) VALUES (?, ?, ?, ?)',
      changeSet,
      known.id,
      known.changedIn,
      JSON.stringify(changed),
    );
    return true;
  }

  /**
   * Writes a state without history of its own: for taking back what history tells. Only columns that differ are
   * named, because SQLite rewrites every index of which a column is named.
   */
  overwrite(known: KnownDossier, after: Changeable, changedIn: number): void {
    const search = sameSearchText(known.record, after.record) ? '' : undefined;
    const before = writeRow(known.record, known, this.#terms, search);
    const state = { id: known.id, issuesDocument: after.issuesDocument, changedIn, deleted: after.deleted };
    const now = writeRow(after.record, state, this.#terms, search);
    let changed = 0;
    const values: SqlValue[] = [];
    for (let place = 0; place < ALL_COLUMNS.length; place += 1) {
      const value = now.values[place] as SqlValue;
      if (before.values[place] === value) continue;
      changed |= 1 << place;
      values.push(value);
    }
    if (changed === 0) return;
    values.push(known.id);
    this.#db.prepared(updateOf(changed)).run(...values);
    this.#tally.add(before.counted, -1);
    this.#tally.add(now.counted, 1);
  }

  /** Removes a row for good; its content must have been archived. */
  remove(known: KnownDossier): void {
    this.#tally.add(this.#countedOf(known), -1);
    this.#db.run('DELETE FROM dossier WHERE id = ?', known.id);
  }

  /** Changes of a change set with the state of their dossiers now. */
  *changesOf(
    changeSet: number,
  ): Generator<{ known: KnownDossier | null; dossier: number; previous: number; fields: ChangedFields }> {
    const rows = this.#db.allRaw<[number, number, string]>(
      'SELECT dossier, previous, fields FROM change WHERE change_set = ?',
      changeSet,
    );
    for (const [dossier, previous, fields] of rows) {
      yield { dossier, previous, fields: JSON.parse(fields) as ChangedFields, known: this.byId(dossier) };
    }
  }

  flush(): void {
    this.#tally.flush(this.#db);
    if (this.#nextId !== null) {
      this.#db.run(
        "INSERT INTO counter (name, value) VALUES ('dossier', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        this.#nextId,
      );
    }
  }

  #countedOf(known: KnownDossier): Counted {
    return writeRow(known.record, known, this.#terms, '').counted;
  }

  #known(row: RecordRow | undefined): KnownDossier | null {
    return row ? { ...readState(row), record: readRecord(row, this.#terms) } : null;
  }
}

import type { DossierState, KnownDossier, WriteWatcher } from '#electron/application/ports.ts';
import { DOSSIER_FIELDS, type Dossier, sameField } from '#shared/domain/dossier.ts';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import { type ChangedFields, differences, type StateShape, takeBack } from './change-fields.ts';
import { DOSSIER_LOG, insertChange, keepNextId, keptNextId, type LoggedRecords } from './change-log.ts';
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

const SHAPE: StateShape<DossierState> = {
  fields: DOSSIER_FIELDS,
  beside: ['deleted', 'issuesDocument'],
  same: sameField,
};

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
export class DossierWriter implements LoggedRecords<KnownDossier, DossierState> {
  readonly tables = DOSSIER_LOG;
  readonly #db: Connection;
  readonly #terms: Terms;
  readonly #tally = new TallyChanges();
  #nextId: number | null = null;
  /** Told of every write. */
  watcher: WriteWatcher | null = null;
  /** Told of every dossier that comes, with its row; the log vouches for it. */
  onCame: ((values: readonly SqlValue[], changeSet: number) => void) | null = null;

  constructor(db: Connection, terms: Terms) {
    this.#db = db;
    this.#terms = terms;
  }

  get nextId(): number {
    this.#nextId ??= keptNextId(this.#db, DOSSIER_LOG);
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
    this.onCame?.(values, changeSet);
    this.#tally.add(counted, 1);
    this.watcher?.dossier(null, { record, issuesDocument, deleted: false });
    return id;
  }

  update(known: KnownDossier, after: DossierState, changeSet: number): boolean {
    const changed = differences(SHAPE, known, after);
    if (!changed) return false;
    this.overwrite(known, after, changeSet);
    insertChange(this.#db, DOSSIER_LOG, changeSet, known, changed);
    return true;
  }

  takeBack(after: KnownDossier, changed: ChangedFields): DossierState {
    return takeBack(SHAPE, after, changed);
  }

  mayBecome(known: KnownDossier, { record }: DossierState): boolean {
    if (record.code === known.record.code) return true;
    const holder = this.byCode(record.code);
    return holder === null || holder.id === known.id;
  }

  /** Only columns that differ are named, because SQLite rewrites every index of which a column is named. */
  overwrite(known: KnownDossier, after: DossierState, changedIn: number): void {
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
    this.watcher?.dossier(known, after);
  }

  remove(known: KnownDossier): void {
    this.#tally.add(this.#countedOf(known), -1);
    this.#db.run('DELETE FROM dossier WHERE id = ?', known.id);
    this.watcher?.dossier(known, null);
  }

  packed({ id, issuesDocument, record }: KnownDossier): unknown {
    return [id, issuesDocument, record];
  }

  flush(): void {
    this.#tally.flush(this.#db);
    if (this.#nextId !== null) keepNextId(this.#db, DOSSIER_LOG, this.#nextId);
  }

  #countedOf(known: KnownDossier): Counted {
    return writeRow(known.record, known, this.#terms, '').counted;
  }

  #known(row: RecordRow | undefined): KnownDossier | null {
    return row ? { ...readState(row), record: readRecord(row, this.#terms) } : null;
  }
}

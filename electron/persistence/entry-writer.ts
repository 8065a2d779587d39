import type { KnownEntry, WriteWatcher } from '#electron/application/ports.ts';
import type { AnyRecord, LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import { entryKey } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { type ChangedFields, differences, type StateShape, takeBack } from './change-fields.ts';
import { ENTRY_LOG, insertChange, keepNextId, keptNextId, type LoggedRecords } from './change-log.ts';
import { brokenReferences, referringEntries } from './entry-refs.ts';
import {
  ALL_ENTRY_COLUMNS,
  baseKey,
  ENTRY_COLUMNS,
  type EntryRow,
  readEntry,
  wholeRecord,
  writeEntry,
} from './entry-row.ts';
import type { Connection } from './open-database.ts';

const INSERT = `INSERT INTO entry (${ALL_ENTRY_COLUMNS.join(', ')}, created_in) VALUES (${ALL_ENTRY_COLUMNS.map(() => '?').join(', ')}, ?)`;
const UPDATE = `UPDATE entry SET ${ALL_ENTRY_COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`;
const SELECT = `SELECT ${ENTRY_COLUMNS.join(', ')} FROM entry`;

/** An entry's state as far as changes are concerned. The key is part of it: it may hold a number beside the record. */
export type EntryState = Pick<KnownEntry, 'record' | 'key' | 'deleted'>;

/** All writing of entries within one transaction. Call {@link EntryWriter.flush} once before the commit. */
export class EntryWriter implements LoggedRecords<KnownEntry, EntryState> {
  readonly tables = ENTRY_LOG;
  /** Ledgers that were written to. */
  readonly touched = new Set<LedgerId>();
  readonly #db: Connection;
  #nextId: number | null = null;
  /** Told of every write. */
  watcher: WriteWatcher | null = null;
  /** Told of every entry that comes; the log vouches for it. */
  onCame: ((entry: KnownEntry, changeSet: number) => void) | null = null;

  constructor(db: Connection) {
    this.#db = db;
  }

  get nextId(): number {
    this.#nextId ??= keptNextId(this.#db, ENTRY_LOG);
    return this.#nextId;
  }

  byId(id: number): KnownEntry | null {
    return known(this.#db.getRaw(`${SELECT} WHERE id = ?`, id));
  }

  byKey(ledger: LedgerId, key: string): KnownEntry | null {
    return known(this.#db.getRaw(`${SELECT} WHERE ledger = ? AND key = ?`, ledger, key));
  }

  /** Entries of every occurrence of a record's key, the first one first. */
  alike(ledger: LedgerId, record: AnyRecord): KnownEntry[] {
    const definition = ledgerOf(ledger);
    if (!definition.repeatable) {
      const entry = this.byKey(ledger, entryKey(definition, record));
      return entry === null ? [] : [entry];
    }
    const base = entryKey(definition, record, 1).slice(0, -1);
    // Everything that begins with the base and goes on with a digit lies between these two.
    return this.#db
      .allRaw<EntryRow>(
        `${SELECT} WHERE ledger = ? AND key >= ? AND key < ? ORDER BY length(key), key`,
        ledger,
        base,
        `${base}:`,
      )
      .map(readEntry);
  }

  /** The smallest occurrence under which a record's key is free. */
  freeOccurrence(ledger: LedgerId, record: AnyRecord): number {
    const definition = ledgerOf(ledger);
    if (!definition.repeatable) return 1;
    const taken = new Set(this.alike(ledger, record).map(({ key }) => key));
    let occurrence = 1;
    while (taken.has(entryKey(definition, record, occurrence))) occurrence += 1;
    return occurrence;
  }

  /** The first key of a record that nobody has. */
  freeKey(ledger: LedgerId, record: AnyRecord): string {
    return entryKey(ledgerOf(ledger), record, this.freeOccurrence(ledger, record));
  }

  /** Adds an entry whose key nobody has. */
  insert(ledger: LedgerId, given: AnyRecord, occurrence: number, changeSet: number): number {
    const definition = ledgerOf(ledger);
    const record = wholeRecord(definition, given);
    const id = this.nextId;
    const key = entryKey(definition, record, occurrence);
    const entry = { id, ledger, key, record, changedIn: changeSet, deleted: false };
    this.#db.run(INSERT, ...writeEntry(entry), changeSet);
    this.#nextId = id + 1;
    this.onCame?.(entry, changeSet);
    this.touched.add(ledger);
    this.watcher?.entry(ledger);
    return id;
  }

  /** {@link EntryWriter.update} with the key that a record gets. */
  edit(entry: KnownEntry, given: AnyRecord, changeSet: number, deleted: boolean): boolean {
    const record = wholeRecord(ledgerOf(entry.ledger), given);
    return this.update(entry, { record, key: this.#keyOf(entry, record), deleted }, changeSet);
  }

  update(entry: KnownEntry, after: EntryState, changeSet: number): boolean {
    const changed = differences(shapeOf(ledgerOf(entry.ledger)), entry, after);
    if (!changed) return false;
    this.overwrite(entry, after, changeSet);
    insertChange(this.#db, ENTRY_LOG, changeSet, entry, changed);
    return true;
  }

  takeBack(after: KnownEntry, changed: ChangedFields): EntryState {
    return takeBack(shapeOf(ledgerOf(after.ledger)), after, changed);
  }

  mayBecome(entry: KnownEntry, state: EntryState): boolean {
    const holder = this.byKey(entry.ledger, state.key);
    if (holder !== null && holder.id !== entry.id) return false;
    if (!state.deleted && brokenReferences(this.#db, entry.ledger, state.record).length > 0) return false;
    const keyIsLost = !entry.deleted && (state.deleted || state.key !== entry.key);
    return !keyIsLost || this.referringTo(entry, 1).length === 0;
  }

  referringTo({ ledger, key }: KnownEntry, limit: number): KnownEntry[] {
    return referringEntries(this.#db, ledger, new Set([key]), limit);
  }

  overwrite(entry: KnownEntry, after: EntryState, changedIn: number): void {
    const { id, ledger } = entry;
    const { record, key, deleted } = after;
    this.#db.run(UPDATE, ...writeEntry({ id, ledger, key, record, changedIn, deleted }), id);
    this.touched.add(ledger);
    this.watcher?.entry(ledger);
  }

  remove({ id, ledger }: KnownEntry): void {
    this.#db.run('DELETE FROM entry WHERE id = ?', id);
    this.touched.add(ledger);
    this.watcher?.entry(ledger);
  }

  packed({ id, ledger, key, record }: KnownEntry): unknown {
    return [id, ledger, key, record];
  }

  flush(): void {
    if (this.#nextId !== null) keepNextId(this.#db, ENTRY_LOG, this.#nextId);
  }

  /** An entry of a repeatable ledger keeps its number as long as it says the same thing. */
  #keyOf({ ledger, key, record: before }: KnownEntry, record: AnyRecord): string {
    const definition = ledgerOf(ledger);
    if (!definition.repeatable) return entryKey(definition, record);
    if (baseKey(definition, before) === baseKey(definition, record)) return key;
    return entryKey(definition, record, this.freeOccurrence(ledger, record));
  }
}

function known(row: EntryRow | undefined): KnownEntry | null {
  return row ? readEntry(row) : null;
}

const shapes = new Map<string, StateShape<EntryState>>();

function shapeOf({ id, fields }: LedgerDefinition): StateShape<EntryState> {
  let shape = shapes.get(id);
  if (!shape) {
    shape = { fields: Object.keys(fields), beside: ['deleted', 'key'], same: () => false };
    shapes.set(id, shape);
  }
  return shape;
}

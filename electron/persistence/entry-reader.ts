import type { EntryReader, KnownEntry } from '#electron/application/ports.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { dueState, entryTitle } from '#shared/domain/ledgers/entry-rules.ts';
import {
  type LedgerEntry,
  type LedgerId,
  ledgerOf,
  type RecordOfLedger,
} from '#shared/domain/ledgers/registry.ts';
import { addDays, type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import { compareVietnamese } from '#shared/domain/vietnamese-order.ts';
import type { ChangeSetEntry } from '#shared/ipc/contract/dossiers.ts';
import type { EntryFilter, LedgerState, StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { ENTRY_LOG } from './change-log.ts';
import { readKnownDay, storedDay } from './days.ts';
import { SqliteDocuments } from './documents.ts';
import { entryConditions } from './entry-filter.ts';
import { pathOf } from './entry-refs.ts';
import { ENTRY_COLUMNS, type EntryRow, parseRecord, readEntry, readLacks } from './entry-row.ts';
import { historyOf } from './history.ts';
import type { Connection } from './open-database.ts';
import { pagesByIds, rowsByIds } from './rows-by-ids.ts';

const SELECT = `SELECT ${ENTRY_COLUMNS.join(', ')}, lacks FROM entry`;
const LACKS = ENTRY_COLUMNS.length;
/** Longest title that crosses to the window. */
const TITLE = 400;

/** The document that says from when ledgers are kept: ledger → first day. */
const KEPT_DOCUMENT = 'ledgers.kept';

/** Committed entries. Whoever commits a write tells which ledgers it touched ({@link SqliteEntries.forget}). */
export class SqliteEntries implements EntryReader {
  readonly #db: Connection;
  readonly #documents: SqliteDocuments;
  readonly #entries = new Map<LedgerId, readonly LedgerEntry[]>();

  constructor(db: Connection) {
    this.#db = db;
    this.#documents = new SqliteDocuments(db);
  }

  entries<L extends LedgerId>(ledger: L): readonly LedgerEntry<RecordOfLedger<L>>[] {
    let entries = this.#entries.get(ledger);
    if (!entries) {
      const definition = ledgerOf(ledger);
      entries = this.#db
        .allRaw<[number, string, string]>(
          'SELECT id, key, record FROM entry WHERE ledger = ? AND deleted = 0 ORDER BY day, id',
          ledger,
        )
        .map(([id, key, record]) => ({ id, key, record: parseRecord(definition, record) }));
      this.#entries.set(ledger, entries);
    }
    // What is stored was checked by the ledger's own fields.
    return entries as readonly LedgerEntry<RecordOfLedger<L>>[];
  }

  keptFrom(ledger: LedgerId): LocalDate | null {
    const first = this.#db.value<number>(
      'SELECT day FROM entry WHERE ledger = ? AND deleted = 0 ORDER BY day LIMIT 1',
      ledger,
    );
    const days = [this.#saidKeptFrom(ledger), first === undefined ? null : readKnownDay(first)].filter(
      (day) => day !== null,
    );
    return days.sort()[0] ?? null;
  }

  index(ledger: LedgerId, filter: EntryFilter, today: LocalDate): Uint32Array {
    const { where, values } = entryConditions(ledger, filter, today, this.#db);
    return Uint32Array.from(
      this.#db.column<number>(`SELECT id FROM entry WHERE ${where} ORDER BY day DESC, id DESC`, ...values),
    );
  }

  rows(ledger: LedgerId, ids: readonly number[], today: LocalDate): StoredEntry[] {
    const rows = rowsByIds<EntryRow>(this.#db, SELECT, ids).filter((row) => row[1] === ledger);
    return rows.flatMap((row) => stored(row, today) ?? []);
  }

  *batches(ledger: LedgerId, filter: EntryFilter, today: LocalDate): Generator<AnyRecord[]> {
    for (const page of pagesByIds<EntryRow>(this.#db, SELECT, this.index(ledger, filter, today)))
      yield page.map((row) => readEntry(row).record);
  }

  get(ledger: LedgerId, id: number, today: LocalDate): StoredEntry | null {
    return stored(this.#db.getRaw(`${SELECT} WHERE id = ? AND ledger = ?`, id, ledger), today);
  }

  byKey(ledger: LedgerId, key: string, today: LocalDate): StoredEntry | null {
    return stored(this.#db.getRaw(`${SELECT} WHERE ledger = ? AND key = ?`, ledger, key), today);
  }

  whole(ledger: LedgerId): KnownEntry[] {
    return this.#db
      .allRaw<EntryRow>(
        `SELECT ${ENTRY_COLUMNS.join(', ')} FROM entry WHERE ledger = ? AND deleted = 0 ORDER BY id`,
        ledger,
      )
      .map(readEntry);
  }

  history(ledger: LedgerId, id: number): ChangeSetEntry[] {
    const there = this.#db.value('SELECT 1 FROM entry WHERE id = ? AND ledger = ?', id, ledger);
    if (there === undefined) return [];
    return historyOf(this.#db, ENTRY_LOG, id, new Set(Object.keys(ledgerOf(ledger).fields)));
  }

  state(ledger: LedgerId, today: LocalDate): LedgerState {
    const [entries = 0] =
      this.#db.getRaw<[number]>('SELECT count(*) FROM entry WHERE ledger = ? AND deleted = 0', ledger) ?? [];
    const soon = addDays(today, ledgerOf(ledger).due?.remindDays ?? 0);
    const [overdue = 0, dueSoon = 0] =
      this.#db.getRaw<[number, number]>(
        `SELECT count(*) FILTER (WHERE due_on < ?), count(*) FILTER (WHERE due_on BETWEEN ? AND ?)
         FROM entry WHERE ledger = ? AND deleted = 0 AND due_on IS NOT NULL`,
        storedDay(today),
        storedDay(today),
        storedDay(soon),
        ledger,
      ) ?? [];
    return { ledger, entries, keptFrom: this.keptFrom(ledger), dueSoon, overdue, lacks: this.#lacks(ledger) };
  }

  used(ledger: LedgerId, field: string, limit: number): string[] {
    if (!Object.hasOwn(ledgerOf(ledger).fields, field)) return [];
    return this.#db
      .allRaw<[string | number, number]>(
        `SELECT json_extract(record, ?) AS value, count(*) FROM entry WHERE ledger = ? AND deleted = 0 AND value IS NOT NULL
         GROUP BY value ORDER BY count(*) DESC, value LIMIT ?`,
        pathOf(field),
        ledger,
        limit,
      )
      .map(([value, times]) => ({ value: String(value), times }))
      .sort((a, b) => b.times - a.times || compareVietnamese(a.value, b.value))
      .map(({ value }) => value);
  }

  /** Forgets what was read of ledgers that a commit has changed. */
  forget(ledgers: Iterable<LedgerId>): void {
    for (const ledger of ledgers) this.#entries.delete(ledger);
  }

  #lacks(ledger: LedgerId): Record<string, number> {
    const lacks: Record<string, number> = {};
    const rows = this.#db.allRaw<[string, number]>(
      "SELECT lacks, count(*) FROM entry WHERE ledger = ? AND deleted = 0 AND lacks <> '' GROUP BY lacks",
      ledger,
    );
    for (const [names, count] of rows)
      for (const name of readLacks(names)) lacks[name] = (lacks[name] ?? 0) + count;
    return lacks;
  }

  #saidKeptFrom(ledger: LedgerId): LocalDate | null {
    const kept = this.#documents.get(KEPT_DOCUMENT);
    const day: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, ledger) : null;
    return typeof day === 'string' ? parseIsoDate(day) : null;
  }
}

function stored(row: EntryRow | undefined, today: LocalDate): StoredEntry | null {
  if (!row) return null;
  const { id, ledger, record, changedIn, deleted } = readEntry(row);
  const definition = ledgerOf(ledger);
  const title = entryTitle(definition, record);
  return {
    id,
    version: changedIn,
    title: title.length > TITLE ? `${title.slice(0, TITLE - 1)}…` : title,
    record,
    due: dueState(definition, record, today),
    lacks: readLacks(row[LACKS] as string),
    deleted,
  };
}

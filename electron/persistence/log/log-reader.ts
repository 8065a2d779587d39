import type { LogFilter, LoggedDeed, LogReader } from '#electron/application/ports.ts';
import type { LogEntry, LogHead } from '#shared/log/entry.ts';
import { NO_LINK } from '#shared/log/entry.ts';
import { titleOfEntry } from '../entry-refs.ts';
import type { Connection, SqlValue } from '../open-database.ts';
import type { ChangeSetSubject } from './contents.ts';
import { logHead } from './log-writer.ts';

const COLUMNS = 'seq, at, login, kind, subject, content, previous, hash';

/** The log as committed. */
export class SqliteLog implements LogReader {
  readonly #db: Connection;
  constructor(db: Connection) {
    this.#db = db;
  }

  head(): LogHead {
    return logHead(this.#db) ?? { seq: 0, hash: NO_LINK };
  }

  latest(among: number): string | null {
    return (
      this.#db.value<string | null>(
        'SELECT max(at) FROM (SELECT at FROM log ORDER BY seq DESC LIMIT ?)',
        among,
      ) ?? null
    );
  }

  index({ logins, kinds, from, to }: LogFilter): Uint32Array {
    const conditions: string[] = [];
    const values: SqlValue[] = [];
    const among = (column: string, allowed: readonly string[] | undefined): void => {
      if (allowed === undefined) return;
      conditions.push(`${column} IN (${allowed.map(() => '?').join(', ')})`);
      values.push(...allowed);
    };
    among('login', logins);
    among('kind', kinds);
    if (from !== undefined) conditions.push('at >= ?') && values.push(from);
    if (to !== undefined) conditions.push('at <= ?') && values.push(to);
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    return Uint32Array.from(
      this.#db.column<number>(`SELECT seq FROM log ${where} ORDER BY seq DESC`, ...values),
    );
  }

  rows(seqs: readonly number[]): LogEntry[] {
    return seqs.flatMap(
      (seq) =>
        this.#db.get<LogEntry & Record<string, SqlValue>>(`SELECT ${COLUMNS} FROM log WHERE seq = ?`, seq) ??
        [],
    );
  }

  link(seq: number): LogHead | null {
    const hash = this.#db.value<string>('SELECT hash FROM log WHERE seq = ?', seq);
    return hash === undefined ? null : { seq, hash };
  }

  deed(changeSet: number): LoggedDeed {
    const db = this.#db;
    const [records, file, reason] = db.getRaw<[number, string | null, string | null]>(
      `SELECT CASE WHEN i.id IS NULL THEN touched ELSE i.added + i.updated END, i.file, reason FROM (
           SELECT s.id, s.reason,
             (SELECT count(*) FROM change WHERE change_set = s.id) + (SELECT count(*) FROM entry_change WHERE change_set = s.id)
               AS touched
           FROM change_set s WHERE s.id = ?)
         s LEFT JOIN import i ON i.change_set = s.id OR i.undone_in = s.id`,
      changeSet,
    ) ?? [0, null, null];
    const came = this.#came(changeSet);
    const count = file === null ? records + came : records;
    return { record: count === 1 ? this.#only(changeSet) : null, records: count, file, reason };
  }

  title(ledger: string, id: number): string | null {
    if (ledger === 'dossiers')
      return this.#db.value<string>('SELECT code FROM dossier WHERE id = ?', id) ?? null;
    return titleOfEntry(this.#db, id) || null;
  }

  /** Records that came with a change set, by the ranges that its entry names; an import is told by its balance. */
  #came(changeSet: number): number {
    let count = 0;
    for (const [table, range] of this.#ranges(changeSet))
      count +=
        this.#db.value<number>(
          `SELECT count(*) FROM ${table} WHERE id BETWEEN ? AND ? AND created_in = ?`,
          ...range,
          changeSet,
        ) ?? 0;
    return count;
  }

  /** The ids that came with a change set, by table. */
  #ranges(changeSet: number): ['dossier' | 'entry', [number, number]][] {
    const subject = this.#db.value<string>(
      "SELECT subject FROM log WHERE json_extract(subject, '$.changeSet') = ? AND kind <> 'genesis'",
      changeSet,
    );
    const { dossiers, entries } = JSON.parse(subject ?? '{}') as Partial<ChangeSetSubject>;
    return [
      ...(dossiers ? [['dossier', [...dossiers]] as ['dossier', [number, number]]] : []),
      ...(entries ? [['entry', [...entries]] as ['entry', [number, number]]] : []),
    ];
  }

  #only(changeSet: number): string | null {
    const changed = this.#db.getRaw<[string, number]>(
      `SELECT 'dossiers', dossier FROM change WHERE change_set = ?
       UNION ALL SELECT 'entries', entry FROM entry_change WHERE change_set = ?`,
      changeSet,
      changeSet,
    );
    if (changed !== undefined) return this.title(...changed);
    const [range] = this.#ranges(changeSet);
    return range === undefined
      ? null
      : this.title(range[0] === 'dossier' ? 'dossiers' : 'entries', range[1][0]);
  }

  logins(): string[] {
    return this.#db.column<string>('SELECT DISTINCT login FROM log ORDER BY login');
  }
}

/** All entries in their order, fetched in pages. */
export function* allEntries(db: Connection): Generator<LogEntry> {
  const page = `SELECT ${COLUMNS} FROM log WHERE seq > ? ORDER BY seq LIMIT 1000`;
  let last = Number.MIN_SAFE_INTEGER;
  for (
    let rows = db.all<LogEntry & { seq: number }>(page, last);
    rows.length > 0;
    rows = db.all(page, last)
  ) {
    for (const row of rows) yield row;
    last = rows.at(-1)?.seq ?? last;
  }
}

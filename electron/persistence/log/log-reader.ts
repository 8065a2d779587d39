import type { LogFilter, LogReader } from '#electron/application/ports.ts';
import type { LogEntry, LogHead } from '#shared/log/entry.ts';
import { NO_LINK } from '#shared/log/entry.ts';
import type { Connection, SqlValue } from '../open-database.ts';
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

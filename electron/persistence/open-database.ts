import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

/** A value as SQLite stores it. */
export type SqlValue = string | number | bigint | Uint8Array | null;
export type Row = Readonly<Record<string, SqlValue>>;
type Statement = BetterSqlite3.Statement<SqlValue[], unknown>;

export interface OpenOptions {
  readonly fileMustExist: boolean;
  /** Milliseconds to wait for a lock that another connection holds. */
  readonly timeout: number;
  /** The 32 bytes that encrypt the file; absent for a file that is not encrypted. */
  readonly key?: Uint8Array | undefined;
}

/** Authenticates each page as well as encrypting it: a flipped bit is found when its page is read. */
const CIPHER = 'aegis';

/** The driver takes the bytes as they are, without deriving anything from them, when this stands before them. */
const RAW = Buffer.from('raw:', 'latin1');

/** What the fork adds: the type declarations, those of the driver it comes from, do not know it. */
type Encrypting = BetterSqlite3.Database & { key(key: Buffer): number; rekey(key: Buffer): number };

/** Loaded on first use: the window's first picture must not wait for native code. */
function loadDriver(): typeof BetterSqlite3 {
  return createRequire(import.meta.url)('better-sqlite3') as typeof BetterSqlite3;
}

/**
 * Opens a SQLite file. The only place that knows the driver; `SCL_NATIVE_BINDING` names a native module built for
 * another runtime. Faults of the file come as `AppError` (see {@link storageFault}).
 */
export function openDatabase(path: string, { key, ...options }: OpenOptions): Connection {
  const nativeBinding = process.env.SCL_NATIVE_BINDING;
  const Database = loadDriver();
  try {
    const db = new Database(path, { ...options, ...(nativeBinding ? { nativeBinding } : {}) });
    if (key !== undefined) {
      withRawKey(db, key, (raw) => (db as Encrypting).key(raw));
      keepTemporaryInMemory(db);
    }
    return new Connection(db);
  } catch (error) {
    throw storageFault(error);
  }
}

/** What SQLite sorts or keeps for a statement would lie in temporary files that are not encrypted. */
function keepTemporaryInMemory(db: BetterSqlite3.Database): void {
  db.pragma('temp_store = MEMORY');
}

/** Names the cipher (it counts only before the key) and hands the key over; the copy that is needed for it is wiped. */
function withRawKey(db: BetterSqlite3.Database, key: Uint8Array, use: (raw: Buffer) => unknown): void {
  if (key.length !== 32) throw new RangeError('a key has 32 bytes');
  db.pragma(`cipher = '${CIPHER}'`);
  const raw = Buffer.concat([RAW, key]);
  try {
    use(raw);
  } finally {
    raw.fill(0);
  }
}

/** A connection with its prepared statements, each text prepared once. Columns come in the order of the text. */
export class Connection {
  readonly #db: BetterSqlite3.Database;
  readonly #rows = new Map<string, Statement>();
  readonly #raw = new Map<string, Statement>();

  constructor(db: BetterSqlite3.Database) {
    this.#db = db;
  }

  get isOpen(): boolean {
    return this.#db.open;
  }
  get inTransaction(): boolean {
    return this.#db.inTransaction;
  }

  /** A statement whose rows are objects by column name. */
  prepared(sql: string): Statement {
    let statement = this.#rows.get(sql);
    if (!statement) {
      statement = this.#db.prepare<SqlValue[], unknown>(sql);
      this.#rows.set(sql, statement);
    }
    return statement;
  }

  /** A statement whose rows are arrays; the fast way through many rows. */
  preparedRaw(sql: string): Statement {
    let statement = this.#raw.get(sql);
    if (!statement) {
      statement = this.#db.prepare<SqlValue[], unknown>(sql).raw();
      this.#raw.set(sql, statement);
    }
    return statement;
  }

  run(sql: string, ...values: SqlValue[]): { changes: number; id: number } {
    const { changes, lastInsertRowid } = this.prepared(sql).run(...values);
    return { changes, id: Number(lastInsertRowid) };
  }
  get<R = Row>(sql: string, ...values: SqlValue[]): R | undefined {
    return this.prepared(sql).get(...values) as R | undefined;
  }
  all<R = Row>(sql: string, ...values: SqlValue[]): R[] {
    return this.prepared(sql).all(...values) as R[];
  }
  getRaw<R extends readonly SqlValue[]>(sql: string, ...values: SqlValue[]): R | undefined {
    return this.preparedRaw(sql).get(...values) as R | undefined;
  }
  allRaw<R extends readonly SqlValue[]>(sql: string, ...values: SqlValue[]): R[] {
    return this.preparedRaw(sql).all(...values) as R[];
  }
  iterateRaw<R extends readonly SqlValue[]>(sql: string, ...values: SqlValue[]): IterableIterator<R> {
    return this.preparedRaw(sql).iterate(...values) as IterableIterator<R>;
  }
  /** The first column of all rows. Not remembered: lists have as many texts as there are filters. */
  column<V extends SqlValue>(sql: string, ...values: SqlValue[]): V[] {
    return this.#db
      .prepare<SqlValue[], V>(sql)
      .pluck()
      .all(...values) as V[];
  }
  /** The first column of the first row. */
  value<V extends SqlValue>(sql: string, ...values: SqlValue[]): V | undefined {
    return this.getRaw<[V]>(sql, ...values)?.[0];
  }
  /** Runs statements without results. */
  exec(sql: string): void {
    this.#db.exec(sql);
  }
  /** Reads or sets a pragma; the single value it answers. */
  pragma(text: string): SqlValue {
    return this.#db.pragma(text, { simple: true }) as SqlValue;
  }
  /**
   * Encrypts the whole file under a key: a plain one for the first time, an encrypted one anew. Not for a file in WAL
   * mode; interrupted, it may be lost, so it is done on a copy.
   */
  rekey(key: Uint8Array): void {
    keepTemporaryInMemory(this.#db);
    withRawKey(this.#db, key, (raw) => (this.#db as Encrypting).rekey(raw));
  }
  close(): void {
    this.#rows.clear();
    this.#raw.clear();
    this.#db.close();
  }
}

/**
 * A fault of the file as the user has to hear of it: damage, a lock of another process, a medium that cannot be
 * written. Anything else is thrown on as it is: a fault of the program.
 */
export function storageFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError('DATA_DAMAGED', { reason: code }, { cause: error });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('DATA_FOLDER_BUSY', {}, { cause: error });
  if (
    code.startsWith('SQLITE_IOERR') ||
    code === 'SQLITE_FULL' ||
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN')
  ) {
    return new AppError('OUTPUT_UNWRITABLE', { reason: code }, { cause: error });
  }
  return error;
}

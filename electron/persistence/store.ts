import { existsSync, statSync } from 'node:fs';
import type { LogActor, Store, StoreProblem, WriteTransaction } from '#electron/application/ports.ts';
import { AppError } from '#shared/errors.ts';
import { storeChecks } from './check-store.ts';
import { damagedParts } from './damaged-parts.ts';
import { SqliteDocuments } from './documents.ts';
import { SqliteDossiers } from './dossier-reader.ts';
import { SqliteEntries } from './entry-reader.ts';
import { SqliteImports } from './import-tables.ts';
import { SqliteLog } from './log/log-reader.ts';
import { SqliteMerges } from './merges.ts';
import { SqliteEnrolments, SqliteKeys, SqliteReports, SqliteUsers } from './office-tables.ts';
import { type Connection, storageFault } from './open-database.ts';
import { PersonSearch } from './privacy/person-search.ts';
import { purge } from './privacy/purge.ts';
import { Terms } from './terms.ts';
import { SqliteTransaction } from './transaction.ts';

/** An open data folder: one connection writes, one write at a time; the other reads what is committed. */
export class SqliteStore implements Store {
  readonly dossiers: SqliteDossiers;
  readonly entries: SqliteEntries;
  readonly imports: SqliteImports;
  readonly documents: SqliteDocuments;
  readonly users: SqliteUsers;
  readonly keys: SqliteKeys;
  readonly reports: SqliteReports;
  readonly enrolments: SqliteEnrolments;
  readonly log: SqliteLog;
  readonly merges: SqliteMerges;
  readonly privacy: PersonSearch;
  readonly #path: string;
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #release: () => void;
  /** Opens one more connection, for work that the other two cannot do. */
  readonly #connect: () => Connection;
  readonly #terms: Terms;
  /** Ends when the last write that was asked for has ended. */
  #queue: Promise<unknown> = Promise.resolve();
  #lastWriteAt: string | null = null;
  #writes = 0;
  #actor: (() => LogActor) | null = null;

  constructor(
    path: string,
    writer: Connection,
    reader: Connection,
    connect: () => Connection,
    release: () => void,
  ) {
    this.#path = path;
    this.#connect = connect;
    this.#writer = writer;
    this.#reader = reader;
    this.#release = release;
    this.#terms = new Terms(writer);
    this.dossiers = new SqliteDossiers(reader);
    this.entries = new SqliteEntries(reader);
    this.imports = new SqliteImports(reader);
    this.documents = new SqliteDocuments(reader);
    this.users = new SqliteUsers(reader);
    this.keys = new SqliteKeys(reader);
    this.reports = new SqliteReports(reader);
    this.enrolments = new SqliteEnrolments(reader);
    this.log = new SqliteLog(reader);
    this.merges = new SqliteMerges(reader);
    this.privacy = new PersonSearch(reader, connect);
  }

  get writes(): number {
    return this.#writes;
  }

  get lastWriteAt(): string | null {
    return this.#lastWriteAt;
  }

  write<T>(work: (tx: WriteTransaction) => T): Promise<T> {
    return this.writeLong((tx) => Promise.resolve({ keep: true, value: work(tx) }));
  }

  writeLong<T>(work: (tx: WriteTransaction) => Promise<{ keep: boolean; value: T }>): Promise<T> {
    const result = this.#queue.then(() => this.#transaction(work));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  actAs(actor: (() => LogActor) | null): void {
    this.#actor = actor;
  }

  checks(): (() => StoreProblem[])[] {
    return storeChecks(this.#reader);
  }

  check(): StoreProblem[] {
    return this.checks().flatMap((check) => check());
  }

  damagedParts(): string[] {
    return damagedParts(this.#reader);
  }

  async backupTo(path: string): Promise<void> {
    // What is written under way is not waited for: the copy holds what is committed now. It is encrypted like the book;
    // SQLite's own way to copy page by page refuses encrypted files.
    const copier = this.#connect();
    try {
      copier.run('VACUUM INTO ?', path);
    } catch (error) {
      throw storageFault(error);
    } finally {
      copier.close();
    }
  }

  purge(): Promise<void> {
    const result = this.#queue.then(() => {
      if (!this.#writer.isOpen) throw new AppError('CANCELLED');
      try {
        purge(this.#writer);
      } catch (error) {
        throw storageFault(error);
      }
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }

  stats(): { bytes: number; dossiers: number; changes: number; sqlite: string; schema: number } {
    const size = (path: string): number => (existsSync(path) ? statSync(path).size : 0);
    return {
      bytes: size(this.#path) + size(`${this.#path}-wal`),
      dossiers: this.#reader.value<number>('SELECT count(*) FROM dossier WHERE deleted = 0') ?? 0,
      changes:
        this.#reader.value<number>(
          'SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM entry_change)',
        ) ?? 0,
      sqlite: this.#reader.value<string>('SELECT sqlite_version()') ?? '',
      schema: Number(this.#reader.pragma('user_version')),
    };
  }

  /** A write under way is rolled back and fails with CANCELLED. */
  close(): void {
    if (!this.#writer.isOpen) return;
    if (this.#writer.inTransaction) this.#writer.exec('ROLLBACK');
    this.#reader.close();
    try {
      // A sample is enough for the planner; a whole analysis of a large book would hold up the closing.
      this.#writer.pragma('analysis_limit = 400');
      this.#writer.pragma('optimize');
    } catch {
      // A damaged page: it is told where it is read. The folder must be free for a repair all the same.
    }
    this.#writer.close();
    this.#release();
  }

  async #transaction<T>(work: (tx: WriteTransaction) => Promise<{ keep: boolean; value: T }>): Promise<T> {
    if (!this.#writer.isOpen) throw new AppError('CANCELLED');
    try {
      this.#writer.exec('BEGIN IMMEDIATE');
      const tx = new SqliteTransaction(this.#writer, this.#terms, this.#actor?.() ?? nobody());
      const { keep, value } = await work(tx);
      if (!keep) {
        this.#rollBack();
        return value;
      }
      tx.finish();
      this.#writer.exec('COMMIT');
      this.entries.forget(tx.touched);
      this.#writes += 1;
      this.#lastWriteAt = now();
      return value;
    } catch (error) {
      if (!this.#writer.isOpen) throw new AppError('CANCELLED', {}, { cause: error });
      this.#rollBack();
      throw storageFault(error);
    }
  }

  #rollBack(): void {
    // Some faults (a full disk) make SQLite roll back by itself.
    if (this.#writer.inTransaction) this.#writer.exec('ROLLBACK');
    this.#terms.forget();
  }
}

/** The machine's time, UTC with seconds. */
const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;
/** Who acts while nobody is signed in: the program itself. */
const nobody = (): LogActor => ({ login: '', at: now() });

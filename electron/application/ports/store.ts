import type { DocumentStore } from './documents.ts';
import type { DossierReader } from './dossiers.ts';
import type { EntryReader } from './entries.ts';
import type { ImportStore } from './imports.ts';
import type { EnrolmentStore, KeyStore } from './keys.ts';
import type { LogActor, LogReader } from './log.ts';
import type { MergeStore } from './merges.ts';
import type { PrivacyReader } from './privacy.ts';
import type { ReportStore } from './reports.ts';
import type { UserStore } from './users.ts';
import type { WriteTransaction } from './writing.ts';

/** A fault found by {@link Store.check}; `code` is closed, `params` say where. */
export interface StoreProblem {
  readonly code:
    | 'INTEGRITY'
    | 'FOREIGN_KEY'
    | 'APPLICATION_ID'
    | 'SCHEMA_VERSION'
    | 'DERIVED'
    | 'TALLY'
    | 'BALANCE'
    | 'TERM'
    | 'HISTORY'
    | 'COUNTER'
    | 'DOCUMENT'
    | 'REPORT'
    | 'LOG';
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** The open data folder. Reading sees what is committed; every write is one IMMEDIATE transaction, all or nothing. */
export interface Store {
  readonly dossiers: DossierReader;
  readonly entries: EntryReader;
  readonly imports: ImportStore;
  readonly documents: DocumentStore;
  readonly users: UserStore;
  readonly keys: KeyStore;
  readonly reports: ReportStore;
  readonly enrolments: EnrolmentStore;
  readonly log: LogReader;
  readonly merges: MergeStore;
  readonly privacy: PrivacyReader;
  /** Says for whom the log is kept from here on, asked at each write; null: for nobody. */
  actAs(actor: (() => LogActor) | null): void;
  /** Runs `work` when no other write is under way; what it throws undoes all of it and is thrown on. */
  write<T>(work: (tx: WriteTransaction) => T): Promise<T>;
  /**
   * A write that takes long and gives the event loop back in between (imports). Other writes wait for its end,
   * readers see the state before it. `outcome.keep` false: everything is rolled back (a preview).
   */
  writeLong<T>(work: (tx: WriteTransaction) => Promise<{ keep: boolean; value: T }>): Promise<T>;
  /** UTC instant of the last committed write of this opening; null before the first. */
  readonly lastWriteAt: string | null;
  /** Number of committed writes of this opening. */
  readonly writes: number;
  /** The command `check`: integrity, foreign keys, derived columns against the rules, balances. Slow on purpose. */
  check(): StoreProblem[];
  /** The parts of {@link Store.check}, for whoever wants to look up in between. */
  checks(): (() => StoreProblem[])[];
  /** Names of tables and indexes of which something cannot be read. Reads everything. */
  damagedParts(): string[];
  /**
   * Copies the database while it is in use, to a path where nothing lies; the copy is complete in itself and encrypted
   * under the same key.
   */
  backupTo(path: string): Promise<void>;
  /**
   * Rewrites the whole file, so that what was removed is in none of its bytes, nor in the log beside it. Waits for
   * writes under way.
   */
  purge(): Promise<void>;
  /** Size in bytes of the database with its log, and number of dossiers, for diagnostics. */
  stats(): { bytes: number; dossiers: number; changes: number; sqlite: string; schema: number };
  close(): void;
}

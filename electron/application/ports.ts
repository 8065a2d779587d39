import type { DossierCondition, DossierCountSource, LedgerSource } from '#shared/domain/count-source.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { DossierFacts } from '#shared/domain/dossier-facts.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Role } from '#shared/domain/unit.ts';
import type {
  ChangeEntry,
  ChangeSetEntry,
  DossierFilter,
  StoredDossier,
} from '#shared/ipc/contract/dossiers.ts';
import type { Balance, CellRemark, ImportEntry } from '#shared/ipc/contract/imports.ts';
import type { EntryFilter, LedgerState, StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import type { LogEntry, LogHead, LogKind, LogSubject } from '#shared/log/entry.ts';

/** Who writes, when, and why; becomes one change set. */
export interface WriteMeta {
  readonly user: string;
  /** UTC, ISO 8601 with seconds. */
  readonly at: string;
  readonly kind: ChangeEntry['kind'];
  readonly reason: string | null;
  readonly importId: number | null;
}

/** Axis on which a dossier belongs to a period; the same names as {@link DossierCountSource}. */
export type Membership = 'received' | 'resolved' | 'pending' | 'carried-over';

/** One dossier behind a figure. */
export interface FactMember {
  readonly id: number;
  readonly code: string;
  readonly facts: DossierFacts;
  readonly overdue: boolean;
}

/** What was typed so far of a dossier; `except`: the id of the one that is being edited. */
export type TypedDossier = Parsed<'dossiers.similar'>;
export type SimilarDossier = Output<'dossiers.similar'>[number];

/** Committed dossiers, read through the reading connection: also while an import is being written. */
export interface DossierReader {
  readonly counts: DossierCountSource;
  /** Members of an axis in `[from, to]` (for pending: at `to`; carried-over: before `from`), by code. */
  members(axis: Membership, from: LocalDate, to: LocalDate, condition?: DossierCondition): FactMember[];
  /** Ids of all that match, newest receipt first (then the younger id). Never limited. */
  index(filter: DossierFilter, today: LocalDate): Uint32Array;
  /** Records in the order of the ids; unknown ids are left out. */
  rows(ids: readonly number[], today: LocalDate): StoredDossier[];
  get(id: number, today: LocalDate): StoredDossier | null;
  byCode(code: string, today: LocalDate): StoredDossier | null;
  /** At most `limit` not deleted dossiers whose text holds all words of the query, newest first. */
  find(query: string, limit: number, today: LocalDate): StoredDossier[];
  /** Records that match, in the order of {@link index}, in pages; what is changed meanwhile is read as it is then. */
  batches(filter: DossierFilter, today: LocalDate): Iterable<Dossier[]>;
  /**
   * Dossiers that may be the one being typed, at most ten: of the same person (by name where one of the two has no
   * person id) and procedure received within 30 days of it (of today where no day was typed), then those with a code
   * one slip away whose person is not another one. Deleted ones are left out.
   */
  similar(typed: TypedDossier, today: LocalDate): SimilarDossier[];
  /** Every change ever made to a dossier, its creation first. */
  history(id: number): ChangeEntry[];
  /** Names of all fields (lĩnh vực) ever recorded, in code point order. */
  fields(): string[];
  /** Procedure codes or officers ever recorded, in code point order. */
  recorded(kind: 'procedure-code' | 'handler'): string[];
  isEmpty(): boolean;
  /** First and last `receivedOn`/`resolvedOn` days of counted dossiers; null when there is none. */
  span(): { first: LocalDate; last: LocalDate } | null;
  /** Counts for the overview: pending today and overdue, due within `days` calendar days (today included). */
  todo(today: LocalDate, days: number): { pending: number; overdue: number; dueSoon: number };
}

/** Committed entries of the other ledgers, read through the reading connection. */
export interface EntryReader extends LedgerSource {
  /** Ids of all that match, newest day first, then the younger id. */
  index(ledger: LedgerId, filter: EntryFilter, today: LocalDate): Uint32Array;
  /** Records in the order of the ids; unknown ids and those of other ledgers are left out. */
  rows(ledger: LedgerId, ids: readonly number[], today: LocalDate): StoredEntry[];
  /** Records that match, in the order of {@link index}, in pages. */
  batches(ledger: LedgerId, filter: EntryFilter, today: LocalDate): Iterable<AnyRecord[]>;
  get(ledger: LedgerId, id: number, today: LocalDate): StoredEntry | null;
  /** The entry with a key as `entryKey` makes it, deleted ones included. */
  byKey(ledger: LedgerId, key: string, today: LocalDate): StoredEntry | null;
  history(ledger: LedgerId, id: number): ChangeSetEntry[];
  state(ledger: LedgerId, today: LocalDate): LedgerState;
  /** Values in use of a field, most used first, at most `limit`. */
  used(ledger: LedgerId, field: string, limit: number): string[];
}

/** Small named documents (profile, preferences, drafts, …), each a JSON value with a key. */
export interface DocumentStore {
  /** The value, or undefined when there is none. */
  get(key: string): unknown;
  /** Keys that begin with a prefix, sorted. */
  keys(prefix: string): string[];
}

/** A person of the office. `passphraseHash` is opaque here (its maker writes algorithm and salt into it). */
export interface UserRecord {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly passphraseHash: string | null;
}
export interface UserStore {
  /** In the order in which they were added. */
  list(): UserRecord[];
  get(login: string): UserRecord | null;
}

/** A signing key made by the app; the private key only inside the encrypted envelope. */
export interface KeyRecord {
  readonly id: number;
  readonly name: string;
  /** Private key encrypted under the passphrase, in the form its maker chose. */
  readonly envelope: Uint8Array;
  /** Certificate, DER. */
  readonly certificate: Uint8Array;
  /** Whatever the list shows (subject, algorithm, fingerprint, times), JSON. */
  readonly info: unknown;
  readonly createdAt: string;
  readonly createdBy: string;
}
export interface KeyStore {
  list(): KeyRecord[];
  get(id: number): KeyRecord | null;
}

/** A signed report as archived. */
export interface ReportRecord {
  readonly id: number;
  readonly reportId: string;
  readonly revision: number;
  readonly period: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** UTC, ISO 8601. */
  readonly signedAt: string;
  readonly signedBy: string;
  /** Of the PDF, lower-case hex. */
  readonly sha256: string;
  readonly fileName: string;
  readonly size: number;
}
/** A deed that changed a figure of a signed report. */
export interface CorrectionReason {
  readonly changeSet: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly user: string;
  readonly reason: string | null;
}
export interface ReportStore {
  /** Oldest first; by period when given. */
  list(period?: string): ReportRecord[];
  get(id: number): ReportRecord | null;
  /** The embedded JSON as parsed. */
  json(id: number): unknown;
  pdf(id: number): Uint8Array | null;
  /** Deeds that changed a figure of this signed report since, oldest first. */
  corrections(id: number): CorrectionReason[];
}

/** A trusted signer: certificate ↔ unit within a time. */
export interface EnrolmentRecord {
  readonly id: number;
  readonly subject: string;
  /** SHA-256 of the certificate, lower-case hex; unique. */
  readonly fingerprint: string;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly unitCode: string | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly revokedOn: LocalDate | null;
}
export interface EnrolmentStore {
  list(): EnrolmentRecord[];
  get(id: number): EnrolmentRecord | null;
}

/** What an import leaves behind for ever. */
export interface ImportRecord extends Balance {
  readonly file: string;
  readonly sha256: string;
  readonly kind: ImportEntry['kind'];
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly mapping: Readonly<Record<string, string>>;
  readonly badRows: readonly CellRemark[];
}
/**
 * Why an import cannot be undone, with how people name the records that stand against it (at most 20): those changed
 * since, or entries of other ledgers that refer to what it added.
 */
export interface Hindrance {
  readonly code: 'ALREADY_UNDONE' | 'CHANGED_SINCE' | 'REFERRED_TO';
  readonly codes: readonly string[];
}
export interface ImportStore {
  /** Newest first. */
  list(): ImportEntry[];
  get(id: number): (ImportRecord & ImportEntry) | null;
  hindrance(id: number): Hindrance | null;
}

/** Whom the log names for what is no change set; `at`: UTC, ISO 8601 with seconds. */
export interface LogActor {
  readonly login: string;
  readonly at: string;
}
/** Something that is to be remembered and changes no table. */
export interface LogEvent {
  readonly kind: LogKind;
  readonly subject: LogSubject;
}
/** Which entries are asked for; what is absent is not asked about. */
export interface LogFilter {
  readonly logins?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** UTC instants, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
/** The log of all that was done; see shared/log. */
export interface LogReader {
  /** The last link as committed. */
  head(): LogHead;
  /** Numbers of the entries that match, the newest first. */
  index(filter: LogFilter): Uint32Array;
  /** Entries in the order of their numbers as given; unknown ones are left out. */
  rows(seqs: readonly number[]): LogEntry[];
  /** The link with a number; null where there is none. */
  link(seq: number): LogHead | null;
  /** Everybody whom the log names, in code point order; '' is nobody. */
  logins(): string[];
  /** What a change set did, for people. */
  deed(changeSet: number): LoggedDeed;
  /** How people name a record, of the dossiers or of a ledger; null for one that is not there. */
  title(ledger: string, id: number): string | null;
}
/** A change set in words that people know it by. */
export interface LoggedDeed {
  /** The one record it came with or changed; null where there are none or many. */
  readonly record: string | null;
  /** Records that came with it or were changed. */
  readonly records: number;
  /** The list it imported, or whose import it took back. */
  readonly file: string | null;
  readonly reason: string | null;
}

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
  /** Names of tables and indexes of which something cannot be read. Reads everything. */
  damagedParts(): string[];
  /**
   * Copies the database while it is in use, to a path where nothing lies; the copy is complete in itself and encrypted
   * under the same key.
   */
  backupTo(path: string): Promise<void>;
  /** Size in bytes of the database with its log, and number of dossiers, for diagnostics. */
  stats(): { bytes: number; dossiers: number; changes: number; sqlite: string; schema: number };
  close(): void;
}

/** A dossier as the writer knows it. `changedIn` is the change set that last touched it: its version. */
export interface KnownDossier {
  readonly id: number;
  readonly record: Dossier;
  readonly issuesDocument: boolean | null;
  readonly changedIn: number;
  readonly deleted: boolean;
}

/** An entry of a ledger as the writer knows it. `changedIn` is its version. */
export interface KnownEntry {
  readonly id: number;
  readonly ledger: LedgerId;
  readonly key: string;
  readonly record: AnyRecord;
  readonly changedIn: number;
  readonly deleted: boolean;
}

/** A dossier's state as far as figures are concerned. */
export type DossierState = Pick<KnownDossier, 'record' | 'issuesDocument' | 'deleted'>;

/** Who is told of every write of a transaction, whatever deed it belongs to. */
export interface WriteWatcher {
  /** A dossier came (`before` null), changed, or was removed for good (`after` null); said after it was written. */
  dossier(before: DossierState | null, after: DossierState | null): void;
  /** An entry of a ledger came, changed or went. */
  entry(ledger: LedgerId): void;
}

/** What one transaction may do. */
export interface WriteTransaction {
  /** Tells of every write from here on. */
  watch(watcher: WriteWatcher): void;
  /** The ledgers as this transaction leaves them so far; read anew at each asking. */
  readonly ledgers: LedgerSource;
  /** Says that the change sets of this transaction changed a figure of a signed report. */
  addCorrection(report: Pick<ReportRecord, 'id' | 'period'>): void;
  /** Begins a change set: all changes that belong to one deed of one person. Returns its id. */
  beginChangeSet(meta: WriteMeta): number;
  /** Adds a dossier; `issuesDocument` by the catalogue in force on the day of receipt. Returns its id. */
  insertDossier(record: Dossier, issuesDocument: boolean | null, changeSet: number): number;
  /** Adds a dossier unless its code is known, deleted dossiers included: null then, and nothing was written. */
  insertNewDossier(record: Dossier, issuesDocument: boolean | null, changeSet: number): number | null;
  /** Changes a dossier and writes the fields that differ into history. False when nothing differs. */
  updateDossier(
    known: KnownDossier,
    record: Dossier,
    issuesDocument: boolean | null,
    changeSet: number,
    deleted?: boolean,
  ): boolean;
  dossier(id: number): KnownDossier | null;
  dossierByCode(code: string): KnownDossier | null;
  /** Takes back a single edit, removal or restoration; null when the dossier was changed since. */
  undoChangeSet(changeSet: number, by: number): KnownDossier | null;

  /** Adds an entry; its key, day and search text follow from its record. Returns its id. */
  insertEntry(ledger: LedgerId, record: AnyRecord, occurrence: number, changeSet: number): number;
  /**
   * Changes an entry and writes the fields that differ into history. False when nothing differs. In a repeatable
   * ledger an entry that becomes another thing takes the first free occurrence of that.
   */
  updateEntry(known: KnownEntry, record: AnyRecord, changeSet: number, deleted?: boolean): boolean;
  entry(ledger: LedgerId, id: number): KnownEntry | null;
  entryByKey(ledger: LedgerId, key: string): KnownEntry | null;
  /** Entries that say the same as a record by their key, whatever their occurrence; deleted ones included. */
  entriesAlike(ledger: LedgerId, record: AnyRecord): KnownEntry[];
  /** The smallest occurrence (1 where not repeatable) under which a record's key is free, deleted entries included. */
  freeOccurrence(ledger: LedgerId, record: AnyRecord): number;
  /** Not deleted entries, of whichever ledger, whose references name this entry; at most `limit`. */
  entriesReferringTo(known: KnownEntry, limit: number): KnownEntry[];
  /**
   * Takes back a single deed on an entry; null when it was changed since, the deed was on something else, its former
   * key is another entry's now, or a reference of it or to it would lead nowhere.
   */
  undoEntryChange(changeSet: number, by: number): KnownEntry | null;
  /** Takes back a deed on many dossiers; how many got their state back. Null when one of them was changed since. */
  undoManyDossiers(changeSet: number, by: number): number | null;

  /** Reserves the entry of an import: its id and its change set. Finish with {@link WriteTransaction.finishImport}. */
  beginImport(
    meta: Omit<WriteMeta, 'importId' | 'kind' | 'reason'> & Partial<Pick<WriteMeta, 'reason'>>,
    file: Pick<ImportRecord, 'file' | 'sha256' | 'kind'>,
  ): { importId: number; changeSet: number };
  finishImport(importId: number, record: ImportRecord): void;
  /** Restores the state before an import. Throws `AppError` IMPORT_UNKNOWN or IMPORT_NOT_UNDOABLE (with the codes). */
  undoImport(importId: number, meta: Omit<WriteMeta, 'importId' | 'kind'>): void;

  putDocument(key: string, value: unknown): void;
  removeDocument(key: string): void;

  /** Adds a user or replaces the one with the same login. */
  putUser(user: UserRecord): void;
  insertKey(key: Omit<KeyRecord, 'id'>): number;
  /** Archives a signed report. Reports are never changed or removed. */
  insertReport(report: Omit<ReportRecord, 'id' | 'size'>, json: unknown, pdf: Uint8Array): number;
  /** Adds an enrolment, or replaces the one with the same fingerprint; returns its id. */
  putEnrolment(enrolment: Omit<EnrolmentRecord, 'id'>): number;
  /** Adds something that changes no table to the log, with this transaction. */
  tell(event: LogEvent): void;
}

import type { DossierCountSource, LedgerSource } from '#shared/domain/count-source.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { ChangeEntry } from '#shared/ipc/contract/dossiers.ts';
import type { DossierState, KnownDossier } from './dossiers.ts';
import type { KnownEntry } from './entries.ts';
import type { ImportRecord } from './imports.ts';
import type { EnrolmentRecord, KeyRecord } from './keys.ts';
import type { LogEvent } from './log.ts';
import type { FormerReport, MergeRecord, RecordOrigin } from './merges.ts';
import type { PersonalPlace } from './privacy.ts';
import type { ReportRecord } from './reports.ts';
import type { Steps } from './steps.ts';
import type { UserRecord } from './users.ts';

/** Who writes, when, and why; becomes one change set. */
export interface WriteMeta {
  readonly user: string;
  /** UTC, ISO 8601 with seconds. */
  readonly at: string;
  readonly kind: ChangeEntry['kind'];
  readonly reason: string | null;
  readonly importId: number | null;
}

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
  /** The dossiers as this transaction leaves them so far. */
  readonly dossiers: DossierCountSource;
  /** Records of a ledger that are not in the trash, as this transaction leaves them so far. */
  countOf(ledger: 'dossiers' | LedgerId): number;
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
  /**
   * Restores the state before an import, step by step: what is done is done by whoever goes through the steps, to the
   * last. Throws `AppError` IMPORT_UNKNOWN or IMPORT_NOT_UNDOABLE (with the codes).
   */
  undoingImport(importId: number, meta: Omit<WriteMeta, 'importId' | 'kind'>): Iterable<Steps>;

  /**
   * Takes what is about citizens out of these places for good: of records, their whole history, what undone imports
   * and bad rows keep, and every mention of `mentions` in reasons. Everything that figures are made of stays. Begins the
   * change set itself; null where nothing was there to take out. Throws `AppError` DATA_DAMAGED where the log does not
   * hold for what would be rewritten: what was tampered with is not made good.
   */
  anonymise(
    places: readonly PersonalPlace[],
    mentions: readonly string[],
    meta: WriteMeta,
  ): { readonly changeSet: number; readonly records: number; readonly remnants: number } | null;

  putDocument(key: string, value: unknown): void;
  removeDocument(key: string): void;

  /** Adds a user or replaces the one with the same login. */
  putUser(user: UserRecord): void;
  insertKey(key: Omit<KeyRecord, 'id'>): number;
  /** Archives a signed report. Reports are never changed or removed. */
  insertReport(report: Omit<ReportRecord, 'id' | 'size'>, json: unknown, pdf: Uint8Array): number;
  /** Adds an enrolment, or replaces the one with the same fingerprint; returns its id. */
  putEnrolment(enrolment: Omit<EnrolmentRecord, 'id'>): number;
  /** Says where records came from when units were joined. */
  putOrigins(origins: readonly RecordOrigin[]): void;
  /** Keeps a report of a former unit. Never changed or removed. */
  insertFormerReport(
    report: Omit<FormerReport, 'id' | 'size' | 'receipts'>,
    pdf: Uint8Array,
    receipts: readonly string[],
  ): number;
  /** Keeps what a merge was, and tells the log of its units. */
  putMerge(merge: MergeRecord): void;
  /** Adds something that changes no table to the log, with this transaction. */
  tell(event: LogEvent): void;
}

import type {
  EnrolmentRecord,
  FormerReport,
  ImportRecord,
  KeyRecord,
  KnownDossier,
  KnownEntry,
  LogActor,
  LogEvent,
  MergeRecord,
  PersonalPlace,
  RecordOrigin,
  ReportRecord,
  Steps,
  UserRecord,
  WriteMeta,
  WriteTransaction,
  WriteWatcher,
} from '#electron/application/ports.ts';
import type { DossierCountSource, LedgerSource } from '#shared/domain/count-source.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { personChanges } from '#shared/log/person-changes.ts';
import { insertChangeSet, undoDeed, undoManyDeeds } from './change-sets.ts';
import { insertCorrections } from './corrections.ts';
import { SqliteCounts } from './counts.ts';
import { putDocument, removeDocument } from './documents.ts';
import { DossierWriter } from './dossier-writer.ts';
import { SqliteEntries } from './entry-reader.ts';
import { EntryWriter } from './entry-writer.ts';
import { withoutIndexesWhenEmpty } from './first-load.ts';
import { beginImport, finishImport, importKind, undoImport } from './import-tables.ts';
import { LogWriter } from './log/log-writer.ts';
import { insertFormerReport, insertOrigin, MERGES } from './merges.ts';
import { insertKey, insertReport, putEnrolment, putUser, SqliteUsers } from './office-tables.ts';
import type { Connection } from './open-database.ts';
import { Anonymiser } from './privacy/anonymise.ts';
import { PURGE_DUE } from './privacy/purge.ts';
import type { Terms } from './terms.ts';

/** The writing side of the store within one transaction; {@link SqliteTransaction.finish} comes before the commit. */
export class SqliteTransaction implements WriteTransaction {
  readonly #db: Connection;
  readonly #dossiers: DossierWriter;
  readonly #entries: EntryWriter;
  readonly #log: LogWriter;
  readonly #terms: Terms;
  #rebuildIndexes: (() => void) | null = null;
  /** Change sets that were begun. */
  readonly #changeSets: number[] = [];

  constructor(db: Connection, terms: Terms, actor: LogActor) {
    this.#db = db;
    this.#terms = terms;
    this.#dossiers = new DossierWriter(db, terms);
    this.#entries = new EntryWriter(db);
    this.#log = new LogWriter(db, actor);
    this.#dossiers.onCame = this.#log.dossierCame;
    this.#entries.onCame = this.#log.entryCame;
  }

  beginChangeSet(meta: WriteMeta): number {
    return this.#begun(insertChangeSet(this.#db, meta));
  }
  #begun(changeSet: number): number {
    this.#changeSets.push(changeSet);
    this.#log.changeSet(changeSet);
    return changeSet;
  }
  watch(watcher: WriteWatcher): void {
    this.#dossiers.watcher = watcher;
    this.#entries.watcher = watcher;
  }
  get ledgers(): LedgerSource {
    return new SqliteEntries(this.#db);
  }
  get dossiers(): DossierCountSource {
    // What was gathered has to stand in the table from which figures are read.
    this.#dossiers.flush();
    return new SqliteCounts(this.#db, this.#terms);
  }
  countOf(ledger: 'dossiers' | LedgerId): number {
    const found =
      ledger === 'dossiers'
        ? this.#db.value<number>('SELECT count(*) FROM dossier WHERE deleted = 0')
        : this.#db.value<number>('SELECT count(*) FROM entry WHERE deleted = 0 AND ledger = ?', ledger);
    return found ?? 0;
  }
  addCorrection({ id, period }: Pick<ReportRecord, 'id' | 'period'>): void {
    insertCorrections(this.#db, this.#changeSets, id, period);
  }
  insertDossier(record: Dossier, issuesDocument: boolean | null, changeSet: number): number {
    return this.#dossiers.insert(record, issuesDocument, changeSet);
  }
  insertNewDossier(record: Dossier, issuesDocument: boolean | null, changeSet: number): number | null {
    return this.#dossiers.insertNew(record, issuesDocument, changeSet);
  }
  updateDossier(
    known: KnownDossier,
    record: Dossier,
    issuesDocument: boolean | null,
    changeSet: number,
    deleted = known.deleted,
  ): boolean {
    return this.#dossiers.update(known, { record, issuesDocument, deleted }, changeSet);
  }
  dossier(id: number): KnownDossier | null {
    return this.#dossiers.byId(id);
  }
  dossierByCode(code: string): KnownDossier | null {
    return this.#dossiers.byCode(code);
  }
  undoChangeSet(changeSet: number, by: number): KnownDossier | null {
    return undoDeed(this.#db, this.#dossiers, changeSet, by);
  }
  undoManyDossiers(changeSet: number, by: number): number | null {
    return undoManyDeeds(this.#db, this.#dossiers, changeSet, by);
  }

  insertEntry(ledger: LedgerId, record: AnyRecord, occurrence: number, changeSet: number): number {
    return this.#entries.insert(ledger, record, occurrence, changeSet);
  }
  updateEntry(known: KnownEntry, record: AnyRecord, changeSet: number, deleted = known.deleted): boolean {
    return this.#entries.edit(known, record, changeSet, deleted);
  }
  entry(ledger: LedgerId, id: number): KnownEntry | null {
    const known = this.#entries.byId(id);
    return known?.ledger === ledger ? known : null;
  }
  entryByKey(ledger: LedgerId, key: string): KnownEntry | null {
    return this.#entries.byKey(ledger, key);
  }
  entriesAlike(ledger: LedgerId, record: AnyRecord): KnownEntry[] {
    return this.#entries.alike(ledger, record);
  }
  freeOccurrence(ledger: LedgerId, record: AnyRecord): number {
    return this.#entries.freeOccurrence(ledger, record);
  }
  entriesReferringTo(known: KnownEntry, limit: number): KnownEntry[] {
    return this.#entries.referringTo(known, limit);
  }
  undoEntryChange(changeSet: number, by: number): KnownEntry | null {
    return undoDeed(this.#db, this.#entries, changeSet, by);
  }

  beginImport(
    meta: Omit<WriteMeta, 'importId' | 'kind' | 'reason'> & Partial<Pick<WriteMeta, 'reason'>>,
    file: Pick<ImportRecord, 'file' | 'sha256' | 'kind'>,
  ): { importId: number; changeSet: number } {
    const { nextId } = file.kind === 'dossiers' ? this.#dossiers : this.#entries;
    if (file.kind === 'dossiers') this.#rebuildIndexes = withoutIndexesWhenEmpty(this.#db);
    const begun = beginImport(this.#db, meta, file, nextId);
    this.#begun(begun.changeSet);
    return begun;
  }
  finishImport(importId: number, record: ImportRecord): void {
    const { nextId } = record.kind === 'dossiers' ? this.#dossiers : this.#entries;
    finishImport(this.#db, importId, record, nextId);
  }
  *undoingImport(importId: number, meta: Omit<WriteMeta, 'importId' | 'kind'>): Generator<Steps, void> {
    const ofDossiers = importKind(this.#db, importId) === 'dossiers';
    this.#begun(
      ofDossiers
        ? yield* undoImport(this.#db, this.#dossiers, importId, meta)
        : yield* undoImport(this.#db, this.#entries, importId, meta),
    );
  }

  anonymise(
    places: readonly PersonalPlace[],
    mentions: readonly string[],
    meta: WriteMeta,
  ): { changeSet: number; records: number; remnants: number } | null {
    const work = new Anonymiser(this.#db, this.#dossiers, this.#entries, places, mentions);
    const { records, remnants } = work;
    if (records + remnants === 0) return null;
    const changeSet = this.beginChangeSet(meta);
    work.run(changeSet);
    putDocument(this.#db, PURGE_DUE, true);
    return { changeSet, records, remnants };
  }

  putDocument(key: string, value: unknown): void {
    putDocument(this.#db, key, value);
    this.#log.document(key);
  }
  removeDocument(key: string): void {
    removeDocument(this.#db, key);
    this.#log.document(key);
  }
  putUser(user: UserRecord): void {
    const before = new SqliteUsers(this.#db).get(user.login);
    putUser(this.#db, user);
    this.#log.object('user', user.login, 'person', { changed: personChanges(before, user) });
  }
  insertKey(key: Omit<KeyRecord, 'id'>): number {
    const id = insertKey(this.#db, key);
    this.#log.object('key', id, 'key');
    return id;
  }
  insertReport(report: Omit<ReportRecord, 'id' | 'size'>, json: unknown, pdf: Uint8Array): number {
    const id = insertReport(this.#db, report, json, pdf);
    this.#log.object('report', id, 'signed');
    return id;
  }
  putEnrolment(enrolment: Omit<EnrolmentRecord, 'id'>): number {
    const id = putEnrolment(this.#db, enrolment);
    this.#log.object('enrolment', id, 'trust');
    return id;
  }
  putOrigins(origins: readonly RecordOrigin[]): void {
    for (const origin of origins) insertOrigin(this.#db, origin);
  }
  insertFormerReport(
    report: Omit<FormerReport, 'id' | 'size' | 'receipts'>,
    pdf: Uint8Array,
    receipts: readonly string[],
  ): number {
    const id = insertFormerReport(this.#db, report, pdf, receipts);
    this.#log.object('former_report', id, 'merged');
    return id;
  }
  putMerge(merge: MergeRecord): void {
    const key = `${MERGES}${merge.number}`;
    putDocument(this.#db, key, merge);
    const { decision: reason, units } = merge;
    this.#log.object('document', key, 'merged', { reason, units });
  }
  tell(event: LogEvent): void {
    this.#log.event(event);
  }

  /** Ledgers whose entries were written to. */
  get touched(): ReadonlySet<LedgerId> {
    return this.#entries.touched;
  }

  /** Writes what was gathered: the tally, the next ids, indexes left out during a first load, and the log. */
  finish(): void {
    this.#dossiers.flush();
    this.#entries.flush();
    this.#rebuildIndexes?.();
    this.#log.finish();
  }
}

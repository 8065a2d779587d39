import type {
  EnrolmentRecord,
  ImportRecord,
  KeyRecord,
  KnownDossier,
  ReportRecord,
  UserRecord,
  WriteMeta,
  WriteTransaction,
} from '#electron/application/ports.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { insertChangeSet, undoChangeSet } from './change-sets.ts';
import { putDocument, removeDocument } from './documents.ts';
import { DossierWriter } from './dossier-writer.ts';
import { withoutIndexesWhenEmpty } from './first-load.ts';
import { beginImport, finishImport, undoImport } from './import-tables.ts';
import { insertKey, insertReport, putEnrolment, putUser } from './office-tables.ts';
import type { Connection } from './open-database.ts';
import type { Terms } from './terms.ts';

/** The writing side of the store within one transaction; {@link SqliteTransaction.finish} comes before the commit. */
export class SqliteTransaction implements WriteTransaction {
  readonly #db: Connection;
  readonly #dossiers: DossierWriter;
  #rebuildIndexes: (() => void) | null = null;

  constructor(db: Connection, terms: Terms) {
    this.#db = db;
    this.#dossiers = new DossierWriter(db, terms);
  }

  beginChangeSet(meta: WriteMeta): number {
    return insertChangeSet(this.#db, meta);
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
    return undoChangeSet(this.#db, this.#dossiers, changeSet, by);
  }

  beginImport(
    meta: Omit<WriteMeta, 'importId' | 'kind' | 'reason'>,
    file: Pick<ImportRecord, 'file' | 'sha256' | 'kind'>,
  ): { importId: number; changeSet: number } {
    this.#rebuildIndexes = withoutIndexesWhenEmpty(this.#db);
    return beginImport(this.#db, meta, file, this.#dossiers.nextId);
  }
  finishImport(importId: number, record: ImportRecord): void {
    finishImport(this.#db, importId, record, this.#dossiers.nextId);
  }
  undoImport(importId: number, meta: Omit<WriteMeta, 'importId' | 'kind'>): void {
    undoImport(this.#db, this.#dossiers, importId, meta);
  }

  putDocument(key: string, value: unknown): void {
    putDocument(this.#db, key, value);
  }
  removeDocument(key: string): void {
    removeDocument(this.#db, key);
  }
  putUser(user: UserRecord): void {
    putUser(this.#db, user);
  }
  insertKey(key: Omit<KeyRecord, 'id'>): number {
    return insertKey(this.#db, key);
  }
  insertReport(report: Omit<ReportRecord, 'id' | 'size'>, json: unknown, pdf: Uint8Array): number {
    return insertReport(this.#db, report, json, pdf);
  }
  putEnrolment(enrolment: Omit<EnrolmentRecord, 'id'>): number {
    return putEnrolment(this.#db, enrolment);
  }

  /** Writes what was gathered: the tally, the next id, and indexes left out during a first load. */
  finish(): void {
    this.#dossiers.flush();
    this.#rebuildIndexes?.();
  }
}

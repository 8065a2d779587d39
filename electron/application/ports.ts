import type { DossierCountSource } from '#shared/domain/count-source.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { DossierFacts } from '#shared/domain/dossier-facts.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ChangeEntry, DossierFilter, StoredDossier } from '#shared/ipc/contract/dossiers.ts';

/** Who writes, when, and why; becomes the change set of all writes of one transaction. */
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

/** Committed dossiers, read through the reading connection. */
export interface DossierReader {
  readonly counts: DossierCountSource;
  /** Members of an axis in `[from, to]` (for pending: at `to`; carried-over: before `from`), by code. */
  members(axis: Membership, from: LocalDate, to: LocalDate): FactMember[];
  index(filter: DossierFilter, today: LocalDate): Uint32Array;
  rows(ids: readonly number[], today: LocalDate): StoredDossier[];
  get(id: number, today: LocalDate): StoredDossier | null;
  byCode(code: string, today: LocalDate): StoredDossier | null;
  history(id: number): ChangeEntry[];
  fields(): string[];
  isEmpty(): boolean;
  /** First and last `receivedOn`/`resolvedOn` days known; null when empty. */
  span(): { first: LocalDate; last: LocalDate } | null;
}

/** Small named documents (profile, preferences, drafts, …), each a JSON value with a key. */
export interface DocumentStore {
  get(key: string): unknown;
  keys(prefix: string): string[];
}

/** The open data folder. All writes go through `write`: one IMMEDIATE transaction, all or nothing. */
export interface Store {
  readonly dossiers: DossierReader;
  readonly documents: DocumentStore;
  write<T>(work: (tx: WriteTransaction) => T): T;
  close(): void;
}

/** What one transaction may do. The persistence owner extends it (imports, reports, keys). */
export interface WriteTransaction {
  insertDossier(record: Dossier, issuesDocument: boolean | null, meta: WriteMeta): number;
  putDocument(key: string, value: unknown): void;
  removeDocument(key: string): void;
}

import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { MergeBalance } from '#shared/domain/merge/balance.ts';
import type { LogHead } from '#shared/log/entry.ts';
import type { ReportRecord } from './reports.ts';

/** A unit whose book was joined to this one. */
export interface FormerUnit {
  readonly code: string;
  readonly name: string;
  /** Short and different from the others': stands before codes that another unit had too. */
  readonly label: string;
  readonly superior: string | null;
  /** Between these days the unit was called so and had this code; null: not known. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** The last link of its log. */
  readonly log: LogHead;
  /** Id of its folder's keyring: copies of one office have the same. */
  readonly folder: string;
  readonly dossiers: number;
  readonly entries: number;
  readonly reports: number;
}

/** A merge that was done, without the records. */
export interface MergeRecord {
  /** 1 for the first merge of a book. */
  readonly number: number;
  readonly at: string;
  readonly user: string;
  /** The decision by which the units were joined. */
  readonly decision: string;
  readonly units: readonly FormerUnit[];
  readonly balance: MergeBalance;
  /** The copy of the book from before, by its bare name: restoring it takes the merge back. */
  readonly copy: string | null;
}

/** A report that a former unit signed. */
export interface FormerReport extends ReportRecord {
  readonly merge: number;
  /** Place of the unit among those of its merge. */
  readonly source: number;
  readonly unitCode: string;
  readonly unitName: string;
  /** SHA-256 of the certificate that signed. */
  readonly signer: string;
  /** Number of answers to it that are kept. */
  readonly receipts: number;
}

/** Where a record came from. */
export interface RecordOrigin {
  readonly kind: 'dossier' | 'entry';
  readonly record: number;
  readonly merge: number;
  readonly source: number;
  /** Its id there. */
  readonly was: number;
  /** The code it had there; null: the same as now. */
  readonly code: string | null;
  /** That record was the same thing as this one, which stayed. */
  readonly joined: boolean;
}

/** An origin as a list names it. */
export interface NamedOrigin extends RecordOrigin {
  readonly ledger: 'dossiers' | LedgerId;
  /** How people name the record now. */
  readonly title: string;
}

export interface MergeStore {
  /** Oldest first. */
  list(): MergeRecord[];
  /** Where a record came from; empty for one that was recorded here. */
  origins(kind: RecordOrigin['kind'], record: number): RecordOrigin[];
  /** Every origin of a merge, by ledger and record. */
  allOrigins(merge: number): Iterable<NamedOrigin>;
  /** By unit, then by their last day. */
  reports(): FormerReport[];
  pdf(id: number): Uint8Array | null;
  /** The answers to a report as they came in: the very files. */
  receipts(id: number): string[];
}

import type { DossierCondition, DossierCountSource } from '#shared/domain/count-source.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { DossierFacts } from '#shared/domain/dossier-facts.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ChangeEntry, DossierFilter, StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';

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

/**
 * How a search looks into ID numbers: for the whole of one, or for any part. `part` is for those who may see them.
 */
export type NumberSearch = 'whole' | 'part';

/** What a day brings: dossiers that came and that fall due; of the latter those still pending, and those overdue. */
export interface DayCounts {
  readonly date: LocalDate;
  readonly received: number;
  readonly due: number;
  readonly pending: number;
  readonly overdue: number;
}

/** Committed dossiers, read through the reading connection: also while an import is being written. */
export interface DossierReader {
  readonly counts: DossierCountSource;
  /** Members of an axis in `[from, to]` (for pending: at `to`; carried-over: before `from`), by code. */
  members(axis: Membership, from: LocalDate, to: LocalDate, condition?: DossierCondition): FactMember[];
  /** Ids of all that match, newest receipt first (then the younger id). Never limited. */
  index(filter: DossierFilter, today: LocalDate, numbers?: NumberSearch): Uint32Array;
  /** Records in the order of the ids; unknown ids are left out. */
  rows(ids: readonly number[], today: LocalDate): StoredDossier[];
  get(id: number, today: LocalDate): StoredDossier | null;
  byCode(code: string, today: LocalDate): StoredDossier | null;
  /** At most `limit` not deleted dossiers whose text holds all words of the query, newest first. */
  find(query: string, limit: number, today: LocalDate, numbers?: NumberSearch): StoredDossier[];
  /** Records that match, in the order of {@link index}, in pages; what is changed meanwhile is read as it is then. */
  batches(filter: DossierFilter, today: LocalDate, numbers?: NumberSearch): Iterable<Dossier[]>;
  /**
   * Dossiers that may be the one being typed, at most ten: of the same person (by the shown digits of the person id,
   * by name where one of the two has none) and procedure received within 30 days of it (of today where no day was typed), then those with a code
   * one slip away whose person is not another one. Deleted ones are left out.
   */
  similar(typed: TypedDossier, today: LocalDate): SimilarDossier[];
  /** Every change ever made to a dossier, its creation first. */
  history(id: number): ChangeEntry[];
  /** Names of all fields (lĩnh vực) ever recorded, in code point order. */
  fields(): string[];
  /** Procedure codes or officers ever recorded, in code point order. */
  recorded(kind: 'procedure-code' | 'handler'): string[];
  /** All dossiers that are not in the trash, whole, by id, in pages: for joining this book to another one. */
  whole(): Iterable<KnownDossier[]>;
  isEmpty(): boolean;
  /** First and last `receivedOn`/`resolvedOn` days of counted dossiers; null when there is none. */
  span(): { first: LocalDate; last: LocalDate } | null;
  /** What each day from `from` to `to` brings, as of `today`: in the order of the days, none left out. */
  dayCounts(from: LocalDate, to: LocalDate, today: LocalDate): DayCounts[];
  /** Counts for the overview: pending today and overdue, due within `days` calendar days (today included). */
  todo(today: LocalDate, days: number): { pending: number; overdue: number; dueSoon: number };
}

/** A dossier as the writer knows it. `changedIn` is the change set that last touched it: its version. */
export interface KnownDossier {
  readonly id: number;
  readonly record: Dossier;
  readonly issuesDocument: boolean | null;
  readonly changedIn: number;
  readonly deleted: boolean;
}

/** A dossier's state as far as figures are concerned. */
export type DossierState = Pick<KnownDossier, 'record' | 'issuesDocument' | 'deleted'>;

import type { LedgerSource } from '#shared/domain/count-source.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ChangeSetEntry } from '#shared/ipc/contract/dossiers.ts';
import type { EntryFilter, LedgerState, StoredEntry } from '#shared/ipc/contract/ledgers.ts';

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
  /** All entries of a ledger that are not in the trash, by id. */
  whole(ledger: LedgerId): KnownEntry[];
  history(ledger: LedgerId, id: number): ChangeSetEntry[];
  state(ledger: LedgerId, today: LocalDate): LedgerState;
  /** Values in use of a field, most used first, at most `limit`. */
  used(ledger: LedgerId, field: string, limit: number): string[];
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

import type { LedgerSource } from '#shared/domain/count-source.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryDay } from '#shared/domain/ledgers/entry-rules.ts';
import {
  type LedgerEntry,
  type LedgerId,
  ledgerOf,
  type RecordOfLedger,
} from '#shared/domain/ledgers/registry.ts';
import { type LocalDate, minDate } from '#shared/domain/local-date.ts';
import type { KnownEntry } from '../ports.ts';

/** A ledger with the rows of a list that were taken so far. */
interface Changed {
  readonly entries: LedgerEntry[];
  /** Id → place in `entries`. */
  readonly places: Map<number, number>;
  keptFrom: LocalDate | null;
}

/**
 * The ledgers while a list is taken in row by row: what is committed with the rows taken so far. Formulas join entries
 * (a post with its courses, a unit with its certificates), so an entry is judged among all others.
 */
export class LedgerWorld implements LedgerSource {
  readonly #committed: LedgerSource;
  readonly #changed = new Map<LedgerId, Changed>();
  /** Entries of the list that are new have no id yet. */
  #newId = 0;

  constructor(committed: LedgerSource) {
    this.#committed = committed;
  }

  entries<L extends LedgerId>(ledger: L): readonly LedgerEntry<RecordOfLedger<L>>[] {
    const own = this.#changed.get(ledger)?.entries as readonly LedgerEntry<RecordOfLedger<L>>[] | undefined;
    return own ?? this.#committed.entries(ledger);
  }

  keptFrom(ledger: LedgerId): LocalDate | null {
    const own = this.#changed.get(ledger);
    return own === undefined ? this.#committed.keptFrom(ledger) : own.keptFrom;
  }

  /**
   * Adds an entry (`known` null) or changes it to `record`; the answer takes that back. A day moved to later may leave
   * the ledger kept from later, which is not seen here: the transaction as a whole is compared in the end.
   */
  write(ledger: LedgerId, known: KnownEntry | null, record: AnyRecord): () => void {
    const changed = this.#own(ledger);
    const id = known?.id ?? --this.#newId;
    const entry = { id, key: known?.key ?? '', record } as unknown as LedgerEntry;
    const { entries, places, keptFrom } = changed;
    const day = entryDay(ledgerOf(ledger), record);
    changed.keptFrom = keptFrom === null ? day : minDate(keptFrom, day);
    const place = places.get(id);
    const before = place === undefined ? undefined : entries[place];
    if (place !== undefined && before !== undefined) {
      entries[place] = entry;
      return () => {
        entries[place] = before;
        changed.keptFrom = keptFrom;
      };
    }
    places.set(id, entries.push(entry) - 1);
    return () => {
      entries.pop();
      places.delete(id);
      changed.keptFrom = keptFrom;
    };
  }

  #own(ledger: LedgerId): Changed {
    let own = this.#changed.get(ledger);
    if (own === undefined) {
      const entries: LedgerEntry[] = [...this.#committed.entries(ledger)];
      const places = new Map(entries.map(({ id }, place) => [id, place]));
      own = { entries, places, keptFrom: this.#committed.keptFrom(ledger) };
      this.#changed.set(ledger, own);
    }
    return own;
  }
}

import type { LedgerSource } from './count-source.ts';
import { entryDay, entryKey } from './ledgers/entry-rules.ts';
import { type LedgerEntry, type LedgerId, ledgerOf, type RecordOfLedger } from './ledgers/registry.ts';
import type { LocalDate } from './local-date.ts';

/** Records by ledger; a ledger that is left out is empty. */
export type LedgerRecords = { readonly [L in LedgerId]?: readonly RecordOfLedger<L>[] | undefined };

/**
 * Entries from plain records, without a database; ids are their places in the list, from 1. `said`: first days from
 * which a person says that a ledger is kept.
 */
export class ArrayLedgerSource implements LedgerSource {
  private readonly records: LedgerRecords;
  private readonly said: Readonly<Partial<Record<LedgerId, LocalDate>>>;

  constructor(records: LedgerRecords, said: Readonly<Partial<Record<LedgerId, LocalDate>>> = {}) {
    this.records = records;
    this.said = said;
  }

  entries<L extends LedgerId>(ledger: L): LedgerEntry<RecordOfLedger<L>>[] {
    const definition = ledgerOf(ledger);
    const records = (this.records[ledger] ?? []) as readonly RecordOfLedger<L>[];
    return records
      .map((record, index) => ({ id: index + 1, key: entryKey(definition, record, index + 1), record }))
      .sort((a, b) => compare(entryDay(definition, a.record), entryDay(definition, b.record)) || a.id - b.id);
  }

  keptFrom(ledger: LedgerId): LocalDate | null {
    const definition = ledgerOf(ledger);
    const days = (this.records[ledger] ?? []).map((record) => entryDay(definition, record));
    const said = this.said[ledger];
    return (said === undefined ? days : [...days, said]).sort()[0] ?? null;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

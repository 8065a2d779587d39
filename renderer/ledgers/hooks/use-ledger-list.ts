import { useMemo } from 'react';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { EntryFilter, StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { call } from '../../app/bridge.ts';
import { type RowList, type RowSource, useRowList } from '../../ui/use-row-list.ts';

export type LedgerList = RowList<StoredEntry>;

/** The entries of a ledger that match a filter. */
export function useLedgerList(ledger: LedgerId, filter: EntryFilter): LedgerList {
  const source = useMemo(
    (): RowSource<StoredEntry> => ({
      of: ledger,
      subject: 'ledgers',
      index: (asked) => call('ledgers.index', { ledger, filter: JSON.parse(asked) as EntryFilter }),
      rows: (ids) => call('ledgers.rows', { ledger, ids }),
    }),
    [ledger],
  );
  return useRowList(source, JSON.stringify(filter));
}

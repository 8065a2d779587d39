import { useEffect, useState } from 'react';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { EntryFilter, StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { type CallFault, call, onNotice, toFault } from '../../../app/bridge.ts';

/** Rows asked for at a time (contract, `ledgers.rows`). */
const PAGE = 500;

/** Every entry that a filter finds, for sums over short ledgers; fresh after every change of a ledger. Null: not yet read. */
export function useAllEntries(
  ledger: LedgerId,
  filter: EntryFilter,
): { readonly entries: readonly StoredEntry[] | null; readonly fault: CallFault | null } {
  const [state, setState] = useState<{
    readonly key: string;
    readonly entries: readonly StoredEntry[] | null;
    readonly fault: CallFault | null;
  }>({ key: '', entries: null, fault: null });
  const key = `${ledger} ${JSON.stringify(filter)}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the filter says
  useEffect(() => {
    let turn = 0;
    const read = () => {
      turn += 1;
      const mine = turn;
      allEntries(ledger, filter).then(
        (entries) => mine === turn && setState({ key, entries, fault: null }),
        (reason: unknown) => mine === turn && setState((old) => ({ ...old, key, fault: toFault(reason) })),
      );
    };
    read();
    const stop = onNotice((notice) => {
      if (notice.kind === 'service-restarted' || (notice.kind === 'changed' && notice.what === 'ledgers'))
        read();
    });
    return () => {
      turn = -1;
      stop();
    };
  }, [key]);
  return state.key === key ? state : { entries: null, fault: null };
}

/** Every entry that a filter finds. Throws `CallFault`. */
async function allEntries(ledger: LedgerId, filter: EntryFilter): Promise<StoredEntry[]> {
  const { ids } = await call('ledgers.index', { ledger, filter });
  const found: StoredEntry[] = [];
  for (let at = 0; at < ids.length; at += PAGE)
    found.push(...(await call('ledgers.rows', { ledger, ids: [...ids.subarray(at, at + PAGE)] })));
  return found;
}

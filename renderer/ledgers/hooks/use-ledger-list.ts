import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { EntryFilter, StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { type CallFault, call, onNotice, toFault } from '../../app/bridge.ts';
import { RowCache } from '../../ui/row-cache.ts';

/** Quiet time before the list is asked for again after news of changes: an import tells many in a row. */
const SETTLE_MS = 120;

export interface LedgerList {
  /** Ids in the order of the list; null before the first answer. */
  readonly ids: Uint32Array | null;
  readonly fault: CallFault | null;
  readonly loading: boolean;
  rowAt(position: number): StoredEntry | undefined;
  /** Fetches the rows of a range (both inclusive) that are not known yet. */
  want(first: number, last: number): void;
  put(row: StoredEntry): void;
  refresh(): void;
}

/** The entries that match a filter: all ids at once, rows as they are looked at; kept fresh by the program's news. */
export function useLedgerList(ledger: LedgerId, filter: EntryFilter): LedgerList {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [state, setState] = useState<{
    of: LedgerId;
    ids: Uint32Array | null;
    fault: CallFault | null;
    loading: boolean;
  }>({
    of: ledger,
    ids: null,
    fault: null,
    loading: true,
  });
  const cache = useMemo(
    () => new RowCache<StoredEntry>((ids) => call('ledgers.rows', { ledger, ids }), redraw),
    [ledger],
  );
  const turn = useRef(0);
  const key = JSON.stringify(filter);

  const ask = useCallback(
    (stale: boolean) => {
      turn.current += 1;
      const mine = turn.current;
      setState((old) => ({
        of: ledger,
        ids: old.of === ledger ? old.ids : null,
        fault: null,
        loading: true,
      }));
      call('ledgers.index', { ledger, filter: JSON.parse(key) as EntryFilter }).then(
        ({ ids }) => {
          if (turn.current !== mine) return;
          if (stale) cache.invalidate();
          cache.setIndex(ids);
          setState({ of: ledger, ids, fault: null, loading: false });
        },
        (reason: unknown) => {
          if (turn.current === mine) setState((old) => ({ ...old, fault: toFault(reason), loading: false }));
        },
      );
    },
    [cache, key, ledger],
  );

  useEffect(() => {
    ask(false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onNotice((notice) => {
      if (notice.kind !== 'service-restarted' && !(notice.kind === 'changed' && notice.what === 'ledgers'))
        return;
      clearTimeout(timer);
      timer = setTimeout(() => ask(true), SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
      turn.current += 1;
    };
  }, [ask]);

  const { ids } = state;
  // A new index needs its rows though the range seen is the same: the function changes with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  const want = useCallback(
    (first: number, last: number) => {
      cache
        .want(first, last + 1)
        .catch((reason: unknown) => setState((old) => ({ ...old, fault: toFault(reason) })));
    },
    [cache, ids],
  );
  const put = useCallback(
    (row: StoredEntry) => {
      cache.put(row);
      redraw();
    },
    [cache],
  );
  const rowAt = useCallback((position: number) => cache.at(position), [cache]);
  const refresh = useCallback(() => ask(true), [ask]);
  const current = state.of === ledger;
  return {
    ids: current ? ids : null,
    fault: current ? state.fault : null,
    loading: state.loading || !current,
    rowAt,
    want,
    put,
    refresh,
  };
}

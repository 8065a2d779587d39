import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { type CallFault, onNotice, toFault } from '../app/bridge.ts';
import type { Subject } from '../app/use-query.ts';
import { type FetchRows, RowCache } from './row-cache.ts';

/** Quiet time before the list is asked for again after news of changes: an import tells many in a row. */
const SETTLE_MS = 150;

/** Where a list comes from. */
export interface RowSource<R> {
  /** Which things are listed; rows of another source are never shown for it. */
  readonly of: string;
  /** What news makes the list stale. */
  readonly subject: Subject;
  /** Ids of all that match the filter (as JSON), in the order of the list. */
  readonly index: (filter: string) => Promise<{ ids: Uint32Array }>;
  readonly rows: FetchRows<R>;
}

export interface RowList<R> {
  /** Ids in the order of the list; null before the first answer. */
  readonly ids: Uint32Array | null;
  readonly fault: CallFault | null;
  /** Whether a newer index is on its way. */
  readonly loading: boolean;
  /** Whether `ids` answers the filter asked now, though a newer answer may be on its way. */
  readonly answered: boolean;
  rowAt(position: number): R | undefined;
  /** Fetches the rows of a range (`to` exclusive) that are not known yet; another function for every new index. */
  want(from: number, to: number): void;
  put(row: R): void;
  refresh(): void;
}

interface State {
  readonly of: string;
  readonly ids: Uint32Array | null;
  readonly fault: CallFault | null;
  readonly loading: boolean;
  /** The filter that `ids` answers. */
  readonly filter: string | null;
}

/**
 * What matches a filter: all ids at once, rows as they are looked at; kept fresh by the program's news. `source` is
 * one object for as long as it says the same.
 */
export function useRowList<R extends { readonly id: number }>(
  source: RowSource<R>,
  filter: string,
): RowList<R> {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [state, setState] = useState<State>({
    of: source.of,
    ids: null,
    fault: null,
    loading: true,
    filter: null,
  });
  const cache = useMemo(() => new RowCache<R>(source.rows, redraw), [source]);
  const turn = useRef(0);

  const ask = useCallback(
    (stale: boolean) => {
      turn.current += 1;
      const mine = turn.current;
      const { of } = source;
      setState((old) => ({ ...old, of, ids: old.of === of ? old.ids : null, loading: true }));
      source.index(filter).then(
        ({ ids }) => {
          if (turn.current !== mine) return;
          if (stale) cache.invalidate();
          cache.setIndex(ids);
          setState({ of, ids, fault: null, loading: false, filter });
        },
        (reason: unknown) => {
          if (turn.current === mine) setState((old) => ({ ...old, fault: toFault(reason), loading: false }));
        },
      );
    },
    [cache, filter, source],
  );

  useEffect(() => {
    ask(false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onNotice((notice) => {
      const stale = notice.kind === 'changed' && notice.what === source.subject;
      if (!stale && notice.kind !== 'service-restarted') return;
      clearTimeout(timer);
      timer = setTimeout(() => ask(true), SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
      turn.current += 1;
    };
  }, [ask, source]);

  const { ids } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new index needs its rows though the range is the same
  const want = useCallback(
    (from: number, to: number) => {
      cache
        .want(from, to)
        .catch((reason: unknown) => setState((old) => ({ ...old, fault: toFault(reason) })));
    },
    [cache, ids],
  );
  const put = useCallback(
    (row: R) => {
      cache.put(row);
      redraw();
    },
    [cache],
  );
  const rowAt = useCallback((position: number) => cache.at(position), [cache]);
  const refresh = useCallback(() => ask(true), [ask]);
  const current = state.of === source.of;
  return {
    ids: current ? ids : null,
    fault: current ? state.fault : null,
    loading: state.loading || !current,
    answered: current && state.ids !== null && state.filter === filter,
    rowAt,
    want,
    put,
    refresh,
  };
}

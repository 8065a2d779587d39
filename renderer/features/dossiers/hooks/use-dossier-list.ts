import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { DossierFilter, StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { type CallFault, call, onNotice, toFault } from '../../../app/bridge.ts';
import { RowCache } from '../../../ui/row-cache.ts';

/** Quiet time before the list is asked for again after news of changes: an import tells many in a row. */
const SETTLE_MS = 150;

export interface DossierList {
  /** Ids in the order of the list; null before the first answer. */
  readonly ids: Uint32Array | null;
  readonly fault: CallFault | null;
  /** Whether a newer index is on its way. */
  readonly loading: boolean;
  rowAt(position: number): StoredDossier | undefined;
  /** Fetches the rows of a range (`to` exclusive) that are not known yet. */
  want(from: number, to: number): void;
  put(row: StoredDossier): void;
  refresh(): void;
}

/** The dossiers that match a filter: all ids at once, rows as they are looked at; kept fresh by the program's news. */
export function useDossierList(filter: DossierFilter): DossierList {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [state, setState] = useState<{ ids: Uint32Array | null; fault: CallFault | null; loading: boolean }>({
    ids: null,
    fault: null,
    loading: true,
  });
  const cache = useMemo(() => new RowCache((ids) => call('dossiers.rows', { ids }), redraw), []);
  const turn = useRef(0);
  const key = JSON.stringify(filter);

  const ask = useCallback(
    (stale: boolean) => {
      turn.current += 1;
      const mine = turn.current;
      setState((old) => ({ ...old, loading: true }));
      call('dossiers.index', { filter: JSON.parse(key) as DossierFilter }).then(
        ({ ids }) => {
          if (turn.current !== mine) return;
          if (stale) cache.invalidate();
          cache.setIndex(ids);
          setState({ ids, fault: null, loading: false });
        },
        (reason: unknown) => {
          if (turn.current === mine) setState((old) => ({ ...old, fault: toFault(reason), loading: false }));
        },
      );
    },
    [cache, key],
  );

  useEffect(() => {
    ask(false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onNotice((notice) => {
      if (notice.kind !== 'service-restarted' && !(notice.kind === 'changed' && notice.what === 'dossiers'))
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

  const want = useCallback(
    (from: number, to: number) => {
      cache
        .want(from, to)
        .catch((reason: unknown) => setState((old) => ({ ...old, fault: toFault(reason) })));
    },
    [cache],
  );
  const put = useCallback(
    (row: StoredDossier) => {
      cache.put(row);
      redraw();
    },
    [cache],
  );
  const rowAt = useCallback((position: number) => cache.at(position), [cache]);
  const refresh = useCallback(() => ask(true), [ask]);
  return { ...state, rowAt, want, put, refresh };
}

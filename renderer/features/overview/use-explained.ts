import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { EXPLAIN_LISTS } from '#shared/ipc/contract/evaluation.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { type CallFault, call, toFault } from '../../app/bridge.ts';

export type ExplainList = (typeof EXPLAIN_LISTS)[number];
type Explained = Output<'evaluation.explain'>;
export type ExplainedEntry = Explained['entries'][number];

const PAGE = 500;

/** The dossiers of one list behind a figure, loaded in pages as they come into view. */
export function useExplained(question: { period: string; objective: string; list: ExplainList }) {
  const { period, objective, list } = question;
  const key = `${period} ${objective} ${list}`;
  const [pages, setPages] = useState<{
    key: string;
    head: Explained | null;
    rows: Map<number, readonly ExplainedEntry[]>;
    fault: CallFault | null;
  }>({
    key,
    head: null,
    rows: new Map(),
    fault: null,
  });
  const asked = useRef({ key, pages: new Set<number>() });

  const load = useCallback(
    (page: number) => {
      if (asked.current.key !== key) asked.current = { key, pages: new Set() };
      if (asked.current.pages.has(page)) return;
      asked.current.pages.add(page);
      call('evaluation.explain', { period, objective, list, offset: page * PAGE, limit: PAGE }).then(
        (answer) =>
          setPages((old) => {
            const kept =
              old.key === key
                ? old
                : { key, head: null, rows: new Map<number, readonly ExplainedEntry[]>(), fault: null };
            return { key, head: answer, rows: new Map(kept.rows).set(page, answer.entries), fault: null };
          }),
        (reason: unknown) => {
          asked.current.pages.delete(page);
          setPages((old) => ({ ...old, key, fault: toFault(reason) }));
        },
      );
    },
    [key, period, objective, list],
  );
  useEffect(() => load(0), [load]);

  const current = pages.key === key ? pages : null;
  const rowAt = useCallback(
    (index: number) => current?.rows.get(Math.floor(index / PAGE))?.[index % PAGE],
    [current],
  );
  const onRange = useCallback(
    (first: number, last: number) => {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) load(page);
    },
    [load],
  );
  const rows = current?.rows;
  const loaded = useMemo(() => [...(rows?.values() ?? [])].flat(), [rows]);
  return { loaded, head: current?.head ?? null, fault: current?.fault ?? null, rowAt, onRange };
}

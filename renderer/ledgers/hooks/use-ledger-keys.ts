import { type RefObject, useEffect, useRef } from 'react';
import { isTaken } from '../../app/shortcuts.ts';

export interface LedgerKeys {
  create(): void;
  edit(): void;
  remove(): void;
  undo(): void;
  exportList(): void;
  search(): void;
  close(): void;
}

/** Marks the element of a table with its pane, so that several on one screen can tell whose key it is. */
export const LEDGER_VIEW = { 'data-ledger-view': '' } as const;

/**
 * The keys of a table: n, e, x, Delete, u or Ctrl+Z, `/`, Escape; silent while somebody writes in a field. Where several
 * tables share a screen the one with the keyboard acts, and the first when none has it.
 */
export function useLedgerKeys(root: RefObject<HTMLElement | null>, keys: LedgerKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event) || event.altKey || !root.current) return;
      const owner =
        document.activeElement?.closest('[data-ledger-view]') ?? document.querySelector('[data-ledger-view]');
      if (owner !== root.current) return;
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const act = control
        ? key === 'z' && !event.shiftKey
          ? latest.current.undo
          : null
        : ({
            n: latest.current.create,
            e: latest.current.edit,
            u: latest.current.undo,
            x: latest.current.exportList,
            delete: latest.current.remove,
            '/': latest.current.search,
            escape: latest.current.close,
          }[key] ?? null);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [root]);
}

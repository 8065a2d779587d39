import { useEffect, useRef } from 'react';
import { isTaken } from '../../../app/shortcuts.ts';

export interface DossierKeys {
  create(): void;
  /** Begin or close a suspension of the dossier selected. */
  suspend(): void;
  /** Check paper against software. */
  check(): void;
  exportList(): void;
  edit(): void;
  remove(): void;
  undo(): void;
  search(): void;
  close(): void;
}

/**
 * The screen's own keys: n, e, t, p, x, Delete, u or Ctrl+Z, `/`, Escape; silent while somebody writes
 * in a field, and while `active` is false, but for taking back.
 */
export function useDossierKeys(active: boolean, keys: DossierKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event) || event.altKey) return;
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const act = control
        ? key === 'z' && !event.shiftKey
          ? latest.current.undo
          : null
        : ({
            n: latest.current.create,
            e: latest.current.edit,
            t: latest.current.suspend,
            p: latest.current.check,
            x: latest.current.exportList,
            u: latest.current.undo,
            delete: latest.current.remove,
            '/': latest.current.search,
            escape: latest.current.close,
          }[key] ?? null);
      if (!act || (!active && act !== latest.current.undo)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active]);
}

import { useEffect, useRef } from 'react';
import { isTaken } from '../../../app/shortcuts.ts';

export interface DossierKeys {
  create(): void;
  edit(): void;
  remove(): void;
  undo(): void;
  search(): void;
  close(): void;
}

/** The screen's own keys: n, e, Delete, u or Ctrl+Z, `/`, Escape; silent while somebody writes in a field. */
export function useDossierKeys(keys: DossierKeys): void {
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
            u: latest.current.undo,
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
  }, []);
}

import { useEffect, useRef } from 'react';

/** Asks for the page again after every save of the draft, but not for the first drawing. */
export function usePageRefresh(revision: number, refresh: () => void): void {
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current === revision) return;
    seen.current = revision;
    refresh();
  }, [revision, refresh]);
}

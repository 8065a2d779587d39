import { useEffect, useRef } from 'react';
import { dialogOrPopoverOpen } from '../ui/top-dialog.ts';
import { isTaken } from './shortcuts.ts';

/**
 * Keys of a part of the screen while nobody is writing in a field and no dialog is open: letters and F keys by their name
 * in small letters, with Ctrl as `ctrl enter`. `enabled` false: none.
 */
export function useLetterKeys(keys: Readonly<Record<string, () => void>>, enabled = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!enabled) return undefined;
    function onKey(event: KeyboardEvent): void {
      if (event.altKey || event.shiftKey || isTaken(event)) return;
      if (dialogOrPopoverOpen()) return;
      const control = event.ctrlKey || event.metaKey ? 'ctrl ' : '';
      const act = latest.current[`${control}${event.key.toLowerCase()}`];
      if (!act) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
}

import { useEffect, useRef } from 'react';
import { isTaken } from '../../../app/shortcuts.ts';
import { topDialog } from '../../../ui/top-dialog.ts';

/** Keys of the section, named like `Control+s`; in its fields too, but not while a dialog lies over it. */
export function usePrivacyKeys(keys: Readonly<Record<string, (() => void) | null>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || event.shiftKey) return;
      if (topDialog() !== null) return;
      const control = event.ctrlKey || event.metaKey;
      // A letter or sign alone is text in a field.
      if (!control && isTaken(event)) return;
      const name = control ? `Control+${event.key}` : event.key;
      const act = latest.current[name];
      if (act === undefined) return;
      // Where it cannot be done now it does nothing else instead.
      event.preventDefault();
      act?.();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

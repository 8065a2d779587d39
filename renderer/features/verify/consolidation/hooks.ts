import { useEffect, useRef } from 'react';
import { isTaken } from '../../../app/shortcuts.ts';

/** Plain letter keys while nobody is writing in a field and no dialog is open. */
export function useLetterKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTaken(event)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Ctrl+O for files and Ctrl+Shift+O for a folder. */
export function usePickKeys(pickFiles: () => void, pickFolder: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'o') return;
      event.preventDefault();
      if (event.shiftKey) pickFolder();
      else pickFiles();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [pickFiles, pickFolder]);
}

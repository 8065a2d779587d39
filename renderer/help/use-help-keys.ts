import { useEffect } from 'react';
import { useSession } from '../app/session.ts';
import { useAskedPaper } from '../printing/ask.ts';
import { helpHere } from './here.ts';
import { closeHelp, openHelp, useHelp } from './store.ts';

/** Keys that still mean what they mean outside while the guide is open: they move the focus, print, lock. */
function passes(event: KeyboardEvent): boolean {
  if (event.key === 'Tab') return true;
  const control = (event.ctrlKey || event.metaKey) && !event.altKey;
  return control && ['p', 'l'].includes(event.key.toLowerCase());
}

/**
 * F1 opens the guide at what is on the screen, from anywhere, and closes it again; Escape closes it alone and nothing
 * that lies under it. While it is open no other key reaches what lies under it.
 */
export function useHelpKeys(): void {
  const phase = useSession((session) => session.app?.phase);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another phase is another page
  useEffect(() => closeHelp, [phase]);
  useEffect(() => {
    function first(event: KeyboardEvent): void {
      const open = useHelp.getState().place !== null;
      // The print dialog may lie over the guide and has its own keys.
      if (useAskedPaper.getState().paper !== null && open) return;
      const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
      if (event.key === 'F1' && plain) {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (open) closeHelp();
        else openHelp(helpHere());
      } else if (event.key === 'Escape' && open && !event.isComposing) {
        const target = event.target;
        // Escape empties the search before it closes the guide.
        if (target instanceof HTMLInputElement && target.value !== '' && target.type === 'search') return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (useHelp.getState().picture !== null) useHelp.setState({ picture: null });
        else closeHelp();
      }
    }
    // After React, which listens below the body, and before whoever listens at the window.
    function last(event: KeyboardEvent): void {
      const covered = useAskedPaper.getState().paper !== null;
      if (useHelp.getState().place !== null && !covered && !passes(event)) event.stopPropagation();
    }
    window.addEventListener('keydown', first, true);
    document.body.addEventListener('keydown', last);
    return () => {
      window.removeEventListener('keydown', first, true);
      document.body.removeEventListener('keydown', last);
    };
  }, []);
}

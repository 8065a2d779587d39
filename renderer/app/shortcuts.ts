import { useEffect } from 'react';
import { lockScreen } from './lock.ts';
import { askPalette, goTo, SCREENS, stepPeriod } from './navigation.ts';

/** Whether a key press belongs to a field the person is writing in, or to an open dialog or menu. */
export function isTaken(event: Pick<KeyboardEvent, 'target' | 'defaultPrevented' | 'isComposing'>): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target.closest('[role="dialog"],[role="menu"],[role="listbox"],[role="combobox"]')) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'reset', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** A dialog lies over the screen: keys must not move what is behind it. */
function dialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** The window's own keys: Ctrl+K, Ctrl+L (lock), Alt+1–8 (or the bare digit outside a field), `[` and `]` for the period. */
export function useShortcuts(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const control = event.ctrlKey || event.metaKey;
      if (control && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (!dialogOpen()) askPalette();
        return;
      }
      if (control && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'l') {
        event.preventDefault();
        void lockScreen();
        return;
      }
      if (control || event.shiftKey || dialogOpen()) return;
      // `code`, because Alt changes what the digit row types on some layouts, and Vietnamese typing tools too.
      const digit = /^(?:Digit|Numpad)([1-8])$/.exec(event.code)?.[1];
      if (digit && (event.altKey || !isTaken(event))) {
        const screen = SCREENS[Number(digit) - 1];
        if (screen) {
          event.preventDefault();
          goTo(screen);
        }
        return;
      }
      if (event.altKey || isTaken(event)) return;
      if (event.key === '[' || event.key === ']') {
        event.preventDefault();
        stepPeriod(event.key === '[' ? -1 : 1);
      }
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

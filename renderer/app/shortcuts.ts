import { useEffect } from 'react';
import { canUndoLast, undoLast } from '../ui/toast.tsx';
import { topDialog } from '../ui/top-dialog.ts';
import { isPressed, KEYS } from './keys.ts';
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

/** Ctrl+Enter does in every dialog what Enter does in its fields: it presses the button of its form; false without one. */
function submitDialog(target: EventTarget | null): boolean {
  const form = target instanceof Element ? target.closest('[role="dialog"] form') : null;
  const button = form?.querySelector<HTMLElement>('[type="submit"]:not(:disabled, [data-disabled])');
  if (!button) return false;
  button.click();
  return true;
}

/** What a field held when the keyboard came to it. */
let held: string | null = null;

/** A field of a page that saves itself, in which nothing was typed that could be taken back there. */
function isUntouched(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement &&
    target.value === held &&
    target.closest('[role="dialog"],[data-record-list]') === null
  );
}

/** The window's own keys: Ctrl+K, Ctrl+L (lock), Alt+1–8 (or the bare digit outside a field), `[` and `]` for the period, Ctrl+Z or U for the deed whose message stands. */
export function useShortcuts(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const control = event.ctrlKey || event.metaKey;
      if (isPressed(event, KEYS.window.find)) {
        event.preventDefault();
        if (!topDialog()) askPalette();
        return;
      }
      if (isPressed(event, KEYS.window.lock)) {
        event.preventDefault();
        void lockScreen();
        return;
      }
      if (control && event.key === 'Enter' && !event.defaultPrevented && submitDialog(event.target)) {
        event.preventDefault();
        return;
      }
      if (control || event.shiftKey || topDialog()) return;
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
    // Before the lists, which know older deeds as well.
    function onUndo(event: KeyboardEvent): void {
      if (!canUndoLast() || topDialog() || !isPressed(event, KEYS.window.undo)) return;
      if (isTaken(event) && !(event.key.toLowerCase() !== 'u' && isUntouched(event.target))) return;
      event.preventDefault();
      undoLast();
    }
    function onFocus({ target }: FocusEvent): void {
      held = target instanceof HTMLInputElement ? target.value : null;
    }
    window.addEventListener('keydown', onUndo, true);
    document.addEventListener('focusin', onFocus);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onUndo, true);
      document.removeEventListener('focusin', onFocus);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}

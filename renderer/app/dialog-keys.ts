import { topDialog } from '../ui/top-dialog.ts';

// A dialog stands a moment before it has the keyboard, on an old machine a long moment. What is pressed in between was
// meant for it: Escape must not close the form behind it as well, nor Enter do once more what asked for it.

/** Keys whose effect is text in a field; `Process` is how a Vietnamese typing program shows itself. */
function writes({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return (key.length === 1 && key !== ' ') || key === 'Backspace' || key === 'Process';
}

function onKey(event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('#root, [role="dialog"]')?.id !== 'root') return;
  const dialog = topDialog();
  if (!dialog) return;
  // The dialog's own Escape is heard at the window, before anything is heard below it.
  event.stopPropagation();
  if (!writes(event)) event.preventDefault();
  // What is written goes into the field that has the keyboard when the key has been heard.
  const field =
    dialog.querySelector<HTMLElement>('[data-autofocus]') ?? dialog.querySelector('input, textarea');
  if (field instanceof HTMLElement) field.focus({ preventScroll: true });
}

/** Gives a dialog all keys from the moment it stands over the window. Returns what ends it. */
export function keysToDialog(): () => void {
  window.addEventListener('keydown', onKey, true);
  return () => window.removeEventListener('keydown', onKey, true);
}

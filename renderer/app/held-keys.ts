// A key held down, or stuck on an old keyboard, belongs to the place where it was pressed: the E that opened a form must
// not go on writing into its first field, nor Escape close one thing after another down to the empty screen.

/** Keys by which one moves and corrects: they are held on purpose, and moving takes them from place to place. */
const MOVING = /^(?:Arrow|Page|Home$|End$|Tab$|Backspace$)/;

/** Code of the key that is down, and what had the keyboard when it went down. */
let down: { readonly code: string; readonly place: EventTarget | null } | null = null;

function onKeyDown(event: KeyboardEvent): void {
  if (!event.repeat) {
    down = { code: event.code, place: event.target };
    return;
  }
  if (MOVING.test(event.key) || down === null) return;
  if (down.code === event.code && down.place === event.target) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Lets a key that is held act only where it was pressed. Returns what ends it. */
export function heldKeysStay(): () => void {
  window.addEventListener('keydown', onKeyDown, true);
  return () => window.removeEventListener('keydown', onKeyDown, true);
}

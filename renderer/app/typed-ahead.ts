import { focusContent } from './focus-content.ts';

// A dialog appears a moment after its key was pressed, on an old machine a long moment, and its field has the keyboard
// still later. What is typed in between goes into a field of one's own and from there into the one that was meant: real
// typing in a real field, so that Vietnamese typing programs, which take letters back and put others, work there too.

/** After this nothing will take the keyboard any more: what was opened has failed. In milliseconds. */
const GIVE_UP_MS = 40_000;

let box: HTMLInputElement | null = null;
/** Where the keyboard was. */
let before: Element | null = null;
let waiting: { readonly onEscape: () => void; readonly timer: number; entered: boolean } | null = null;

/**
 * Takes what is typed from this very moment on, until a field has the keyboard, and gives it to that one; with Enter
 * at its end where it was pressed. For what a key opens and in which the person will type; `onEscape` closes it again.
 */
export function takeTyping(onEscape: () => void = () => {}): void {
  if (waiting) return;
  box ??= makeBox();
  before = document.activeElement;
  box.value = '';
  box.ariaHidden = null;
  waiting = { onEscape, entered: false, timer: window.setTimeout(giveBack, GIVE_UP_MS) };
  box.focus({ preventScroll: true });
}

function makeBox(): HTMLInputElement {
  const field = document.createElement('input');
  // Off the screen rather than hidden: what is hidden cannot have the keyboard.
  Object.assign(field.style, {
    position: 'fixed',
    insetBlockStart: '-100px',
    inlineSize: '1px',
    opacity: '0',
  });
  field.tabIndex = -1;
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.setAttribute('aria-label', document.title);
  field.dataset.typedAhead = '';
  field.addEventListener('keydown', onKey);
  // A dialog that closes gives the keyboard back to where it found it: here, and so to where it was before.
  field.addEventListener('focus', () => waiting ?? giveBack());
  document.addEventListener('focusin', handOver);
  document.body.append(field);
  return field;
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || !waiting) return;
  const { key } = event;
  if (key === 'Escape') {
    event.preventDefault();
    const { onEscape } = waiting;
    giveBack();
    onEscape();
  } else if (key === 'Enter') waiting.entered = true;
  // The way to a second field is not known yet; nothing comes after Enter.
  if (key === 'Tab' || (waiting?.entered && key.length === 1)) event.preventDefault();
}

function handOver({ target }: FocusEvent): void {
  if (!waiting || !box || target === box) return;
  const text = box.value;
  const { entered } = waiting;
  settle();
  if (!isWritten(target)) return;
  if (text !== '') write(target, text);
  // After what was written is known: a list marks what Enter takes.
  if (entered)
    setTimeout(() => {
      const init = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
      if (document.activeElement === target) target.dispatchEvent(new KeyboardEvent('keydown', init));
    }, 0);
}

/** Fields in which letters stay as they are typed; a choice is none. */
function isWritten(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  const kinds = ['text', 'search', 'password'];
  return target instanceof HTMLInputElement && !target.readOnly && kinds.includes(target.type);
}

/** Writes as a person does, so that whoever holds the field's value hears of it. */
function write(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, field.value + text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function giveBack(): void {
  settle();
  // The page itself takes no keyboard: it would stay with the field here.
  if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
  else {
    box?.blur();
    focusContent();
  }
}

function settle(): void {
  if (waiting) clearTimeout(waiting.timer);
  waiting = null;
  if (!box) return;
  box.value = '';
  // Between two takings it is nothing to a reader of the page: no field among the others.
  box.ariaHidden = 'true';
}

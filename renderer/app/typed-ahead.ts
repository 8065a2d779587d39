import { focusContent } from './focus-content.ts';

// A dialog appears a moment after its key was pressed, on an old machine a long moment, and its field has the keyboard
// still later. What is typed in between goes into a field of one's own and from there into the one that was meant: real
// typing in a real field, so that Vietnamese typing programs, which take letters back and put others, work there too.

/** After this nothing will take the keyboard any more: what was opened has failed. In milliseconds. */
const GIVE_UP_MS = 40_000;

let box: HTMLInputElement | null = null;
/** Where the keyboard was. */
let before: Element | null = null;
let waiting: (Taking & { readonly timer: number; readonly pressed: string[]; entered: boolean }) | null =
  null;

/** What is typed into. */
interface Taking {
  /** Escape: closes it again. */
  readonly onEscape?: () => void;
  /** A form: Enter and Tab go on to its next field, and the typing with them. Else nothing comes after Enter. */
  readonly form?: boolean;
  /** Whether it will take anything at all is not known before {@link releaseTyping}; a field before that gets nothing. */
  held?: boolean;
}

/** Stands in the text for the way to the next field; no keyboard types it. */
const NEXT_FIELD = '\ue000';

/**
 * Takes what is typed from this very moment on, until a field has the keyboard, and gives it to that one; with Enter
 * at its end where it was pressed. For what a key opens and in which the person will type.
 */
export function takeTyping(taking: Taking = {}): void {
  if (waiting) return;
  box ??= makeBox();
  before = document.activeElement;
  box.value = '';
  box.ariaHidden = null;
  waiting = { ...taking, pressed: [], entered: false, timer: window.setTimeout(giveBack, GIVE_UP_MS) };
  box.focus({ preventScroll: true });
}

/** What follows is known to come: the next field that has the keyboard gets what was typed. */
export function releaseTyping(): void {
  if (waiting) waiting.held = false;
}

/**
 * No field follows: the keyboard goes back to where it was. After {@link releaseTyping} what was pressed is for what stands
 * there now, such as a list; else it is meant for nobody.
 */
export function dropTyping(): void {
  if (!waiting) return;
  const { held, pressed } = waiting;
  if (document.activeElement === box) giveBack();
  else settle();
  if (held === false) pressAll(pressed);
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
  if (event.isComposing || !waiting || event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  if (key !== 'Escape') waiting.pressed.push(key);
  if (key === 'Escape') {
    event.preventDefault();
    const { onEscape } = waiting;
    giveBack();
    onEscape?.();
  } else if (waiting.form && box && (key === 'Enter' || key === 'Tab')) box.value += NEXT_FIELD;
  else if (key === 'Enter') waiting.entered = true;
  // The way to a second field is not known yet; nothing comes after Enter.
  if (key === 'Tab' || (waiting?.entered && key.length === 1)) event.preventDefault();
}

function handOver({ target }: FocusEvent): void {
  if (!waiting || !box || target === box) return;
  const [text = '', ...further] = box.value.split(NEXT_FIELD);
  const { entered, held, form, pressed } = waiting;
  settle();
  if (held) return;
  if (!isWritten(target)) {
    // A list follows the form: what was pressed are its keys.
    if (form) setTimeout(pressAll, 0, pressed);
    return;
  }
  if (text !== '') write(target, text);
  goOn(target, further);
  // After what was written is known: a list marks what Enter takes.
  if (entered) setTimeout(pressEnter, 0, target);
}

/** Through a form as typed: Enter, and what follows it into the field to which it leads. */
function goOn(from: HTMLElement, [text, ...further]: readonly string[]): void {
  if (text === undefined) return;
  // After what was written before is drawn: a list marks what Enter takes.
  setTimeout(() => {
    pressEnter(from);
    const to = document.activeElement;
    if (to === from || !isWritten(to)) return;
    if (text !== '') write(to, text);
    goOn(to, further);
  }, 0);
}

/** Presses keys where the keyboard is now. */
function pressAll(keys: readonly string[]): void {
  for (const key of keys)
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
}

function pressEnter(target: HTMLElement): void {
  const init = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
  if (document.activeElement === target) target.dispatchEvent(new KeyboardEvent('keydown', init));
}

/** Fields in which letters stay as they are typed; a choice is none. */
function isWritten(target: EventTarget | Element | null): target is HTMLInputElement | HTMLTextAreaElement {
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

import { topDialog } from '../ui/top-dialog.ts';
import { focusContent } from './focus-content.ts';

// A dialog that closes, a row that is removed, a button that goes out of use under the finger: the browser then gives the
// keyboard to nobody, and the next arrow or Tab starts from nowhere. Each place gives it on where it knows better; this
// is for all others, so that no screen can forget it.

/** By which somebody makes the place of the keyboard their own. */
const DEEDS = ['keydown', 'pointerdown'] as const;

/** Places the keyboard was, the latest last. */
const past: HTMLElement[] = [];
/** More are not needed: what lies further back is another work. */
const PAST = 12;
/** What stands in a list: when it goes, its neighbour is nearer than whatever had the keyboard before. */
const ONE_OF_MANY = 'li, tr, [role="listitem"], [role="option"]';
const REACHABLE =
  'button, a[href], input, select, textarea, [tabindex]:not([tabindex="-1"]), [role="option"], [role="radio"]';

/** The list the keyboard is in and the place in it, as they were when the keyboard came. */
let inList: { readonly list: Element; readonly at: number } | null = null;

/** Out of use for a moment, such as a button at work: it has the keyboard again when it is back. */
let busy: HTMLElement | null = null;

/** What the watch gave the keyboard to, until somebody does something there. */
let given: Element | null = null;

/**
 * Whether nobody chose the place of the keyboard: it is nowhere, or where the watch put it. Whoever knows a better place,
 * perhaps only when an answer has come, may then take it there.
 */
export function isKeyboardFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement === given;
}

/** Whether the keyboard could be given to an element as it stands. */
function canHave(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

function remember({ target }: FocusEvent): void {
  // The field that takes what is typed ahead is nobody's place.
  if (!(target instanceof HTMLElement) || target.dataset.typedAhead !== undefined) return;
  const before = past.indexOf(target);
  if (before >= 0) past.splice(before, 1);
  past.push(target);
  if (past.length > PAST) past.shift();
  const one = target.closest(ONE_OF_MANY);
  const list = one?.parentElement ?? null;
  inList = one && list ? { list, at: [...list.children].indexOf(one) } : null;
}

/** What stands now where the keyboard was in a list. */
function neighbour(): HTMLElement | undefined {
  if (!inList?.list.isConnected) return undefined;
  const { children } = inList.list;
  const one = children[Math.min(inList.at, children.length - 1)];
  return [one, ...(one?.querySelectorAll(REACHABLE) ?? [])].find(
    (found): found is HTMLElement =>
      found instanceof HTMLElement && found.matches(REACHABLE) && canHave(found),
  );
}

/** Gives the keyboard on when its place is gone; a click beside everything is left as it is. */
function giveOn(): void {
  const focused = document.activeElement;
  const last = past.at(-1);
  if ((focused !== null && focused !== document.body) || last === undefined) {
    busy = null;
    return;
  }
  if (canHave(last)) {
    if (busy === last) last.focus({ preventScroll: true });
    busy = null;
    return;
  }
  if (last.isConnected && last.matches('[data-loading]')) {
    busy = last;
    return;
  }
  const dialog = topDialog();
  const fits = (place: HTMLElement) => canHave(place) && (dialog?.contains(place) ?? true);
  const next = neighbour();
  const to = next && fits(next) ? next : past.findLast(fits);
  if (to) to.focus({ preventScroll: true });
  else if (dialog) dialog.querySelector<HTMLElement>(REACHABLE)?.focus();
  else focusContent();
  given = document.activeElement;
  // What is only hidden for a moment, such as a screen whose next part is being loaded, has it again when it is back.
  if (document.activeElement === document.body) busy = last;
}

/**
 * Watches over the keyboard for as long as the window is open: when what had it is gone, hidden or out of use, it goes to
 * the neighbour in the list, else to where it was before, else to the screen's content. Returns what ends the watch.
 */
export function keepFocus(): () => void {
  let asked = false;
  const look = () => {
    if (asked || document.activeElement !== document.body) return;
    asked = true;
    // Whoever closed something may give the keyboard on in the next frame and knows better.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        asked = false;
        giveOn();
      }),
    );
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'inert', 'style'],
  });
  const chosen = () => {
    given = null;
  };
  document.addEventListener('focusin', remember);
  for (const deed of DEEDS) document.addEventListener(deed, chosen, true);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    for (const deed of DEEDS) document.removeEventListener(deed, chosen, true);
  };
}

import type { KeyboardEvent, RefObject } from 'react';
import { focusNext } from '../ui/focus-next.ts';

/** What the keys of a form do. */
export interface FormKeys {
  /** Ctrl+Enter: `next` true, a new form follows; Ctrl+S: the form is left. */
  save(next: boolean): void;
  /** F4 or Ctrl+D in a field: the value of the record saved last. True: typing goes on in the next field. */
  repeat(field: string): boolean;
  /** Ctrl+Z where nothing typed can be taken back; false: the field's own undo goes on. */
  undo(): boolean;
  /** Escape. */
  leave(): void;
  /** Keys of one form only, by their name; with Alt as `Alt+KeyT`. */
  readonly own?: ReadonlyMap<string, (field: string | null) => void>;
}

/** The keys of a form; Enter goes on to the next field. Those of a list open in a field come first. */
export function formKeyHandler(form: RefObject<HTMLFormElement | null>, keys: FormKeys) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event;
    const control = event.ctrlKey || event.metaKey;
    const letter = event.key.toLowerCase();
    const field = target instanceof HTMLElement ? target.getAttribute('name') : null;
    // A field that picks keeps Enter for what it offers; the next field follows all the same.
    const picked = target instanceof HTMLElement && target.dataset.pick !== undefined;
    const name = event.altKey ? `Alt+${event.code}` : event.key;
    const own = control || event.shiftKey ? undefined : keys.own?.get(name);
    if (control && event.key === 'Enter') keys.save(true);
    else if (control && letter === 's') keys.save(false);
    else if (event.key === 'F4' || (control && letter === 'd')) {
      if (field !== null && keys.repeat(field) && target instanceof HTMLElement)
        focusNext(form.current, target);
    } else if (own) own(field);
    else if (event.key === 'Enter' && goesOn(target) && !event.altKey && (picked || !event.defaultPrevented))
      focusNext(form.current, target);
    else if (event.defaultPrevented) return;
    else if (control && letter === 'z' && !event.shiftKey) {
      if (!keys.undo()) return;
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      keys.leave();
    } else return;
    event.preventDefault();
  };
}

function goesOn(target: EventTarget): target is HTMLInputElement | HTMLSelectElement {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

import type { KeyboardEvent, RefObject } from 'react';
import { DOSSIER_FIELDS, type DossierField } from '#shared/domain/dossier.ts';
import { focusNext } from '../../../ui/focus-next.ts';

export interface FormKeys {
  /** Ctrl+Enter: `next` true, a new form follows; Ctrl+S: the form is left. */
  save(next: boolean): void;
  /** F4 or Ctrl+D in a field: the value of the dossier saved last. False when there is none. */
  repeat(field: DossierField): boolean;
  /** F6 in a field: keep its value for the next dossier, or no longer. */
  keep(field: DossierField): void;
  /** F7: the other fields, shown or hidden. */
  more(): void;
  /** F2: done and handed over on the day of receipt. */
  done(): void;
  /** F8: the dossier found is this one. */
  openSimilar(): void;
  /** F9: the proposed day. */
  takeDay(): void;
  /** Alt+T: begin or close a suspension. */
  suspend(): void;
  /** Ctrl+Z where nothing typed can be taken back; false: the field's own undo goes on. */
  undo(): boolean;
  /** Escape: puts a comparison away, else leaves. */
  leave(): void;
}

/** The keys of the form; Enter goes on to the next field. Those of a list open in a field come first. */
export function formKeyHandler(form: RefObject<HTMLFormElement | null>, keys: FormKeys) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event;
    const control = event.ctrlKey || event.metaKey;
    const letter = event.key.toLowerCase();
    const name = target instanceof HTMLElement ? target.getAttribute('name') : null;
    const field = DOSSIER_FIELDS.find((one) => one === name);
    const plain = new Map<string, () => void>([
      ['F2', keys.done],
      ['F6', () => field && keys.keep(field)],
      ['F7', keys.more],
      ['F8', keys.openSimilar],
      ['F9', keys.takeDay],
    ]);
    const act = control || event.altKey || event.shiftKey ? undefined : plain.get(event.key);
    if (control && event.key === 'Enter') keys.save(true);
    else if (control && letter === 's') keys.save(false);
    else if (event.key === 'F4' || (control && letter === 'd')) {
      const on = field !== undefined && keys.repeat(field) && field !== 'code';
      if (on && target instanceof HTMLElement) focusNext(form.current, target);
    } else if (act) act();
    else if (event.altKey && event.code === 'KeyT') keys.suspend();
    else if (event.defaultPrevented) return;
    else if (control && letter === 'z' && !event.shiftKey) {
      if (!keys.undo()) return;
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      keys.leave();
    } else if (
      event.key === 'Enter' &&
      !event.altKey &&
      (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
    )
      focusNext(form.current, target);
    else return;
    event.preventDefault();
  };
}

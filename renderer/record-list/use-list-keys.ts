import { type RefObject, useEffect, useRef } from 'react';
import { isPressed, KEYS } from '../app/keys.ts';
import { isTaken } from '../app/shortcuts.ts';
import { topDialog } from '../ui/top-dialog.ts';

/** What the keys of a list do; one that is left out does nothing. */
export interface ListKeys {
  /** N */
  readonly create?: () => void;
  /** E */
  readonly edit?: () => void;
  /** Delete: removes, or restores what is deleted. */
  readonly remove?: () => void;
  /** U or Ctrl+Z */
  readonly undo?: () => void;
  /** X */
  readonly exportList?: () => void;
  /** `/` or Ctrl+F */
  readonly search?: () => void;
  /** Escape */
  readonly close?: () => void;
  /** Keys of one list only, by their letter. */
  readonly own?: Readonly<Record<string, () => void>>;
}

/** Marks the element of a list with its pane, so that several on one screen can tell whose key it is. */
export const RECORD_LIST = { 'data-record-list': '' } as const;

/**
 * The keys of a list; silent while somebody writes in a field. Where several lists share a screen the one with the
 * keyboard acts, and the first when none has it.
 */
export function useListKeys(root: RefObject<HTMLElement | null>, keys: ListKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const search = latest.current.search !== undefined && isPressed(event, KEYS.list.search);
      // Ctrl+F means the search from a field too; everything else is typed there.
      const typed = isTaken(event) && !(search && event.ctrlKey && !inDialog(event));
      if (typed || event.altKey || !root.current) return;
      // While a dialog stands nothing behind it moves, wherever the keyboard is.
      if (topDialog()) return;
      const owner =
        document.activeElement?.closest('[data-record-list]') ?? document.querySelector('[data-record-list]');
      if (owner !== root.current) return;
      const act = deedOf(latest.current, event);
      if (!act) return;
      event.preventDefault();
      // A key held down is one deed: nobody wants record after record deleted, or everything taken back.
      if (!event.repeat) act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [root]);
}

function inDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null;
}

const DEEDS = ['create', 'edit', 'remove', 'undo', 'search', 'exportList', 'close'] as const;

function deedOf(keys: ListKeys, event: KeyboardEvent): (() => void) | undefined {
  const deed = DEEDS.find((each) => isPressed(event, KEYS.list[each]));
  if (deed) return keys[deed];
  return event.ctrlKey || event.metaKey ? undefined : keys.own?.[event.key.toLowerCase()];
}

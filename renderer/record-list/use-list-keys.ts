import { type RefObject, useEffect, useRef } from 'react';
import { isTaken } from '../app/shortcuts.ts';

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
  /** `/` */
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
      if (isTaken(event) || event.altKey || !root.current) return;
      const owner =
        document.activeElement?.closest('[data-record-list]') ?? document.querySelector('[data-record-list]');
      if (owner !== root.current) return;
      const act = deedOf(latest.current, event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [root]);
}

function deedOf(keys: ListKeys, event: KeyboardEvent): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return key === 'z' && !event.shiftKey ? keys.undo : undefined;
  switch (key) {
    case 'n':
      return keys.create;
    case 'e':
      return keys.edit;
    case 'delete':
      return keys.remove;
    case 'u':
      return keys.undo;
    case 'x':
      return keys.exportList;
    case '/':
      return keys.search;
    case 'escape':
      return keys.close;
    default:
      return keys.own?.[key];
  }
}

import type { PaneState } from './list-state.ts';

/**
 * N while the form of a new record stands beside the list: gives the keyboard to its first empty field. False where no
 * such form stands.
 */
export function focusOpenForm(list: HTMLElement | null, pane: PaneState): boolean {
  if (pane.kind !== 'form' || pane.id !== null) return false;
  const fields = [...(list?.querySelectorAll<HTMLInputElement>('form input:not(:disabled)') ?? [])];
  const field = fields.find(({ value }) => value === '') ?? fields[0];
  field?.focus();
  return field !== undefined;
}

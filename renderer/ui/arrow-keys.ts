import type { KeyboardEvent } from 'react';

/** ↑ and ↓ go through the buttons of a list; with `choose` the one reached is chosen at once. */
export function arrowKeys(event: KeyboardEvent<HTMLElement>, choose: boolean): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (at < 0) return;
  event.preventDefault();
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  next?.focus();
  if (choose) next?.click();
}

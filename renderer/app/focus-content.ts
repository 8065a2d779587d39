/** Marks what a screen's keys work on from the start: its list, or what scrolls. */
export const CONTENT = { 'data-content': '' } as const;

/**
 * Gives the keyboard to the screen's content, so that arrows and PageDown work at once after a screen was opened;
 * leaves the focus where the screen itself has put it.
 */
export function focusContent(): void {
  const main = document.getElementById('main');
  if (!main || (document.activeElement !== main && main.contains(document.activeElement))) return;
  const content =
    main.querySelector<HTMLElement>('[role="grid"]') ?? main.querySelector<HTMLElement>('[data-content]');
  content?.focus({ preventScroll: true });
}

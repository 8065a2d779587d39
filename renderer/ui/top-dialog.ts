/** The dialog that lies over the window, the uppermost of several; null: none. Keys must not move what is behind it. */
export function topDialog(): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].at(-1) ?? null;
}

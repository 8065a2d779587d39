/** The dialog that lies over the window, the uppermost of several; null: none. Keys must not move what is behind it. */
export function topDialog(): HTMLElement | null {
  return uppermost('[role="dialog"][aria-modal="true"]');
}

/** The uppermost of everything that opened over the screen: dialogs, and popovers beside what they belong to. */
export function topDialogOrPopover(): HTMLElement | null {
  return uppermost('[role="dialog"]');
}

/** Whether a dialog or a popover is open: the keys of the screen rest meanwhile. */
export function dialogOrPopoverOpen(): boolean {
  return topDialogOrPopover() !== null;
}

function uppermost(selector: string): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>(selector)].at(-1) ?? null;
}

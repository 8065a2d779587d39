import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CallFault } from '../app/bridge.ts';
import { ErrorNotice } from './error-notice.tsx';
import { Kbd } from './kbd.tsx';

/** How long a message from which a deed can be taken back stays, ms: long enough to read, think and reach it. */
const UNDO_MS = 12_000;
/** How long any other message stays, ms. */
const DONE_MS = 6000;
/** What was done last is said in one place: a newer message takes the place of the older, whose deed is past. */
const LAST = 'last-deed';

let messages = 0;

/** The time of a message that takes the place of another: a shade different each time, else it ends with the other's. */
function timeOf(ms: number): number {
  messages += 1;
  return ms + (messages % 2);
}

/** What Ctrl+Z takes back while its message stands; null: nothing. */
let takeBack: (() => void) | null = null;

/** Takes away what was said of the last deed, once it no longer holds. */
export function hideDone(): void {
  takeBack = null;
  notifications.hide(LAST);
}

/** Takes back what the message of the last deed offers to; false where none stands. */
export function undoLast(): boolean {
  const act = takeBack;
  if (act === null) return false;
  hideDone();
  act();
  return true;
}

/** Whether a message stands whose deed can be taken back. */
export function canUndoLast(): boolean {
  return takeBack !== null;
}

/** Says what was done, and offers to take it back: by its button, or by Ctrl+Z for as long as it stands. */
export function showUndoable(message: string, undo: string, onUndo: () => void): void {
  showOffer(message, undo, onUndo, true);
}

/** Says what was done, and offers what often comes next, such as to show the file. */
export function showNext(message: string, next: string, onNext: () => void): void {
  showOffer(message, next, onNext, false);
}

function showOffer(message: string, offer: string, act: () => void, undoes: boolean): void {
  hideDone();
  takeBack = undoes ? act : null;
  notifications.show({
    id: LAST,
    autoClose: timeOf(UNDO_MS),
    onClose: () => {
      if (takeBack === act) takeBack = null;
    },
    message: (
      <span style={{ display: 'flex', alignItems: 'center', gap: 12, justifyContent: 'space-between' }}>
        <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>{message}</span>
        <Button
          variant="default"
          size="compact-sm"
          style={{ flexShrink: 0 }}
          {...(undoes ? { 'aria-keyshortcuts': 'Control+Z', rightSection: <Kbd quiet>Ctrl Z</Kbd> } : {})}
          onClick={() => {
            hideDone();
            act();
          }}
        >
          {offer}
        </Button>
      </span>
    ),
  });
}

/** Says what was done. */
export function showDone(message: string): void {
  hideDone();
  notifications.show({ id: LAST, autoClose: timeOf(DONE_MS), message });
}

/** Says why something was not done; stays long enough to be read. */
export function showRefused(message: string): void {
  hideDone();
  notifications.show({ id: LAST, autoClose: timeOf(UNDO_MS), withBorder: true, color: 'red', message });
}

/** Shows a fault that belongs to no place on the screen; it stays until it is closed. What a person left is none. */
export function showFault(fault: CallFault): void {
  if (fault.code === 'CANCELLED') return;
  notifications.show({
    autoClose: false,
    withBorder: true,
    color: 'red',
    message: <ErrorNotice fault={fault} />,
  });
}

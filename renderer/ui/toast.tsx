import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CallFault } from '../app/bridge.ts';
import { ErrorNotice } from './error-notice.tsx';

/** How long a message from which a deed can be taken back stays, ms: long enough to read, think and reach it. */
const UNDO_MS = 12_000;
/** What was done last is said in one place: a newer message takes the place of the older, whose deed is past. */
const LAST = 'last-deed';

/** Says what was done, and offers to take it back. */
export function showUndoable(message: string, undo: string, onUndo: () => void): void {
  notifications.hide(LAST);
  notifications.show({
    id: LAST,
    autoClose: UNDO_MS,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', gap: 12, justifyContent: 'space-between' }}>
        <span>{message}</span>
        <Button
          variant="default"
          size="compact-sm"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(LAST);
            onUndo();
          }}
        >
          {undo}
        </Button>
      </span>
    ),
  });
}

/** Says what was done. */
export function showDone(message: string): void {
  notifications.hide(LAST);
  notifications.show({ id: LAST, message });
}

/** Takes away what was said of the last deed, once it no longer holds. */
export function hideDone(): void {
  notifications.hide(LAST);
}

/** Says why something was not done; stays long enough to be read. */
export function showRefused(message: string): void {
  notifications.hide(LAST);
  notifications.show({ id: LAST, autoClose: UNDO_MS, withBorder: true, color: 'red', message });
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

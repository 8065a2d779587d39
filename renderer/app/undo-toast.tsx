import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { toFault } from './bridge.ts';
import { words } from './words.ts';

/**
 * Says what was done and offers to undo it: instead of asking before. Stays long enough to be reached by keyboard.
 * A failed undo is said in the same place.
 */
export function showUndo(message: string, undo: () => Promise<void>): void {
  const id = notifications.show({
    withCloseButton: true,
    closeButtonProps: { 'aria-label': words.t('common:action.close') },
    autoClose: 10_000,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        <span style={{ flex: 1 }}>{message}</span>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            notifications.hide(id);
            undo().catch((reason: unknown) => showFault(reason));
          }}
        >
          {words.t('common:action.undo')}
        </Button>
      </span>
    ),
  });
}

/** A fault that has no place of its own on the screen. */
export function showFault(reason: unknown): void {
  const fault = toFault(reason);
  const key = `errors:${fault.code}`;
  notifications.show({
    color: 'red',
    autoClose: 15_000,
    closeButtonProps: { 'aria-label': words.t('common:action.close') },
    message: words.exists(key)
      ? words.t(key, { ...fault.params })
      : words.t('common:error.unknown', { code: fault.code }),
  });
}

/** A short message that something was done. */
export function showDone(message: string): void {
  notifications.show({ message, closeButtonProps: { 'aria-label': words.t('common:action.close') } });
}

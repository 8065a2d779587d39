import { Button } from '@mantine/core';
import { Kbd } from '../../../ui/kbd.tsx';

/** Takes the due day that a proposal names. Out of the way of Tab: F9 does the same from any field of the form. */
export function TakeButton({ onTake, children }: { onTake(): void; readonly children: string }) {
  return (
    <Button
      variant="default"
      size="compact-xs"
      ml={8}
      tabIndex={-1}
      aria-keyshortcuts="F9"
      rightSection={<Kbd quiet>F9</Kbd>}
      onClick={onTake}
    >
      {children}
    </Button>
  );
}

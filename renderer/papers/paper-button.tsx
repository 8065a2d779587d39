import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { PaperChoice } from '#shared/ipc/contract/papers.ts';
import { isTaken } from '../app/shortcuts.ts';
import { Kbd } from '../ui/kbd.tsx';
import { openPaper, useOpenPaper } from './open-paper.ts';

interface Props {
  readonly what: PaperChoice;
  readonly label: string;
  readonly title?: string;
  /** P opens it too; false where another button of the same screen has the key. */
  readonly keyed?: boolean;
}

/** Shows a paper; P does the same while nobody is writing, inside a drawer of its own too. */
export function PaperButton({ what, label, title, keyed = true }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef(what);
  latest.current = what;
  useEffect(() => {
    if (!keyed) return undefined;
    function onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'p' || useOpenPaper.getState().paper !== null) return;
      if (isTaken({ ...taken(event), target: outside(event.target, button.current) })) return;
      event.preventDefault();
      openPaper(latest.current);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keyed]);
  return (
    <Button
      ref={button}
      variant="default"
      {...(keyed ? { 'aria-keyshortcuts': 'P', rightSection: <Kbd quiet>P</Kbd> } : {})}
      {...(title === undefined ? {} : { title })}
      onClick={() => openPaper(what)}
    >
      {label}
    </Button>
  );
}

function taken({ defaultPrevented, isComposing }: KeyboardEvent) {
  return { defaultPrevented, isComposing };
}

/** A key pressed in the very drawer in which the button stands is not taken by that drawer; fields there keep theirs. */
function outside(target: EventTarget | null, button: HTMLElement | null): EventTarget | null {
  if (!(target instanceof HTMLElement) || target.matches('input,textarea,select,[contenteditable]'))
    return target;
  const dialog = button?.closest('[role="dialog"]');
  return dialog?.contains(target) ? document.body : target;
}

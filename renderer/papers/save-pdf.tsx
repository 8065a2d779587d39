import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/ipc/contract.ts';
import { call, toFault } from '../app/bridge.ts';
import { Kbd } from '../ui/kbd.tsx';
import { showDone, showFault } from '../ui/toast.tsx';

interface Saving {
  /** Whether there is a page to save. */
  readonly ready: boolean;
  /** Name that is proposed for the file. */
  proposedName(): string;
  /** Writes the page to the chosen place. */
  save(target: string): Promise<Pick<Output<'papers.save'>, 'saved'>>;
  /** What is said when the file is there. */
  done(name: string): string;
}

/** Saves the page that a dialog shows where a person chooses: by its button, and by Ctrl+S wherever in the dialog. */
export function useSavePdf(saving: Saving): { readonly busy: boolean; save(): void } {
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (busy || !saving.ready) return;
    setBusy(true);
    try {
      const target = await call('files.saveAs', { proposedName: saving.proposedName(), kind: 'pdf' });
      if (!target) return;
      const { saved } = await saving.save(target.token);
      showDone(saving.done(saved.name));
    } catch (reason) {
      showFault(toFault(reason));
    } finally {
      setBusy(false);
    }
  }

  const latest = useRef(save);
  latest.current = save;
  // On the window: the dialog's buttons come and go while the page is drawn.
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 's') return;
      // Whatever lies behind the dialog has nothing to save now.
      event.preventDefault();
      event.stopPropagation();
      void latest.current();
    }
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  return { busy, save: () => void save() };
}

interface ButtonProps {
  readonly label: string;
  readonly ready: boolean;
  readonly saving: ReturnType<typeof useSavePdf>;
  /** The dialog is about this and the keyboard begins here; absent: beside something else. */
  readonly first?: boolean;
}

/** The button above the page. */
export function SavePdfButton({ label, ready, saving, first = false }: ButtonProps) {
  return (
    <Button
      {...(first ? { 'data-autofocus': true } : { variant: 'default' })}
      size="compact-sm"
      h={30}
      // Not disabled: the keyboard comes here while the page is still being drawn.
      {...(ready ? {} : { 'data-disabled': true })}
      loading={saving.busy}
      aria-keyshortcuts="Control+S"
      onClick={saving.save}
      rightSection={<Kbd quiet>Ctrl S</Kbd>}
    >
      {label}
    </Button>
  );
}

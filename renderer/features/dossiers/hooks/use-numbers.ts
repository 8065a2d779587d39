import { useCallback, useEffect, useRef, useState } from 'react';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { useMay } from '../../../app/use-may.ts';
import { showFault } from '../../../ui/toast.tsx';
import { topDialog } from '../../../ui/top-dialog.ts';

type Unmasked = Output<'dossiers.unmask'>;

/** The ID numbers of one dossier, hidden until asked for (Ctrl+H). */
export interface Numbers {
  /** The dossier with its numbers and history; null while they are hidden. */
  readonly shown: Unmasked | null;
  /** Shows or hides; null for whoever may not see them, and where there are none. */
  readonly toggle: (() => void) | null;
}

/** Shows the ID numbers of a dossier to whoever may see them; hidden again as soon as the dossier is left or changes. */
export function useNumbers(row: StoredDossier | null): Numbers {
  const may = useMay('see-numbers');
  const [unmasked, setUnmasked] = useState<Unmasked | null>(null);
  const id = row?.id ?? null;
  const asked = may && id !== null && row?.record.personId != null;
  // An answer that comes after the dossier was left belongs to nobody.
  const current = useRef({ id, version: row?.version });
  current.current = { id, version: row?.version };
  const shown =
    unmasked !== null && unmasked.dossier.id === id && unmasked.dossier.version === row?.version
      ? unmasked
      : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another dossier, or another state of it, is hidden again
  useEffect(() => setUnmasked(null), [id, row?.version]);

  const toggle = useCallback(() => {
    if (id === null) return;
    if (shown !== null) return setUnmasked(null);
    call('dossiers.unmask', { id }).then(
      (found) => {
        if (current.current.id === found.dossier.id) setUnmasked(found);
      },
      (reason: unknown) => showFault(toFault(reason)),
    );
  }, [id, shown]);

  useEffect(() => {
    if (!asked) return;
    const onKey = (event: KeyboardEvent) => {
      const control = event.ctrlKey || event.metaKey;
      if (!control || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'h') return;
      if (topDialog() !== null) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [asked, toggle]);

  return { shown, toggle: asked ? toggle : null };
}

import { type RefObject, useImperativeHandle, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Dossier } from '#shared/domain/dossier.ts';
import { useSimilar } from '../hooks/use-similar.ts';
import type { DossierDraft } from '../model/form-schema.ts';
import { SimilarPanel } from './similar-panel.tsx';

/** What the keys of the form do with the dossier set beside. */
export interface SimilarHandle {
  /** F8: it is this one. */
  open(): void;
  /** Escape: another one; false when nothing is shown. */
  dismiss(): boolean;
}

interface Props {
  readonly form: UseFormReturn<DossierDraft, unknown, Dossier>;
  readonly handle: RefObject<SimilarHandle | null>;
  onEditKnown(id: number): void;
}

/** Looks for dossiers like the new one while it is typed, and sets the nearest beside. Draws by itself at every key. */
export function SimilarSection({ form, handle, onEditKnown }: Props) {
  const [dismissed, setDismissed] = useState<readonly number[]>([]);
  const shown = useSimilar(form).filter((one) => !dismissed.includes(one.dossier.id));
  const first = shown[0];
  const open = () => first && onEditKnown(first.dossier.id);
  const dismiss = () => {
    if (!first) return false;
    setDismissed([...dismissed, ...shown.map((one) => one.dossier.id)]);
    return true;
  };
  // With what is drawn, not after it: the key that the panel names works as soon as it is seen.
  useImperativeHandle(handle, () => ({ open, dismiss }));
  if (!first) return null;
  return (
    <SimilarPanel
      typed={form.getValues()}
      found={first}
      more={shown.length - 1}
      onOpen={open}
      onDismiss={dismiss}
    />
  );
}

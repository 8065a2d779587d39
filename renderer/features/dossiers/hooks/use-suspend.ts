import type { RefObject } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { type Dossier, type DossierStatus, SUSPENSION_KINDS } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { DossierDraft } from '../model/form-schema.ts';
import { beginOrClose } from '../model/suspension-edit.ts';

/** Frames within which a new row is drawn, also on a slow PC. */
const FRAMES = 30;

/**
 * Alt+T: begins a suspension today, or closes the one that is open; the status follows, and the keyboard goes to
 * what is to be checked (the kind, or the last day).
 */
export function useSuspend(
  form: UseFormReturn<DossierDraft, unknown, Dossier>,
  element: RefObject<HTMLFormElement | null>,
  today: LocalDate,
): () => void {
  return () => {
    const { spans, at, closing } = beginOrClose(form.getValues('suspensions'), today);
    form.setValue('suspensions', [...spans], { shouldDirty: true });
    const status = form.getValues('status');
    const stopped = (SUSPENSION_KINDS as readonly DossierStatus[]).includes(status);
    if (closing && stopped) form.setValue('status', 'processing', { shouldDirty: true });
    const kind = spans[at]?.kind;
    if (!closing && kind && (status === 'accepted' || status === 'processing'))
      form.setValue('status', kind, { shouldDirty: true });
    const name = `suspension-${at}-${closing ? 'to' : 'kind'}`;
    const goTo = (frames: number) => {
      const field = element.current?.querySelector<HTMLElement>(`[name="${name}"]`);
      // The row is drawn first, a frame or two later.
      if (!field && frames > 0) requestAnimationFrame(() => goTo(frames - 1));
      field?.focus();
      field?.scrollIntoView({ block: 'center' });
      if (field instanceof HTMLInputElement) field.select();
    };
    setTimeout(() => goTo(FRAMES), 0);
  };
}

import { useEffect, useRef } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useQuery } from '../../../app/use-query.ts';
import type { DossierDraft } from '../model/form-schema.ts';

/**
 * What the proposal of a due date depends on. In a new dossier (`fill`) the proposal is also written into the
 * field, as long as nobody has typed another day there.
 */
export function useProposedDue(form: UseFormReturn<DossierDraft, unknown, Dossier>, fill: boolean) {
  const [procedureCode, channel, receivedOn, dueOn] = useWatch({
    control: form.control,
    name: ['procedureCode', 'channel', 'receivedOn', 'dueOn'],
  });
  const { data } = useQuery(
    'dossiers.proposeDue',
    procedureCode && receivedOn ? { procedureCode, channel, receivedOn } : null,
    ['settings'],
  );
  const filled = useRef<LocalDate | null>(null);
  const proposed = data?.dueOn ?? null;
  // Only a changed proposal fills the field: a day cleared by hand stays cleared.
  useEffect(() => {
    if (!fill) return;
    const present = form.getValues('dueOn');
    if (present === null || present === filled.current) {
      if (present !== proposed) form.setValue('dueOn', proposed, { shouldValidate: false });
      filled.current = proposed;
    }
  }, [fill, form, proposed]);
  return { procedureCode, channel, receivedOn, dueOn };
}

import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { Dossier, Suspension } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { useQuery } from '../../../app/use-query.ts';
import type { DossierDraft } from '../model/form-schema.ts';
import { unapplied } from '../model/suspension-edit.ts';

/** A due day that closed suspensions would move, and by how much. */
export interface MovedDue {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly workingDays: number;
  /** The spans, those that move it with the day they replace. */
  readonly spans: readonly Suspension[];
  readonly holidays: Output<'dossiers.proposeMovedDue'>['holidays'];
}

/** Proposes to move the due day by the closed suspensions that have not moved it yet; `take` does it. */
export function useMovedDue(form: UseFormReturn<DossierDraft, unknown, Dossier>) {
  const [dueOn, spans] = useWatch({ control: form.control, name: ['dueOn', 'suspensions'] });
  const moving = dueOn !== null && unapplied(spans).length > 0;
  const { data } = useQuery('dossiers.proposeMovedDue', moving ? { dueOn, suspensions: [...spans] } : null, [
    'settings',
  ]);
  const moved: MovedDue | null =
    data && moving && data.dueOn !== dueOn
      ? {
          from: dueOn,
          to: data.dueOn,
          workingDays: data.workingDays,
          spans: data.suspensions,
          holidays: data.holidays,
        }
      : null;
  const take = () => {
    if (!moved) return;
    form.setValue('dueOn', moved.to, { shouldDirty: true, shouldValidate: true });
    form.setValue('suspensions', [...moved.spans], { shouldDirty: true });
  };
  return { moved, take };
}

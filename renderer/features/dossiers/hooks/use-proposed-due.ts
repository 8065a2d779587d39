import { useCallback, useEffect, useRef } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { Channel, Dossier } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { prefetch, useQuery } from '../../../app/use-query.ts';
import type { DossierDraft } from '../model/form-schema.ts';

interface Question {
  readonly procedureCode: string;
  readonly channel: Channel | null;
  readonly receivedOn: LocalDate;
}

function questionOf(values: Pick<DossierDraft, 'procedureCode' | 'channel' | 'receivedOn'>): Question | null {
  const { procedureCode, channel, receivedOn } = values;
  return procedureCode && receivedOn ? { procedureCode, channel, receivedOn } : null;
}

/**
 * What the proposal of a due date depends on. In a new dossier (`fill`) the proposal is also written into the
 * field, as long as nobody has typed another day there; `settle` waits until that has been done for what the form
 * holds now, `restart` begins with an emptied form.
 */
export function useProposedDue(form: UseFormReturn<DossierDraft, unknown, Dossier>, fill: boolean) {
  const [procedureCode, channel, receivedOn, dueOn] = useWatch({
    control: form.control,
    name: ['procedureCode', 'channel', 'receivedOn', 'dueOn'],
  });
  const question = questionOf({ procedureCode, channel, receivedOn });
  const { data } = useQuery('dossiers.proposeDue', question, ['settings']);
  const filled = useRef<LocalDate | null>(null);
  const answered = useRef<string | null>(null);

  // Only another question fills the field anew: a day cleared by hand stays cleared.
  const answer = useCallback(
    (key: string, proposed: LocalDate | null) => {
      if (!fill || answered.current === key) return;
      answered.current = key;
      const present = form.getValues('dueOn');
      if (present !== null && present !== filled.current) {
        // The very day proposed, come by another way: it goes on following the proposal.
        if (present === proposed) filled.current = proposed;
        return;
      }
      filled.current = proposed;
      // As a starting value: the form is not "changed" by what is proposed.
      if (present !== proposed) form.resetField('dueOn', { defaultValue: proposed });
    },
    [fill, form],
  );
  const key = JSON.stringify(question);
  useEffect(() => {
    if (key === 'null') answer(key, null);
    else if (data) answer(key, data.dueOn);
  }, [answer, data, key]);

  const settle = useCallback(async () => {
    const asked = questionOf(form.getValues());
    const askedKey = JSON.stringify(asked);
    if (!fill || answered.current === askedKey) return;
    // Without an answer the day stays as it is: the field says what is there.
    const found = asked && (await prefetch('dossiers.proposeDue', asked).catch(() => null));
    if (asked === null || found) answer(askedKey, found?.dueOn ?? null);
  }, [answer, fill, form]);

  const restart = useCallback(() => {
    filled.current = null;
    answered.current = null;
    void settle();
  }, [settle]);

  return {
    shown: { procedureCode, channel, receivedOn, dueOn },
    proposed: data?.dueOn ?? null,
    settle,
    restart,
  };
}

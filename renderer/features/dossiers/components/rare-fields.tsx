import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  DIGITISED_FLAGS,
  DOSSIER_STATUSES,
  type Dossier,
  type DossierStatus,
  OUTCOMES,
} from '#shared/domain/dossier.ts';
import { Across } from '../../../record-list/notice.tsx';
import type { DossierDraft } from '../model/form-schema.ts';
import { ChoiceControl, DateControl, NoteControl, TextControl } from './form-controls.tsx';
import { SuspensionFields } from './suspension-fields.tsx';

interface Props {
  readonly form: UseFormReturn<DossierDraft, unknown, Dossier>;
  onBeginOrClose(): void;
}

/** Statuses of a dossier in progress, which a day of its end brings on. */
const OPEN: readonly DossierStatus[] = ['accepted', 'processing'];

/** The fields that a new dossier seldom needs: its end, digitisation, suspensions and the rest. */
export function RareFields({ form, onBeginOrClose }: Props) {
  const { t } = useTranslation('dossiers');
  const { control } = form;
  const [receivedOn, spans] = useWatch({ control, name: ['receivedOn', 'suspensions'] });
  const unknown = t('form.unknown');
  const yesNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`yesNo.${value}`) }));
  const flags = DIGITISED_FLAGS.map((value) => ({ value, label: t(`digitised.${value}`) }));
  // A day of the end says the status; one that says something else already stays.
  const ended = (status: DossierStatus, before: readonly DossierStatus[]) => (day: unknown) => {
    if (day !== null && before.includes(form.getValues('status')))
      form.setValue('status', status, { shouldDirty: true });
  };
  return (
    <>
      <ChoiceControl
        control={control}
        name="status"
        choices={DOSSIER_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <ChoiceControl
        control={control}
        name="outcome"
        unknown={unknown}
        choices={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <DateControl control={control} name="finishedOn" base={receivedOn} onDay={ended('finished', OPEN)} />
      <DateControl
        control={control}
        name="returnedOn"
        base={receivedOn}
        onDay={ended('returned', [...OPEN, 'finished'])}
      />
      <SuspensionFields
        spans={spans}
        receivedOn={receivedOn}
        onChange={(next, dueOn) => {
          form.setValue('suspensions', [...next], { shouldDirty: true });
          if (dueOn) form.setValue('dueOn', dueOn, { shouldDirty: true });
        }}
        onBeginOrClose={onBeginOrClose}
      />
      <ChoiceControl control={control} name="componentsDigitised" unknown={unknown} choices={flags} />
      <ChoiceControl control={control} name="resultDigitised" unknown={unknown} choices={flags} />
      <ChoiceControl control={control} name="inSoftware" unknown={unknown} choices={yesNo} />
      <ChoiceControl control={control} name="paperParallel" unknown={unknown} choices={yesNo} />
      <TextControl control={control} name="handler" />
      <TextControl control={control} name="field" />
      <Across>
        <NoteControl control={control} name="note" />
      </Across>
    </>
  );
}

import type { KeyboardEvent, ReactNode } from 'react';
import { type Control, useFormState, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CHANNELS, DIGITISED_FLAGS, DOSSIER_STATUSES, OUTCOMES } from '#shared/domain/dossier.ts';
import type { Output } from '#shared/ipc/contract.ts';
import css from '../dossiers.module.css';
import type { DossierDraft } from '../model/form-schema.ts';
import { ChoiceControl, DateControl, NoteControl, TextControl, useErrorWords } from './form-controls.tsx';
import { ProcedureField } from './procedure-field.tsx';

type Procedure = Output<'dossiers.choices'>['procedures'][number];

interface Props {
  readonly control: Control<DossierDraft>;
  readonly procedures: readonly Procedure[];
  /** Shown under the number: it is taken. */
  readonly duplicate: ReactNode;
  /** Shown under the dates: the proposed due date. */
  readonly proposal: ReactNode;
  onProcedure(procedure: { code: string | null; name: string | null; field?: string | null }): void;
  onCodeLeft(code: string): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
}

/** The fields of a dossier in the order in which a clerk has them on paper. */
export function FormFields({
  control,
  procedures,
  duplicate,
  proposal,
  onProcedure,
  onCodeLeft,
  onKeyDown,
}: Props) {
  const { t } = useTranslation('dossiers');
  const [code, name, receivedOn] = useWatch({
    control,
    name: ['procedureCode', 'procedureName', 'receivedOn'],
  });
  const { errors } = useFormState({ control, name: 'procedureName' });
  const words = useErrorWords();
  const unknown = t('form.unknown');
  const yesNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`yesNo.${value}`) }));
  const flags = DIGITISED_FLAGS.map((value) => ({ value, label: t(`digitised.${value}`) }));
  return (
    <>
      <TextControl control={control} name="code" className={css.full} required onLeave={onCodeLeft} />
      {duplicate}
      <div className={css.full}>
        <ProcedureField
          procedures={procedures}
          value={{ code, name }}
          error={words(errors.procedureName, name)}
          onChoose={(procedure) => onProcedure(procedure)}
          onText={(text) => onProcedure({ code: null, name: text })}
          onKeyDown={onKeyDown}
        />
      </div>
      <TextControl control={control} name="applicantName" />
      <TextControl control={control} name="personId" />
      <ChoiceControl
        control={control}
        name="channel"
        unknown={unknown}
        choices={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <DateControl control={control} name="receivedOn" required />
      <DateControl control={control} name="dueOn" base={receivedOn} />
      <ChoiceControl
        control={control}
        name="status"
        choices={DOSSIER_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      {proposal}
      <DateControl control={control} name="finishedOn" base={receivedOn} />
      <DateControl control={control} name="returnedOn" base={receivedOn} />
      <ChoiceControl control={control} name="componentsDigitised" unknown={unknown} choices={flags} />
      <ChoiceControl control={control} name="resultDigitised" unknown={unknown} choices={flags} />
      <ChoiceControl
        control={control}
        name="outcome"
        unknown={unknown}
        choices={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <TextControl control={control} name="field" />
      <ChoiceControl control={control} name="inSoftware" unknown={unknown} choices={yesNo} />
      <ChoiceControl control={control} name="paperParallel" unknown={unknown} choices={yesNo} />
      <DateControl control={control} name="reappointedDueOn" base={receivedOn} />
      <TextControl control={control} name="handler" />
      <NoteControl control={control} name="note" className={css.full} />
    </>
  );
}

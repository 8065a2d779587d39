import type { ReactNode } from 'react';
import { type UseFormReturn, useFormState, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CHANNELS, type Dossier } from '#shared/domain/dossier.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { Across } from '../../../record-list/notice.tsx';
import type { DossierDraft } from '../model/form-schema.ts';
import { ChoiceControl, DateControl, TextControl, useErrorWords } from './form-controls.tsx';
import { ProcedureField } from './procedure-field.tsx';
import { RareFields } from './rare-fields.tsx';

type Procedure = Output<'dossiers.choices'>['procedures'][number];

interface Props {
  readonly form: UseFormReturn<DossierDraft, unknown, Dossier>;
  readonly procedures: readonly Procedure[];
  /** Whether the fields that few dossiers need are shown. */
  readonly all: boolean;
  /** Shown under the number: it is taken. */
  readonly duplicate: ReactNode;
  /** Shown under the dates: the proposed due date. */
  readonly proposal: ReactNode;
  /** Shown over the ID number of a known dossier: that it is hidden, and how to see it. */
  readonly numberHint: ReactNode;
  /** What opens the other fields, while they are closed. */
  readonly more: ReactNode;
  onCodeLeft(code: string): void;
  onBeginOrClose(): void;
}

/**
 * The fields of a dossier in the order in which a clerk has them on paper. First what every dossier has: with what
 * is proposed and kept, procedure, name and number of the identity paper are all that is left to type.
 */
export function FormFields(props: Props) {
  const { form, procedures, all, duplicate, proposal, more } = props;
  const { t } = useTranslation('dossiers');
  const { control } = form;
  const [code, name, receivedOn] = useWatch({
    control,
    name: ['procedureCode', 'procedureName', 'receivedOn'],
  });
  const { errors } = useFormState({ control, name: 'procedureName' });
  const words = useErrorWords();
  const chooseProcedure = (chosen: { code: string | null; name: string | null; field?: string }) => {
    form.clearErrors('procedureName');
    form.setValue('procedureCode', chosen.code, { shouldDirty: true });
    form.setValue('procedureName', chosen.name, { shouldDirty: true, shouldTouch: true });
    if (chosen.field !== undefined) form.setValue('field', chosen.field, { shouldDirty: true });
  };
  return (
    <>
      <Across>
        <TextControl control={control} name="code" required onLeave={props.onCodeLeft} />
      </Across>
      {duplicate}
      <Across>
        <ProcedureField
          procedures={procedures}
          value={{ code, name }}
          error={words(errors.procedureName, name)}
          onChoose={chooseProcedure}
          onText={(text) => chooseProcedure({ code: null, name: text })}
        />
      </Across>
      <TextControl control={control} name="applicantName" />
      <TextControl control={control} name="personId" description={props.numberHint} />
      <ChoiceControl
        control={control}
        name="channel"
        unknown={t('form.unknown')}
        choices={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <DateControl control={control} name="receivedOn" required />
      <DateControl control={control} name="dueOn" base={receivedOn} />
      {all && <DateControl control={control} name="reappointedDueOn" base={receivedOn} />}
      {proposal}
      {more}
      {all && <RareFields form={form} onBeginOrClose={props.onBeginOrClose} />}
    </>
  );
}

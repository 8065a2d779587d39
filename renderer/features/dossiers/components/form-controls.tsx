import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type Control, Controller, type FieldError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { dynamicWords } from '../../../app/dynamic-words.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { type DossierDraft, draftError } from '../model/form-schema.ts';

type DraftControl = Control<DossierDraft>;
type Of<V> = { [K in keyof DossierDraft]: DossierDraft[K] extends V ? K : never }[keyof DossierDraft];

/** Words of a field's error. */
export function useErrorWords(): (error: FieldError | undefined, value: unknown) => string | undefined {
  const { i18n } = useTranslation();
  return (error, value) => {
    if (!error) return undefined;
    const { key, params } = draftError(error, value);
    return dynamicWords(i18n, `dossiers:form.errors.${key}`, params);
  };
}

interface Common<N> {
  readonly control: DraftControl;
  readonly name: N;
  readonly className?: string | undefined;
}

/** A line of text. */
export function TextControl({
  control,
  name,
  className,
  required,
  onLeave,
}: Common<Of<string | null>> & { readonly required?: boolean; onLeave?(value: string): void }) {
  const { t } = useTranslation('dossiers');
  const words = useErrorWords();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <TextInput
          {...field}
          {...(className ? { className } : {})}
          label={t(`fields.${name}`)}
          autoComplete="off"
          spellCheck={false}
          required={required ?? false}
          value={(field.value as string | null) ?? ''}
          error={words(fieldState.error, field.value)}
          onChange={(event) => field.onChange(event.currentTarget.value)}
          onBlur={(event) => {
            field.onBlur();
            onLeave?.(event.currentTarget.value);
          }}
        />
      )}
    />
  );
}

/** Several lines of text. */
export function NoteControl({ control, name, className }: Common<Of<string | null>>) {
  const { t } = useTranslation('dossiers');
  const words = useErrorWords();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Textarea
          {...field}
          {...(className ? { className } : {})}
          label={t(`fields.${name}`)}
          autosize
          minRows={2}
          maxRows={6}
          value={(field.value as string | null) ?? ''}
          error={words(fieldState.error, field.value)}
        />
      )}
    />
  );
}

/** A day, typed the quick way; `base` is the day from which `+3` counts. */
export function DateControl({
  control,
  name,
  required,
  base,
}: Common<Of<LocalDate | null>> & { readonly required?: boolean; readonly base?: LocalDate | null }) {
  const { t } = useTranslation('dossiers');
  const words = useErrorWords();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <DateField
          ref={field.ref}
          name={field.name}
          data-day={name}
          label={t(`fields.${name}`)}
          required={required ?? false}
          value={field.value as LocalDate | null}
          base={base ?? null}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={words(fieldState.error, field.value)}
        />
      )}
    />
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of a few values; `unknown` adds an empty one in these words. Booleans travel as `yes` and `no`. */
export function ChoiceControl({
  control,
  name,
  choices,
  unknown,
}: Common<keyof DossierDraft> & { readonly choices: readonly Choice[]; readonly unknown?: string }) {
  const { t } = useTranslation('dossiers');
  const words = useErrorWords();
  const boolean = name === 'inSoftware' || name === 'paperParallel';
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <NativeSelect
          ref={field.ref}
          name={field.name}
          onBlur={field.onBlur}
          size="xs"
          label={t(`fields.${name}`)}
          data={[...(unknown === undefined ? [] : [{ value: '', label: unknown }]), ...choices]}
          value={
            boolean
              ? field.value === null
                ? ''
                : field.value
                  ? 'yes'
                  : 'no'
              : ((field.value as string | null) ?? '')
          }
          error={words(fieldState.error, field.value)}
          onChange={(event) => {
            const value = event.currentTarget.value;
            field.onChange(value === '' ? null : boolean ? value === 'yes' : value);
          }}
        />
      )}
    />
  );
}

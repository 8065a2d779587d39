import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Control, Controller, type FieldError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { isMasked } from '#shared/domain/person-number.ts';
import { dynamicWords } from '../../../app/dynamic-words.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { type DossierDraft, draftError } from '../model/form-schema.ts';
import { FieldLabel } from './field-label.tsx';

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
}

/** A line of text. */
export function TextControl({
  control,
  name,
  required,
  description,
  onLeave,
}: Common<Of<string | null>> & {
  readonly required?: boolean;
  readonly description?: ReactNode;
  onLeave?(value: string): void;
}) {
  const { t } = useTranslation('dossiers');
  const words = useErrorWords();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <TextInput
          {...field}
          label={<FieldLabel name={name}>{t(`fields.${name}`)}</FieldLabel>}
          autoComplete="off"
          spellCheck={false}
          required={required ?? false}
          description={description}
          value={(field.value as string | null) ?? ''}
          error={words(fieldState.error, field.value)}
          // Hidden digits cannot be mended: whoever comes here types the whole number over them.
          onFocus={({ currentTarget }) => {
            if (name === 'personId' && isMasked(currentTarget.value)) currentTarget.select();
          }}
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
export function NoteControl({ control, name }: Common<Of<string | null>>) {
  const { t } = useTranslation('dossiers');
  const words = useErrorWords();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Textarea
          {...field}
          label={<FieldLabel name={name}>{t(`fields.${name}`)}</FieldLabel>}
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
  onDay,
}: Common<Of<LocalDate | null>> & {
  readonly required?: boolean;
  readonly base?: LocalDate | null;
  /** A day was given by the person. */
  onDay?(day: LocalDate | null): void;
}) {
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
          label={<FieldLabel name={name}>{t(`fields.${name}`)}</FieldLabel>}
          required={required ?? false}
          value={field.value as LocalDate | null}
          base={base ?? null}
          onChange={(day) => {
            field.onChange(day);
            onDay?.(day);
          }}
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

/** Text of a choice: those a digit chooses begin with it. */
const numbered = ({ label }: Choice, at: number) => (at < 9 ? `${at + 1}. ${label}` : label);

/**
 * One of a few values, chosen by its digit, by letters or by arrows; `unknown` adds an empty one in these words,
 * chosen by 0. Booleans travel as `yes` and `no`.
 */
export function ChoiceControl({
  control,
  name,
  choices,
  unknown,
}: Common<Exclude<keyof DossierDraft, 'suspensions'>> & {
  readonly choices: readonly Choice[];
  readonly unknown?: string;
}) {
  const { t } = useTranslation('dossiers');
  const words = useErrorWords();
  const boolean = name === 'inSoftware' || name === 'paperParallel';
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => {
        const choose = (value: string) =>
          field.onChange(value === '' ? null : boolean ? value === 'yes' : value);
        const shown = boolean && field.value !== null ? (field.value ? 'yes' : 'no') : (field.value ?? '');
        return (
          <NativeSelect
            ref={field.ref}
            name={field.name}
            onBlur={field.onBlur}
            size="xs"
            label={<FieldLabel name={name}>{t(`fields.${name}`)}</FieldLabel>}
            data={[
              ...(unknown === undefined ? [] : [{ value: '', label: unknown }]),
              ...choices.map((choice, at) => ({ value: choice.value, label: numbered(choice, at) })),
            ]}
            value={String(shown)}
            error={words(fieldState.error, field.value)}
            onChange={(event) => choose(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (!/^[0-9]$/u.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
              event.preventDefault();
              const chosen =
                event.key === '0'
                  ? unknown === undefined
                    ? undefined
                    : ''
                  : choices[Number(event.key) - 1]?.value;
              if (chosen !== undefined) choose(chosen);
            }}
          />
        );
      }}
    />
  );
}

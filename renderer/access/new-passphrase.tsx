import { PasswordInput } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SHORTEST_PASSPHRASE } from '#shared/ipc/contract/app.ts';

/** A passphrase typed twice, and what is wrong with it. */
export interface NewPassphrase {
  readonly value: string;
  /** Says at the fields what is wrong; true when nothing is. */
  check(): boolean;
  clear(): void;
  readonly fields: {
    readonly value: string;
    readonly repeated: string;
    readonly wrong: 'short' | 'differ' | null;
    set(change: { readonly value?: string; readonly repeated?: string }): void;
  };
}

export function useNewPassphrase(): NewPassphrase {
  const [value, setValue] = useState('');
  const [repeated, setRepeated] = useState('');
  const [wrong, setWrong] = useState<'short' | 'differ' | null>(null);
  return {
    value,
    check() {
      const found = [...value].length < SHORTEST_PASSPHRASE ? 'short' : value === repeated ? null : 'differ';
      setWrong(found);
      return found === null;
    },
    clear() {
      setValue('');
      setRepeated('');
      setWrong(null);
    },
    fields: {
      value,
      repeated,
      wrong,
      set(change) {
        if (change.value !== undefined) setValue(change.value);
        if (change.repeated !== undefined) setRepeated(change.repeated);
        setWrong(null);
      },
    },
  };
}

interface Props {
  readonly of: NewPassphrase;
  readonly label: string;
  readonly hint?: string;
  readonly first?: RefObject<HTMLInputElement | null>;
  readonly autoFocus?: boolean;
}

/** The two fields of a new passphrase. */
export function NewPassphraseFields({ of: { fields }, label, hint, first, autoFocus = false }: Props) {
  const { t } = useTranslation('access');
  return (
    <>
      <PasswordInput
        {...(first ? { ref: first } : {})}
        label={label}
        description={hint ?? t('field.hint')}
        value={fields.value}
        error={fields.wrong === 'short' ? t('field.short') : undefined}
        onChange={(event) => fields.set({ value: event.currentTarget.value })}
        autoComplete="new-password"
        autoFocus={autoFocus}
      />
      <PasswordInput
        label={t('field.repeated')}
        value={fields.repeated}
        error={fields.wrong === 'differ' ? t('field.differ') : undefined}
        onChange={(event) => fields.set({ repeated: event.currentTarget.value })}
        autoComplete="new-password"
      />
    </>
  );
}

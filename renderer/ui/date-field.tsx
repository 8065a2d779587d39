import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { parseQuickDate } from '#shared/text/quick-date.ts';
import { useSession } from '../app/session.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  readonly value: LocalDate | null;
  /** Called with the date understood, null when emptied; not called while the text is not understood. */
  readonly onChange: (value: LocalDate | null) => void;
  /** Day from which `+3` counts; today when absent. */
  readonly base?: LocalDate | null;
}

/**
 * A date typed the way clerks type it (`3/7`, `h.nay`, `hqua`, `+3`); it is written out as dd/MM/yyyy when the
 * field is left or Enter is pressed. ↑ and ↓ move by a day. A text that is no date is kept and marked.
 */
export function DateField({ value, onChange, base, error, onBlur, onKeyDown, ...rest }: Props) {
  const { t } = useTranslation('common');
  const today = useSession((session) => session.app?.today ?? null);
  const shown = value === null ? '' : formatDate(value);
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState(false);
  const given = useRef(value);

  useEffect(() => {
    // Only a value that came from outside replaces what is being typed.
    if (given.current === value) return;
    given.current = value;
    setTyped(shown);
    setWrong(false);
  }, [value, shown]);

  function give(next: LocalDate | null): void {
    given.current = next;
    setWrong(false);
    setTyped(next === null ? '' : formatDate(next));
    if (next !== value) onChange(next);
  }

  function settle(): void {
    if (typed.trim() === '') {
      give(null);
      return;
    }
    const read = today === null ? null : parseQuickDate(typed, today, base ?? today);
    if (read === null) setWrong(true);
    else give(read);
  }

  function step(event: KeyboardEvent<HTMLInputElement>): void {
    onKeyDown?.(event);
    if (event.key === 'Enter') settle();
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const from = (today && parseQuickDate(typed, today, base ?? today)) ?? value ?? today;
    if (from === null) return;
    event.preventDefault();
    give(addDays(from, event.key === 'ArrowUp' ? 1 : -1));
  }

  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      placeholder={rest.placeholder ?? t('date.placeholder')}
      value={typed}
      data-unread={wrong || undefined}
      error={wrong ? t('date.wrong') : error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setWrong(false);
      }}
      onBlur={(event) => {
        settle();
        onBlur?.(event);
      }}
      onKeyDown={step}
    />
  );
}

import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
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
export function DateField({ value, onChange, base, error, onBlur, onFocus, onKeyDown, ...rest }: Props) {
  const { t } = useTranslation('common');
  const today = useSession((session) => session.app?.today ?? null);
  const shown = value === null ? '' : formatDate(value);
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState(false);
  const given = useRef(value);
  /** The field while it has the keyboard, and whether somebody has begun to type in it. */
  const focused = useRef<HTMLInputElement | null>(null);
  const writing = useRef(false);

  useEffect(() => {
    if (given.current === value) return;
    given.current = value;
    // A day from outside (a proposal that comes late) never replaces what is being typed.
    if (writing.current) return;
    setTyped(shown);
    setWrong(false);
  }, [value, shown]);

  // The day that has come is selected like the one it replaced: the next key types over it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the text has changed
  useLayoutEffect(() => {
    if (!writing.current) focused.current?.select();
  }, [typed]);

  function give(next: LocalDate | null): void {
    given.current = next;
    writing.current = false;
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
    // Ctrl+S saves from within the field: what was typed counts.
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's';
    if (event.key === 'Enter' || saves) settle();
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
        writing.current = true;
        setTyped(event.currentTarget.value);
        setWrong(false);
      }}
      onFocus={(event) => {
        focused.current = event.currentTarget;
        onFocus?.(event);
      }}
      onBlur={(event) => {
        focused.current = null;
        settle();
        writing.current = false;
        onBlur?.(event);
      }}
      onKeyDown={step}
    />
  );
}

import { TextInput } from '@mantine/core';
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';

interface Props<V> {
  readonly name: string;
  readonly label: ReactNode;
  readonly value: V | null;
  /** Value of what is typed, null when it is none. */
  readonly parse: (text: string) => V | null;
  /** How a value is written. */
  readonly format: (value: V) => string;
  /** Said of a text that is no value. */
  readonly wrong: string;
  readonly required?: boolean;
  readonly error?: ReactNode;
  readonly placeholder?: string | undefined;
  readonly align?: 'right';
  readonly inputRef?: Ref<HTMLInputElement>;
  onChange(value: V | null): void;
  onBlur?(): void;
}

/**
 * A value typed as text (a number, a month): understood at every key, written out when the field is left. A text that
 * is no value is kept and marked.
 */
export function TypedField<V extends string | number>(props: Props<V>) {
  const { value, format } = props;
  const shown = value === null ? '' : format(value);
  const [typed, setTyped] = useState<string | null>(null);
  const given = useRef(value);
  const unread = typed !== null && typed.trim() !== '' && props.parse(typed) === null;

  useEffect(() => {
    // Only a value that came from outside replaces what is being typed.
    if (given.current === value) return;
    given.current = value;
    setTyped(null);
  }, [value]);

  return (
    <TextInput
      ref={props.inputRef}
      name={props.name}
      label={props.label}
      required={props.required ?? false}
      placeholder={props.placeholder}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      data-unread={unread || undefined}
      {...(props.align === 'right' ? { styles: { input: { textAlign: 'right' } } } : {})}
      value={typed ?? shown}
      error={unread ? props.wrong : props.error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const next = text.trim() === '' ? null : props.parse(text);
        setTyped(text);
        given.current = next;
        if (next !== value) props.onChange(next);
      }}
      onBlur={() => {
        if (!unread) setTyped(null);
        props.onBlur?.();
      }}
    />
  );
}

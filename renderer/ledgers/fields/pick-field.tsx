import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldWords } from '#shared/text/fold.ts';
import { Hint } from '../../record-list/notice.tsx';
import { indexNamed } from '../../ui/named-match.ts';
import type { FieldOption } from '../hooks/use-field-options.ts';

const SHOWN = 12;

interface Props {
  readonly name: string;
  readonly label: ReactNode;
  readonly options: readonly FieldOption[];
  /** Code of the option chosen, or the text typed where texts of one's own are taken. */
  readonly value: string | null;
  /** Which texts that are no option are taken as they are. */
  readonly free: (text: string) => boolean;
  readonly required?: boolean;
  readonly error?: ReactNode;
  /** The options were found by what is typed already; they are shown as they are. */
  readonly matched?: boolean;
  /** Said in the list where nothing can be offered at all. */
  readonly none?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly maxLength?: number;
  onChange(value: string | null): void;
  onBlur?(): void;
}

/** What the field shows of a value. */
function shownText(options: readonly FieldOption[], value: string | null): string {
  if (value === null) return '';
  const option = options.find((one) => one.code === value);
  if (!option) return value;
  return option.hint === null || option.code === option.name
    ? option.name
    : `${option.code} · ${option.name}`;
}

/**
 * A value picked by a few letters without diacritics or by its code; ↓ shows what there is, Enter and Tab take the
 * first that fits. A text that fits nothing is kept and marked where only options are taken.
 */
export function PickField(props: Props) {
  const { options, value } = props;
  const { t } = useTranslation('entries');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const index = useMemo(() => indexNamed(options), [options]);
  const [typed, setTyped] = useState<string | null>(null);
  /** Left with a text that fits nothing; `first`: by a key that takes the first that fits. */
  const [wrong, setWrong] = useState<{ readonly first: boolean } | null>(null);
  const shown = shownText(options, value);
  const asked = typed ?? '';
  const free = props.free(asked.trim());
  const { matched = false } = props;
  const found = useMemo(
    () => (matched ? options : index.find(asked, asked.trim() === '' ? 200 : SHOWN)),
    [index, asked, matched, options],
  );
  const { dropdownOpened } = combobox;

  // Where only options are taken the first that fits is meant; a text of one's own must not be replaced by it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every change of what is offered
  useEffect(() => {
    if (dropdownOpened && !free && asked.trim() !== '') combobox.selectFirstOption();
  }, [dropdownOpened, found, free]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a value that came from outside replaces what was typed
  useEffect(() => {
    setTyped(null);
    setWrong(null);
  }, [value]);

  const choose = (code: string | null) => {
    setTyped(null);
    setWrong(null);
    combobox.closeDropdown();
    if (code !== value) props.onChange(code);
  };

  /** The code that what was typed means; undefined when it means none. `first`: the first that fits will do. */
  const meant = (text: string, first: boolean): string | null | undefined => {
    if (text === '') return null;
    const folded = foldWords(text);
    const exact = options.find((one) => foldWords(one.code) === folded || foldWords(one.name) === folded);
    if (exact) return exact.code;
    if (free) return text;
    if (text === shown) return value;
    const at = Math.max(0, combobox.getSelectedOptionIndex());
    return (first ? (found[at] ?? found[0]) : found.length === 1 ? found[0] : undefined)?.code;
  };

  const settle = (first: boolean): void => {
    if (typed === null) return;
    const code = meant(typed.trim(), first);
    if (code !== undefined) {
      choose(code);
      return;
    }
    // Tab leaves it too, a moment later: the key says what was meant.
    setWrong((before) => before ?? { first });
    combobox.closeDropdown();
  };

  // What may be chosen came only after the field was left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every change of what is offered
  useEffect(() => {
    if (wrong !== null && options.length > 0) settle(wrong.first);
  }, [index]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && free && dropdownOpened && combobox.getSelectedOptionIndex() >= 0) return;
    const saving = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's';
    if (event.key === 'Enter' || event.key === 'Tab' || saving) settle(true);
    else if (event.key === 'Escape' && dropdownOpened) {
      event.stopPropagation();
      setTyped(null);
      combobox.closeDropdown();
    }
  };

  const offered = dropdownOpened && (found.length > 0 || !free);
  return (
    <Combobox store={combobox} withinPortal onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          ref={props.inputRef}
          name={props.name}
          label={props.label}
          required={props.required ?? false}
          maxLength={props.maxLength}
          data-pick=""
          data-unread={wrong !== null || undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={props.free('') ? undefined : t('form.pick')}
          value={typed ?? shown}
          error={wrong !== null ? t('form.nothingFits') : props.error}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setWrong(null);
            combobox.openDropdown();
          }}
          onClick={() => {
            if (!props.free('')) combobox.openDropdown();
          }}
          onBlur={() => {
            settle(false);
            combobox.closeDropdown();
            props.onBlur?.();
          }}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!offered}>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
          {found.length === 0 ? (
            <Combobox.Empty>
              {options.length === 0 && props.none ? props.none : t('form.nothingFits')}
            </Combobox.Empty>
          ) : null}
          {found.map((option) => (
            <Combobox.Option key={option.code} value={option.code} active={option.code === value}>
              {option.name}
              {option.hint ? <Hint>{option.hint}</Hint> : null}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Every text is taken: options are a help. */
export function anyText(): boolean {
  return true;
}

/** Only options are taken. */
export function noText(): boolean {
  return false;
}

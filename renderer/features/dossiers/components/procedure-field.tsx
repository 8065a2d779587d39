import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../../../record-list/notice.tsx';
import { indexNamed, type Named } from '../../../ui/named-match.ts';
import { FieldLabel } from './field-label.tsx';

const SHOWN = 12;

/** A procedure as the form offers it. */
type ProcedureLike = Named & { readonly field: string };

interface Props<P extends ProcedureLike> {
  readonly procedures: readonly P[];
  readonly value: { readonly code: string | null; readonly name: string | null };
  readonly error: string | undefined;
  /** A procedure of the catalogue was chosen. */
  onChoose(procedure: P): void;
  /** Something else was typed: it stays as the name; null when emptied. */
  onText(name: string | null): void;
}

/** The procedure, found by a few letters without diacritics ("ks") or by its code. */
export function ProcedureField<P extends ProcedureLike>({
  procedures,
  value,
  error,
  onChoose,
  onText,
}: Props<P>) {
  const { t } = useTranslation('dossiers');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const index = useMemo(() => indexNamed(procedures), [procedures]);
  const shown = value.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const found = useMemo(() => index.find(typed ?? '', SHOWN), [index, typed]);

  const settle = () => {
    combobox.closeDropdown();
    if (typed === null) return;
    const text = typed.trim();
    const exact = procedures.find((one) => one.code === text || one.name === text);
    if (exact) onChoose(exact);
    else if (text !== shown) onText(text === '' ? null : text);
    setTyped(null);
  };

  /** Takes the first procedure found, or the one the arrows chose; what was typed when the list is closed. */
  const pick = () => {
    const chosen = found[Math.max(0, combobox.getSelectedOptionIndex())];
    if (typed === null || !combobox.dropdownOpened || !chosen) return settle();
    onChoose(chosen);
    setTyped(null);
    combobox.closeDropdown();
  };

  return (
    <Combobox
      store={combobox}
      withinPortal
      onOptionSubmit={(code) => {
        const chosen = procedures.find((one) => one.code === code);
        if (chosen) onChoose(chosen);
        setTyped(null);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          name="procedureName"
          label={<FieldLabel name="procedureName">{t('form.procedure')}</FieldLabel>}
          placeholder={t('form.procedurePlaceholder')}
          description={typed === null && value.code ? value.code : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          spellCheck={false}
          value={typed ?? shown}
          error={error}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onBlur={settle}
          onKeyDown={(event) => {
            const leaves =
              event.key === 'Tab' || event.key === 'Enter' || (event.ctrlKey && event.key === 's');
            if (leaves && !event.shiftKey) pick();
            else if (event.key === 'Escape' && combobox.dropdownOpened && typed !== null) {
              event.stopPropagation();
              combobox.closeDropdown();
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed === null}>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
          {found.length === 0 && <Combobox.Empty>{t('form.procedureNone')}</Combobox.Empty>}
          {found.map((procedure) => (
            <Combobox.Option key={procedure.code} value={procedure.code}>
              {procedure.name}
              <Hint>
                {procedure.code} · {procedure.field}
              </Hint>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UNIT_LEVELS, type UnitLevel } from '#shared/domain/target-set.ts';
import type { ExpectedUnit } from '#shared/receiver/units.ts';
import { useFormat } from '../../../app/words.ts';
import { DateField } from '../../../ui/date-field.tsx';
import css from './consolidation.module.css';
import type { UnitFault, UnitField } from './model/unit-faults.ts';

interface Props {
  readonly unit: ExpectedUnit;
  readonly faults: Partial<Record<UnitField, UnitFault>>;
  readonly disabled: boolean;
  onChange(unit: ExpectedUnit): void;
  onRemove(): void;
}

/** The fields of one expected unit; each is saved when it is left or Enter is pressed. */
export function UnitForm({ unit, faults, disabled, onChange, onRemove }: Props) {
  const { t } = useTranslation(['gathering', 'receiver']);
  const format = useFormat();
  const [code, setCode] = useState(unit.code);
  const [name, setName] = useState(unit.name);
  const first = useRef<HTMLInputElement>(null);
  // A unit that was just added is written from its code on.
  useEffect(() => {
    if (unit.code === '' && unit.name === '') first.current?.focus();
  }, [unit.code, unit.name]);
  // A change taken back shows the former text.
  useEffect(() => setCode(unit.code), [unit.code]);
  useEffect(() => setName(unit.name), [unit.name]);
  const words = (field: UnitField) => {
    const fault = faults[field];
    return fault && t(`list.faults.${fault}`);
  };
  const give = (change: Partial<ExpectedUnit>) => {
    const next = { ...unit, code: code.trim(), name, ...change };
    if (JSON.stringify(next) !== JSON.stringify(unit)) onChange(next);
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter') give({});
  };
  return (
    <>
      <TextInput
        id="unit-code"
        ref={first}
        size="xs"
        label={t('list.code')}
        maxLength={20}
        disabled={disabled}
        value={code}
        error={words('code')}
        onChange={(event) => setCode(event.currentTarget.value)}
        onBlur={() => give({})}
        onKeyDown={onEnter}
      />
      <TextInput
        size="xs"
        label={t('list.name')}
        maxLength={200}
        disabled={disabled}
        value={name}
        error={words('name')}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => give({})}
        onKeyDown={onEnter}
      />
      <NativeSelect
        size="xs"
        label={t('list.level')}
        disabled={disabled}
        value={unit.level}
        data={UNIT_LEVELS.map((level) => ({ value: level, label: t(`receiver:levels.${level}`) }))}
        onChange={(event) => give({ level: event.currentTarget.value as UnitLevel })}
      />
      <DateField
        size="xs"
        label={t('list.from')}
        disabled={disabled}
        value={unit.from}
        error={words('from')}
        onChange={(from) => give({ from })}
      />
      <DateField
        size="xs"
        label={t('list.to')}
        disabled={disabled}
        value={unit.to}
        error={words('to')}
        onChange={(to) => give({ to })}
      />
      <p className="dim">
        {unit.keys.length === 0 ? t('list.anyKey') : t('list.keys', { n: format.count(unit.keys.length) })}
      </p>
      {!disabled && (
        <Button variant="default" className={css.removeUnit} onClick={onRemove}>
          {t('list.remove')}
        </Button>
      )}
    </>
  );
}

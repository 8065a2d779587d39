import { NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly label: string;
  readonly description: string;
  readonly bounds: { readonly least: number; readonly most: number };
  readonly value: number;
  readonly disabled?: boolean;
  onChange(value: number): void;
}

/** A measure in whole millimetres; what is outside its bounds is said beside the field and not taken. */
export function MillimetreField({ label, description, bounds, value, disabled = false, onChange }: Props) {
  const { t } = useTranslation('paperLayout');
  const [typed, setTyped] = useState<number | string>(value);
  useEffect(() => setTyped(value), [value]);
  const { least, most } = bounds;
  const fits = typeof typed === 'number' && Number.isInteger(typed) && typed >= least && typed <= most;
  return (
    <NumberInput
      label={label}
      description={description}
      error={fits || disabled ? null : t('between', { least, most })}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      w={280}
      min={least}
      max={most}
      disabled={disabled}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        if (typeof next === 'number' && Number.isInteger(next) && next >= least && next <= most)
          onChange(next);
      }}
      onBlur={() => {
        if (!fits) setTyped(value);
      }}
    />
  );
}

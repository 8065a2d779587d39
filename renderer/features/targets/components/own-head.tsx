import { Select, TextInput } from '@mantine/core';
import { type Control, Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../ui/date-field.tsx';
import classes from '../editor.module.css';
import type { OwnForm } from '../model/own-form.ts';

/** The decision by which the commune sets its own objectives, and the days it is in force. */
export function OwnHead({
  control,
  bases,
  onBase,
}: {
  readonly control: Control<OwnForm>;
  readonly bases: readonly { readonly value: string; readonly label: string }[];
  readonly onBase: (base: string) => void;
}) {
  const { t } = useTranslation('targets');
  const text = (name: 'name' | 'number' | 'issuer', first = false) => (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <TextInput
          {...field}
          label={t(`editor.${name}`)}
          error={fieldState.error?.message}
          withAsterisk
          data-autofocus={first || undefined}
        />
      )}
    />
  );
  const day = (name: 'date' | 'validFrom' | 'validTo') => (
    <Controller
      control={control}
      name={name}
      render={({ field: { ref, ...field }, fieldState }) => (
        <DateField
          {...field}
          ref={ref}
          label={t(`editor.${name}`)}
          description={name === 'validTo' ? t('editor.validToHint') : undefined}
          error={fieldState.error?.message}
          withAsterisk={name !== 'validTo'}
        />
      )}
    />
  );
  return (
    <div className={classes.head}>
      <div className={classes.wide}>{text('name', true)}</div>
      <Controller
        control={control}
        name="base"
        render={({ field }) => (
          <Select
            label={t('editor.base')}
            data={[...bases]}
            value={field.value}
            onChange={(value) => value && onBase(value)}
            onBlur={field.onBlur}
            ref={field.ref}
          />
        )}
      />
      {text('number')}
      {day('date')}
      {text('issuer')}
      {day('validFrom')}
      {day('validTo')}
    </div>
  );
}

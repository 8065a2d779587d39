import { Button, Checkbox, MultiSelect, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { type Control, Controller, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { THRESHOLD_OPS } from '#shared/domain/target-set.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { useTargetWords } from '../../../app/target-words.ts';
import classes from '../editor.module.css';
import type { OwnForm } from '../model/own-form.ts';

export type FormulaChoice = Output<'targets.formulas'>[number];

/** One objective of the commune's own: a known formula, perhaps over some records only, or counted by hand. */
export function AddedObjective({
  control,
  at,
  formulas,
  onRemove,
}: {
  readonly control: Control<OwnForm>;
  readonly at: number;
  readonly formulas: readonly FormulaChoice[];
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('targets');
  const words = useTargetWords();
  const row = useWatch({ control, name: `added.${at}` });
  const formula = formulas.find(({ id }) => id === row?.formula);
  const said = row?.formula ? words.formula(row.formula) : null;
  const groups = (['dossier', 'ledger', 'hand'] as const).map((kind) => ({
    group: t(`editor.formulaGroup.${kind}`),
    items: formulas
      .filter((each) => each.kind === kind)
      .map(({ id }) => ({ value: id, label: kind === 'hand' ? t('handFormula') : words.formulaLine(id) })),
  }));
  return (
    <fieldset className={classes.addedObjective}>
      <legend className="sr-only">{row?.objective}</legend>
      <div className={classes.addedFirst}>
        <Controller
          control={control}
          name={`added.${at}.objective`}
          render={({ field, fieldState }) => (
            <TextInput {...field} label={t('editor.id')} error={fieldState.error?.message} w={80} />
          )}
        />
        <Controller
          control={control}
          name={`added.${at}.title`}
          render={({ field, fieldState }) => (
            <TextInput
              {...field}
              label={t('editor.objectiveTitle')}
              error={fieldState.error?.message}
              withAsterisk
              className={classes.grow}
            />
          )}
        />
        <Controller
          control={control}
          name={`added.${at}.op`}
          render={({ field }) => (
            <NativeSelect
              {...field}
              size="xs"
              label={t('editor.threshold')}
              data={THRESHOLD_OPS.map((op) => ({ value: op, label: t(`editor.op.${op}`) }))}
            />
          )}
        />
        <Controller
          control={control}
          name={`added.${at}.percent`}
          render={({ field, fieldState }) => (
            <TextInput
              {...field}
              label={t('editor.percent')}
              inputMode="decimal"
              autoComplete="off"
              error={fieldState.error?.message}
              withAsterisk
              w={110}
            />
          )}
        />
        <Controller
          control={control}
          name={`added.${at}.striven`}
          render={({ field: { value, ...field } }) => (
            <Checkbox {...field} checked={value} label={t('editor.striven')} mt={24} />
          )}
        />
      </div>
      <Controller
        control={control}
        name={`added.${at}.sentence`}
        render={({ field, fieldState }) => (
          <Textarea
            {...field}
            label={t('editor.sentence')}
            error={fieldState.error?.message}
            withAsterisk
            autosize
            minRows={1}
            maxRows={4}
          />
        )}
      />
      <Controller
        control={control}
        name={`added.${at}.english`}
        render={({ field }) => <TextInput {...field} label={t('editor.english')} />}
      />
      <Controller
        control={control}
        name={`added.${at}.formula`}
        render={({ field, fieldState }) => (
          <Select
            {...field}
            label={t('editor.formula')}
            data={groups}
            searchable
            error={fieldState.error?.message}
            withAsterisk
          />
        )}
      />
      {said ? (
        <p className={classes.formulaSaid}>
          {said.numerator} <b>/</b> {said.denominator}
        </p>
      ) : null}
      {formula && Object.keys(formula.filters).length > 0 ? (
        <div className={classes.filters}>
          {Object.entries(formula.filters).map(([name, values]) => (
            <Controller
              key={`${formula.id} ${name}`}
              control={control}
              name={`added.${at}.filter`}
              render={({ field }) => (
                <MultiSelect
                  label={t('editor.filterLabel', {
                    field: words.fieldName(formula.id, name).toLowerCase(),
                  })}
                  placeholder={(field.value[name] ?? []).length > 0 ? undefined : t('editor.filterAll')}
                  size="xs"
                  searchable
                  classNames={{ inputField: classes.bare ?? '' }}
                  data={[...new Set([...values, ...(field.value[name] ?? [])])].map((value) => ({
                    // An empty value means "not recorded"; the control needs something to hold.
                    value: value === '' ? EMPTY : value,
                    label: words.valueName(formula.id, name, value),
                  }))}
                  value={(field.value[name] ?? []).map((value) => (value === '' ? EMPTY : value))}
                  onChange={(chosen) =>
                    field.onChange({
                      ...field.value,
                      [name]: chosen.map((value) => (value === EMPTY ? '' : value)),
                    })
                  }
                  onBlur={field.onBlur}
                />
              )}
            />
          ))}
        </div>
      ) : null}
      <Button variant="subtle" color="red" size="compact-sm" onClick={onRemove}>
        {t('editor.remove', { id: row?.objective ?? '' })}
      </Button>
    </fieldset>
  );
}

const EMPTY = '\u0000';

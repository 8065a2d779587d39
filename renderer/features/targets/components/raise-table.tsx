import { NativeSelect, TextInput } from '@mantine/core';
import { type Control, Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ThresholdOp } from '#shared/domain/target-set.ts';
import type { TargetSetEntry } from '#shared/ipc/contract/targets.ts';
import { useTargetWords } from '../../../app/target-words.ts';
import { useFormat } from '../../../app/words.ts';
import classes from '../editor.module.css';
import type { OwnForm } from '../model/own-form.ts';
import { ObjectiveHeads } from './objective-heads.tsx';

const OPS: Record<ThresholdOp, readonly ThresholdOp[]> = {
  '>=': ['>=', '>'],
  '>': ['>', '>='],
  '=': ['='],
};

/** The given objectives with room for a higher threshold each; an empty field leaves the given one. */
export function RaiseTable({
  control,
  base,
}: {
  readonly control: Control<OwnForm>;
  readonly base: TargetSetEntry;
}) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const words = useTargetWords();
  return (
    <table className={classes.raise}>
      <ObjectiveHeads
        idClass={classes.id}
        rest={[
          [classes.given, t('editor.given')],
          [classes.raised, t('editor.own')],
        ]}
      />
      <tbody>
        {base.objectives.map(({ id, title, threshold }, at) => {
          const name = title[format.language];
          // Nothing is higher than exactly 100 %.
          const full = threshold.op === '=' && threshold.basisPoints === 10_000;
          return (
            <tr key={id}>
              <td className={classes.id}>{id}</td>
              <td>{name}</td>
              <td className={classes.given}>{words.threshold(threshold)}</td>
              <td className={classes.raised}>
                {full ? (
                  <span className="dim">—</span>
                ) : (
                  <div className={classes.thresholdFields}>
                    <Controller
                      control={control}
                      name={`raised.${at}.op`}
                      render={({ field }) => (
                        <NativeSelect
                          {...field}
                          size="xs"
                          aria-label={t('editor.opLabel', { title: name })}
                          data={OPS[threshold.op].map((op) => ({ value: op, label: t(`editor.op.${op}`) }))}
                        />
                      )}
                    />
                    <Controller
                      control={control}
                      name={`raised.${at}.percent`}
                      render={({ field, fieldState }) => (
                        <TextInput
                          {...field}
                          inputMode="decimal"
                          autoComplete="off"
                          placeholder={t('editor.percentPlaceholder')}
                          aria-label={t('editor.percentLabel', { title: name })}
                          error={fieldState.error?.message}
                          rightSection="%"
                        />
                      )}
                    />
                  </div>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

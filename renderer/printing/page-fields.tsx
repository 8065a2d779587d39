import { Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MOST_COPIES } from '#shared/ipc/contract/printing.ts';
import { useFormat } from '../app/words.ts';
import type { TypedChoice } from './page-choice.ts';
import css from './printing.module.css';

interface Props {
  readonly typed: TypedChoice;
  /** Null until it is known. */
  readonly total: number | null;
  readonly disabled: boolean;
  readonly wrongRange: boolean;
  readonly wrongCopies: boolean;
  onType(typed: TypedChoice): void;
}

/** Which pages and how often. What is wrong is said beside its field, in a place kept for it. */
export function PageFields({ typed, total, disabled, wrongRange, wrongCopies, onType }: Props) {
  const { t } = useTranslation('printing');
  const format = useFormat();
  const numberField = (name: 'from' | 'to' | 'copies', label: string, wrong: boolean) => (
    <TextInput
      className={css.number}
      inputMode="numeric"
      maxLength={4}
      aria-label={label}
      aria-describedby={wrong ? `print-${name === 'copies' ? 'copies' : 'range'}-fault` : undefined}
      error={wrong}
      value={typed[name] ?? total ?? ''}
      disabled={disabled || total === null}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) =>
        onType({ ...typed, [name]: event.currentTarget.value, all: name === 'copies' ? typed.all : false })
      }
    />
  );
  return (
    <div className={css.fields}>
      <fieldset className={css.pages} disabled={disabled}>
        <legend>{t('pages')}</legend>
        <Radio
          name="print-pages"
          label={t('all', { n: total === null ? '…' : format.count(total) })}
          checked={typed.all}
          onChange={() => onType({ ...typed, all: true })}
        />
        <div className={css.range}>
          <Radio
            name="print-pages"
            label={t('some')}
            checked={!typed.all}
            onChange={() => onType({ ...typed, all: false })}
          />
          {numberField('from', t('from'), wrongRange)}
          <span>{t('to')}</span>
          {numberField('to', t('until'), wrongRange)}
        </div>
        <p id="print-range-fault" className={css.fault} role={wrongRange ? 'alert' : undefined}>
          {wrongRange ? t('wrongRange', { n: total ?? '…' }) : ''}
        </p>
      </fieldset>
      <div className={css.copies}>
        <span aria-hidden="true">{t('copies')}</span>
        {numberField('copies', t('copies'), wrongCopies)}
        <p id="print-copies-fault" className={css.fault} role={wrongCopies ? 'alert' : undefined}>
          {wrongCopies ? t('wrongCopies', { n: MOST_COPIES }) : ''}
        </p>
      </div>
    </div>
  );
}

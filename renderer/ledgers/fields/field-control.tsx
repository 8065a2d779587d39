import { Textarea, TextInput } from '@mantine/core';
import { type Control, Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { isLedgerId, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useFormat } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { FieldOptions } from '../hooks/use-field-options.ts';
import { formatMonth, parseMonth } from '../model/month-text.ts';
import { formatNumber, parseNumber } from '../model/number-text.ts';
import { useLedgerWords } from '../words.ts';
import { DossierField } from './dossier-field.tsx';
import { anyText, noText, PickField } from './pick-field.tsx';
import { TypedField } from './typed-field.tsx';

/** A whole TTHC code, which need not be in the catalogue: `1.001193`, `2.000635.H19`. */
function isProcedureCode(text: string): boolean {
  return /^\d\.\d{6}(\.\w+)?$/.test(text);
}

export type EntryDraft = Record<string, AnyRecord[string]>;

interface Props {
  readonly ledger: LedgerId;
  readonly name: string;
  readonly control: Control<EntryDraft>;
  readonly options: FieldOptions;
  readonly today: LocalDate;
  /** Day from which `+3` counts in a date. */
  readonly base: LocalDate | null;
  /** The record as it is typed, for what a rule compared. */
  record(): EntryDraft;
  /** A field was left: rules over several fields may now say something. */
  onLeave(): void;
}

/** The control of a field, by what the field holds. */
export function FieldControl({ ledger, name, control, options, today, base, record, onLeave }: Props) {
  const { t } = useTranslation('entries');
  const words = useLedgerWords();
  const errorWords = useBreachWords(ledger, name, record);
  const { language } = useFormat();
  const field = ledgerOf(ledger).fields[name];
  if (!field) return null;
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: bound, fieldState }) => {
        const common = {
          name,
          label: words.field(ledger, name),
          required: field.required,
          error: errorWords(fieldState.error?.message),
        };
        const text = (bound.value ?? null) as string | null;
        const change = (value: AnyRecord[string]) => bound.onChange(value);
        const leave = () => {
          bound.onBlur();
          onLeave();
        };
        switch (field.type) {
          case 'date':
            return (
              <DateField
                {...common}
                ref={bound.ref}
                value={text as LocalDate | null}
                base={base}
                onChange={change}
                onBlur={leave}
              />
            );
          case 'count':
          case 'hours':
          case 'percent':
          case 'year':
            return (
              <TypedField<number>
                {...common}
                inputRef={bound.ref}
                align="right"
                value={(bound.value ?? null) as number | null}
                parse={parseNumber}
                format={(value) => (field.type === 'year' ? String(value) : formatNumber(value, language))}
                wrong={t('form.numberWrong')}
                onChange={change}
                onBlur={leave}
              />
            );
          case 'month':
            return (
              <TypedField<string>
                {...common}
                inputRef={bound.ref}
                value={text}
                parse={(typed) => parseMonth(typed, today)}
                format={formatMonth}
                wrong={t('form.monthWrong')}
                placeholder={t('form.pickMonth')}
                onChange={change}
                onBlur={leave}
              />
            );
          case 'yes-no':
            return (
              <PickField
                {...common}
                inputRef={bound.ref}
                free={noText}
                options={options.of(name)}
                value={bound.value === null || bound.value === undefined ? null : String(bound.value)}
                onChange={(value) => change(value === null ? null : value === 'true')}
                onBlur={leave}
              />
            );
          case 'choice':
          case 'ref':
          case 'objective':
          case 'procedure':
          case 'text': {
            const offered = options.of(name);
            const ref = field.ref;
            if (field.type !== 'text' || offered.length > 0)
              return (
                <PickField
                  {...common}
                  inputRef={bound.ref}
                  free={
                    field.type === 'text' ? anyText : field.type === 'procedure' ? isProcedureCode : noText
                  }
                  options={offered}
                  none={
                    ref !== null && isLedgerId(ref) ? t('form.noRefs', { name: words.name(ref) }) : undefined
                  }
                  maxLength={field.max + 200}
                  value={text}
                  onChange={change}
                  onBlur={leave}
                />
              );
            return (
              <TextInput
                {...common}
                ref={bound.ref}
                autoComplete="off"
                value={text ?? ''}
                onChange={(event) => change(event.currentTarget.value)}
                onBlur={leave}
              />
            );
          }
          case 'dossier':
            return (
              <DossierField
                {...common}
                inputRef={bound.ref}
                maxLength={field.max}
                value={text}
                onChange={change}
                onBlur={leave}
              />
            );
          case 'long-text':
            return (
              <Textarea
                {...common}
                ref={bound.ref}
                autosize
                minRows={2}
                maxRows={6}
                value={text ?? ''}
                onChange={(event) => change(event.currentTarget.value)}
                onBlur={leave}
              />
            );
          default:
            return (
              <TextInput
                {...common}
                ref={bound.ref}
                autoComplete="off"
                spellCheck={false}
                value={text ?? ''}
                onChange={(event) => change(event.currentTarget.value)}
                onBlur={leave}
              />
            );
        }
      }}
    />
  );
}

/** Breaches of a comparison say with what. */
const COMPARED = {
  DATE_ORDER: 'form.dateBefore',
  SUM_MISMATCH: 'form.sumIs',
  PART_TOO_LARGE: 'form.larger',
} as const;

/** Words of what is wrong with a field: those of the fault, with the field's own bounds. */
function useBreachWords(
  ledger: LedgerId,
  name: string,
  record: () => EntryDraft,
): (code: string | undefined) => string | undefined {
  const { t } = useTranslation('entries');
  const words = useLedgerWords();
  const { language } = useFormat();
  const field = ledgerOf(ledger).fields[name];
  return (code) => {
    if (code === undefined || code === '' || !field) return undefined;
    const number = (value: number) => formatNumber(value, language);
    if (code === 'VALUE_TOO_LONG') return t('form.tooLong', { max: number(field.max) });
    if (code === 'VALUE_TOO_LARGE')
      return t('form.bounds', {
        min: field.type === 'year' ? String(field.min) : number(field.min),
        max: field.type === 'year' ? String(field.max) : number(field.max),
      });
    const key = COMPARED[code as keyof typeof COMPARED];
    const than =
      key &&
      ledgerOf(ledger)
        .breaches(record())
        .find((each) => each.field === name && each.code === code)?.than;
    if (key && than)
      return t(key, {
        fields: than.fields.map((each) => words.fieldInside(ledger, each)).join(' − '),
        value: words.value(ledger, than.fields[0] ?? name, than.value) ?? '',
      });
    return words.breach(code) ?? t('form.nothingFits');
  };
}

import type { Field, FieldValue } from '../domain/ledgers/field.ts';
import { formatDate, type LocalDate } from '../domain/local-date.ts';
import { NO, YES } from './word-names.ts';

/** A value of a ledger's field as lists write it: 05/03/2024, 03/2024, the word of a choice, Có or Không. */
export function valueText(field: Pick<Field, 'type' | 'choices'>, value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? YES : NO;
  if (typeof value === 'number') return String(value).replace('.', ',');
  switch (field.type) {
    case 'date':
      return formatDate(value as LocalDate);
    case 'month':
      return `${value.slice(5)}/${value.slice(0, 4)}`;
    case 'choice':
      return field.choices?.[value]?.split('|')[0] ?? value;
    default:
      return value;
  }
}

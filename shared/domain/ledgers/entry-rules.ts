import { comparableText } from '../comparable-text.ts';
import { dossierKey } from '../dossier-rules.ts';
import { addDays, type LocalDate, localDate, parseIsoDate } from '../local-date.ts';
import type { AnyRecord, LedgerBreach, LedgerBreachCode, LedgerDefinition } from './definition.ts';
import type { Field, FieldValue } from './field.ts';

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
/** Parts of a key; cannot be typed. */
const SEPARATOR = '\u001f';

type Described = Pick<
  LedgerDefinition,
  'fields' | 'key' | 'keyBeside' | 'repeatable' | 'day' | 'due' | 'columns' | 'breaches'
>;

/**
 * Which thing a record is about, in the form in which records are compared. `occurrence`: for repeatable ledgers the
 * n-th record that says the same, from 1.
 */
export function entryKey(ledger: Described, record: AnyRecord, occurrence = 1): string {
  const parts = ledger.key.map((name) => keyPart(ledger.fields[name], record[name] ?? null));
  const beside = besidePart(ledger, record);
  if (beside !== '') parts.push(beside);
  if (ledger.repeatable) parts.push(String(occurrence));
  return parts.join(SEPARATOR);
}

/** A key as it is when some of its fields have other values; the number of a repeatable ledger stays. */
export function keyWith(ledger: Described, key: string, values: AnyRecord): string {
  const parts = key.split(SEPARATOR);
  for (const [place, name] of ledger.key.entries())
    if (Object.hasOwn(values, name)) parts[place] = keyPart(ledger.fields[name], values[name] ?? null);
  if (ledger.keyBeside !== null && Object.hasOwn(values, ledger.keyBeside)) {
    const beside = besidePart(ledger, values);
    parts.splice(ledger.key.length, 1, ...(beside === '' ? [] : [beside]));
  }
  return parts.join(SEPARATOR);
}

function besidePart({ keyBeside, fields }: Described, record: AnyRecord): string {
  return keyBeside === null ? '' : keyPart(fields[keyBeside], record[keyBeside] ?? null);
}

/** The form in which a `ref` finds its entry: that of a key with a single code. */
export function refKey(code: string): string {
  return dossierKey(code);
}

function keyPart(field: Field | undefined, value: FieldValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const isCode = field !== undefined && CODES.has(field.type);
  return isCode ? dossierKey(value) : comparableText(value).toLowerCase();
}
const CODES: ReadonlySet<string> = new Set(['code', 'ref', 'dossier', 'procedure', 'objective']);

/** How people name an entry: its key as written, parts between middle dots. */
export function entryTitle(ledger: Described, record: AnyRecord): string {
  const names = ledger.repeatable ? ledger.columns.slice(0, 3) : ledger.key;
  return names
    .map((name) => record[name])
    .filter((value) => value !== null && value !== undefined && value !== '')
    .join(' · ');
}

/** The day by which an entry is sorted and cut to a period; a month begins on its first day. */
export function entryDay(ledger: Described, record: AnyRecord): LocalDate {
  const value = record[ledger.day];
  const day = typeof value === 'string' ? (MONTH.test(value) ? `${value}-01` : value) : '';
  return (parseIsoDate(day) ?? localDate(1901, 1, 1)) as LocalDate;
}

/** How an entry stands to its day: `none` where nothing is due. */
export const DUE_STATES = ['none', 'open', 'due-soon', 'overdue', 'done'] as const;
export type DueState = (typeof DUE_STATES)[number];

/** The day on which an entry is still due; null when nothing is, or it is done. */
export function openDueOn(ledger: Described, record: AnyRecord): LocalDate | null {
  if (ledger.due === null) return null;
  const done = ledger.due.done === null ? null : record[ledger.due.done];
  const on = record[ledger.due.on];
  return typeof on === 'string' && (done === null || done === undefined) ? (on as LocalDate) : null;
}

/** How an entry stands to its day on `today`; due soon from `remindDays` calendar days ahead, today included. */
export function dueState(ledger: Described, record: AnyRecord, today: LocalDate): DueState {
  if (ledger.due === null) return 'none';
  const on = openDueOn(ledger, record);
  if (on === null) return (record[ledger.due.done ?? ''] ?? null) === null ? 'none' : 'done';
  if (on < today) return 'overdue';
  return on <= addDays(today, ledger.due.remindDays) ? 'due-soon' : 'open';
}

/**
 * What is wrong with a record: single fields first (given where required, of their type, within their bounds), then
 * the ledger's own rules, which are asked only of a record whose fields are sound.
 */
export function recordBreaches(ledger: Described, record: AnyRecord): LedgerBreach[] {
  const breaches: LedgerBreach[] = [];
  for (const [name, field] of Object.entries(ledger.fields)) {
    const code = fieldBreach(field, record[name] ?? null);
    if (code !== null) breaches.push({ field: name, code });
  }
  return breaches.length > 0 ? breaches : [...ledger.breaches(record as never)];
}

/** What is wrong with a single value; null when it may be kept. */
export function fieldBreach(field: Field, value: FieldValue): LedgerBreachCode | null {
  if (value === null || value === '') return field.required ? 'REQUIRED' : null;
  switch (field.type) {
    case 'yes-no':
      return typeof value === 'boolean' ? null : 'VALUE_INVALID';
    case 'count':
    case 'year':
    case 'percent':
      return numberBreach(field, value, 1);
    case 'hours':
      return numberBreach(field, value, 2);
    case 'date':
      return typeof value === 'string' && parseIsoDate(value) !== null ? null : 'VALUE_INVALID';
    case 'month':
      return typeof value === 'string' && MONTH.test(value) ? null : 'VALUE_INVALID';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.choices ?? {}, value) ? null : 'VALUE_INVALID';
    default:
      if (typeof value !== 'string') return 'VALUE_INVALID';
      if (field.required && comparableText(value) === '') return 'REQUIRED';
      return value.length > field.max ? 'VALUE_TOO_LONG' : null;
  }
}

function numberBreach(field: Field, value: FieldValue, parts: 1 | 2): LedgerBreachCode | null {
  if (typeof value !== 'number' || !Number.isInteger(value * parts)) return 'VALUE_INVALID';
  return value < field.min || value > field.max ? 'VALUE_TOO_LARGE' : null;
}

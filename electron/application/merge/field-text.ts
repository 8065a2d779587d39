import { type Dossier, type DossierField, NUMBER_FIELDS } from '#shared/domain/dossier.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { formatDate, type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import type { MergeLedger } from '#shared/domain/merge/books.ts';
import { maskNumber } from '#shared/domain/person-number.ts';
import { DOSSIER_IMPORT_FIELDS } from '#shared/import/fields.ts';
import { suspensionsText } from '#shared/import/suspensions-text.ts';
import { valueText } from '#shared/import/value-text.ts';
import { NO, YES } from '#shared/import/word-names.ts';

const NAMES = new Map<string, Readonly<Record<string, string>>>(
  DOSSIER_IMPORT_FIELDS.map(({ field, names }) => [field, names as Readonly<Record<string, string>>]),
);
const LONGEST = 2000;

/** A value of a record as lists write it and people may see it; null where there is none. */
export function fieldText(ledger: MergeLedger, record: Dossier | AnyRecord, field: string): string | null {
  const text =
    ledger === 'dossiers'
      ? dossierText(record as Dossier, field)
      : entryText(ledger, record as AnyRecord, field);
  return text === null || text === '' ? null : text.slice(0, LONGEST);
}

function entryText(ledger: Exclude<MergeLedger, 'dossiers'>, record: AnyRecord, name: string): string | null {
  const field = ledgerOf(ledger).fields[name];
  return field === undefined ? null : valueText(field, record[name] ?? null);
}

function dossierText(record: Dossier, name: string): string | null {
  const field = name as DossierField;
  const value = record[field] ?? null;
  if (value === null) return null;
  if (typeof value === 'object') return suspensionsText(value);
  if (typeof value === 'boolean') return value ? YES : NO;
  if (NUMBER_FIELDS.has(field)) return maskNumber(value);
  return NAMES.get(field)?.[value] ?? (parseIsoDate(value) === null ? value : formatDate(value as LocalDate));
}

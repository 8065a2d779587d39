import { DOSSIER_FIELDS, type Dossier, sameField } from '../dossier.ts';
import { dossierKey } from '../dossier-rules.ts';
import type { AnyRecord } from '../ledgers/definition.ts';
import { entryKey, entryTitle } from '../ledgers/entry-rules.ts';
import { ledgerOf } from '../ledgers/registry.ts';
import type { MergeLedger } from './books.ts';
import { markOf } from './ways.ts';

/** What two records of a ledger share when they clash. */
export function keyOf(ledger: MergeLedger, record: Dossier | AnyRecord): string {
  if (ledger === 'dossiers') return dossierKey((record as Dossier).code);
  return entryKey(ledgerOf(ledger), record as AnyRecord);
}

/** The code by which other records refer to this one. */
export function codeOf(ledger: MergeLedger, record: Dossier | AnyRecord): string {
  const { code } = record as { readonly code?: unknown };
  return typeof code === 'string' ? code : keyOf(ledger, record);
}

/** What stands in the field that tells records with the same key apart ({@link markOf}); empty where there is none. */
export function markText(ledger: MergeLedger, record: Dossier | AnyRecord): string {
  const mark = markOf(ledger);
  return mark === null ? '' : String((record as AnyRecord)[mark] ?? '');
}

/** The record with something else there. */
export function withMark<R extends Dossier | AnyRecord>(ledger: MergeLedger, record: R, text: string): R {
  const mark = markOf(ledger);
  return mark === null ? record : { ...record, [mark]: text };
}

/** How people name a record. */
export function titleOf(ledger: MergeLedger, record: Dossier | AnyRecord): string {
  if (ledger === 'dossiers') return (record as Dossier).code;
  return entryTitle(ledgerOf(ledger), record as AnyRecord);
}

/** Whether two records say the same in every field. */
export function sameRecord(ledger: MergeLedger, a: Dossier | AnyRecord, b: Dossier | AnyRecord): boolean {
  return differingFields(ledger, a, b).length === 0;
}

/** The fields in which two records differ, in the order of their ledger. */
export function differingFields(
  ledger: MergeLedger,
  a: Dossier | AnyRecord,
  b: Dossier | AnyRecord,
): string[] {
  if (ledger === 'dossiers')
    return DOSSIER_FIELDS.filter((name) => !sameField((a as Dossier)[name], (b as Dossier)[name]));
  return Object.keys(ledgerOf(ledger).fields).filter(
    (name) => ((a as AnyRecord)[name] ?? null) !== ((b as AnyRecord)[name] ?? null),
  );
}

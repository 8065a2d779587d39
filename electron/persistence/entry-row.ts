import type { KnownEntry } from '#electron/application/ports.ts';
import { type AnyRecord, emptyRecord, type LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import { entryDay, entryKey, openDueOn } from '#shared/domain/ledgers/entry-rules.ts';
import type { FieldType } from '#shared/domain/ledgers/field.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { fold } from '#shared/text/fold.ts';
import { storedDay } from './days.ts';
import type { SqlValue } from './open-database.ts';

/** Columns of an entry in the order of {@link readEntry}. */
export const ENTRY_COLUMNS = ['id', 'ledger', 'key', 'record', 'changed_in', 'deleted'] as const;
/** Columns that follow from the record. */
const DERIVED = ['day', 'due_on', 'lacks', 'search'] as const;
/** All columns in the order of {@link writeEntry}. */
export const ALL_ENTRY_COLUMNS = [...ENTRY_COLUMNS, ...DERIVED] as const;

/** A row as read with {@link ENTRY_COLUMNS}. */
export type EntryRow = readonly SqlValue[];

/** Fields whose texts the search looks into. */
const SEARCHED: ReadonlySet<FieldType> = new Set([
  'text',
  'long-text',
  'code',
  'ref',
  'procedure',
  'dossier',
  'objective',
]);

/** A record with every field of its ledger and no others; what is empty is null. */
export function wholeRecord(ledger: Pick<LedgerDefinition, 'fields'>, given: AnyRecord): AnyRecord {
  const record = { ...emptyRecord(ledger) };
  for (const name of Object.keys(record)) {
    const value = given[name];
    record[name] = value === undefined || value === '' ? null : value;
  }
  return record;
}

/** The record of an entry as stored: a field that its ledger got later is empty. */
export function parseRecord(ledger: Pick<LedgerDefinition, 'fields'>, json: string): AnyRecord {
  return { ...emptyRecord(ledger), ...(JSON.parse(json) as AnyRecord) };
}

export function readEntry(row: EntryRow): KnownEntry {
  const ledger = row[1] as LedgerId;
  return {
    id: row[0] as number,
    ledger,
    key: row[2] as string,
    record: parseRecord(ledgerOf(ledger), row[3] as string),
    changedIn: row[4] as number,
    deleted: row[5] === 1,
  };
}

/** A whole row, derived columns included. */
export function writeEntry(entry: KnownEntry): SqlValue[] {
  const ledger = ledgerOf(entry.ledger);
  return [
    entry.id,
    entry.ledger,
    entry.key,
    storedRecord(entry.record),
    entry.changedIn,
    entry.deleted ? 1 : 0,
    storedDay(entryDay(ledger, entry.record)),
    storedDay(openDueOn(ledger, entry.record)),
    storedLacks(ledger.lacks(entry.record as never)),
    searchText(ledger, entry.record),
  ];
}

/** The key without the number that tells entries of a repeatable ledger apart. */
export function baseKey(ledger: LedgerDefinition, record: AnyRecord): string {
  return entryKey({ ...ledger, repeatable: false }, record);
}

function storedRecord(record: AnyRecord): string {
  return JSON.stringify(record, (_, value: unknown) => (value === null ? undefined : value));
}

/** Names of fields with a blank on either side of each, so that one is found among them. */
function storedLacks(fields: readonly string[]): string {
  return fields.length === 0 ? '' : ` ${fields.join(' ')} `;
}

/** Inverse of the form in which `lacks` is stored. */
export function readLacks(lacks: string): string[] {
  return lacks === '' ? [] : lacks.trim().split(' ');
}

function searchText(ledger: LedgerDefinition, record: AnyRecord): string {
  const texts: string[] = [];
  for (const [name, field] of Object.entries(ledger.fields)) {
    const value = record[name];
    if (typeof value === 'string' && SEARCHED.has(field.type)) texts.push(fold(value));
  }
  return texts.join('\n');
}

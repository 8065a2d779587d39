import { z } from 'zod';
import type { AnyRecord, LedgerBreachCode, LedgerDefinition } from '../domain/ledgers/definition.ts';
import { recordBreaches } from '../domain/ledgers/entry-rules.ts';
import type { FieldValue } from '../domain/ledgers/field.ts';
import { tidyRecord } from './tidy-record.ts';

/** What is wrong with a field; `UNKNOWN_FIELD`: the ledger has none of that name. */
type FieldFault = LedgerBreachCode | 'UNKNOWN_FIELD';

/** A record as it may be kept, or what is wrong at which field (the first fault of each). */
export type ParsedRecord =
  | { readonly ok: true; readonly record: AnyRecord }
  | { readonly ok: false; readonly faults: Readonly<Record<string, FieldFault>> };

/**
 * Reads a record of a ledger from what a form or a caller gives: known fields only, values of their types, tidied,
 * then the rules of the ledger. A field that is left out is empty. What needs the book (references, a key that is
 * taken) is checked where the record is saved.
 */
export function parseLedgerRecord(ledger: LedgerDefinition, given: unknown): ParsedRecord {
  const faults = new Map<string, FieldFault>();
  if (given === null || typeof given !== 'object' || Array.isArray(given))
    return { ok: false, faults: { '': 'VALUE_INVALID' } };
  const values: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(ledger.fields, name)) note(faults, name.slice(0, 40), 'UNKNOWN_FIELD');
    else if (!isFieldValue(value)) note(faults, name, 'VALUE_INVALID');
    else values[name] = value ?? null;
  }
  const record = tidyRecord(ledger, values);
  if (faults.size === 0)
    for (const { field, code } of recordBreaches(ledger, record)) note(faults, field, code);
  return faults.size === 0 ? { ok: true, record } : { ok: false, faults: Object.fromEntries(faults) };
}

/**
 * {@link parseLedgerRecord} as a schema, for react-hook-form: the message of an issue is its code, the path its field.
 */
export function ledgerRecordSchema(ledger: LedgerDefinition): z.ZodType<AnyRecord, AnyRecord> {
  return z.custom<AnyRecord>().transform((given, context) => {
    const parsed = parseLedgerRecord(ledger, given);
    if (parsed.ok) return parsed.record;
    for (const [field, code] of Object.entries(parsed.faults))
      context.addIssue({ code: 'custom', path: field === '' ? [] : [field], message: code });
    return z.NEVER;
  });
}

function note(faults: Map<string, FieldFault>, field: string, code: FieldFault): void {
  if (!faults.has(field)) faults.set(field, code);
}

function isFieldValue(value: unknown): value is FieldValue | undefined {
  return (
    value === null ||
    value === undefined ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}

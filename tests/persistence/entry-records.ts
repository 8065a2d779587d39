import fc from 'fast-check';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { recordBreaches } from '#shared/domain/ledgers/entry-rules.ts';
import type { Field, FieldValue } from '#shared/domain/ledgers/field.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { day } from '../unit/domain/arbitraries.ts';

const CODES = ['CB01', 'cb 02', 'ĐV-3', 'K4', 'k5'];
const WORDS = ['Đào Thị Hạnh', 'đường liên thôn', 'Họp giao ban', 'a b', '50%'];

/** A value of a field out of few, so that records share them. */
function anyValue(field: Field): fc.Arbitrary<FieldValue> {
  switch (field.type) {
    case 'date':
      return day;
    case 'month':
      return fc.constantFrom('2024-01', '2024-03', '2024-12');
    case 'year':
      return fc.constantFrom(2023, 2024);
    case 'count':
      return fc.integer({ min: 0, max: 4 });
    case 'percent':
      return fc.constantFrom(0, 50, 100);
    case 'hours':
      return fc.constantFrom(0.5, 8);
    case 'yes-no':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...Object.keys(field.choices ?? {}));
    case 'procedure':
      return fc.constantFrom('1.001193', '1.004873');
    case 'objective':
      return fc.constantFrom('2.1', '2.3', 'x.1');
    case 'code':
    case 'ref':
    case 'dossier':
      return fc.constantFrom(...CODES);
    default:
      return fc.constantFrom(...WORDS);
  }
}

/** Makes the numbers of a record agree, which chance alone would seldom do. */
function agreeing(ledger: LedgerId, record: Record<string, FieldValue>): AnyRecord {
  const n = (name: string) => Number(record[name] ?? 0);
  if (ledger === 'survey-batches') {
    record.forms = n('verySatisfied') + n('satisfied') + n('dissatisfied') + n('invalid');
    record.handedOut = null;
  }
  if (ledger === 'work-files') record.all = n('secret') + n('electronic') + n('all');
  if (ledger === 'hand-counts') record.denominator = n('numerator') + n('denominator');
  if (ledger === 'procedures') record.amount = 5;
  return record;
}

/** A record of a ledger that its rules allow. */
export function recordOf(ledger: LedgerId): fc.Arbitrary<AnyRecord> {
  const definition = ledgerOf(ledger);
  const fields = Object.entries(definition.fields).map(
    ([name, field]) => [name, field.required ? anyValue(field) : fc.option(anyValue(field))] as const,
  );
  return fc
    .record(Object.fromEntries(fields))
    .map((record) => agreeing(ledger, record))
    .filter((record) => recordBreaches(definition, record).length === 0);
}

import fc from 'fast-check';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { recordBreaches } from '#shared/domain/ledgers/entry-rules.ts';
import type { Field, FieldValue } from '#shared/domain/ledgers/field.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { tidyRecord } from '#shared/ledgers/tidy-record.ts';

/** Codes of entries of other ledgers that a generated record may name. */
export type Referable = Readonly<Partial<Record<LedgerId, readonly string[]>>>;

const WORDS = ['Trả', 'hồ sơ', 'chậm', 'đất đai', 'Nguyễn Văn Ất', '=1+1', 'O’Neil; "x"', 'ẤM', 'z'];
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((each) => each.join(' '));
const days = fc
  .integer({ min: 0, max: 700 })
  .map((day) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10));

/** Records of a ledger, made from its fields alone, that break none of its rules. */
export function soundRecord(id: LedgerId, referable: Referable = {}): fc.Arbitrary<AnyRecord> {
  const ledger = ledgerOf(id);
  const values = Object.fromEntries(
    Object.entries(ledger.fields).map(([name, field]) => [name, anyValue(field, referable)]),
  );
  return fc
    .record(values)
    .map((record) => tidyRecord(ledger, record))
    .filter((record) => recordBreaches(ledger, record).length === 0);
}

function anyValue(field: Field, referable: Referable): fc.Arbitrary<FieldValue> {
  const given = plainValue(field, referable);
  return field.required
    ? given
    : fc.oneof({ weight: 2, arbitrary: given }, { weight: 1, arbitrary: fc.constant(null) });
}

function plainValue(field: Field, referable: Referable): fc.Arbitrary<FieldValue> {
  switch (field.type) {
    case 'date':
      return days;
    case 'month':
      return days.map((day) => day.slice(0, 7));
    case 'year':
      return fc.integer({ min: 2022, max: 2025 });
    case 'count':
      return fc.integer({ min: 0, max: 4 });
    case 'hours':
      return fc.integer({ min: 0, max: 80 }).map((halves) => halves / 2);
    case 'percent':
      return fc.integer({ min: 0, max: 100 });
    case 'yes-no':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...Object.keys(field.choices ?? {}));
    case 'ref': {
      const codes = referable[(field.ref ?? '') as LedgerId];
      return codes === undefined ? fc.constantFrom('M1', 'M2') : fc.constantFrom(...codes);
    }
    case 'objective':
      return fc.constantFrom('2.1', '6.1', 'x1');
    case 'procedure':
      return fc.constantFrom('1.001193', '2.000815', '9.000001.H19');
    case 'code':
    case 'dossier':
      return fc.integer({ min: 1, max: 100_000 }).map((number) => `Mã ${number}/PA`);
    default:
      return words;
  }
}

import fc from 'fast-check';
import {
  CHANNELS,
  DIGITISED_FLAGS,
  DOSSIER_STATUSES,
  type Dossier,
  OUTCOMES,
} from '#shared/domain/dossier.ts';
import { ENDED_STATUSES } from '#shared/domain/dossier-rules.ts';
import type { AnyRecord, LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import { entryKey, recordBreaches } from '#shared/domain/ledgers/entry-rules.ts';
import type { Field, FieldValue } from '#shared/domain/ledgers/field.ts';
import { addDays, fromDayNumber, type LocalDate } from '#shared/domain/local-date.ts';
import { tidyLines } from '#shared/import/cells.ts';
import { tidyRecord } from '#shared/ledgers/tidy-record.ts';

/** Texts that spreadsheets, readers and footers trip over. */
const NASTY = [
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+84 912 345 678',
  '-5',
  '@SUM(A1)',
  "'trích dẫn",
  "''",
  "'",
  '-',
  '…',
  '#N/A',
  '#REF!',
  "'#N/A",
  '00123',
  '1E5',
  '03/04',
  '31/12/2024',
  '3/2024',
  'TRUE',
  '_x0041_ và _x000D_',
  'a & b < c > "d" \'e\'',
  ']]>',
  '<![CDATA[x]]>',
  'Nguyễn Thị Ơn – số 5;6,7|8',
  'Đặng\u0301',
  'dòng một\ndòng hai\n\ndòng bốn',
  'tab\tgiữa',
  'Tổng hợp của tháng',
  'Người lập biểu',
  '🏛️ emoji',
  'Ghi chú',
  'STT',
  '100%',
  '\u00a0cách không ngắt\u00a0',
] as const;

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

const day: fc.Arbitrary<LocalDate> = fc.integer({ min: 18_000, max: 20_500 }).map(fromDayNumber);

function cellOf(field: Field, refs: readonly string[]): fc.Arbitrary<FieldValue> {
  switch (field.type) {
    case 'date':
      return day;
    case 'month':
      return day.map((date) => date.slice(0, 7));
    case 'year':
      return fc.integer({ min: field.min, max: field.max });
    case 'count':
    case 'percent':
      return fc.integer({ min: field.min, max: Math.min(field.max, 5000) });
    case 'hours':
      return fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2);
    case 'choice':
      return fc.constantFrom(...Object.keys(field.choices ?? {}));
    case 'yes-no':
      return fc.boolean();
    case 'ref':
      return fc.constantFrom(...refs);
    case 'procedure':
      return fc.constantFrom('1.001193', '2.000635', '1.001190', '1.000000', '3.000410.H19');
    case 'objective':
      return fc.constantFrom('1', '2.1', '2.10', '7.2', 'x1');
    default:
      return text.map((value) => value.slice(0, Math.min(field.max, 60)));
  }
}

/** A record that may be kept, from nothing but the definition; what a rule says against it is mended by what it says. */
function recordOf(definition: LedgerDefinition, refs: readonly string[]): fc.Arbitrary<AnyRecord> {
  const shape = Object.fromEntries(
    Object.entries(definition.fields).map(([name, field]) => {
      const value = cellOf(field, refs);
      return [name, field.required ? value : fc.option(value)];
    }),
  );
  return fc
    .record(shape)
    .map((values) => mended(definition, tidyRecord(definition, values as Record<string, FieldValue>)))
    .filter((record) => recordBreaches(definition, record).length === 0);
}

function mended(definition: LedgerDefinition, record: AnyRecord): AnyRecord {
  let mending: AnyRecord = record;
  for (let turn = 0; turn < 10; turn += 1) {
    const [breach] = recordBreaches(definition, mending);
    if (breach === undefined) break;
    const value =
      breach.code === 'REQUIRED' ? stopgap(definition, breach.field) : (breach.than?.value ?? null);
    mending = { ...mending, [breach.field]: value };
  }
  return mending;
}

function stopgap(definition: LedgerDefinition, name: string): FieldValue {
  switch (definition.fields[name]?.type) {
    case 'date':
      return '2199-12-31';
    case 'count':
      return 1;
    default:
      return `Thay thế ${name}`;
  }
}

/** Records of one book: none is the same thing as another, unless the ledger says that they may be. */
export function recordsOf(definition: LedgerDefinition, refs: readonly string[]): fc.Arbitrary<AnyRecord[]> {
  const record = recordOf(definition, refs);
  if (!definition.repeatable)
    return fc.uniqueArray(record, {
      minLength: 1,
      maxLength: 25,
      selector: (one) => entryKey(definition, asListed(one) as AnyRecord),
    });
  return fc
    .array(fc.tuple(record, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 12 })
    .map((rows) => rows.flatMap(([one, times]) => Array.from({ length: times }, () => one)));
}

/** A record as a list says it: signs that cannot be seen and doubled blanks are not kept by lists. */
export function asListed<R extends object>(record: R): R {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      typeof value === 'string' ? tidyLines(value) || null : value,
    ]),
  ) as R;
}

const line = (max: number) =>
  fc.option(text.map((value) => value.replace(/\s+/gu, ' ').trim().normalize('NFC').slice(0, max) || null));

/** Any dossier that may be kept, with every field and nasty texts in all that are texts. */
export const anyDossier: fc.Arbitrary<Dossier> = fc
  .record({
    code: fc
      .tuple(
        fc.constantFrom('H19.12-240305-', 'X-', '000.00.19.H26-240101-'),
        fc.integer({ min: 1, max: 9999 }),
      )
      .map(([head, number]) => `${head}${String(number).padStart(4, '0')}`),
    procedureCode: fc.constantFrom(null, '1.001193', '2.000635', '1.001190', '9.999999'),
    procedureName: line(80),
    field: line(60),
    applicantName: line(60),
    personId: fc.constantFrom(null, '001099012345', '012345678', 'B1234567', 'A1 2345'),
    channel: fc.constantFrom(null, ...CHANNELS),
    receivedOn: day,
    spans: fc.array(
      fc.record({
        kind: fc.constantFrom('supplement', 'payment', 'paused'),
        gap: fc.integer({ min: 1, max: 5 }),
        length: fc.option(fc.integer({ min: 0, max: 9 })),
        moved: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    due: fc.option(fc.integer({ min: 0, max: 40 })),
    reappointed: fc.option(fc.integer({ min: 0, max: 60 })),
    finished: fc.option(fc.integer({ min: 0, max: 60 })),
    returned: fc.option(fc.integer({ min: 0, max: 70 })),
    status: fc.constantFrom(...DOSSIER_STATUSES),
    outcome: fc.constantFrom(null, ...OUTCOMES),
    componentsDigitised: fc.constantFrom(null, ...DIGITISED_FLAGS),
    resultDigitised: fc.constantFrom(null, ...DIGITISED_FLAGS),
    inSoftware: fc.constantFrom(null, true, false),
    paperParallel: fc.constantFrom(null, true, false),
    handler: line(60),
    note: fc.option(text.map((value) => tidyLines(value.normalize('NFC')) || null)),
  })
  .map(({ due, reappointed, finished, returned, spans, ...rest }): Dossier => {
    const after = (days: number | null) => (days === null ? null : addDays(rest.receivedOn, days));
    const mustEnd = ENDED_STATUSES.has(rest.status) && finished === null && returned === null;
    let from = rest.receivedOn;
    const suspensions = spans.map(({ kind, gap, length, moved }, index) => {
      from = addDays(from, gap);
      const open = length === null && index === spans.length - 1;
      const to = open ? null : addDays(from, length ?? 0);
      const span = {
        kind: kind as 'supplement',
        from,
        to,
        dueBefore: moved && to !== null && due !== null ? rest.receivedOn : null,
      };
      from = to ?? from;
      return span;
    });
    return {
      ...rest,
      dueOn: after(due),
      reappointedDueOn: after(reappointed),
      finishedOn: after(mustEnd ? 3 : finished),
      returnedOn: after(returned),
      suspensions,
    };
  });

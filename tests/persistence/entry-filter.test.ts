import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '#electron/persistence/open-store.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryKey } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { dayNumber, type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import type { EntryFilter } from '#shared/ipc/contract/ledgers.ts';
import { day } from '../unit/domain/arbitraries.ts';
import { recordOf } from './entry-records.ts';
import { meta, newStore, TODAY, temporaryFolder } from './support.ts';

interface Entry {
  readonly id: number;
  readonly record: AnyRecord;
  readonly deleted: boolean;
}

/** Ledgers that between them have months, references, duties with and without a day, and what is lacking. */
const LEDGERS: readonly LedgerId[] = [
  'petitions',
  'survey-answers',
  'staff-ratings',
  'work-files',
  'signature-certificates',
  'iso-activities',
  'communications',
];

const STAFF: Readonly<Record<string, string>> = { CB01: 'Đào Thị Hạnh', CB02: 'Lê Văn Khải', K4: 'Trần Bé' };

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');
const code = (text: string) => text.normalize('NFC').replace(/\s/gu, '').toUpperCase();
const daysBetween = (a: LocalDate, b: LocalDate) => dayNumber(b) - dayNumber(a);

/** The filter by its meaning, one entry at a time. */
function matches(
  ledger: LedgerId,
  { record, deleted }: Entry,
  filter: EntryFilter,
  today: LocalDate,
): boolean {
  const { fields, day: dayField, due, lacks } = ledgerOf(ledger);
  const text = (name: string) => String(record[name] ?? '');
  const own = parseIsoDate(text(dayField).length === 7 ? `${text(dayField)}-01` : text(dayField)) ?? '';
  const done = due?.done != null && text(due.done) !== '';
  const on = due && !done && text(due.on) !== '' ? (text(due.on) as LocalDate) : null;
  const ahead = on === null ? Number.NaN : daysBetween(today, on);
  const states = {
    open: on !== null,
    overdue: ahead < 0,
    'due-soon': ahead >= 0 && ahead <= (due?.remindDays ?? 0),
    done,
  };
  const lacking = lacks(record as never) as readonly string[];
  const searched = Object.entries(fields).flatMap(([name, { type, ref }]) => {
    if (!['text', 'long-text', 'code', 'ref', 'procedure', 'dossier', 'objective'].includes(type)) return [];
    return [text(name), ref === 'staff' ? (STAFF[code(text(name))] ?? '') : ''];
  });
  return (
    deleted === (filter.deleted ?? false) &&
    (filter.from === undefined || own >= filter.from) &&
    (filter.to === undefined || own <= filter.to) &&
    (filter.due === undefined || states[filter.due]) &&
    (filter.lacks === undefined ||
      (filter.lacks === 'any' ? lacking.length > 0 : lacking.includes(filter.lacks))) &&
    Object.entries(filter.equals ?? {}).every(([name, value]) =>
      fields[name]?.ref ? code(text(name)) === code(value) : text(name) === value,
    ) &&
    (filter.search ?? '')
      .split(' ')
      .every((word) => searched.some((part) => plain(part).includes(plain(word))))
  );
}

const equalsOf: Readonly<Record<string, readonly string[]>> = {
  source: ['portal', 'counter', 'nowhere', ''],
  reComplained: ['true', 'false', '', 'perhaps'],
  answer: ['satisfied', 'invalid'],
  staffCode: ['cb01', 'CB 02', 'X'],
  year: ['2024', '2020', 'năm'],
  all: ['0', '3'],
  objective: ['2.1', ''],
  note: ['50%', ''],
};

const filter: fc.Arbitrary<EntryFilter> = fc.record(
  {
    search: fc.constantFrom('dao', 'ĐƯỜNG', 'thon  lien', 'cb', '1.0011', '%', 'khai', ''),
    from: day,
    to: day,
    due: fc.constantFrom('open', 'due-soon', 'overdue', 'done'),
    lacks: fc.constantFrom('any', 'dueOn', 'evidence', 'acknowledgedOn', 'due'),
    equals: fc.dictionary(fc.constantFrom(...Object.keys(equalsOf)), fc.nat(), { maxKeys: 1 }).map((chosen) =>
      Object.fromEntries(
        Object.entries(chosen).map(([name, which]) => {
          const values = equalsOf[name] as readonly string[];
          return [name, values[which % values.length] as string];
        }),
      ),
    ),
    deleted: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('the list of a ledger', () => {
  it.each(LEDGERS)(
    'of %s holds what each condition means, newest first',
    async (ledger) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(recordOf(ledger), { maxLength: 40 }),
          fc.array(filter, { minLength: 1, maxLength: 12 }),
          day,
          async (records, filters, today) => {
            const store = openStore(temporaryFolder(), { create: true });
            try {
              const entries = await store.write((tx) => {
                const set = tx.beginChangeSet(meta());
                for (const [staff, name] of Object.entries(STAFF))
                  tx.insertEntry('staff', { code: staff, name, post: 'x', from: '2024-01-01' }, 1, set);
                const added: Entry[] = [];
                for (const record of records) {
                  const occurrence = tx.freeOccurrence(ledger, record);
                  if (tx.entryByKey(ledger, entryKey(ledgerOf(ledger), record, occurrence))) continue;
                  const id = tx.insertEntry(ledger, record, occurrence, set);
                  const known = tx.entry(ledger, id);
                  const deleted = id % 5 === 0;
                  if (known && deleted)
                    tx.updateEntry(known, record, tx.beginChangeSet(meta('deleted')), true);
                  added.push({ id, record, deleted });
                }
                return added;
              });
              const dayOf = ({ record }: Entry) => String(record[ledgerOf(ledger).day]);
              for (const conditions of filters) {
                const expected = entries
                  .filter((entry) => matches(ledger, entry, conditions, today))
                  .sort((a, b) => (dayOf(a) === dayOf(b) ? b.id - a.id : dayOf(a) < dayOf(b) ? 1 : -1));
                expect(
                  [...store.entries.index(ledger, conditions, today)],
                  JSON.stringify(conditions),
                ).toEqual(expected.map(({ id }) => id));
                const batches = [...store.entries.batches(ledger, conditions, today)].flat();
                expect(batches).toEqual(expected.map(({ record }) => record));
              }
              const state = store.entries.state(ledger, today);
              const count = (conditions: EntryFilter) =>
                store.entries.index(ledger, conditions, today).length;
              expect(state).toMatchObject({
                entries: count({}),
                overdue: count({ due: 'overdue' }),
                dueSoon: count({ due: 'due-soon' }),
              });
              for (const [name, n] of Object.entries(state.lacks)) expect(n).toBe(count({ lacks: name }));
            } finally {
              store.close();
            }
          },
        ),
        { numRuns: 12 },
      );
    },
    60_000,
  );

  it('has nothing of an import of another kind, or of none', async () => {
    const store = newStore();
    await store.write((tx) =>
      tx.insertEntry(
        'staff',
        { code: 'a', name: 'b', post: 'c', from: '2024-01-01' },
        1,
        tx.beginChangeSet(meta()),
      ),
    );
    expect([...store.entries.index('staff', { importId: 1 }, TODAY)]).toEqual([]);
  });
});

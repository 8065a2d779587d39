import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '#shared/domain/dossier.ts';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import { entryKey, refKey } from '#shared/domain/ledgers/entry-rules.ts';
import { isLedgerId, LEDGER_IDS, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { balanceFaults, ledgerBalance } from '#shared/domain/merge/balance.ts';
import { type BookEntry, labelsOf, type MergeBook, namesOf } from '#shared/domain/merge/books.ts';
import { type Choice, type Choices, type Move, ORDER, planMerge } from '#shared/domain/merge/plan.ts';
import { WAYS } from '#shared/domain/merge/ways.ts';
import { recordOf } from '../persistence/entry-records.ts';
import { dossier } from '../unit/domain/arbitraries.ts';

const keyOf = (ledger: LedgerId, record: AnyRecord) => entryKey(ledgerOf(ledger), record);
const CODES = ['A1', 'a1', 'A 2', 'B-3'];

/** Entries of a ledger, no two with the same key, and none that refers to what is not there. */
function entriesOf(
  ledger: LedgerId,
  book: Partial<Record<LedgerId, BookEntry[]>>,
): fc.Arbitrary<BookEntry[]> {
  const definition = ledgerOf(ledger);
  return fc.array(recordOf(ledger), { maxLength: 4 }).map((records) => {
    const seen = new Set<string>();
    const kept = records.filter((record) => {
      const key = keyOf(ledger, record);
      const leads = Object.entries(definition.fields).every(
        ([name, { ref }]) =>
          ref === null ||
          !isLedgerId(ref) ||
          (book[ref] ?? []).some(
            ({ record: to }) => refKey(String(to.code)) === refKey(String(record[name])),
          ),
      );
      if (!leads || (!definition.repeatable && seen.has(key))) return false;
      seen.add(key);
      return true;
    });
    return kept.map((record, n) => ({ id: n + 1, record }));
  });
}

const LEDGERS: readonly LedgerId[] = [
  'staff',
  'staff-ratings',
  'survey-answers',
  'work-files',
  'hand-counts',
  'procedures',
];

const records: fc.Arbitrary<Pick<MergeBook, 'dossiers' | 'entries'>> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(dossier, fc.constantFrom(...CODES), fc.option(fc.boolean())), {
      maxLength: 3,
      selector: ([, code]) => dossierKey(code),
    }),
    LEDGERS.slice(1).reduce<fc.Arbitrary<Partial<Record<LedgerId, BookEntry[]>>>>(
      (before, ledger) =>
        before.chain((book) => entriesOf(ledger, book).map((entries) => ({ ...book, [ledger]: entries }))),
      entriesOf('staff', {}).map((staff) => ({ staff })),
    ),
  )
  .map(([dossiers, entries]) => ({
    dossiers: dossiers.map(([record, code, issuesDocument], n) => ({
      id: n + 1,
      record: { ...record, code },
      issuesDocument,
    })),
    entries,
  }));

const books: fc.Arbitrary<MergeBook[]> = fc
  .array(records, { minLength: 2, maxLength: 4 })
  .map((all) => all.map((each, n) => ({ ...each, label: `${n}`, name: `Xã ${n}` })));

const choice: fc.Arbitrary<Choice> = fc.record({
  way: fc.constantFrom(...WAYS),
  book: fc.nat(4),
  codes: fc.dictionary(fc.constantFrom('1', '2', '3'), fc.constantFrom('C9', 'A1', ' ', 'c 9'), {
    maxKeys: 2,
  }),
});

/** Books, and choices for some of their clashes. */
const joining = books.chain((all) => {
  const { clashes } = planMerge(all);
  const chosen = fc.array(choice, { minLength: clashes.length, maxLength: clashes.length });
  return chosen.map((choices): [MergeBook[], Choices] => [
    all,
    Object.fromEntries(
      clashes.flatMap(({ id, ways }, n) => {
        const one = choices[n] as Choice;
        return ways.includes(one.way) && n % 3 !== 0 ? [[id, one]] : [];
      }),
    ),
  ]);
});

const listOf = (book: MergeBook, ledger: (typeof ORDER)[number]) =>
  ledger === 'dossiers' ? book.dossiers : (book.entries[ledger] ?? []);

/** What a ledger holds afterwards: what was there, and what comes. */
const outcome = (all: readonly MergeBook[], moves: readonly Move[], ledger: (typeof ORDER)[number]) => [
  ...listOf(all[0] as MergeBook, ledger).map(({ record }) => record),
  ...moves.filter((move) => move.ledger === ledger && move.fate === 'comes').map(({ record }) => record),
];

describe('joining books', () => {
  it('decides each record of a source once, and none of the book that takes them in', () => {
    fc.assert(
      fc.property(joining, ([all, choices]) => {
        const { moves } = planMerge(all, choices);
        const told = moves.map(({ ledger, book, id }) => `${ledger} ${book} ${id}`).sort();
        const there = all
          .flatMap((book, n) =>
            n === 0
              ? []
              : ORDER.flatMap((ledger) => listOf(book, ledger).map(({ id }) => `${ledger} ${n} ${id}`)),
          )
          .sort();
        expect(told).toEqual(there);
      }),
    );
  });

  it('leaves no two records with the same key, and no reference that leads nowhere', () => {
    fc.assert(
      fc.property(joining, ([all, choices]) => {
        const { moves } = planMerge(all, choices);
        const dossiers = outcome(all, moves, 'dossiers').map((record) =>
          dossierKey((record as Dossier).code),
        );
        expect(new Set(dossiers).size).toBe(dossiers.length);
        for (const ledger of LEDGER_IDS) {
          if (ledgerOf(ledger).repeatable) continue;
          const keys = outcome(all, moves, ledger).map((record) => keyOf(ledger, record as AnyRecord));
          expect([ledger, new Set(keys).size]).toEqual([ledger, keys.length]);
        }
        const staff = new Set(outcome(all, moves, 'staff').map(({ code }) => refKey(String(code))));
        for (const record of outcome(all, moves, 'staff-ratings') as AnyRecord[])
          expect(staff.has(refKey(String(record.staffCode)))).toBe(true);
      }),
    );
  });

  it('gives a rating to the person it was given to, whatever code that person has now', () => {
    fc.assert(
      fc.property(joining, ([all, choices]) => {
        const { moves } = planMerge(all, choices);
        const people = new Map(
          moves.filter(({ ledger }) => ledger === 'staff').map((move) => [`${move.book} ${move.id}`, move]),
        );
        for (const move of moves.filter(({ ledger }) => ledger === 'staff-ratings')) {
          const book = all[move.book] as MergeBook;
          const before = (book.entries['staff-ratings'] ?? []).find(({ id }) => id === move.id)?.record;
          const person = (book.entries.staff ?? []).find(
            ({ record }) => refKey(String(record.code)) === refKey(String(before?.staffCode)),
          );
          const became = people.get(`${move.book} ${person?.id}`) as Move;
          if (became.fate === 'left') expect(move.fate).toBe('left');
          const stays = became.into === null ? became : people.get(`${became.into.book} ${became.into.id}`);
          const record = (stays?.record ??
            (all[0]?.entries.staff ?? []).find(({ id }) => id === became.into?.id)?.record) as AnyRecord;
          if (move.fate !== 'left')
            expect(refKey(String((move.record as AnyRecord).staffCode))).toBe(refKey(String(record.code)));
        }
      }),
    );
  });

  it('balances every ledger, and a record that is lost or counted twice is found', () => {
    fc.assert(
      fc.property(joining, ([all, choices]) => {
        const { moves } = planMerge(all, choices);
        const lines = ORDER.map((ledger) =>
          ledgerBalance(ledger, moves, {
            present: listOf(all[0] as MergeBook, ledger).length,
            sources: all.slice(1).map((book) => listOf(book, ledger).length),
            after: outcome(all, moves, ledger).length,
          }),
        );
        expect(balanceFaults({ ledgers: lines, figures: [] })).toEqual([]);
        for (const by of [1, -1])
          expect(
            balanceFaults({
              ledgers: lines.map((line) => ({ ...line, after: line.after + by })),
              figures: [],
            }),
          ).toHaveLength(lines.length);
      }),
    );
  });

  it('proposes what keeps every record that can stay beside the others', () => {
    fc.assert(
      fc.property(books, (all) => {
        const { moves, faults } = planMerge(all);
        expect(faults).toEqual([]);
        const gone = moves.filter(({ fate }) => fate !== 'comes').map(({ ledger }) => ledger);
        for (const ledger of gone) expect(['dossiers', 'procedures']).toContain(ledger);
      }),
    );
  });

  it('says which choice cannot be done', () => {
    const one = (code: string): MergeBook => ({
      label: code,
      name: code,
      dossiers: [],
      entries: {
        staff: [
          { id: 1, record: { code: 'CB1', name: code, post: 'x', from: '2020-01-01' } },
          { id: 2, record: { code: 'CB2', name: code, post: 'x', from: '2020-01-01' } },
        ],
        'calendar-days': [{ id: 1, record: { date: '2024-10-10', kind: 'off', name: code } }],
      },
    });
    const { faults, clashes } = planMerge([one('A'), one('B')], {
      'staff CB1': { way: 'both', codes: { '1': 'CB2' } },
      'calendar-days 2024-10-10': { way: 'both' },
      'staff CB9': { way: 'same' },
    });
    expect(faults).toEqual([
      { clash: 'staff CB1', fault: 'code-taken' },
      { clash: 'calendar-days 2024-10-10', fault: 'way' },
      { clash: 'staff CB9', fault: 'unknown' },
    ]);
    expect(clashes.find(({ id }) => id === 'staff CB1')?.members.map(({ mark }) => mark)).toEqual([
      'CB1',
      'B-CB1',
    ]);
  });

  it('calls units apart, also where their codes were given anew', () => {
    expect(labelsOf(['26485', '26470', '26485'])).toEqual(['26485A', '26470', '26485B']);
    expect(
      namesOf([
        { code: '1', name: 'Xã A' },
        { code: '2', name: 'Xã A' },
        { code: '2', name: 'Xã B' },
      ]),
    ).toEqual(['Xã A 1', 'Xã A 2', 'Xã B']);
  });
});

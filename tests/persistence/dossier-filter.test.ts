import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '#electron/persistence/open-store.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { factsOf, isCounted, resolvedOn } from '#shared/domain/dossier-facts.ts';
import { DUE_SOON_DAYS } from '#shared/domain/dossier-rules.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import { fold } from '#shared/text/fold.ts';
import { day, dossier } from '../unit/domain/arbitraries.ts';
import { add, newStore, plainDossier, TODAY, temporaryFolder } from './support.ts';

/** The filter by its meaning, one dossier at a time. */
function matches(record: Dossier, filter: DossierFilter, today: LocalDate): boolean {
  const end = resolvedOn(record);
  const open = isCounted(record) && end === null;
  const { dueOn } = record;
  // Recorded spans and not the status say whether the clock runs today, where there are any.
  const runs =
    record.suspensions.length > 0
      ? record.suspensions.every(({ from, to }) => today < from || (to !== null && today > to))
      : !factsOf(record, null).clockStopped;
  const state = {
    pending: open,
    overdue: open && runs && dueOn !== null && dueOn < today,
    'due-soon': open && runs && dueOn !== null && dueOn >= today && dueOn <= addDays(today, 3),
    resolved: end !== null,
    early: end !== null && record.dueOn !== null && end < record.dueOn,
    'on-time': end !== null && (record.dueOn === null || end === record.dueOn),
    late: end !== null && record.dueOn !== null && end > record.dueOn,
    'not-counted': !isCounted(record),
  };
  const missing = {
    dueOn: record.dueOn === null,
    channel: record.channel === null,
    componentsDigitised: record.componentsDigitised === null && record.channel !== 'online',
    // The catalogue of these tests knows no procedure, so a document may be issued.
    resultDigitised:
      record.resultDigitised === null && ['approved', null].includes(factsOf(record, null).ending),
    paperParallel: record.paperParallel === null && record.inSoftware === true,
    inSoftware: record.inSoftware === null,
  };
  return (
    (filter.state === undefined || state[filter.state]) &&
    (filter.missing === undefined || (isCounted(record) && missing[filter.missing])) &&
    (filter.channel === undefined || (record.channel ?? 'unknown') === filter.channel) &&
    (filter.field === undefined || record.field === filter.field) &&
    (filter.procedureCode === undefined || (record.procedureCode ?? '') === filter.procedureCode) &&
    (filter.receivedFrom === undefined || record.receivedOn >= filter.receivedFrom) &&
    (filter.counted === undefined || isCounted(record)) &&
    (filter.dueFrom === undefined || (dueOn !== null && dueOn >= filter.dueFrom)) &&
    (filter.dueTo === undefined || (dueOn !== null && dueOn <= filter.dueTo)) &&
    (filter.receivedTo === undefined || record.receivedOn <= filter.receivedTo) &&
    (filter.resolvedFrom === undefined || (end !== null && end >= filter.resolvedFrom)) &&
    (filter.resolvedTo === undefined || (end !== null && end <= filter.resolvedTo)) &&
    (filter.search === undefined || fold(record.code).includes(fold(filter.search)))
  );
}

const filter: fc.Arbitrary<DossierFilter> = fc.record(
  {
    state: fc.constantFrom(
      'pending',
      'overdue',
      'due-soon',
      'resolved',
      'early',
      'on-time',
      'late',
      'not-counted',
    ),
    channel: fc.constantFrom('direct', 'online', 'post', 'unknown'),
    field: fc.constantFrom('Hộ tịch', 'Chứng thực', 'không có'),
    missing: fc.constantFrom(
      'dueOn',
      'channel',
      'componentsDigitised',
      'resultDigitised',
      'paperParallel',
      'inSoftware',
    ),
    procedureCode: fc.constantFrom('1.001193', ''),
    receivedFrom: day,
    receivedTo: day,
    counted: fc.constant(true as const),
    dueFrom: day,
    dueTo: day,
    resolvedFrom: day,
    resolvedTo: day,
    search: fc.constantFrom('a', '12', 'ff'),
  },
  { requiredKeys: [] },
);

describe('the list', () => {
  it('holds what each condition means, newest receipt first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(dossier, { maxLength: 80 }),
        fc.array(filter, { minLength: 1, maxLength: 10 }),
        day,
        async (dossiers, filters, today) => {
          const store = openStore(temporaryFolder(), { create: true });
          try {
            const ids = await add(store, dossiers);
            for (const conditions of filters) {
              const expected = dossiers
                .map((record, index) => ({ record, id: ids[index] as number }))
                .filter(({ record }) => matches(record, conditions, today))
                .sort((a, b) =>
                  a.record.receivedOn === b.record.receivedOn
                    ? b.id - a.id
                    : a.record.receivedOn < b.record.receivedOn
                      ? 1
                      : -1,
                );
              expect([...store.dossiers.index(conditions, today)], JSON.stringify(conditions)).toEqual(
                expected.map(({ id }) => id),
              );
              const pages = [...store.dossiers.batches(conditions, today)].flat();
              expect(pages).toEqual(expected.map(({ record }) => record));
            }
            const count = (state: DossierFilter['state']) => store.dossiers.index({ state }, today).length;
            const todo = store.dossiers.todo(today, DUE_SOON_DAYS);
            const overdue = dossiers.filter((record) => matches(record, { state: 'overdue' }, today));
            expect(todo.dueSoon).toBe(count('due-soon'));
            // Those with an end after today are pending today, and no more in the list of what is open.
            expect(todo.overdue).toBeGreaterThanOrEqual(count('overdue'));
            const shown = store.dossiers.rows(ids, today).filter((row) => row.overdue);
            expect(shown.map(({ record }) => record.code)).toEqual(overdue.map(({ code }) => code));
          } finally {
            store.close();
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('is searched without diacritics, đ and order of words', async () => {
    const store = newStore();
    const [dao, khai] = await add(store, [
      plainDossier({
        code: 'H19-0001',
        applicantName: 'Đặng Thị Đào',
        procedureName: 'Đăng ký kết hôn',
        personId: '075091702255',
      }),
      plainDossier({ code: 'H19-0002', applicantName: 'NGUYỄN VĂN KHẢI', procedureName: 'Đăng ký khai tử' }),
    ]);
    const found = (search: string) => [...store.dossiers.index({ search }, TODAY)];
    expect(found('dao')).toEqual([dao]);
    expect(found('ĐÀO đặng')).toEqual([dao]);
    expect(found('Đào'.normalize('NFD'))).toEqual([dao]);
    expect(found('dang ky')).toEqual([khai, dao]);
    expect(found('nguyen khai tu')).toEqual([khai]);
    expect(found('h19-0002')).toEqual([khai]);
    expect(found('%')).toEqual([]);
    expect(found('  ')).toEqual([khai, dao]);
    expect(store.dossiers.find('dang', 1, TODAY).map(({ id }) => id)).toEqual([khai]);
    expect(store.dossiers.find('', 5, TODAY)).toEqual([]);
  });

  it('finds an ID number by the whole of it, and by a part only for whoever may see it', async () => {
    const store = newStore();
    const [whole, passport, grouped, other] = await add(store, [
      plainDossier({ code: 'H19-0001', applicantName: 'Đặng Thị Đào', personId: '075091702255' }),
      plainDossier({ code: 'H19-0002', applicantName: null, personId: 'B7654321' }),
      plainDossier({ code: 'H19-0003', applicantName: 'Lê Văn Tám', personId: '079 091 702 256' }),
      // The same digits in a number of the office are no secret.
      plainDossier({ code: '0750917022550', applicantName: 'Ông 075', personId: null }),
    ]);
    const found = (search: string, numbers?: 'whole' | 'part') =>
      [...store.dossiers.index({ search }, TODAY, numbers)].sort();
    expect(found('075091702255')).toEqual([whole, other]);
    expect(found('075 091 702 255')).toEqual([whole, other]);
    expect(found('dao 075091702255')).toEqual([whole]);
    expect(found('079 091 702 256')).toEqual([grouped]);
    expect(found('079.091.702.256')).toEqual([grouped]);
    expect(found('b7654321')).toEqual([passport]);
    // Neither beginnings nor ends nor what stands between tell anything.
    for (const part of ['07509170225', '2255', '0917', '075']) expect(found(part), part).toEqual([other]);
    for (const part of ['b765', '7654321', '091702256', 'dao 2255']) expect(found(part), part).toEqual([]);
    expect(found('0917', 'part')).toEqual([whole, other]);
    expect(found('7654', 'part')).toEqual([passport]);
    expect(store.dossiers.find('7654', 5, TODAY)).toEqual([]);
    expect(store.dossiers.find('7654', 5, TODAY, 'part').map(({ id }) => id)).toEqual([passport]);
    expect([...store.dossiers.batches({ search: '7654' }, TODAY)].flat()).toEqual([]);
  });

  it('gives rows in the order asked for, and leaves out what is not there', async () => {
    const store = newStore();
    const ids = await add(store, [plainDossier({ code: 'A' }), plainDossier({ code: 'B' })]);
    expect(
      store.dossiers.rows([ids[1] as number, 99, ids[0] as number], TODAY).map(({ record }) => record.code),
    ).toEqual(['B', 'A']);
  });
});

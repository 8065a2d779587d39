import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarMonth } from '#electron/application/dossiers/calendar-month.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { isCounted, resolvedOn } from '#shared/domain/dossier-facts.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { isStoppedAt } from '#shared/domain/suspensions.ts';
import { day, dossier } from '../unit/domain/arbitraries.ts';
import { add, newStore, plainDossier, temporaryFolder, workspace } from './support.ts';

describe('what days bring', () => {
  it('is what each dossier says, one at a time, and what the lists of the day hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(dossier, { maxLength: 60 }), day, day, async (dossiers, from, today) => {
        const store = openStore(temporaryFolder(), { create: true });
        try {
          await add(store, dossiers);
          const to = addDays(from, 30);
          const days = store.dossiers.dayCounts(from, to, today);
          expect(days.map(({ date }) => date)).toEqual(
            Array.from({ length: 31 }, (_, n) => addDays(from, n)),
          );
          for (const { date, ...counts } of days) {
            const counted = dossiers.filter(isCounted);
            const due = counted.filter(({ dueOn }) => dueOn === date);
            const pending = due.filter((record) => resolvedOn(record) === null);
            expect(counts).toEqual({
              received: counted.filter(({ receivedOn }) => receivedOn === date).length,
              due: due.length,
              pending: pending.length,
              overdue: pending.filter((record) => date < today && !isStoppedAt(record, today)).length,
            });
          }
          // The fullest day leads to lists of exactly that length.
          const full = days.reduce((most, each) => (each.due > most.due ? each : most));
          const on = { dueFrom: full.date, dueTo: full.date, counted: true } as const;
          const length = (state?: 'pending' | 'overdue') =>
            store.dossiers.index(state ? { ...on, state } : on, today).length;
          expect(length()).toBe(full.due);
          expect(length('pending')).toBe(full.pending);
          expect(length('overdue')).toBe(full.overdue);
        } finally {
          store.close();
        }
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it('stand beside holidays, days made up for and a year whose holidays nobody knows', async () => {
    const store = newStore();
    await add(store, [
      plainDossier({
        code: 'H19-0001',
        receivedOn: '2024-04-26' as LocalDate,
        dueOn: '2024-05-04' as LocalDate,
      }),
    ]);
    const space = workspace(store);
    const may = calendarMonth(space, '2024-05');
    expect(may.yearKnown).toBe(true);
    const on = (date: string) => may.days.find((each) => each.date === date);
    expect(on('2024-05-01')).toMatchObject({
      work: 'off',
      special: { kind: 'off', name: 'Ngày Quốc tế lao động' },
    });
    expect(on('2024-05-04')).toMatchObject({
      work: 'full',
      special: { kind: 'working' },
      due: 1,
      pending: 1,
    });
    expect(on('2024-05-05')).toMatchObject({ work: 'off', special: null });
    expect(on('2024-05-06')).toMatchObject({ work: 'full', special: null });
    expect(calendarMonth(space, '1999-02')).toMatchObject({ yearKnown: false, month: '1999-02' });
    expect(calendarMonth(space, '1999-02').days).toHaveLength(28);
  });
});

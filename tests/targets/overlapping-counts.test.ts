import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlappingHandCounts } from '#shared/domain/formulas/hand-counts.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { added, day, newOffice, ownSet, resolved } from './support/commune.ts';

const FIRST = day('2024-01-01');
const spans = fc.array(
  fc.record({ from: fc.nat(20), days: fc.nat(10), unit: fc.constantFrom(null, 'Xã Cũ', 'Xã  Cũ ') }),
  { maxLength: 6 },
);

/** Counts of the objective A1 that last `days` from the `from`-th day on. */
function countsOf(list: readonly { from: number; days: number; unit: string | null }[]) {
  return list.map(({ from, days, unit }, id) => ({
    id,
    key: String(id),
    record: {
      objective: 'A1',
      from: addDays(FIRST, from),
      to: addDays(FIRST, from + days),
      numerator: 1,
      denominator: 2,
      evidence: 'Sổ theo dõi',
      counter: null,
      unit,
      note: null,
    },
  }));
}

const daysOf = ({ record }: { record: { from: LocalDate; to: LocalDate } }): string[] => {
  const days: string[] = [];
  for (let at = record.from; at <= record.to; at = addDays(at, 1)) days.push(at);
  return days;
};

describe('counts by hand whose days overlap', () => {
  it('are those that share a day with another of their unit, neither lying in the other (oracle by days)', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const counts = countsOf(list);
        const unitOf = ({ record }: (typeof counts)[number]) => (record.unit === null ? '' : 'xã cũ');
        const within = (one: readonly string[], other: readonly string[]) =>
          one.length < other.length && one.every((each) => other.includes(each));
        const summed = counts.filter(
          (one) =>
            !counts.some(
              (other) =>
                other.id !== one.id && unitOf(other) === unitOf(one) && within(daysOf(one), daysOf(other)),
            ),
        );
        const twice = summed.filter((one) =>
          summed.some(
            (other) =>
              other.id !== one.id &&
              unitOf(other) === unitOf(one) &&
              daysOf(other).some((each) => daysOf(one).includes(each)),
          ),
        );
        const found = overlappingHandCounts(counts, 'A1', FIRST, addDays(FIRST, 40));
        expect(found.map(({ id }) => id)).toEqual(twice.map(({ id }) => id));
      }),
    );
  });

  it('are told before signing, and travel with their reason', async () => {
    const office = await newOffice('thu', day('2024-04-01'));
    await resolved(office, '2024-02-01', 'Hộ tịch', { online: 4, other: 6 });
    await office.call('targets.saveOwn', ownSet({ added: [added({ id: 'A1', formula: 'hand.ratio.v1' })] }));
    const count = (from: string, to: string) =>
      office.add('hand-counts', { objective: 'A1', from, to, numerator: 1, denominator: 2, evidence: 'Sổ' });
    const codes = async () =>
      (await office.call('reports.draft', { period: '2024-Q1' })).checks.filter(({ code }) =>
        code.startsWith('HAND_COUNTS_OVERLAP'),
      );
    await count('2024-01-01', '2024-01-31');
    await count('2024-01-10', '2024-01-20');
    expect(await codes()).toEqual([]);
    await count('2024-01-20', '2024-02-10');
    expect(await codes()).toEqual([
      { code: 'HAND_COUNTS_OVERLAP:A1', severity: 'warning', params: { objective: 'A1', count: 2 } },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEPT, outdated, type RotatedCopy } from '#electron/application/backups/rotation.ts';
import { fromDayNumber } from '#shared/domain/local-date.ts';
import { BACKUP_REASONS } from '#shared/ipc/contract/backups.ts';

/** 01/01/2024. */
const FIRST_DAY = 19_723;
const copyAt = (days: number, seconds: number, rest: Partial<RotatedCopy> = {}): RotatedCopy => {
  const day = fromDayNumber(FIRST_DAY + days);
  const madeAt = `${day}T${new Date(seconds * 1000).toISOString().slice(11, 19)}Z`;
  return { name: `${madeAt}.scl-backup`, madeAt, day, reason: 'daily', good: true, ...rest };
};
const copies = fc.uniqueArray(
  fc
    .record({
      days: fc.integer({ min: 0, max: 900 }),
      seconds: fc.integer({ min: 0, max: 86_399 }),
      reason: fc.constantFrom(...BACKUP_REASONS),
      good: fc.oneof(
        { weight: 5, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
    })
    .map(({ days, seconds, reason, good }) => copyAt(days, seconds, { reason, good })),
  { selector: ({ name }) => name, maxLength: 150 },
);
const signings = fc.array(
  fc.integer({ min: 0, max: 900 }).map((days) => `${fromDayNumber(FIRST_DAY + days)}T08:00:00Z`),
  { maxLength: 8 },
);
const newest = (list: readonly RotatedCopy[]): RotatedCopy | undefined =>
  [...list].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0];

describe('rotation of copies', () => {
  it('never lets the newest good copy go, and keeps a bounded number', () => {
    fc.assert(
      fc.property(copies, signings, (list, signedAt) => {
        const gone = new Set(outdated(list, signedAt));
        const kept = list.filter(({ name }) => !gone.has(name));
        const good = list.filter((copy) => copy.good);
        const last = newest(good);
        if (last !== undefined) expect(kept).toContain(last);
        const { newest: few, days, weeks, months, migrations, damaged } = KEPT;
        expect(kept.length).toBeLessThanOrEqual(
          few + days + weeks + months + migrations + damaged + signedAt.length,
        );
        expect([...gone].every((name) => list.some((copy) => copy.name === name))).toBe(true);
      }),
    );
  });

  it('keeps the last copy before each signed report', () => {
    fc.assert(
      fc.property(copies, signings, (list, signedAt) => {
        const gone = new Set(outdated(list, signedAt));
        for (const at of signedAt) {
          const before = newest(list.filter(({ good, madeAt }) => good && madeAt <= at));
          if (before !== undefined) expect(gone.has(before.name)).toBe(false);
        }
      }),
    );
  });

  it('does not change what it has kept when it is asked again', () => {
    fc.assert(
      fc.property(copies, signings, (list, signedAt) => {
        const gone = new Set(outdated(list, signedAt));
        expect(
          outdated(
            list.filter(({ name }) => !gone.has(name)),
            signedAt,
          ),
        ).toEqual([]);
      }),
    );
  });

  it('keeps seven days, four weeks and twelve months of a copy a day for two years', () => {
    let list: RotatedCopy[] = [];
    for (let day = 0; day < 731; day += 1) {
      list.push(copyAt(day, 36_000));
      const gone = new Set(outdated(list, []));
      list = list.filter(({ name }) => !gone.has(name));
    }
    const kept = list.map(({ day }) => day);
    expect(kept.slice(-7)).toEqual([
      '2025-12-25',
      '2025-12-26',
      '2025-12-27',
      '2025-12-28',
      '2025-12-29',
      '2025-12-30',
      '2025-12-31',
    ]);
    expect(kept).toContain('2025-12-21');
    expect(kept).toContain('2025-12-14');
    for (let month = 1; month <= 11; month += 1)
      expect(kept.some((day) => day.startsWith(`2025-${String(month).padStart(2, '0')}`))).toBe(true);
    expect(kept[0]).toBe('2025-01-31');
    expect(kept.length).toBe(7 + 2 + 11);
  });
});

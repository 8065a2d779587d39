import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAdded, formOf, type OwnForm, ownSetOf } from '#renderer/features/targets/model/own-form.ts';
import { formFaults } from '#renderer/features/targets/model/own-form-faults.ts';
import { parsePercent, percentText } from '#renderer/features/targets/model/percent.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { Threshold } from '#shared/domain/target-set.ts';
import { passes } from '#shared/domain/verdict.ts';
import { ownSet, type TargetSetEntry } from '#shared/ipc/contract/targets.ts';

const GIVEN: Record<string, Threshold> = {
  a: { op: '>=', basisPoints: 3500 },
  b: { op: '>', basisPoints: 9000 },
  c: { op: '=', basisPoints: 10_000 },
};

const base: TargetSetEntry = {
  id: 'given',
  version: 3,
  origin: 'program',
  name: { vi: 'Bộ được giao', en: 'Given' },
  decision: { number: '1/QĐ', date: localDate(2024, 1, 2), issuer: 'Cấp trên' },
  validFrom: localDate(2023, 12, 15),
  validTo: localDate(2024, 12, 31),
  sha256: '0'.repeat(64),
  current: true,
  objectives: Object.entries(GIVEN).map(([id, threshold]) => ({
    id,
    annexPoint: id,
    formula: 'dossier.online.resolved.v1',
    filter: null,
    striven: false,
    threshold,
    title: { vi: id, en: id },
    sentence: { vi: id, en: id },
  })),
  own: null,
};

const filled: OwnForm = {
  ...formOf(base, null, 'vi', { name: 'Của xã', validFrom: localDate(2024, 3, 1) }),
  number: '15/QĐ-UBND',
  date: localDate(2024, 3, 1),
  issuer: 'Chủ tịch',
};

function withRaised(objective: string, op: Threshold['op'], percent: string): OwnForm {
  return {
    ...filled,
    raised: filled.raised.map((row) => (row.objective === objective ? { objective, op, percent } : row)),
  };
}

describe('percentages as they are typed', () => {
  it('reads comma and point to exact basis points and refuses what is none', () => {
    expect(parsePercent('97')).toBe(9700);
    expect(parsePercent(' 97,5 % ')).toBe(9750);
    expect(parsePercent('0.07')).toBe(7);
    expect(parsePercent('100')).toBe(10_000);
    for (const wrong of ['', '97,555', '100,01', '-1', 'chín', '1e2', '97,'])
      expect(parsePercent(wrong)).toBeNull();
  });

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom('vi', 'en'), (points, language) => {
        expect(parsePercent(percentText(points, language as 'vi' | 'en'))).toBe(points);
      }),
    );
  });
});

describe('the form of the own set', () => {
  it('is sound with nothing raised and nothing added, and says what is missing otherwise', () => {
    expect(formFaults(filled, base)).toEqual([]);
    const empty = formOf(base, null, 'vi', {});
    expect(formFaults(empty, base).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'name required',
      'number required',
      'issuer required',
      'date required',
      'validFrom required',
    ]);
  });

  it('lets a threshold through exactly when whatever passes it passes the given one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a', 'b'),
        fc.constantFrom('>=' as const, '>' as const),
        fc.integer({ min: 0, max: 9999 }),
        (id, op, basisPoints) => {
          const given = GIVEN[id] as Threshold;
          const own = { op, basisPoints };
          const faults = formFaults(withRaised(id, op, percentText(basisPoints, 'vi')), base);
          // Ratios at and beside both thresholds decide it.
          const lowers = [given.basisPoints, basisPoints]
            .flatMap((points) => [points - 1, points, points + 1])
            .filter((n) => n >= 0 && n <= 10_000)
            .some((n) => passes(n, 10_000, own) && !passes(n, 10_000, given));
          expect(faults.some(({ code }) => code === 'lowered')).toBe(lowers);
        },
      ),
    );
  });

  it('names the given threshold where one is lowered, and refuses thresholds that nothing can pass', () => {
    expect(formFaults(withRaised('a', '>=', '34,99'), base)).toEqual([
      { path: 'raised.0.percent', code: 'lowered', given: GIVEN.a },
    ]);
    expect(formFaults(withRaised('b', '>', '100'), base)[0]?.code).toBe('unusable');
    expect(formFaults(withRaised('a', '>=', 'nhiều'), base)[0]?.code).toBe('percent');
  });

  it('keeps its days within those of the given set', () => {
    expect(formFaults({ ...filled, validFrom: localDate(2023, 1, 1) }, base)[0]).toMatchObject({
      path: 'validFrom',
      code: 'validity',
    });
    expect(formFaults({ ...filled, validTo: localDate(2025, 1, 1) }, base)[0]?.code).toBe('validity');
    expect(formFaults({ ...filled, validTo: localDate(2024, 2, 1) }, base)[0]?.code).toBe('dateOrder');
  });

  it('refuses an id that is taken, also when only its case differs', () => {
    const row = {
      ...emptyAdded([], 'hand.ratio.v1'),
      title: 'Họp',
      sentence: 'Họp đúng lịch.',
      percent: '90',
    };
    const faults = formFaults({ ...filled, added: [{ ...row, objective: 'A' }, row, row] }, base);
    expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'added.0.objective idTaken',
      'added.2.objective idTaken',
    ]);
  });

  it('proposes the next free number', () => {
    expect(emptyAdded(['1', 'r1', 'R2'], '').objective).toBe('R3');
  });

  it('becomes what the contract takes, and comes back as it was', () => {
    const form: OwnForm = {
      ...withRaised('a', '>', '40,5'),
      added: [
        {
          ...emptyAdded([], 'dossier.online.resolved.v1'),
          title: 'Hộ tịch trực tuyến',
          sentence: 'Ít nhất một nửa.',
          percent: '50',
          filter: { field: ['Hộ tịch'], channel: [] },
        },
      ],
    };
    const own = ownSetOf(form, base, null, 'vi');
    expect(ownSet.parse(own)).toEqual(own);
    expect(own.raised).toEqual({ a: { op: '>', basisPoints: 4050 } });
    expect(own.added[0]?.filter).toEqual({ field: ['Hộ tịch'] });
    expect(ownSetOf(formOf(base, own, 'vi', {}), base, own, 'vi')).toEqual(own);
  });

  it('does not call the given threshold raised', () => {
    expect(ownSetOf(withRaised('a', '>=', '35'), base, null, 'vi').raised).toEqual({});
  });
});

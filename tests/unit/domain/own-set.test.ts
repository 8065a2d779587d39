import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataFileError } from '#shared/catalogues/data-file.ts';
import { DOSSIER_FORMULAS, LEDGER_FORMULAS } from '#shared/domain/formulas/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { THRESHOLD_OPS, type Threshold } from '#shared/domain/target-set.ts';
import { type JudgingCandidate, judgingSet } from '#shared/domain/targets/judging-set.ts';
import {
  mergeOwnSet,
  type OwnObjective,
  type OwnTargetSet,
  ownSetId,
} from '#shared/domain/targets/own-set.ts';
import { isAtLeastAsStrict, ownSetBreaches } from '#shared/domain/targets/own-set-rules.ts';
import { passes } from '#shared/domain/verdict.ts';
import { ownSet as ownSetContract } from '#shared/ipc/contract/targets.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { parseTargetSet, targetSetJson } from '#shared/targets/target-set-file.ts';
import { resource } from './resources.ts';

const on = (text: string) => text as LocalDate;
const words = (text: string) => ({ vi: text, en: text });
const base = parseTargetSet(resource('targets/nhon-trach-2024.json'));

const added: OwnObjective = {
  id: 'XA.1',
  formula: 'dossier.on-time.resolved.v1',
  filter: { field: ['Hộ tịch'], channel: ['', 'online'] },
  threshold: { op: '>=', basisPoints: 9900 },
  striven: true,
  title: words('Hộ tịch đúng hạn'),
  sentence: words('Tỷ lệ giải quyết hồ sơ hộ tịch đúng hạn đạt từ 99%.'),
};
const own: OwnTargetSet = {
  base: base.id,
  name: words('Mục tiêu chất lượng của xã'),
  decision: { number: '12/QĐ-UBND', date: on('2024-03-05'), issuer: 'Chủ tịch UBND xã' },
  validFrom: on('2024-03-15'),
  validTo: null,
  raised: { '2.3': { op: '>=', basisPoints: 4000 }, '2.1': { op: '>', basisPoints: 9700 } },
  added: [added],
};
const breachesOf = (change: Partial<OwnTargetSet>) => ownSetBreaches(base, { ...own, ...change }, 'commune');

describe("a commune's own set", () => {
  const merged = mergeOwnSet(base, own, 'commune', 3);

  it('is a set of its own with the given objectives, the raised thresholds and the added ones', () => {
    expect(merged).toMatchObject({
      id: 'nhon-trach-2024-own',
      version: 3,
      name: own.name,
      decision: own.decision,
      validFrom: '2024-03-15',
      validTo: base.validTo,
    });
    expect(merged.objectives.map(({ id }) => id)).toEqual([...base.objectives.map(({ id }) => id), 'XA.1']);
    for (const objective of base.objectives) {
      const now = merged.objectives.find(({ id }) => id === objective.id);
      const raised = own.raised[objective.id];
      expect(now).toEqual(
        raised === undefined
          ? objective
          : { ...objective, threshold: { ...objective.threshold, commune: raised } },
      );
    }
    expect(merged.objectives.at(-1)).toMatchObject({
      id: 'XA.1',
      filter: added.filter,
      threshold: { commune: added.threshold, district: added.threshold },
    });
  });

  it('may be kept, read back from its file, and has one digest', () => {
    expect(breachesOf({})).toEqual([]);
    expect(ownSetContract.parse(own)).toEqual(own);
    const again = parseTargetSet(JSON.parse(JSON.stringify(targetSetJson(merged))));
    expect(again).toEqual(merged);
    expect(canonicalJson(targetSetJson(again))).toBe(canonicalJson(targetSetJson(merged)));
  });

  it('has an id that a set may have, however long the given one is', () => {
    expect(ownSetId('a'.repeat(60))).toHaveLength(60);
    expect(ownSetId('a')).toBe('a-own');
  });

  it('leaves the written form of a given set as it is', () => {
    const json = resource('targets/nhon-trach-2024.json');
    expect(canonicalJson(targetSetJson(base))).toBe(canonicalJson(json));
  });

  it('cannot lower or weaken a threshold, nor name one that is not given', () => {
    const raise = (threshold: Threshold) => breachesOf({ raised: { '3.1': threshold } });
    expect(raise({ op: '>', basisPoints: 9000 })).toEqual([]);
    expect(raise({ op: '>=', basisPoints: 9001 })).toEqual([]);
    expect(raise({ op: '>=', basisPoints: 9000 })).toEqual([{ objective: '3.1', code: 'LOWERED' }]);
    expect(raise({ op: '>', basisPoints: 8999 })).toEqual([{ objective: '3.1', code: 'LOWERED' }]);
    expect(raise({ op: '>', basisPoints: 10_000 })).toEqual([
      { objective: '3.1', code: 'THRESHOLD_INVALID' },
    ]);
    expect(raise({ op: '=', basisPoints: 9500 })).toEqual([{ objective: '3.1', code: 'THRESHOLD_INVALID' }]);
    expect(breachesOf({ raised: { '6.1': { op: '>=', basisPoints: 9999 } } })).toEqual([
      { objective: '6.1', code: 'LOWERED' },
    ]);
    expect(breachesOf({ raised: { '9': { op: '>=', basisPoints: 1 } } })).toEqual([
      { objective: '9', code: 'OBJECTIVE_UNKNOWN' },
    ]);
    // At the level of a district the given threshold is higher.
    expect(ownSetBreaches(base, own, 'district')).toEqual([]);
    expect(
      ownSetBreaches(base, { ...own, raised: { '2.3': { op: '>=', basisPoints: 3900 } } }, 'district'),
    ).toEqual([{ objective: '2.3', code: 'LOWERED' }]);
  });

  it.each([
    ['an id that is given', { id: '2.3' }, ['DUPLICATE_ID']],
    ['a formula nobody knows', { formula: 'dossier.none.v1' }, ['FORMULA_UNKNOWN']],
    ['a field the formula has not', { filter: { source: ['portal'] } }, ['FILTER_FIELD']],
    ['a filter without values', { filter: { field: [] } }, ['FILTER_EMPTY']],
    ['a value the field cannot have', { filter: { channel: ['fax'] } }, ['FILTER_VALUE']],
    [
      'a filter of what is counted by hand',
      { formula: 'hand.ratio.v1', filter: { objective: ['1'] } },
      ['FILTER_FIELD'],
    ],
    [
      'a source nobody knows',
      { formula: 'petition.on-time.v1', filter: { source: ['fax', ''] } },
      ['FILTER_VALUE'],
    ],
    ['nothing to reach', { threshold: { op: '>', basisPoints: 10_000 } }, ['THRESHOLD_INVALID']],
  ] as const)('cannot add an objective with %s', (_name, change, codes) => {
    const breaches = breachesOf({ added: [{ ...added, ...change } as OwnObjective] });
    expect(breaches.map(({ code }) => code)).toEqual(codes);
    for (const { objective } of breaches) expect(objective).toBe('id' in change ? change.id : 'XA.1');
  });

  it('cannot add two of the same id, whatever its case', () => {
    expect(breachesOf({ added: [added, { ...added, id: 'xa.1' }] })).toEqual([
      { objective: 'xa.1', code: 'DUPLICATE_ID' },
    ]);
  });

  it('stands under its own given set, inside its time', () => {
    const validity = (validFrom: string, validTo: string | null) =>
      breachesOf({ validFrom: on(validFrom), validTo: validTo === null ? null : on(validTo) });
    expect(breachesOf({ base: 'another' })).toEqual([{ objective: null, code: 'BASE_UNKNOWN' }]);
    expect(validity('2023-12-15', '2024-12-31')).toEqual([]);
    for (const [from, to] of [
      ['2023-12-14', null],
      ['2024-01-01', '2025-01-01'],
      ['2025-01-01', null],
      ['2024-05-01', '2024-04-30'],
    ] as const)
      expect(validity(from, to)).toEqual([{ objective: null, code: 'VALIDITY' }]);
  });

  it('can be built from every formula', () => {
    const all = [...DOSSIER_FORMULAS, ...LEDGER_FORMULAS].map(({ id: formula }, index) => ({
      ...added,
      id: `n${index}`,
      formula,
      filter: null,
    }));
    expect(breachesOf({ added: all })).toEqual([]);
    const set = mergeOwnSet(base, { ...own, added: all }, 'commune', 1);
    expect(parseTargetSet(JSON.parse(JSON.stringify(targetSetJson(set))))).toEqual(set);
  });

  it('is refused in a file with a filter its formula has not', () => {
    const json = structuredClone(targetSetJson(merged)) as { objectives: { filter?: unknown }[] };
    (json.objectives.at(-1) as { filter?: unknown }).filter = { kind: ['x'] };
    try {
      parseTargetSet(json);
      expect.unreachable();
    } catch (error) {
      expect((error as DataFileError).path).toBe(`objectives.${base.objectives.length}.filter.kind`);
    }
  });

  const threshold = fc.record({
    op: fc.constantFrom(...THRESHOLD_OPS),
    basisPoints: fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(0, 2500, 5000, 10_000)),
  });

  it('lets pass nothing that the given set does not', () => {
    const ratio = fc
      .tuple(fc.nat(400), fc.integer({ min: 1, max: 400 }))
      .map(([a, b]) => [Math.min(a, b), b] as const);
    fc.assert(
      fc.property(threshold, threshold, ratio, (mine, given, [numerator, denominator]) => {
        if (isAtLeastAsStrict(mine, given) && passes(numerator, denominator, mine))
          expect(passes(numerator, denominator, given)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is refused only where some figure would pass that did not', () => {
    fc.assert(
      fc.property(threshold, threshold, (mine, given) => {
        if (mine.op === '>' && mine.basisPoints === 10_000) return;
        // Every ratio that the two could disagree on: at, just above and just below either percentage.
        const thousandths = [mine.basisPoints, given.basisPoints]
          .flatMap((points) => [points * 10 - 1, points * 10, points * 10 + 1])
          .filter((value) => 0 <= value && value <= 100_000);
        const weaker = thousandths.some(
          (value) => passes(value, 100_000, mine) && !passes(value, 100_000, given),
        );
        expect(isAtLeastAsStrict(mine, given)).toBe(!weaker);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the set that judges a period', () => {
  const set = (
    id: string,
    version: number,
    validFrom: string,
    validTo: string | null,
    isOwn = false,
  ): JudgingCandidate => ({
    id,
    version,
    own: isOwn,
    validFrom: on(validFrom),
    validTo: validTo === null ? null : on(validTo),
  });
  const given24 = set('g', 1, '2024-01-01', '2024-12-31');
  const given25 = set('g', 2, '2025-01-01', null);
  const own1 = set('g-own', 1, '2024-04-01', '2024-12-31', true);
  const own2 = set('g-own', 2, '2024-07-01', '2024-12-31', true);
  const sets = [own1, given24, own2, given25];
  const judge = (day: string, assigned: { id: string; version: number } | null = null, fallback = 'g') =>
    judgingSet(sets, on(day), assigned, fallback);

  it.each([
    ['2024-03-31', given24],
    ['2024-06-30', own1],
    ['2024-09-30', own2],
    ['2025-03-31', given25],
  ])('on %s', (day, expected) => {
    expect(judge(day)).toBe(expected);
  });

  it('is the one that its signed report names, whatever came later', () => {
    expect(judge('2024-09-30', { id: 'g', version: 1 })).toBe(given24);
    expect(judge('2024-09-30', { id: 'g', version: 7 })).toBeNull();
  });

  it('is the one the commune chose where none is valid, in its latest version', () => {
    expect(judge('2023-06-30')).toBe(given25);
    expect(judge('2023-06-30', null, 'nobody')).toBeNull();
  });

  it('is the corrected version, even where that begins earlier', () => {
    const corrected = set('g-own', 3, '2024-01-01', '2024-12-31', true);
    expect(judgingSet([...sets, corrected], on('2024-09-30'), null, 'g')).toBe(corrected);
    expect(judgingSet([...sets, corrected], on('2024-03-31'), null, 'g')).toBe(corrected);
  });

  it('is the one that began last, of two given ones of which neither replaces the other', () => {
    const newer = set('h', 1, '2024-05-01', null);
    const older = set('a', 9, '2024-01-01', null);
    for (const both of [
      [newer, older],
      [older, newer],
    ])
      expect(judgingSet(both, on('2024-06-30'), null, 'a')).toBe(newer);
  });

  it('does not depend on the order of the sets, and is valid where any is', () => {
    const candidate = fc
      .record({
        id: fc.constantFrom('a', 'b', 'c'),
        version: fc.integer({ min: 1, max: 4 }),
        own: fc.boolean(),
        from: fc.integer({ min: 1, max: 28 }),
        to: fc.option(fc.integer({ min: 1, max: 28 })),
      })
      .map(({ id, version, own: isOwn, from, to }) =>
        set(
          isOwn ? `${id}-own` : id,
          version,
          `2024-02-${String(from).padStart(2, '0')}`,
          to === null ? null : `2024-02-${String(to).padStart(2, '0')}`,
          isOwn,
        ),
      );
    const many = fc.uniqueArray(candidate, {
      selector: ({ id, version }) => `${id} ${version}`,
      maxLength: 8,
    });
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 28 }), (all, number) => {
        const day = on(`2024-02-${String(number).padStart(2, '0')}`);
        const found = judgingSet(all, day, null, 'a');
        expect(judgingSet([...all].reverse(), day, null, 'a')).toBe(found);
        const valid = all.filter((one) => one.validFrom <= day && (one.validTo ?? day) >= day);
        if (valid.length === 0) expect(found === null || found.id === 'a').toBe(true);
        else {
          expect(valid).toContain(found);
          if (valid.some((one) => one.own)) expect(found?.own).toBe(true);
          expect(valid.some((one) => one.id === found?.id && one.version > found.version)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});

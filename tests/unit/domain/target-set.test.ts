import { describe, expect, it } from 'vitest';
import { DataFileError } from '#shared/catalogues/data-file.ts';
import { ArrayCountSource } from '#shared/domain/array-count-source.ts';
import { ArrayLedgerSource } from '#shared/domain/array-ledger-source.ts';
import type { CountSources } from '#shared/domain/count-source.ts';
import { evaluatePeriod } from '#shared/domain/evaluate.ts';
import {
  DOSSIER_FORMULAS,
  findFormula,
  formulaOf,
  LEDGER_FORMULAS,
} from '#shared/domain/formulas/registry.ts';
import { cutAt, resolvePeriod } from '#shared/domain/period.ts';
import { parseTargetSet } from '#shared/targets/target-set-file.ts';
import { resource } from './resources.ts';
import { plainDossier } from './sample-dossier.ts';

type Json = Record<string, unknown>;

const file = () => resource('targets/nhon-trach-2024.json') as Json & { objectives: Json[]; decision: Json };

// counting.md, objectives of the 2024 decision; district thresholds where they differ.
const TABLE = [
  ['1', 'qms.activities.v1', '=', 10_000, 10_000],
  ['2.1', 'dossier.on-time.resolved.v1', '>=', 9700, 9700],
  ['2.2', 'survey.satisfied.v1', '>=', 9400, 9400],
  ['2.3', 'dossier.online.resolved.v1', '>=', 3500, 4000],
  ['3.1', 'staff.rated-good.v1', '>', 9000, 9000],
  ['3.2', 'staff.trained.v1', '>=', 3000, 3000],
  ['4', 'petition.on-time.v1', '>=', 9700, 9700],
  ['5.1', 'dossier.in-software.v1', '=', 10_000, 10_000],
  ['5.2', 'dossier.parallel.v1', '=', 10_000, 10_000],
  ['6.1', 'workfile.electronic.v1', '=', 10_000, 10_000],
  ['6.2', 'signature.units.v1', '=', 10_000, 10_000],
  ['7.1', 'dossier.digitised.received.v1', '>=', 3500, 4000],
  ['7.2', 'dossier.result-digitised.resolved.v1', '>=', 2000, 3000],
] as const;

describe('the target set of Nhơn Trạch 2024', () => {
  const set = parseTargetSet(file());

  it('is the table of the counting rules', () => {
    const rows = set.objectives.map(({ id, formula, threshold: { commune, district } }) => [
      id,
      formula,
      commune.op,
      commune.basisPoints,
      district.basisPoints,
    ]);
    expect(rows).toEqual(TABLE);
    for (const { id, annexPoint, threshold, striven } of set.objectives) {
      expect(annexPoint).toBe(id.split('.')[0]);
      expect(threshold.district.op).toBe(threshold.commune.op);
      expect(striven).toBe(id === '3.2');
    }
  });

  it('names its decision and what is odd about it', () => {
    expect(set).toMatchObject({
      id: 'nhon-trach-2024',
      version: 1,
      decision: { number: '420/QĐ-UBND', date: '2024-02-26' },
    });
    expect(set.note?.vi).toContain('720/QĐ-UBND');
    for (const scheme of ['nd09', 'calendar'] as const) {
      const year = resolvePeriod('2024-Y', scheme);
      expect(year && set.validFrom <= year.from && year.to <= (set.validTo ?? '')).toBe(true);
    }
  });
});

describe('a target set', () => {
  const broken: readonly (readonly [string, (json: ReturnType<typeof file>) => void, string])[] = [
    [
      'a formula nobody knows',
      (json) => {
        (json.objectives[2] as Json).formula = 'survey.satisfied.v9';
      },
      'objectives.2.formula',
    ],
    [
      'an id used twice',
      (json) => {
        (json.objectives[3] as Json).id = '2.1';
      },
      'objectives.3.id',
    ],
    [
      'a threshold in parts of a basis point',
      (json) => {
        (json.objectives[0] as Json).threshold = {
          commune: { op: '>=', basisPoints: 0.5 },
          district: { op: '>=', basisPoints: 1 },
        };
      },
      'objectives.0.threshold.commune.basisPoints',
    ],
    [
      'a threshold above 100 %',
      (json) => {
        (json.objectives[0] as Json).threshold = {
          commune: { op: '>=', basisPoints: 10_001 },
          district: { op: '>=', basisPoints: 1 },
        };
      },
      'objectives.0.threshold.commune.basisPoints',
    ],
    [
      'no threshold for a level',
      (json) => {
        (json.objectives[0] as Json).threshold = { commune: { op: '>=', basisPoints: 1 } };
      },
      'objectives.0.threshold.district',
    ],
    [
      'a day that does not exist',
      (json) => {
        json.decision.date = '2024-02-30';
      },
      'decision.date',
    ],
    [
      'a field of a later format',
      (json) => {
        json.extra = 1;
      },
      '',
    ],
    [
      'a later format',
      (json) => {
        json.format = 2;
      },
      'format',
    ],
    [
      'an end before its beginning',
      (json) => {
        json.validTo = '2023-01-01';
      },
      'validTo',
    ],
    [
      'no objective',
      (json) => {
        json.objectives = [];
      },
      'objectives',
    ],
  ];
  it.each(broken)('with %s is refused, and where', (_name, change, path) => {
    const json = file();
    change(json);
    try {
      parseTargetSet(json);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DataFileError);
      expect((error as DataFileError).path).toBe(path);
    }
  });

  it.each([null, 7, 'x', [], {}])('is not %j', (json) => {
    expect(() => parseTargetSet(json)).toThrow(DataFileError);
  });

  it('of another decision is followed to the letter: nothing of the first is in the code', () => {
    const other = parseTargetSet({
      format: 1,
      id: 'long-khanh-2025',
      version: 3,
      name: { vi: 'Mục tiêu khác', en: 'Other objectives' },
      decision: { number: '99/QĐ-UBND', date: '2025-01-10', issuer: 'Chủ tịch UBND' },
      validFrom: '2025-01-01',
      validTo: null,
      objectives: [
        {
          id: 'B',
          annexPoint: 'II',
          formula: 'dossier.online.received.v1',
          threshold: { commune: { op: '>', basisPoints: 5000 }, district: { op: '=', basisPoints: 5000 } },
          striven: false,
          title: { vi: 'b', en: 'b' },
          sentence: { vi: 'b', en: 'b' },
        },
        {
          id: 'A',
          annexPoint: 'I',
          formula: 'dossier.on-time.qd766.v1',
          threshold: { commune: { op: '>=', basisPoints: 10_000 }, district: { op: '>=', basisPoints: 1 } },
          striven: true,
          title: { vi: 'a', en: 'a' },
          sentence: { vi: 'a', en: 'a' },
        },
        {
          id: 'C',
          annexPoint: 'III',
          formula: 'survey.satisfied.v1',
          threshold: { commune: { op: '>=', basisPoints: 1 }, district: { op: '>=', basisPoints: 1 } },
          striven: false,
          title: { vi: 'c', en: 'c' },
          sentence: { vi: 'c', en: 'c' },
        },
      ],
    });
    const period = resolvePeriod('2025-Q1', 'calendar');
    if (!period) throw new Error('no period');
    const dossiers = new ArrayCountSource([
      plainDossier({
        code: '1',
        channel: 'online',
        receivedOn: '2025-01-06',
        dueOn: '2025-01-08',
        finishedOn: '2025-01-09',
      }),
      plainDossier({ code: '2', channel: 'direct', receivedOn: '2025-01-06', dueOn: '2025-04-08' }),
    ]);
    const sources: CountSources = { dossiers, ledgers: new ArrayLedgerSource({}), scheme: 'calendar' };
    const evaluate = (level: 'commune' | 'district') =>
      evaluatePeriod(other, level, cutAt(period, '2025-05-01' as never), sources, 'f'.repeat(64));
    expect(evaluate('commune').targetSet).toEqual({
      id: 'long-khanh-2025',
      version: 3,
      sha256: 'f'.repeat(64),
    });
    expect(evaluate('commune').objectives).toMatchObject([
      { id: 'B', numerator: 1, denominator: 2, percent: '50.00', verdict: 'missed', shortBy: 1 },
      {
        id: 'A',
        numerator: 1,
        denominator: 2,
        verdict: 'missed',
        shortBy: 1,
        threshold: { op: '>=', basisPoints: 10_000 },
      },
      { id: 'C', numerator: null, verdict: 'not-recorded' },
    ]);
    expect(evaluate('district').objectives.map(({ verdict }) => verdict)).toEqual([
      'met',
      'met',
      'not-recorded',
    ]);
  });
});

describe('the formulas', () => {
  it('have ids of their own, with a version', () => {
    const ids = [...DOSSIER_FORMULAS, ...LEDGER_FORMULAS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^[a-z]+(\.[a-z0-9-]+)+\.v\d+$/);
      expect(formulaOf(id).id).toBe(id);
    }
    expect(findFormula('toString')).toBeNull();
    expect(() => formulaOf('dossier.none.v1')).toThrow(RangeError);
  });
});

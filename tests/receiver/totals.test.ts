import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowFigures } from '#shared/domain/flow.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import { consolidate } from '#shared/receiver/consolidate.ts';
import type { IncomingFile } from '#shared/receiver/incoming.ts';
import { unitsFaults, unitsOn } from '#shared/receiver/units.ts';
import { checkDigit, passesCheck } from '#shared/receiver/verhoeff.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { targets } from '../report/support/sample-report.ts';
import { communeReport, PERIOD, sha256Of, unit } from './support/communes.ts';

const resolved = resolvePeriod(PERIOD, 'nd09');
if (resolved === null) throw new Error('no such period');
const period = { id: PERIOD, scheme: 'nd09' as const, from: resolved.from, to: resolved.to };
const terms = { period, targets, level: 'district' as const, due: null, received: null };

/** A file as the check of its bytes leaves it. */
function incoming(name: string, report: ReportV1, verdict: IncomingFile['verdict'] = 'valid'): IncomingFile {
  return {
    name,
    sha256: sha256Of(Buffer.from(name)),
    reportSha256: sha256Of(Buffer.from(name)),
    verdict,
    reasons: [],
    signer: { subject: 'x', sha256: 'd'.repeat(64) },
    signedAt: report.report.createdAt,
    report,
    contentSha256: sha256Of(Buffer.from(canonicalJson(report))),
  };
}

describe('sums', () => {
  // Each commune sends some revisions, some of them twice or not trusted; the oracle knows only what it sent.
  const sent = fc.uniqueArray(
    fc.record({
      code: fc.integer({ min: 10_000, max: 10_030 }).map(String),
      seed: fc.integer({ min: 1, max: 49 }),
      revisions: fc.integer({ min: 1, max: 3 }),
      twice: fc.boolean(),
      trusted: fc.boolean(),
      omit: fc.subarray(['2.3', '5.1']),
    }),
    { selector: ({ code }) => code, maxLength: 12 },
  );

  it('are Σ numerators over Σ denominators of the last revisions, recomputed from the reports alone', () => {
    fc.assert(
      fc.property(sent, fc.infiniteStream(fc.nat()), (communes, shuffle) => {
        const files: IncomingFile[] = [];
        const last: ReportV1[] = [];
        for (const { code, seed, revisions, twice, trusted, omit } of communes) {
          for (let revision = 1; revision <= revisions; revision += 1) {
            const report = communeReport({ code, name: `Xã ${code}`, seed: seed + revision, revision });
            const kept = { ...report, objectives: report.objectives.filter(({ id }) => !omit.includes(id)) };
            const verdict = trusted ? 'valid' : 'unknown';
            files.push(incoming(`${code}-${revision}`, kept, verdict));
            if (twice) files.push(incoming(`${code}-${revision}-again`, kept, verdict));
            if (revision === revisions && trusted) last.push(kept);
          }
        }
        const order = files.map((file) => [shuffle.next().value, file] as const).sort(([a], [b]) => a - b);
        const units = communes.map(({ code }) => unit(code, `Xã ${code}`));
        const table = consolidate(
          order.map(([, file]) => file),
          { ...terms, units },
        );
        for (const total of table.objectives) {
          const stated = last.flatMap(({ objectives }) => objectives.filter(({ id }) => id === total.id));
          const counted = stated.filter(({ denominator }) => denominator !== null);
          const sum = (pick: (one: (typeof stated)[number]) => number | null) =>
            counted.length === 0 ? null : counted.reduce((all, one) => all + (pick(one) ?? 0), 0);
          expect([total.numerator, total.denominator, total.units]).toEqual([
            sum((one) => one.numerator),
            sum((one) => one.denominator),
            counted.length,
          ]);
          expect(total.missedBy.length).toBe(stated.filter(({ verdict }) => verdict === 'missed').length);
        }
        const expected = Array.from({ length: 11 }, (_, column) =>
          last.reduce((all, { flow }) => {
            const row = flow.find(({ field }) => field === null);
            return all + (row === undefined ? 0 : (flowFigures(row)[column] ?? 0));
          }, 0),
        );
        const totalRow = table.flow.at(-1);
        expect(totalRow === undefined ? [] : flowFigures(totalRow)).toEqual(expected);
        expect(table.violations).toEqual([]);
      }),
      { numRuns: 60, seed: 20250914 },
    );
  });

  it('are no mean of percentages, and leave out what another formula counted', () => {
    const base = [1, 2, 3].map((seed) => communeReport({ code: `2000${seed}`, name: `Xã ${seed}`, seed }));
    const [a, b, c] = base as [ReportV1, ReportV1, ReportV1];
    const other: ReportV1 = {
      ...c,
      objectives: c.objectives.map((one) =>
        one.id === '2.1' ? { ...one, formula: 'dossier.on-time.qd766.v1' } : one,
      ),
    };
    const units = [1, 2, 3].map((seed) => unit(`2000${seed}`, `Xã ${seed}`));
    const table = consolidate([incoming('a', a), incoming('b', b), incoming('c', other)], {
      ...terms,
      units,
    });
    const total = table.objectives.find(({ id }) => id === '2.1');
    const of = (report: ReportV1) => report.objectives.find(({ id }) => id === '2.1');
    expect(total?.numerator).toBe((of(a)?.numerator ?? 0) + (of(b)?.numerator ?? 0));
    expect(total?.leftOut).toEqual([{ code: '20003', why: 'other-formula' }]);
  });

  it('say when a unit stands under another decision with a lower threshold', () => {
    const report = communeReport({ code: '20001', name: 'Xã 1' });
    const lowered: ReportV1 = {
      ...report,
      targetSet: { ...report.targetSet, version: 9 },
      objectives: report.objectives.map((one) =>
        one.id === '2.3' ? { ...one, threshold: { op: '>=', basisPoints: 100 } } : one,
      ),
    };
    const table = consolidate([incoming('a', lowered)], { ...terms, units: [unit('20001', 'Xã 1')] });
    expect(table.units[0]?.lowered).toEqual(['2.3']);
  });
});

describe('a list of units', () => {
  const day = (text: string) => text as LocalDate;
  it('knows a code given again, and refuses two units under it on one day', () => {
    const old = unit('26485', 'Xã Phú Hội', { to: day('2025-06-30') });
    const merged = unit('26485', 'Xã Nhơn Trạch', { from: day('2025-07-01') });
    expect(unitsFaults([old, merged])).toEqual([]);
    expect(unitsOn([old, merged], day('2025-06-14'))).toEqual([old]);
    expect(unitsOn([old, merged], day('2025-09-14'))).toEqual([merged]);
    expect(unitsFaults([old, { ...merged, from: day('2025-06-30') }])).toEqual([
      { place: 2, code: '26485', problem: 'overlap' },
    ]);
    expect(unitsFaults([unit('1', 'x', { from: day('2025-02-01'), to: day('2025-01-01') })])).toMatchObject([
      { problem: 'order' },
    ]);
  });
});

describe('the check digit', () => {
  it('is that of the worked example, and finds every wrong digit and every swap', () => {
    expect(checkDigit('236')).toBe(3);
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{7}$/),
        fc.nat(7),
        fc.integer({ min: 1, max: 9 }),
        (seven, at, by) => {
          const code = `${seven}${checkDigit(seven)}`;
          expect(passesCheck(code)).toBe(true);
          const digits = [...code];
          digits[at] = String((Number(digits[at]) + by) % 10);
          expect(passesCheck(digits.join(''))).toBe(false);
          const swapped = [...code];
          const next = (at + 1) % 8;
          [swapped[at], swapped[next]] = [swapped[next] as string, swapped[at] as string];
          if (next > at && code[at] !== code[next]) expect(passesCheck(swapped.join(''))).toBe(false);
        },
      ),
      { numRuns: 500, seed: 8 },
    );
  });
});

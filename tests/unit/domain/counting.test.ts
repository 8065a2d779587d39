import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArrayCountSource } from '#shared/domain/array-count-source.ts';
import { ArrayLedgerSource } from '#shared/domain/array-ledger-source.ts';
import type { CountSources, DossierCountSource } from '#shared/domain/count-source.ts';
import { evaluatePeriod, evaluateTrend, tallyObjective } from '#shared/domain/evaluate.ts';
import type { FlowRow } from '#shared/domain/evaluation.ts';
import { explainCounts, explainObjective } from '#shared/domain/explain.ts';
import { flowViolations } from '#shared/domain/flow.ts';
import { DOSSIER_FORMULAS } from '#shared/domain/formulas/registry.ts';
import type { TargetSet } from '#shared/domain/target-set.ts';
import { dossier, evaluatedPeriod, issuesDocumentOf } from './arbitraries.ts';
import { ORACLE, type OracleCase, oracleFlow } from './oracle/dossiers.ts';

const dossiers = fc.uniqueArray(dossier, { selector: ({ code }) => code, maxLength: 60 });

const from = (dossiers: DossierCountSource): CountSources => ({
  dossiers,
  ledgers: new ArrayLedgerSource({}),
  scheme: 'nd09',
});

/** A set with every dossier formula, so that one evaluation covers them all. */
const everything: TargetSet = {
  id: 'all',
  version: 1,
  name: { vi: 'Tất cả', en: 'All' },
  decision: { number: '1', date: '2024-01-01' as never, issuer: 'x' },
  validFrom: '2024-01-01' as never,
  validTo: null,
  objectives: DOSSIER_FORMULAS.map(({ id }, index) => ({
    id: String(index),
    annexPoint: '1',
    formula: id,
    threshold: { commune: { op: '>=', basisPoints: 5000 }, district: { op: '>', basisPoints: 5000 } },
    striven: false,
    title: { vi: id, en: id },
    sentence: { vi: id, en: id },
  })),
};

function columns({ received, resolved, pending }: FlowRow): number[] {
  const { total, online, other, carriedOver } = received;
  return [
    ...[total, online, other, carriedOver],
    ...[resolved.total, resolved.early, resolved.onTime, resolved.late],
    ...[pending.total, pending.inTime, pending.overdue],
  ];
}

describe('counting', () => {
  it('has an oracle for every dossier formula', () => {
    expect(DOSSIER_FORMULAS.map(({ id }) => id).sort()).toEqual(Object.keys(ORACLE).sort());
  });

  it('agrees with the oracle: figures, lists, causes and flow', () => {
    fc.assert(
      fc.property(dossiers, evaluatedPeriod, (records, period) => {
        const source = new ArrayCountSource(records, issuesDocumentOf);
        const sources = from(source);
        const input: OracleCase = { dossiers: records, issuesDocument: issuesDocumentOf, ...period };
        const evaluation = evaluatePeriod(everything, 'commune', period, sources, '0'.repeat(64));
        expect(evaluateTrend(everything.objectives, 'commune', period, sources)).toEqual(
          evaluation.objectives,
        );

        DOSSIER_FORMULAS.forEach((formula, index) => {
          const wanted = ORACLE[formula.id]?.(input);
          if (!wanted) throw new Error(formula.id);
          const denominator = wanted.counted.length + wanted.against.length;
          const tally = { numerator: wanted.counted.length, denominator, missingData: wanted.missing.length };
          expect(evaluation.objectives[index]).toMatchObject(tally);
          expect(tallyObjective({ id: String(index), formula: formula.id }, period, sources)).toEqual(tally);

          const lists = explainObjective(formula, period, source.members);
          const codes = (role: keyof typeof lists) => lists[role].map(({ member }) => member.code).sort();
          expect(codes('counted')).toEqual(wanted.counted.sort());
          expect(codes('against')).toEqual(wanted.against.sort());
          expect(codes('excluded')).toEqual(wanted.excluded.sort());
          const missing = Object.values(lists).flatMap((list) => list.filter((entry) => entry.missing));
          expect(missing.map(({ member }) => member.code).sort()).toEqual(wanted.missing.sort());

          const counts = explainCounts(formula, period, source);
          for (const role of ['counted', 'against', 'excluded'] as const) {
            expect(counts.totals[role]).toBe(lists[role].length);
            const causes: Record<string, number> = {};
            for (const { cause } of lists[role]) causes[cause] = (causes[cause] ?? 0) + 1;
            expect(counts.causes[role]).toEqual(causes);
          }
        });

        expect(flowViolations(evaluation.flow)).toEqual([]);
        const rows = evaluation.flow.slice(0, -1);
        for (const row of rows)
          expect(columns(row)).toEqual(oracleFlow(input, row.field === '' ? null : row.field));
        const last = evaluation.flow.at(-1);
        expect(last?.field).toBeNull();
        expect(last && columns(last)).toEqual(oracleFlow(input, undefined));
      }),
      { numRuns: 400 },
    );
  });

  it('of a filtered objective is the figure of those dossiers alone', () => {
    const condition = fc.record(
      {
        field: fc.subarray(['', 'Hộ tịch', 'Chứng thực', 'Đất đai'], { minLength: 1 }),
        channel: fc.subarray(['', 'online', 'direct', 'post'], { minLength: 1 }),
        procedureCode: fc.subarray(['', '1.001193', '2.000815'], { minLength: 1 }),
        handler: fc.subarray(['', 'Nguyễn Văn A', 'Trần Thị B'], { minLength: 1 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(dossiers, evaluatedPeriod, condition, (records, period, filter) => {
        const chosen = records.filter((record) => {
          for (const name of ['field', 'channel', 'procedureCode', 'handler'] as const) {
            const wanted = filter[name];
            if (wanted !== undefined && !wanted.includes(record[name] === null ? '' : record[name]))
              return false;
          }
          return true;
        });
        const all = from(new ArrayCountSource(records, issuesDocumentOf));
        const some = from(new ArrayCountSource(chosen, issuesDocumentOf));
        for (const { id } of DOSSIER_FORMULAS)
          expect(tallyObjective({ id: 'x', formula: id, filter }, period, all)).toEqual(
            tallyObjective({ id: 'x', formula: id }, period, some),
          );
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of the dossiers', () => {
    fc.assert(
      fc.property(dossiers, evaluatedPeriod, (records, period) => {
        const evaluate = (list: typeof records) =>
          evaluatePeriod(
            everything,
            'district',
            period,
            from(new ArrayCountSource(list, issuesDocumentOf)),
            '0'.repeat(64),
          );
        expect(evaluate([...records].reverse())).toEqual(evaluate(records));
      }),
      { numRuns: 50 },
    );
  });

  it('is blind to what is dated after the end of the period', () => {
    // A later end, return or receipt changes nothing; only the present status could, where the clock is stopped.
    fc.assert(
      fc.property(dossiers, evaluatedPeriod, (records, period) => {
        const before = records
          .filter(({ receivedOn }) => receivedOn <= period.end)
          .map((record) => {
            const end = record.finishedOn ?? record.returnedOn;
            if (end === null || end <= period.end) return record;
            const notCounted = record.status === 'registered' || record.status === 'not-accepted';
            return {
              ...record,
              finishedOn: null,
              returnedOn: null,
              status: notCounted ? record.status : ('processing' as const),
            };
          });
        const evaluate = (list: typeof records) =>
          evaluatePeriod(
            everything,
            'commune',
            period,
            from(new ArrayCountSource(list, issuesDocumentOf)),
            '0'.repeat(64),
          );
        expect(evaluate(before)).toEqual(evaluate(records));
      }),
      { numRuns: 150 },
    );
  });

  it('counts nothing before the period begins', () => {
    fc.assert(
      fc.property(
        dossiers,
        evaluatedPeriod.filter(({ from, end }) => end < from),
        (records, period) => {
          const sources = from(new ArrayCountSource(records, issuesDocumentOf));
          const { objectives, flow } = evaluatePeriod(everything, 'commune', period, sources, '0'.repeat(64));
          expect(new Set(objectives.map(({ verdict }) => verdict))).toEqual(new Set(['no-data']));
          expect(flow).toHaveLength(1);
          expect(flow.flatMap(columns).every((figure) => figure === 0)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { chainNotes } from '#electron/application/reports/chain-notes.ts';
import { changedLines, compareReports } from '#shared/report/compare-reports.ts';
import { falselyCorrected } from '#shared/report/corrections-against.ts';
import { recheckReport } from '#shared/report/recheck.ts';
import { type ChainedReport, reportChain } from '#shared/report/report-chain.ts';
import type { CorrectedPeriod, ReportV1 } from '#shared/report/report-v1.ts';
import { sampleReport } from './support/sample-report.ts';

const [corrected] = sampleReport().corrections ?? [];
if (corrected === undefined) throw new Error('the sample corrects nothing');
const given: CorrectedPeriod = corrected;

describe('corrections of earlier periods', () => {
  const faults = (...corrections: CorrectedPeriod[]) =>
    recheckReport(sampleReport({ corrections })).map(({ code, where }) => [code, where]);

  it('stand where they are sound', () => expect(faults(given)).toEqual([]));

  it.each<[string, Partial<CorrectedPeriod>]>([
    ['its own period', { period: { id: '2024-Q1', scheme: 'nd09' } }],
    ['a later one', { period: { id: '2024-Q2', scheme: 'nd09' } }],
    ['one of long ago', { period: { id: '2022-Q4', scheme: 'nd09' } }],
    ['no period', { period: { id: '1800-Q1', scheme: 'nd09' } }],
    ['the report of another period', { report: { ...given.report, reportId: 'BC-26503-2023-Q3' } }],
    ['no figure', { objectives: [], flow: [] }],
    ['a figure twice', { flow: [...given.flow, ...given.flow] }],
    [
      'a figure that is the same',
      {
        objectives: [
          { id: '2.3', was: { numerator: 1, denominator: 2 }, now: { numerator: 1, denominator: 2 } },
        ],
      },
    ],
    [
      'more than there are',
      {
        objectives: [
          { id: '2.3', was: { numerator: 1, denominator: 2 }, now: { numerator: 3, denominator: 2 } },
        ],
      },
    ],
    ['a cell that is the same', { flow: [{ field: null, column: 'received.total', was: 5, now: 5 }] }],
  ])('do not name %s', (_what, change) => {
    const codes = faults({ ...given, ...change }).map(([code]) => code);
    expect(codes).toContain('CORRECTION_FALSE');
    expect(new Set(codes)).toEqual(new Set(['CORRECTION_FALSE']));
  });

  it('name each period once', () => expect(faults(given, given)).not.toEqual([]));

  it('a report that supersedes none gives no reason for it', () => {
    const { report } = sampleReport();
    expect(recheckReport(sampleReport({ report: { ...report, reason: 'vì sao' } }))[0]?.where).toBe(
      'report.reason',
    );
  });
});

describe('corrections beside the report that they correct', () => {
  const correcting = sampleReport();
  const corrected = correcting.corrections?.[0] as CorrectedPeriod;
  /** The former report with the very figures that the correction calls signed. */
  const former = (change: number): ReportV1 => {
    const base = sampleReport();
    const was = corrected.objectives.map((one) => ({ ...one.was, id: one.id }));
    return {
      ...base,
      objectives: base.objectives.flatMap((one) => {
        const stated = was.find(({ id }) => id === one.id);
        if (stated === undefined) return [];
        const { numerator, denominator } = stated;
        return [{ ...one, numerator: numerator === null ? null : numerator + change, denominator }];
      }),
    };
  };
  const flowless = { ...corrected, flow: [] };
  it('are silent where the figures are those that were signed', () =>
    expect(falselyCorrected(flowless, former(0))).toBe(0));
  it('are told where the report states others', () => {
    expect(falselyCorrected(flowless, former(1))).toBe(corrected.objectives.length);
    const notes = chainNotes(
      [
        { place: 0, sha256: corrected.report.sha256, report: former(1) },
        { place: 1, sha256: 'e'.repeat(64), report: correcting },
      ],
      'vi',
    );
    expect(notes.get(1)?.map(({ code }) => code)).toContain('CHAIN_CORRECTS_OTHERWISE');
  });
});

describe('two revisions', () => {
  it('that say the same differ in nothing', () => {
    expect(changedLines(compareReports(sampleReport(), sampleReport()))).toBe(0);
  });

  it('differ in figures, verdicts and texts', () => {
    const before = sampleReport();
    const after = sampleReport({
      narrative: 'Khác.',
      objectives: before.objectives.map((one) =>
        one.id === '2.3' ? { ...one, numerator: 160, verdict: 'met' as const, remark: 'x' } : one,
      ),
      flow: before.flow.map((row) =>
        row.field === 'Hộ tịch' ? { ...row, received: { ...row.received, online: 71 } } : row,
      ),
    });
    const difference = compareReports(before, after);
    expect(difference).toEqual({
      objectives: [
        {
          id: '2.3',
          was: { numerator: 146, denominator: 439 },
          now: { numerator: 160, denominator: 439 },
        },
      ],
      flow: [{ field: 'Hộ tịch', column: 'received.online', was: 70, now: 71 }],
      verdicts: [{ id: '2.3', was: 'missed', now: 'met' }],
      parts: ['narrative', 'remarks'],
    });
    expect(changedLines(difference)).toBe(4);
  });
});

describe('the chain of a unit’s reports', () => {
  const sha = (name: string) => name.padEnd(64, '0');
  const link = (
    name: string,
    id: string,
    revision: number,
    previous: ChainedReport | null,
    supersedes: ChainedReport | null = null,
  ): ChainedReport => {
    const reference = (to: ChainedReport | null): ReportV1['report']['previous'] =>
      to === null
        ? null
        : { reportId: to.report.report.id, revision: to.report.report.revision, sha256: to.sha256 };
    const { unit, report } = sampleReport();
    return {
      sha256: sha(name),
      report: {
        unit,
        report: {
          ...report,
          id,
          revision,
          createdAt: `2024-0${name}-01T00:00:00Z`,
          previous: reference(previous),
          supersedes: reference(supersedes),
        },
      },
    };
  };
  const q1 = link('1', 'Q1', 1, null);
  const q1b = link('2', 'Q1', 2, q1, q1);
  const q2 = link('3', 'Q2', 1, q1b);
  const q3 = link('4', 'Q3', 1, q2);
  const told = (...reports: ChainedReport[]) =>
    reportChain(reports).map(({ order, findings }) => ({
      order,
      findings: findings.map(
        ({ index, code, other }) => `${index} ${code} ${other.reportId}.${other.revision}`,
      ),
    }));

  it('is put in order; what is superseded is named', () => {
    expect(told(q3, q2, q1b, q1)).toEqual([{ order: [3, 2, 1, 0], findings: ['3 SUPERSEDED Q1.2'] }]);
  });
  it('has a gap where one in the middle is not there', () => {
    expect(told(q1, q1b, q3)[0]?.findings).toEqual(['2 GAP Q2.1', '0 SUPERSEDED Q1.2']);
  });
  it('begins with one whose predecessor is not there', () => {
    expect(told(q2, q3)[0]?.findings).toEqual(['0 MISSING Q1.2']);
  });
  it('forks where two follow the same one, or are the same revision', () => {
    const other = link('5', 'Q2', 1, q1b);
    expect(told(q1, q1b, q2, other)[0]?.findings).toEqual([
      '2 FORK Q2.1',
      '3 FORK Q2.1',
      '0 SUPERSEDED Q1.2',
    ]);
    expect(told(q1, link('6', 'Q9', 1, null))[0]?.findings).toEqual(['0 FORK Q9.1', '1 FORK Q1.1']);
  });
  it('tells the same file from another', () => {
    expect(told(q1, q1)[0]?.findings).toEqual(['1 TWICE Q1.1']);
  });
  it('follows hashes rather than clocks', () => {
    const early = link('0', 'Q2', 1, q1);
    expect(told(early, q1)).toEqual([{ order: [1, 0], findings: [] }]);
  });
  it('finds a hash under another name', () => {
    const wrong = link('7', 'Q3', 1, { ...q1, report: q2.report });
    expect(told(q1, wrong)[0]?.findings).toEqual(['1 MISNAMED Q2.1']);
  });
  it('is kept apart from those of other units', () => {
    const foreign = {
      ...q1,
      sha256: sha('9'),
      report: { ...q1.report, unit: { ...q1.report.unit, code: '1' } },
    };
    expect(told(q1, foreign)).toEqual([
      { order: [0], findings: [] },
      { order: [1], findings: [] },
    ]);
  });
});

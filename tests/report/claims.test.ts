import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { cleanLine, isClean } from '#shared/report/clean-text.ts';
import { recheckReport } from '#shared/report/recheck.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { sampleReport } from './support/sample-report.ts';

const base = sampleReport();
const faults = (change: Partial<ReportV1>) => recheckReport({ ...base, ...change }).map(({ where }) => where);

describe('the day of the figures', () => {
  const signedAt = (createdAt: string, asOf: string) =>
    faults({ asOf: asOf as LocalDate, report: { ...base.report, createdAt } });

  it('is that of signing, by a clock of any place', () => {
    expect(base.period.to).toBe('2024-03-14');
    // 23:30 UTC is the next morning in Vietnam; a machine on UTC still says the day before.
    for (const asOf of ['2024-03-20', '2024-03-21'])
      expect(signedAt('2024-03-20T23:30:00Z', asOf)).toEqual([]);
  });

  it('is none to come', () => expect(signedAt('2024-03-20T02:00:00Z', '2024-03-22')).toEqual(['asOf']));

  it('leaves out no day of the period that was over or running', () => {
    expect(signedAt('2024-03-20T02:00:00Z', '2024-03-14')).toEqual([]);
    expect(signedAt('2024-03-20T02:00:00Z', '2024-03-13')).toEqual(['asOf']);
    expect(signedAt('2024-02-20T02:00:00Z', '2024-02-18')).toEqual(['asOf']);
    expect(signedAt('2024-02-20T02:00:00Z', '2024-02-20')).toEqual([]);
  });
});

describe('the report before', () => {
  const previous = (revision: number, sha256 = 'a'.repeat(64)) => ({
    report: { ...base.report, previous: { reportId: base.report.id, revision, sha256 } },
  });

  it('is of this period only where this one supersedes it', () => {
    expect(base.report.supersedes).toBeNull();
    expect(faults(previous(1))).toContain('report.previous');
    const supersedes = { reportId: base.report.id, revision: 1, sha256: 'a'.repeat(64) };
    const second = { ...base.report, revision: 2, supersedes };
    expect(faults({ report: { ...second, previous: supersedes } })).toEqual([]);
    expect(faults({ report: { ...second, previous: { ...supersedes, sha256: 'b'.repeat(64) } } })).toEqual([
      'report.previous',
    ]);
  });
});

describe('a text', () => {
  it.each([
    ['a tag', 'Đạt\u{e0041}'],
    ['a variation selector', 'Đạt\ufe0f'],
    ['a filler', 'Đạt\u3164'],
    ['a joiner of graphemes', 'Đạt\u034f'],
    ['an Arabic letter mark', 'Đạt\u061c'],
    ['a private character beyond the first plane', 'Đạt\u{f0000}'],
    ['a turned direction', 'Đạt\u202e'],
  ])('holds nothing that is not seen: %s', (_name, text) => {
    expect(isClean(text)).toBe(false);
    expect(cleanLine(text)).toBe('Đạt');
  });
});

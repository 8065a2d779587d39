import { describe, expect, it } from 'vitest';
import {
  checkFilter,
  checkKind,
  checkLedger,
  checkPlace,
  hindrances,
  withText,
} from '#renderer/features/reports/model/checks.ts';
import { countVerdicts } from '#renderer/features/verify/model/count-verdicts.ts';
import { embeddedReport } from '#renderer/features/verify/model/embedded-report.ts';
import type { DraftText, ReportCheck } from '#shared/ipc/contract/reports.ts';
import { day } from './dossier-samples.ts';

const text: DraftText = { number: null, date: null, remarks: {}, narrative: '', reasons: {} };
const period = { from: day('2023-12-15'), to: day('2024-03-14') };
const wording = { vi: 'Mục tiêu', en: 'Objective' };
const objective = (id: string, formula: string, filter: Record<string, string[]> | null = null) => ({
  id,
  annexPoint: id,
  formula,
  filter,
  striven: false,
  threshold: { op: '>=', basisPoints: 9000 } as const,
  title: wording,
  sentence: wording,
});
const draftOn = (asOf: string) => ({
  evaluation: { period, asOf: day(asOf) },
  objectives: [
    objective('2.1', 'dossier.on-time.resolved.v1'),
    objective('7.1', 'dossier.digitised.received.v1'),
    objective('A1', 'dossier.on-time.resolved.v1', { field: ['Hộ tịch'] }),
    objective('4', 'petition.on-time.v1'),
  ],
});
const warning = (code: string, objective?: string): ReportCheck => ({
  code,
  severity: 'warning',
  params: objective ? { objective } : {},
});

describe('checks before signing', () => {
  it('holds back errors and unanswered warnings', () => {
    const checks: ReportCheck[] = [
      { code: 'NO_DOSSIERS', severity: 'error', params: {} },
      warning('MISSING_DATA:2.1'),
      warning('OVERDUE_PENDING'),
    ];
    expect(hindrances(checks, text)).toEqual({ errors: 1, unanswered: 2 });
    expect(
      hindrances(checks, { ...text, reasons: { OVERDUE_PENDING: 'đang chờ', 'MISSING_DATA:2.1': '  ' } }),
    ).toEqual({ errors: 1, unanswered: 1 });
    expect(checkKind('MISSING_DATA:2.1')).toBe('MISSING_DATA');
  });

  it('leads to the dossiers a check is about', () => {
    expect(checkFilter(warning('MISSING_DATA:2.1', '2.1'), draftOn('2024-03-20'))).toEqual({
      resolvedFrom: '2023-12-15',
      resolvedTo: '2024-03-14',
      missing: 'dueOn',
    });
    expect(checkFilter(warning('MISSING_DATA:7.1', '7.1'), draftOn('2024-03-20'))).toEqual({
      receivedFrom: '2023-12-15',
      receivedTo: '2024-03-14',
      missing: 'componentsDigitised',
    });
    expect(checkFilter(warning('MISSING_DATA:A1', 'A1'), draftOn('2024-03-20'))).toBeNull();
    expect(checkFilter(warning('MISSING_FACT:4', '4'), draftOn('2024-03-20'))).toBeNull();
    expect(checkLedger(warning('HAND_COUNTS_OVERLAP:A3', 'A3'), draftOn('2024-03-20'))).toEqual({
      ledger: 'hand-counts',
      lacking: false,
    });
    expect(checkFilter(warning('NO_SIGNATORY'), draftOn('2024-03-20'))).toBeNull();
    expect(checkFilter(warning('OVERDUE_PENDING'), draftOn('2024-03-14'))).toEqual({ state: 'overdue' });
    const place = (code: string, objective?: string) =>
      checkPlace(warning(code, objective), draftOn('2024-03-20'));
    expect(place('DATE_FAR')).toBe('document-date');
    expect(place('SIGNATORY_MISSING')).toBe('signatory');
    expect(place('PERIOD_NOT_OVER')).toBe('earlier-period');
    expect(place('MISSING_DATA:A1', 'A1')).toBe('records-behind');
    expect(place('MISSING_DATA:2.1', '2.1')).toBeNull();
    expect(checkFilter(warning('OVERDUE_PENDING'), draftOn('2024-03-20'))).toBeNull();
  });

  it('leaves empty remarks and reasons out of what is saved', () => {
    expect(withText({ ...text, remarks: { '2.1': 'a', '2.3': ' ' } }, { reasons: { X: '' } })).toEqual({
      ...text,
      remarks: { '2.1': 'a' },
    });
  });
});

describe('verdicts', () => {
  it('are counted, with files still under check left out', () => {
    const result = (verdict: 'valid' | 'invalid' | 'unknown') => ({
      file: 'a',
      verdict,
      reasons: [],
      signer: null,
      signedAt: null,
      report: null,
      dataSha256: null,
      additions: [],
    });
    expect(countVerdicts([result('valid'), result('unknown'), null, result('valid')])).toEqual({
      valid: 2,
      invalid: 0,
      unknown: 1,
    });
  });

  it('show nothing of a report whose form is not known', () => {
    expect(embeddedReport(null)).toBeNull();
    expect(embeddedReport({ format: 'so-chat-luong/report', version: 9 })).toBeNull();
  });
});

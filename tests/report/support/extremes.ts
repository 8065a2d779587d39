import type { LocalDate } from '#shared/domain/local-date.ts';
import {
  CONSOLIDATED_FORMAT,
  CONSOLIDATED_TEMPLATE,
  CONSOLIDATED_VERSION,
  type ConsolidatedV1,
} from '#shared/receiver/consolidated-v1.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { flowRow, sampleReport } from './sample-report.ts';

/** A text of exactly so many characters that begins with `start`; its words can be told apart. */
export function longText(length: number, start: string): string {
  let text = start;
  for (let at = 1; text.length < length; at += 1) text += ` việc số ${at} của đơn vị`;
  return text.slice(0, length).replace(/ $/, '.');
}

/** A name as long as the schema lets it be. */
export const LONG_NAME = longText(200, 'Ủy ban nhân dân xã Nguyễn Thị Minh Khai Đệ Nhất');

const reason = (at: number): string => longText(500, `Lý do thứ ${at}`);

/** A report in which everything is as long as it may be. */
export function reportExtremes(): ReportV1 {
  const base = sampleReport();
  const rows = Array.from({ length: 40 }, (_, index) =>
    flowRow(
      longText(index % 4 === 0 ? 200 : 90, `Lĩnh vực thứ ${index + 1}`),
      [123_456, 98_765, 1_234],
      [99_999, 88_888, 7_777],
      [26_000, 791],
    ),
  );
  const scaled = (count: number): number => count * rows.length;
  const total = flowRow(
    null,
    [scaled(123_456), scaled(98_765), scaled(1_234)],
    [scaled(99_999), scaled(88_888), scaled(7_777)],
    [scaled(26_000), scaled(791)],
  );
  const objectives = Array.from({ length: 20 }, (_, index) => {
    const one = base.objectives[index % base.objectives.length];
    if (one === undefined) throw new Error('no objective');
    const id = index < 13 ? one.id : `DON-VI-TU-DAT-${index}`;
    return {
      ...one,
      id,
      title: longText(index % 3 === 0 ? 300 : 80, `Mục tiêu số ${index + 1}`).slice(0, 300),
      numerator: one.numerator === null ? null : 8_888_888,
      denominator: one.denominator === null ? null : 9_999_999,
      remark: index < 12 ? longText(1000, `Ghi chú ${index + 1}`) : null,
    };
  });
  const warnings = [
    ...objectives.map(({ id }, at) => ({
      code: `MISSING_DATA:${id}`,
      params: { objective: id, count: 59, denominator: 439 },
      reason: reason(at),
    })),
    ...[
      'PERIOD_NOT_OVER',
      'OVERDUE_PENDING',
      'FIELD_MISSING',
      'UNKNOWN_PROCEDURES',
      'DATE_FAR',
      'CLOCK_BEHIND',
    ].map((code, at) => ({ code, params: { count: 3, day: '2024-03-14' }, reason: reason(at + 30) })),
  ];
  const [corrected] = base.corrections ?? [];
  if (corrected === undefined) throw new Error('no correction');
  return {
    ...base,
    unit: {
      ...base.unit,
      code: 'DNAI-2026.26503-0001',
      name: LONG_NAME,
      superior: LONG_NAME,
      place: longText(100, 'Phước An'),
    },
    receiver: { to: LONG_NAME, through: LONG_NAME },
    report: {
      ...base.report,
      id: 'BC-DNAI-2026.26503-0001-2024-Q1',
      revision: 9999,
      supersedes: { reportId: 'BC-DNAI-2026.26503-0001-2024-Q1', revision: 9998, sha256: 'c'.repeat(64) },
      reason: reason(99),
    },
    document: { number: longText(60, '05/BC-UBND'), date: '2024-03-15' as LocalDate },
    signatory: {
      authority: longText(100, 'TM. ỦY BAN NHÂN DÂN'),
      title: longText(100, 'CHỦ TỊCH'),
      name: longText(100, 'Công Tằng Tôn Nữ'),
    },
    preparedBy: longText(100, 'Lê Cán Bộ'),
    objectives,
    flow: [...rows, total],
    narrative: Array.from({ length: 10 }, (_, at) => longText(998, `Đoạn ${at + 1}`)).join('\n'),
    warnings,
    corrections: ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'].map((id) => ({
      ...corrected,
      period: { id, scheme: 'nd09' as const },
      reasons: [reason(1), reason(2)],
    })),
  };
}

/** A report of a period in which nothing happened, by an office that records nothing. */
export function reportOfNothing(): ReportV1 {
  const base = sampleReport();
  const { corrections: _none, ...plain } = base;
  return {
    ...plain,
    flow: [flowRow(null, [0, 0, 0], [0, 0, 0], [0, 0])],
    objectives: base.objectives.map((one) => ({
      ...one,
      numerator: null,
      denominator: null,
      percent: null,
      verdict: 'not-recorded' as const,
      shortBy: null,
      missingData: null,
      remark: null,
    })),
    narrative: '',
    warnings: [],
    preparedBy: null,
    records: { count: 0, sha256: base.records.sha256 },
  };
}

/** A consolidated report of a whole province whose units have long names. Its sums are not its point. */
export function consolidatedExtremes(): ConsolidatedV1 {
  const report = reportExtremes();
  const { signatory, receiver, document, objectives, flow, targetSet, period } = report;
  const states = ['received', 'missing', 'invalid', 'unknown-signer'] as const;
  return {
    format: CONSOLIDATED_FORMAT,
    version: CONSOLIDATED_VERSION,
    template: CONSOLIDATED_TEMPLATE,
    app: report.app,
    sample: false,
    report: { id: 'TH-DNAI-2026.26503-0001-2024-Q1', createdAt: report.report.createdAt },
    unit: report.unit,
    receiver,
    document,
    signatory,
    period,
    due: '2024-03-20' as LocalDate,
    received: null,
    level: 'district',
    pages: 'none',
    targetSet,
    units: Array.from({ length: 95 }, (_, index) => {
      const state = states[index % states.length] ?? 'received';
      return {
        code: index % 9 === 0 ? `DNAI-2026.26503-${1000 + index}` : String(26_500 + index),
        name: longText(index % 6 === 0 ? 200 : 40, `Xã thứ ${index + 1}`),
        level: 'commune' as const,
        state,
        late: index % 3 === 0,
        chain: null,
        report:
          state === 'received'
            ? {
                reportId: `BC-${index}-2024-Q1`,
                revision: 1,
                sha256: 'e'.repeat(64),
                signedAt: '2024-03-16T02:00:00Z',
              }
            : null,
        missed: objectives.slice(0, index % 20).map(({ id }) => id),
        figures: [],
        flow: null,
      };
    }),
    objectives: objectives.map((one) => ({ ...one, units: 95, missedBy: [], leftOut: [] })),
    flow,
  };
}

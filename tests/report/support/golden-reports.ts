import { type ReportV1, reportIdOf } from '#shared/report/report-v1.ts';
import { addedObjective, ownReport } from './own-report.ts';
import { sampleReport } from './sample-report.ts';

/** A second revision by the unit's own set, with every member a report may have beyond those of the sample. */
function amended(): ReportV1 {
  const base = ownReport(addedObjective({ field: ['Hộ tịch'] }, 60, 171));
  const id = reportIdOf('26503', '2024-Q1');
  return {
    ...base,
    report: {
      ...base.report,
      revision: 2,
      supersedes: { reportId: id, revision: 1, sha256: 'c'.repeat(64) },
      previous: { reportId: reportIdOf('26503', '2023-Q4'), revision: 1, sha256: 'd'.repeat(64) },
      reason: 'Bổ sung hồ sơ nộp trực tuyến ghi nhầm kênh tiếp nhận.',
    },
    unit: { ...base.unit, superior: 'Ủy ban nhân dân huyện Nhơn Trạch' },
    receiver: { ...base.receiver, through: null },
    document: { number: null, date: null },
    layout: {
      superior: { printed: true, text: 'UBND HUYỆN NHƠN TRẠCH' },
      signatureRoom: 35,
      signatureField: 'framed',
      seal: 36,
    },
    preparedBy: null,
    entries: { count: 12, sha256: 'e'.repeat(64) },
  };
}

/** Signed reports that are kept as files for ever, by which key, and what they must be read as. */
export const GOLDEN_REPORTS: readonly {
  readonly file: string;
  readonly key: 'ec' | 'rsa';
  report(): ReportV1;
}[] = [
  { file: 'report-v1-template-1-ec.pdf', key: 'ec', report: () => sampleReport() },
  { file: 'report-v1-template-1-rsa.pdf', key: 'rsa', report: () => sampleReport() },
  { file: 'amended-v1-template-1.pdf', key: 'ec', report: amended },
];

import type { LocalDate } from '#shared/domain/local-date.ts';
import { judge } from '#shared/domain/verdict.ts';
import type { ReportedObjective, ReportV1 } from '#shared/report/report-v1.ts';
import { sampleReport } from './sample-report.ts';

const THRESHOLD = { op: '>=', basisPoints: 5000 } as const;

/** An objective of one's own, A1, with its filter and figures. */
export function addedObjective(
  filter: NonNullable<ReportedObjective['filter']> | undefined,
  numerator: number,
  denominator: number,
  formula = 'dossier.online.resolved.v1',
): ReportedObjective {
  const threshold = { commune: THRESHOLD, district: THRESHOLD };
  const text = { vi: '', en: '' };
  const objective = {
    id: 'A1',
    annexPoint: 'A1',
    formula,
    threshold,
    striven: false,
    title: text,
    sentence: text,
  };
  return {
    ...judge(objective, 'commune', { numerator, denominator, missingData: 0 }),
    annexPoint: 'A1',
    title: 'Hộ tịch trực tuyến',
    sentence: 'Ít nhất 50% hồ sơ hộ tịch nộp trực tuyến.',
    striven: false,
    remark: null,
    given: null,
    ...(filter === undefined ? {} : { filter }),
  };
}

/** The sample report as judged by the commune's own set: 2.3 raised, one objective added. */
export function ownReport(added: ReportedObjective, given = 3500): ReportV1 {
  const report = sampleReport();
  return {
    ...report,
    targetSet: {
      ...report.targetSet,
      id: 'nhon-trach-2024-own',
      decision: {
        number: '15/QĐ-UBND',
        date: '2024-03-01' as LocalDate,
        issuer: 'Chủ tịch Ủy ban nhân dân xã Phước An',
      },
      base: {
        id: report.targetSet.id,
        version: 1,
        sha256: 'c'.repeat(64),
        decision: report.targetSet.decision,
      },
    },
    objectives: [
      ...report.objectives.map((one) =>
        one.id === '2.3' ? { ...one, given: { op: '>=', basisPoints: given } as const } : one,
      ),
      added,
    ],
  };
}

import { judge } from '#shared/domain/verdict.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';

/** A report whose threshold of one objective is another, with the verdict that follows: all its sums hold. */
export const lowered = (report: ReportV1, id: string, basisPoints: number): ReportV1 => ({
  ...report,
  objectives: report.objectives.map((one) => {
    if (one.id !== id) return one;
    const threshold = { ...one.threshold, basisPoints };
    const { numerator, denominator, missingData } = one;
    if (numerator === null || denominator === null) return { ...one, threshold };
    const both = { commune: threshold, district: threshold };
    const text = { vi: one.title, en: one.title };
    const objective = { ...one, threshold: both, title: text, sentence: text };
    return {
      ...one,
      ...judge(objective, 'commune', { numerator, denominator, missingData: missingData ?? 0 }),
    };
  }),
});

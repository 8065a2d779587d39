import { formatDate } from '../../domain/local-date.ts';
import { fill } from '../../i18n/fill.ts';
import type { ReportV1 } from '../report-v1.ts';
import type { ReportWords } from '../words.ts';

/** `(Kèm theo Báo cáo số … ngày … của …)`; number and date each stay blank where they are to be written in. */
export function attachedTo(report: ReportV1, { page }: ReportWords): string {
  const { number, date } = report.document;
  const { annex } = page;
  return fill(annex.with, {
    number: number === null || number === '' ? annex.blankNumber : number,
    date:
      date === null ? fill(annex.blankDate, { year: report.report.createdAt.slice(0, 4) }) : formatDate(date),
    unit: report.unit.name,
  });
}

import { dateParts, formatDate, type LocalDate } from '../../domain/local-date.ts';
import { fill } from '../../i18n/fill.ts';
import type { ReportV1 } from '../report-v1.ts';
import type { ReportWords } from '../words.ts';

/** `(Kèm theo Báo cáo số … ngày … của …)`, blank where the paper leaves number and date to be written in. */
export function attachedTo(report: ReportV1, { page }: ReportWords): string {
  const { number, date } = report.document;
  const unit = report.unit.name;
  if (number === null || number === '' || date === null) {
    return fill(page.annex.withBlank, { year: yearOf(date, report.report.createdAt), unit });
  }
  return fill(page.annex.with, { number, date: formatDate(date), unit });
}

function yearOf(date: LocalDate | null, createdAt: string): string {
  return date === null ? createdAt.slice(0, 4) : String(dateParts(date).year);
}

import { sameCounts } from '../domain/closing/figures.ts';
import { parsePeriodId, resolvePeriod } from '../domain/period.ts';
import type { Contradiction } from './contradiction.ts';
import type { CorrectedPeriod, ReportV1 } from './report-v1.ts';

/**
 * Corrections of earlier periods: each a period of this report year or the year before that ends no later than the
 * report's own, named by a report of that period, and with figures that differ from what was signed.
 */
export function corrections(report: ReportV1): Contradiction[] {
  const all = report.corrections ?? [];
  const found = all.flatMap((one) => ofPeriod(one, report));
  if (new Set(all.map(({ period }) => period.id)).size < all.length)
    found.push(contradiction('twice', all.length, null));
  return found;
}

function ofPeriod(
  { period, report: named, objectives, flow }: CorrectedPeriod,
  report: ReportV1,
): Contradiction[] {
  const found: Contradiction[] = [];
  const parts = parsePeriodId(period.id);
  const own = parsePeriodId(report.period.id);
  const dates = parts === null ? null : resolvePeriod(period.id, period.scheme);
  const years = parts === null || own === null ? -1 : own.year - parts.year;
  if (
    dates === null ||
    dates.to > report.period.to ||
    period.id === report.period.id ||
    years < 0 ||
    years > 1
  )
    found.push(contradiction('period', period.id, null));
  if (!named.reportId.endsWith(`-${period.id}`))
    found.push(contradiction('report', named.reportId, period.id));
  const figures = [
    ...objectives.map(({ id }) => id),
    ...flow.map(({ field, column }) => JSON.stringify([field, column])),
  ];
  if (figures.length === 0 || new Set(figures).size < figures.length)
    found.push(contradiction(`${period.id} figures`, figures.length, null));
  for (const { id, was, now } of objectives) {
    if (sameCounts(was, now)) found.push(contradiction(`${period.id} ${id}`, now.numerator, was.numerator));
    for (const { numerator, denominator } of [was, now]) {
      if ((numerator === null) !== (denominator === null) || (numerator ?? 0) > (denominator ?? 0))
        found.push(contradiction(`${period.id} ${id}`, numerator, denominator));
    }
  }
  for (const { field, column, was, now } of flow)
    if (was === now) found.push(contradiction(`${period.id} ${field ?? 'total'} ${column}`, now, was));
  return found;
}

function contradiction(
  where: string,
  stated: string | number | null,
  expected: string | number | null,
): Contradiction {
  return { code: 'CORRECTION_FALSE', where: `corrections ${where}`, stated, expected };
}

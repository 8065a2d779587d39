import { figureChanges, isUnchanged } from '#shared/domain/closing/figures.ts';
import { presentFigures } from '#shared/domain/closing/signed-period.ts';
import type { CountSources } from '#shared/domain/count-source.ts';
import { type Period, parsePeriodId } from '#shared/domain/period.ts';
import type { ChangedFigures } from '#shared/ipc/contract/reports.ts';
import { cleanLine } from '#shared/report/clean-text.ts';
import type { CorrectedPeriod } from '#shared/report/report-v1.ts';
import type { ReportRecord, Store } from '../ports.ts';
import { type ClosedPeriod, closedPeriods } from './closed-periods.ts';

/**
 * What a report has to say of earlier periods: every signed one of the same report year and the year before, ending no
 * later than the report's own, whose figures are others now than in its last signed revision; by their last day.
 */
export function correctionsBefore(
  store: Store,
  own: Pick<Period, 'id' | 'to'>,
  sources: CountSources,
): CorrectedPeriod[] {
  return closedPeriods(store)
    .filter((closed) => isEarlier(closed, own))
    .sort((a, b) => compare(a.period.to, b.period.to) || compare(a.report.period, b.report.period))
    .flatMap((closed) => {
      const changes = figureChanges(closed.signed, presentFigures(closed, sources));
      if (isUnchanged(changes)) return [];
      const { report, period } = closed;
      const { reportId, revision, sha256 } = report;
      return [
        {
          period: { id: report.period, scheme: period.scheme ?? sources.scheme },
          report: { reportId, revision, sha256 },
          objectives: changes.objectives,
          flow: changes.flow,
          reasons: reasonsOf(store, closed),
        },
      ];
    });
}

/** Which figures of a period's last signed report are others now, and why. */
export function changesSince(
  store: Store,
  report: Pick<ReportRecord, 'id'>,
  sources: CountSources,
): ChangedFigures {
  const closed = closedPeriods(store).find((one) => one.report.id === report.id);
  if (closed === undefined) return { objectives: [], flow: [], reasons: [] };
  return {
    ...figureChanges(closed.signed, presentFigures(closed, sources)),
    reasons: reasonsOf(store, closed),
  };
}

function isEarlier({ period }: ClosedPeriod, own: Pick<Period, 'id' | 'to'>): boolean {
  const mine = parsePeriodId(own.id ?? '');
  const other = parsePeriodId(period.id ?? '');
  if (mine === null || other === null || period.id === own.id || period.to > own.to) return false;
  const years = mine.year - other.year;
  return years === 0 || years === 1;
}

/** Each reason once, in the order in which they were given. */
function reasonsOf({ reports }: Store, { report }: ClosedPeriod): string[] {
  const given = reports.corrections(report.id).map(({ reason }) => cleanLine(reason ?? ''));
  return [...new Set(given)].filter((reason) => reason !== '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

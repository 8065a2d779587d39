import { type SignedFigures, type SignedPeriod, signedPeriod } from '#shared/domain/closing/signed-period.ts';
import type { ReportRecord, Store } from '../ports.ts';

/** A period that a signed report has closed. */
export interface ClosedPeriod extends SignedPeriod {
  /** The last signed revision, whose figures count. */
  readonly report: ReportRecord;
}

// Reports are never changed or removed, so what was read of them holds until another one is signed.
const read = new WeakMap<Store, { readonly count: number; readonly periods: readonly ClosedPeriod[] }>();

/** All closed periods of the folder, each by its last signed revision, in the order in which those were signed. */
export function closedPeriods(store: Store): readonly ClosedPeriod[] {
  const reports = store.reports.list();
  const known = read.get(store);
  if (known?.count === reports.length) return known.periods;
  const last = new Map(reports.map((report) => [report.period, report]));
  const periods = [...last.values()].map((report) => ({
    ...signedPeriod(store.reports.json(report.id) as SignedFigures),
    report,
  }));
  read.set(store, { count: reports.length, periods });
  return periods;
}

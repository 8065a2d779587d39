import { type Period, resolvePeriod } from '#shared/domain/period.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import { periods } from '../evaluation/periods.ts';
import { receiptState, takenReceipts } from '../receiver/kept-receipts.ts';

/** Every period with dossiers or a signed report, and the current one, newest first; each with its last report. */
export function timeline(workspace: Workspace): Output<'reports.timeline'> {
  const { store, clock } = workspace;
  const { periodScheme } = readProfile(store);
  const today = clock.today();
  const { current, withData } = periods(workspace);
  const signed = store.reports.list();
  const receipts = takenReceipts(workspace);
  const ids = new Set([current, ...withData, ...signed.map(({ period }) => period)]);
  return [...ids]
    .flatMap((id) => resolvePeriod(id, periodScheme) ?? [])
    .sort(newestFirst)
    .map(({ id, from, to }) => {
      const period = id ?? '';
      const report = signed.filter((one) => one.period === period).at(-1) ?? null;
      const state = report !== null ? 'signed' : from > today ? 'future' : today <= to ? 'running' : 'due';
      const receipt = report === null ? null : receiptState(receipts.get(report.id) ?? []);
      // A signed period keeps the days for which it was signed, however periods are cut now.
      const days = report === null ? { from, to } : { from: report.from, to: report.to };
      return { period, ...days, state, report, receipt };
    });
}

/** By the last day, then the longer period first. */
function newestFirst(a: Period, b: Period): number {
  if (a.to !== b.to) return a.to < b.to ? 1 : -1;
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}

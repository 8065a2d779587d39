import { resolvePeriod } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { buildSummaryView } from '#shared/report/view/build-summary-view.ts';
import type { SummaryView } from '#shared/report/view/summary-model.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import { composeReport } from '../reports/compose-report.ts';

/**
 * What a summary tells of: the period's last signed report; the draft where none is signed, or where `draft` asks for
 * it. Throws `AppError` PERIOD_UNKNOWN.
 */
export function reportOf(
  workspace: Workspace,
  period: string,
  draft: boolean,
): { readonly report: ReportV1; readonly signed: boolean } {
  const { store } = workspace;
  if (resolvePeriod(period, readProfile(store).periodScheme) === null)
    throw new AppError('PERIOD_UNKNOWN', { period });
  const archived = draft ? undefined : store.reports.list(period).at(-1);
  return archived === undefined
    ? { report: composeReport(workspace, period).report, signed: false }
    : // Archived by this program, which checked it before it signed it.
      { report: store.reports.json(archived.id) as ReportV1, signed: true };
}

/**
 * The summary of a period for the notice board. Where citizens ask and complain is recorded nowhere yet: the paper has
 * lines to be written on. Throws `AppError` PERIOD_UNKNOWN.
 */
export function summaryView(workspace: Workspace, period: string, draft = false): SummaryView {
  const { report, signed } = reportOf(workspace, period, draft);
  return buildSummaryView(cleanTexts(report), {
    draft: !signed,
    contact: { place: null, phone: null, email: null },
  });
}

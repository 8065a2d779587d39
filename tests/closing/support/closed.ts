import { createHash } from 'node:crypto';
import { closedPeriods } from '#electron/application/closing/closed-periods.ts';
import { composeReport } from '#electron/application/reports/compose-report.ts';
import { type FigureChanges, type Figures, figureChanges } from '#shared/domain/closing/figures.ts';
import { presentFigures } from '#shared/domain/closing/signed-period.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import type { Office } from '../../unit/application/support/office.ts';

export const day = (text: string): LocalDate => text as LocalDate;

/** Archives a period's report as signed, without drawing and signing it, which other tests try. */
export async function close(office: Office, period: string): Promise<ReportV1> {
  const { store } = await office.backend.workspace();
  const { report } = composeReport(await office.backend.workspace(), period);
  const { id, revision, createdAt } = report.report;
  const pdf = Buffer.from(`%PDF ${store.reports.list().length + 1}`);
  await store.write((tx) =>
    tx.insertReport(
      {
        reportId: id,
        revision,
        period,
        from: report.period.from,
        to: report.period.to,
        signedAt: createdAt,
        signedBy: 'Trần Thị Mẫu',
        sha256: createHash('sha256').update(pdf).digest('hex'),
        fileName: `${period}.pdf`,
      },
      report,
      pdf,
    ),
  );
  return report;
}

/** What differs now from what was signed, by period; asked of the records, not of what the guard remembers. */
export async function differences(office: Office): Promise<ReadonlyMap<string, FigureChanges>> {
  const { store } = await office.backend.workspace();
  const sources = { dossiers: store.dossiers.counts, ledgers: store.entries, scheme: 'nd09' as const };
  return new Map(
    closedPeriods(store).map((closed) => {
      const signed = store.reports.json(closed.report.id) as Figures;
      return [closed.report.period, figureChanges(signed, presentFigures(closed, sources))];
    }),
  );
}

/** The code (and parameters) with which a call is refused; null when it is done. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; params: unknown } | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, params: error.params };
    throw error;
  }
}

import { totalRow } from '#shared/domain/flow.ts';
import { handRatio, overlappingHandCounts } from '#shared/domain/formulas/hand-counts.ts';
import { beforeFounding } from '#shared/domain/founding.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import type { ReportCheck } from '#shared/ipc/contract/reports.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { readProfile } from '../app/documents.ts';
import { closedPeriods } from '../closing/closed-periods.ts';
import type { Workspace } from '../context.ts';
import { procedureLookup } from '../dossiers/procedure-lookup.ts';

/** Codes that a filter of the list can name. */
const MOST_CODES = 500;

/**
 * What is carried over must be what was pending at the end of the last signed period before this one (Biểu II.06a,
 * column 6 against column 11). A difference that the corrections of the report explain with a reason is a warning, and
 * so is one with a period that was signed before it was over; any other is an error.
 */
export function carriedOverCheck({ store }: Workspace, report: ReportV1): ReportCheck[] {
  const before = addDays(report.period.from, -1);
  const last = closedPeriods(store)
    .filter(({ period }) => period.to === before)
    .at(-1);
  const was = (last && totalRow(last.signed.flow))?.pending.total;
  const now = totalRow(report.flow)?.received.carriedOver;
  if (last === undefined || was === undefined || now === undefined || was === now) return [];
  const early = last.period.end < last.period.to;
  const explained = (report.corrections ?? []).some(
    ({ period, flow, reasons }) =>
      period.id === last.report.period &&
      reasons.length > 0 &&
      flow.some((one) => one.field === null && one.column === 'pending.total' && one.now === now),
  );
  const severity = early || explained ? 'warning' : 'error';
  return [{ code: 'CARRIED_OVER', severity, params: { period: last.report.period, was, now } }];
}

/** Dossiers received in the period whose procedure code is in no version of the catalogue then in force. */
export function unknownProceduresCheck(workspace: Workspace, { period, asOf }: ReportV1): ReportCheck[] {
  const { store, clock } = workspace;
  const end = period.to < asOf ? period.to : asOf;
  if (end < period.from) return [];
  const { byCode } = procedureLookup(workspace);
  const unknown = store.dossiers
    .recorded('procedure-code')
    .filter((code) => byCode(code, period.from) === null && byCode(code, end) === null);
  const days = { receivedFrom: period.from, receivedTo: end };
  const filter: DossierFilter = { procedureCodes: unknown.slice(0, MOST_CODES), ...days };
  const count = unknown.length === 0 ? 0 : store.dossiers.index(filter, clock.today()).length;
  if (count === 0) return [];
  return [{ code: 'UNKNOWN_PROCEDURES', severity: 'warning', params: { count }, filter }];
}

/** Counts by hand whose days overlap are added up though both may have counted the same (one check an objective). */
export function handCountsCheck({ store }: Workspace, { objectives, period }: ReportV1): ReportCheck[] {
  const byHand = objectives.filter(({ formula }) => formula === handRatio.id);
  const entries = byHand.length === 0 ? [] : store.entries.entries('hand-counts');
  return byHand.flatMap(({ id }): ReportCheck[] => {
    const count = overlappingHandCounts(entries, id, period.from, period.to).length;
    if (count === 0) return [];
    return [{ code: `HAND_COUNTS_OVERLAP:${id}`, severity: 'warning', params: { objective: id, count } }];
  });
}

/** Days by which the date of the document may differ from the day on which it is signed. */
const NEAR = 30;

/** A mistyped date of the document is found by being far from today. */
export function documentDateCheck({ clock }: Workspace, { document }: ReportV1): ReportCheck[] {
  const today = clock.today();
  if (document.date === null || isNear(document.date, today)) return [];
  return [{ code: 'DATE_FAR', severity: 'warning', params: { day: document.date, today } }];
}

function isNear(day: LocalDate, today: LocalDate): boolean {
  return addDays(today, -NEAR) <= day && day <= addDays(today, NEAR);
}

/** A period that was over before the unit was founded: its figures are those of the units which became this one. */
export function foundingCheck({ store }: Workspace, { period }: ReportV1): ReportCheck[] {
  const { founded } = readProfile(store);
  if (founded === undefined || beforeFounding(period, founded) !== 'all') return [];
  return [{ code: 'BEFORE_FOUNDING', severity: 'warning', params: { day: founded.on } }];
}

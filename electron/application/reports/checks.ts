import { flowViolations, totalRow } from '#shared/domain/flow.ts';
import { findFormula } from '#shared/domain/formulas/registry.ts';
import type { Prepared, ReportCheck } from '#shared/ipc/contract/reports.ts';
import { recheckReport } from '#shared/report/recheck.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { dayInVietnam } from '#shared/text/time-in-vietnam.ts';
import { clockBehind } from '../app/clock-behind.ts';
import type { Workspace } from '../context.ts';
import {
  carriedOverCheck,
  documentDateCheck,
  foundingCheck,
  handCountsCheck,
  unknownProceduresCheck,
} from './closing-checks.ts';
import { SIGNED_BY_PREPARER } from './draft-text.ts';

/** More of one kind would say no more. */
const MOST = 10;

/**
 * What stands against signing a report. Errors block. A warning passes with a written reason, which travels in the
 * file and on the page; the code of a warning about an objective ends in `:ID`, so that each has its own reason.
 */
export function reportChecks(
  workspace: Workspace,
  report: ReportV1,
  prepared: Prepared | null,
): ReportCheck[] {
  return [
    ...errors(workspace, report),
    ...carriedOverCheck(workspace, report),
    ...warnings(workspace, report),
    ...unknownProceduresCheck(workspace, report),
    ...handCountsCheck(workspace, report),
    ...documentDateCheck(workspace, report),
    ...foundingCheck(workspace, report),
    ...preparerCheck(workspace, prepared),
  ];
}

function errors({ store, clock }: Workspace, report: ReportV1): ReportCheck[] {
  const found: ReportCheck[] = [];
  const error = (code: string, params: ReportCheck['params'] = {}) =>
    found.push({ code, severity: 'error', params });
  const { signatory, period, flow } = report;
  // After a change of settings the same period may mean other days, or another unit speak: that replaces nothing.
  const signed = store.reports.list(period.id).at(-1);
  if (signed !== undefined && (signed.from !== period.from || signed.to !== period.to))
    error('SIGNED_OTHER_DAYS', { from: signed.from, to: signed.to });
  if (signed !== undefined && signed.reportId !== report.report.id)
    error('SIGNED_OTHER_UNIT', { report: signed.reportId, code: report.unit.code });
  if (found.length > 0) return found;
  if (store.dossiers.isEmpty()) error('NO_DOSSIERS');
  if (clock.today() < period.from) error('PERIOD_NOT_BEGUN', { day: period.from });
  if (signatory.name === '' || signatory.title === '') error('SIGNATORY_MISSING');
  const violations = flowViolations(flow);
  for (const { field, rule, left, right } of violations.slice(0, MOST))
    error('FLOW_UNBALANCED', { field: field ?? '', rule, left, right });
  if (violations.length > 0 || clock.today() < period.from) return found;
  // What the receiver's check would refuse is not signed in the first place.
  for (const { where, stated, expected } of recheckReport(report).slice(0, MOST))
    error('CONTRADICTION', { where, stated, expected });
  return found;
}

function warnings({ store, clock }: Workspace, report: ReportV1): ReportCheck[] {
  const found: ReportCheck[] = [];
  const warning = (code: string, params: ReportCheck['params']) =>
    found.push({ code, severity: 'warning', params });
  const { period, objectives, flow } = report;
  if (clock.today() <= period.to) warning('PERIOD_NOT_OVER', { day: period.to });
  for (const { id, formula, missingData, denominator } of objectives) {
    // What lacks a fact is called a dossier only where dossiers are counted.
    const code = findFormula(formula)?.kind === 'dossier' ? 'MISSING_DATA' : 'MISSING_FACT';
    if ((missingData ?? 0) > 0) warning(`${code}:${id}`, { objective: id, count: missingData, denominator });
  }
  const total = totalRow(flow);
  if (total && total.pending.overdue > 0) warning('OVERDUE_PENDING', { count: total.pending.overdue });
  const fieldless = flow.find(({ field }) => field === '');
  if (fieldless) warning('FIELD_MISSING', { count: fieldless.received.total });
  // The signature bears a day: a clock that is wrong within it makes no difference here.
  const behind = clockBehind(store, clock);
  const [day, last] = [dayInVietnam(behind?.now ?? clock.now()), behind && dayInVietnam(behind.last)];
  if (last !== null && day < last) warning('CLOCK_BEHIND', { day, last });
  return found;
}

/** Two pairs of eyes: who signs should not be who prepared it. */
function preparerCheck({ actor }: Workspace, prepared: Prepared | null): ReportCheck[] {
  if (prepared === null || prepared.login !== actor.login) return [];
  return [{ code: SIGNED_BY_PREPARER, severity: 'warning', params: { name: prepared.name } }];
}

/** What still holds a report back: errors, and warnings without a reason. */
export function standing(
  checks: readonly ReportCheck[],
  reasons: Readonly<Record<string, string>>,
): ReportCheck[] {
  return checks.filter(({ code, severity }) => severity === 'error' || (reasons[code] ?? '').trim() === '');
}

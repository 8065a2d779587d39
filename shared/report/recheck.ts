import { flowViolations } from '../domain/flow.ts';
import { parseIsoDate } from '../domain/local-date.ts';
import { parsePeriodId, resolvePeriod } from '../domain/period.ts';
import { passes, percentOf, shortBy, verdictOf } from '../domain/verdict.ts';
import { isClean } from './clean-text.ts';
import { type ReportedObjective, type ReportV1, reportIdOf } from './report-v1.ts';

/** What a report says that cannot be so. `where` names the place: an objective, a field, a member of the data. */
export interface Contradiction {
  readonly code:
    | 'OBJECTIVE_FALSE'
    | 'FLOW_FALSE'
    | 'PERIOD_FALSE'
    | 'IDENTITY_FALSE'
    | 'TEXT_FALSE'
    | 'FIGURES_DISAGREE';
  readonly where: string;
  readonly stated: string | number | null;
  readonly expected: string | number | null;
}

/**
 * Recomputes everything in a report that follows from its own counts: percentages, verdicts, distances to the
 * threshold, the equations and totals of Biểu II.06a, the dates of the period, and the figures that objectives
 * share with the flow table. Empty for a sound report. The report must already fit the schema.
 */
export function recheckReport(report: ReportV1): Contradiction[] {
  return [
    ...identity(report),
    ...period(report),
    ...report.objectives.flatMap(objective),
    ...flow(report),
    ...sharedFigures(report),
    ...texts(report, ''),
  ];
}

function identity({ report, unit, period }: ReportV1): Contradiction[] {
  const found: Contradiction[] = [];
  const expected = reportIdOf(unit.code, period.id);
  if (report.id !== expected)
    found.push({ code: 'IDENTITY_FALSE', where: 'report.id', stated: report.id, expected });
  const { supersedes, revision } = report;
  if (
    supersedes === null
      ? revision !== 1
      : supersedes.reportId !== report.id || supersedes.revision !== revision - 1
  ) {
    found.push({
      code: 'IDENTITY_FALSE',
      where: 'report.supersedes',
      stated: supersedes?.revision ?? null,
      expected: revision - 1,
    });
  }
  return found;
}

function period({ period, asOf, document, targetSet, report }: ReportV1): Contradiction[] {
  const found: Contradiction[] = [];
  const check = (where: string, stated: string, expected: string | null) => {
    if (stated !== expected) found.push({ code: 'PERIOD_FALSE', where, stated, expected });
  };
  const dates = parsePeriodId(period.id) ? resolvePeriod(period.id, period.scheme) : null;
  check('period.from', period.from, dates?.from ?? null);
  check('period.to', period.to, dates?.to ?? null);
  for (const [where, day] of Object.entries({
    asOf,
    'document.date': document.date,
    'targetSet.decision.date': targetSet.decision.date,
  })) {
    if (day !== null) check(where, day, parseIsoDate(day));
  }
  if (asOf < period.from) check('asOf', asOf, period.from);
  if (new Date(report.createdAt).toISOString().slice(0, 19) !== report.createdAt.slice(0, 19))
    check('report.createdAt', report.createdAt, null);
  return found;
}

function objective(stated: ReportedObjective): Contradiction[] {
  const found: Contradiction[] = [];
  const check = (what: string, is: string | number | null, expected: string | number | null) => {
    if (is !== expected)
      found.push({ code: 'OBJECTIVE_FALSE', where: `${stated.id} ${what}`, stated: is, expected });
  };
  const { numerator, denominator, missingData, threshold, verdict } = stated;
  if (numerator === null || denominator === null) {
    // Nobody counted: no figure may stand, and no verdict that would need one.
    for (const what of ['numerator', 'denominator', 'percent', 'shortBy', 'missingData'] as const)
      check(what, stated[what], null);
    if (verdict !== 'not-recorded' && verdict !== 'not-due') check('verdict', verdict, 'not-recorded');
    return found;
  }
  if (numerator > denominator) check('numerator', numerator, denominator);
  if (missingData === null || missingData > denominator) check('missingData', missingData, denominator);
  check('percent', stated.percent, percentOf(numerator, denominator));
  check('verdict', verdict, verdictOf(numerator, denominator, threshold));
  check(
    'shortBy',
    stated.shortBy,
    denominator > 0 && passes(numerator, denominator, threshold)
      ? null
      : shortBy(numerator, denominator, threshold),
  );
  return found;
}

function flow({ flow: rows, objectives }: ReportV1): Contradiction[] {
  const found: Contradiction[] = flowViolations(rows).map(({ field, rule, left, right }) => ({
    code: 'FLOW_FALSE',
    where: `${field ?? 'total'} ${rule}`,
    stated: left,
    expected: right,
  }));
  if (rows.at(-1)?.field !== null)
    found.push({ code: 'FLOW_FALSE', where: 'total', stated: rows.length, expected: null });
  if (new Set(rows.map(({ field }) => field)).size < rows.length)
    found.push({ code: 'FLOW_FALSE', where: 'field twice', stated: rows.length, expected: null });
  if (new Set(objectives.map(({ id }) => id)).size < objectives.length) {
    found.push({
      code: 'OBJECTIVE_FALSE',
      where: 'objective twice',
      stated: objectives.length,
      expected: null,
    });
  }
  return found;
}

/** Figures that stand in two places must be the same (counting.md: both count the same dossiers). */
function sharedFigures({ flow: rows, objectives, records }: ReportV1): Contradiction[] {
  const total = rows.find(({ field }) => field === null);
  if (!total) return [];
  const found: Contradiction[] = [];
  const check = (where: string, stated: number | null, expected: number) => {
    if (stated !== expected) found.push({ code: 'FIGURES_DISAGREE', where, stated, expected });
  };
  const { received, resolved } = total;
  const receivedInPeriod = received.online + received.other;
  check('records.count', records.count, received.total);
  for (const { id, formula, numerator, denominator } of objectives) {
    if (denominator === null) continue;
    switch (formula) {
      case 'dossier.on-time.resolved.v1':
        check(`${id} numerator`, numerator, resolved.early + resolved.onTime);
        check(`${id} denominator`, denominator, resolved.total);
        break;
      case 'dossier.online.resolved.v1':
      case 'dossier.on-time.reappointed.v1':
      case 'dossier.result-digitised.all.v1':
        check(`${id} denominator`, denominator, resolved.total);
        break;
      case 'dossier.on-time.qd766.v1':
        check(`${id} denominator`, denominator, received.total);
        break;
      case 'dossier.online.received.v1':
        check(`${id} numerator`, numerator, received.online);
        check(`${id} denominator`, denominator, receivedInPeriod);
        break;
      case 'dossier.in-software.v1':
        check(`${id} denominator`, denominator, receivedInPeriod);
        break;
      case 'dossier.digitised.received.v1':
      case 'dossier.parallel.v1':
        if (denominator > receivedInPeriod) check(`${id} denominator`, denominator, receivedInPeriod);
        break;
      case 'dossier.result-digitised.resolved.v1':
        if (denominator > resolved.total) check(`${id} denominator`, denominator, resolved.total);
        break;
    }
  }
  return found;
}

/** Every text is as the office's program leaves it: NFC, without control characters that could hide words. */
function texts(value: unknown, where: string): Contradiction[] {
  if (typeof value === 'string')
    return isClean(value) ? [] : [{ code: 'TEXT_FALSE', where, stated: null, expected: null }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) =>
    texts(member, where === '' ? key : `${where}.${key}`),
  );
}

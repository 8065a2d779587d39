import { flowViolations } from '../domain/flow.ts';
import { addDays, minDate, parseIsoDate } from '../domain/local-date.ts';
import { parsePeriodId, resolvePeriod } from '../domain/period.ts';
import { isAtLeastAsStrict } from '../domain/targets/own-set-rules.ts';
import { passes, percentOf, shortBy, verdictOf } from '../domain/verdict.ts';
import { dayInVietnam } from '../text/time-in-vietnam.ts';
import { isClean } from './clean-text.ts';
import type { Contradiction } from './contradiction.ts';
import { corrections } from './recheck-corrections.ts';
import { sharedFigures } from './recheck-shared.ts';
import { type ReportedObjective, type ReportV1, reportIdOf } from './report-v1.ts';

export type { Contradiction } from './contradiction.ts';

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
    ...report.objectives.flatMap((one) => ownThreshold(one, report.targetSet)),
    ...flow(report),
    ...sharedFigures(report),
    ...corrections(report),
    ...texts(report, ''),
  ];
}

function identity({ report, unit, period }: ReportV1): Contradiction[] {
  const found: Contradiction[] = [];
  const expected = reportIdOf(unit.code, period.id);
  if (report.id !== expected)
    found.push({ code: 'IDENTITY_FALSE', where: 'report.id', stated: report.id, expected });
  const { supersedes, revision, previous } = report;
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
  // The last report before this one is of this period only where this one supersedes it.
  if (
    previous?.reportId === report.id &&
    (previous.revision !== supersedes?.revision || previous.sha256 !== supersedes.sha256)
  ) {
    const where = 'report.previous';
    found.push({ code: 'IDENTITY_FALSE', where, stated: previous.revision, expected: revision - 1 });
  }
  if (supersedes === null && (report.reason ?? null) !== null)
    found.push({ code: 'IDENTITY_FALSE', where: 'report.reason', stated: revision, expected: null });
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
  // Figures are of the day of signing, by a clock of any place: never of a later day, nor of one that leaves days out.
  const signed = new Date(report.createdAt);
  if (Number.isFinite(signed.getTime())) {
    const day = dayInVietnam(report.createdAt);
    const [earliest, latest] = [minDate(period.to, addDays(day, -1)), addDays(day, 1)];
    if (asOf > latest) check('asOf', asOf, latest);
    else if (asOf < earliest) check('asOf', asOf, earliest);
  }
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

/** A unit's own set raises thresholds and adds objectives; it never lowers one, and it stands beneath a given set. */
function ownThreshold(
  { id, given, threshold }: ReportedObjective,
  { base }: ReportV1['targetSet'],
): Contradiction[] {
  if (given === undefined) return [];
  const found: Contradiction[] = [];
  if (base === undefined)
    found.push({ code: 'OBJECTIVE_FALSE', where: `${id} given`, stated: null, expected: null });
  if (given !== null && !isAtLeastAsStrict(threshold, given)) {
    found.push({
      code: 'OBJECTIVE_FALSE',
      where: `${id} threshold`,
      stated: threshold.basisPoints,
      expected: given.basisPoints,
    });
  }
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

/** Every text is as the office's program leaves it: NFC, without control characters that could hide words. */
function texts(value: unknown, where: string): Contradiction[] {
  if (typeof value === 'string')
    return isClean(value) ? [] : [{ code: 'TEXT_FALSE', where, stated: null, expected: null }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) =>
    texts(member, where === '' ? key : `${where}.${key}`),
  );
}

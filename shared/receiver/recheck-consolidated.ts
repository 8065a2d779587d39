import { flowFigures, flowViolations } from '../domain/flow.ts';
import { resolvePeriod } from '../domain/period.ts';
import { passes, percentOf, shortBy, verdictOf } from '../domain/verdict.ts';
import { canonicalJson } from '../report/canonical-json.ts';
import { isClean } from '../report/clean-text.ts';
import { type ConsolidatedUnit, type ConsolidatedV1, consolidatedIdOf } from './consolidated-v1.ts';

/** Something that does not follow from the rest. */
export interface ConsolidatedFault {
  readonly where: string;
  readonly stated: string | number | null;
  readonly expected: string | number | null;
}

/**
 * Recomputes every sum, verdict and percentage of a consolidated report from its summands, unit by unit; empty for a
 * sound one. The value must already fit the schema.
 */
export function recheckConsolidated(report: ConsolidatedV1): ConsolidatedFault[] {
  const found: ConsolidatedFault[] = [];
  const check = (where: string, stated: string | number | null, expected: string | number | null): void => {
    if (stated !== expected) found.push({ where, stated, expected });
  };
  const { period, unit, units } = report;
  check('report.id', report.report.id, consolidatedIdOf(unit.code, period.id));
  const dates = resolvePeriod(period.id, period.scheme);
  check('period.from', period.from, dates?.from ?? null);
  check('period.to', period.to, dates?.to ?? null);
  check('units', new Set(units.map(({ code }) => code)).size, units.length);
  for (const one of units) unitFaults(one, check);
  const counted = units.filter(({ report: sent }) => sent !== null);
  for (const total of report.objectives) {
    const { id, numerator, denominator, threshold } = total;
    const figures = counted.flatMap((one) => one.figures.filter((figure) => figure.id === id));
    const sum = (pick: (figure: (typeof figures)[number]) => number): number | null =>
      figures.length === 0 ? null : figures.reduce((all, figure) => all + pick(figure), 0);
    check(`${id} units`, total.units, figures.length);
    check(
      `${id} numerator`,
      numerator,
      sum((figure) => figure.numerator),
    );
    check(
      `${id} denominator`,
      denominator,
      sum((figure) => figure.denominator),
    );
    check(
      `${id} missingData`,
      total.missingData,
      sum((figure) => figure.missingData),
    );
    check(`${id} leftOut`, total.leftOut.length, counted.length - figures.length);
    const missedBy = counted.filter(({ missed }) => missed.includes(id)).map(({ code }) => code);
    check(`${id} missedBy`, total.missedBy.join(', '), missedBy.join(', '));
    if (numerator === null || denominator === null) {
      if (total.verdict !== 'not-due') check(`${id} verdict`, total.verdict, 'not-recorded');
      check(`${id} percent`, total.percent, null);
      check(`${id} shortBy`, total.shortBy, null);
      continue;
    }
    check(`${id} verdict`, total.verdict, verdictOf(numerator, denominator, threshold));
    check(`${id} percent`, total.percent, percentOf(numerator, denominator));
    const short =
      denominator > 0 && passes(numerator, denominator, threshold)
        ? null
        : shortBy(numerator, denominator, threshold);
    check(`${id} shortBy`, total.shortBy, short);
  }
  flowFaults(report, counted, check);
  if (!textsClean(report)) found.push({ where: 'text', stated: null, expected: null });
  return found;
}

type Check = (where: string, stated: string | number | null, expected: string | number | null) => void;

/** A unit has figures exactly where a report of it counts. */
function unitFaults(one: ConsolidatedUnit, check: Check): void {
  const { code, state, report, figures, flow, missed } = one;
  check(`${code} state`, state === 'received' ? 'received' : 'other', report === null ? 'other' : 'received');
  check(`${code} flow`, flow === null ? 0 : 1, report === null ? 0 : 1);
  if (report === null) check(`${code} figures`, figures.length + missed.length, 0);
  check(`${code} figures twice`, new Set(figures.map(({ id }) => id)).size, figures.length);
  for (const { id, numerator, denominator, missingData } of figures) {
    if (numerator > denominator) check(`${code} ${id} numerator`, numerator, denominator);
    if (missingData > denominator) check(`${code} ${id} missingData`, missingData, denominator);
  }
}

function flowFaults(report: ConsolidatedV1, counted: readonly ConsolidatedUnit[], check: Check): void {
  for (const { field, rule, left, right } of flowViolations(report.flow))
    check(`${field ?? 'total'} ${rule}`, left, right);
  const total = report.flow.at(-1);
  check('flow total', total?.field === null ? 1 : 0, 1);
  if (total === undefined) return;
  flowFigures(total).forEach((figure, column) => {
    const sum = counted.reduce(
      (all, { flow }) => all + (flow === null ? 0 : (flowFigures(flow)[column] ?? 0)),
      0,
    );
    check(`flow column ${column + 3}`, figure, sum);
  });
  for (const { code, flow } of counted)
    if (flow !== null)
      check(`${code} flow`, flowViolations([flow]).filter(({ rule }) => rule !== 'total').length, 0);
}

function textsClean(value: unknown): boolean {
  if (typeof value === 'string') return isClean(value);
  if (value === null || typeof value !== 'object') return true;
  return Object.values(value).every(textsClean);
}

/** The bytes of `tong-hop.json` as text. */
export function consolidatedText(report: ConsolidatedV1): string {
  return canonicalJson(report);
}

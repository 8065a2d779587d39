import type { FlowRow } from '../domain/evaluation.ts';
import { totalRow } from '../domain/flow.ts';
import type { Contradiction } from './contradiction.ts';
import type { ReportedObjective, ReportV1 } from './report-v1.ts';

/** What the flow table says of the dossiers that an objective looks at. */
interface Scope {
  readonly received: number;
  readonly online: number;
  readonly handled: number;
  readonly resolved: number;
  readonly inTime: number;
  /** The objective looks at these very dossiers; else at some of them. */
  readonly exact: boolean;
}

/** Figures that stand in two places must be the same (counting.md: both count the same dossiers). */
export function sharedFigures({ flow: rows, objectives, records }: ReportV1): Contradiction[] {
  const total = totalRow(rows);
  if (!total) return [];
  const found: Contradiction[] =
    records.count === total.received.total
      ? []
      : [
          {
            code: 'FIGURES_DISAGREE',
            where: 'records.count',
            stated: records.count,
            expected: total.received.total,
          },
        ];
  return [...found, ...objectives.flatMap((one) => disagreements(one, scopeOf(one.filter, total, rows)))];
}

/** An objective filtered by field alone looks at the rows of those fields; with any other filter at some dossiers of all. */
function scopeOf(filter: ReportedObjective['filter'], total: FlowRow, rows: readonly FlowRow[]): Scope {
  if (filter === undefined) return sumOf([total], true);
  const { field, ...others } = filter;
  if (field === undefined) return sumOf([total], false);
  const chosen = rows.filter((row) => row.field !== null && field.includes(row.field));
  return sumOf(chosen, Object.keys(others).length === 0);
}

function sumOf(rows: readonly FlowRow[], exact: boolean): Scope {
  const sum = (of: (row: FlowRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    received: sum(({ received }) => received.online + received.other),
    online: sum(({ received }) => received.online),
    handled: sum(({ received }) => received.total),
    resolved: sum(({ resolved }) => resolved.total),
    inTime: sum(({ resolved }) => resolved.early + resolved.onTime),
    exact,
  };
}

function disagreements(
  { id, formula, numerator, denominator }: ReportedObjective,
  scope: Scope,
): Contradiction[] {
  if (numerator === null || denominator === null) return [];
  const found: Contradiction[] = [];
  const atMost = (what: string, stated: number, expected: number) => {
    if (stated > expected) found.push({ code: 'FIGURES_DISAGREE', where: `${id} ${what}`, stated, expected });
  };
  const same = (what: string, stated: number, expected: number) => {
    if (scope.exact ? stated !== expected : stated > expected)
      found.push({ code: 'FIGURES_DISAGREE', where: `${id} ${what}`, stated, expected });
  };
  switch (formula) {
    case 'dossier.on-time.resolved.v1':
      same('numerator', numerator, scope.inTime);
      same('denominator', denominator, scope.resolved);
      break;
    case 'dossier.online.resolved.v1':
    case 'dossier.on-time.reappointed.v1':
    case 'dossier.result-digitised.all.v1':
      same('denominator', denominator, scope.resolved);
      break;
    case 'dossier.on-time.qd766.v1':
      same('denominator', denominator, scope.handled);
      break;
    case 'dossier.online.received.v1':
      same('numerator', numerator, scope.online);
      same('denominator', denominator, scope.received);
      break;
    case 'dossier.in-software.v1':
      same('denominator', denominator, scope.received);
      break;
    case 'dossier.digitised.received.v1':
    case 'dossier.parallel.v1':
      atMost('denominator', denominator, scope.received);
      break;
    case 'dossier.result-digitised.resolved.v1':
      atMost('denominator', denominator, scope.resolved);
      break;
  }
  return found;
}

import { DUE_SOON_DAYS } from '#shared/domain/dossier-rules.ts';
import { evaluateTrend } from '#shared/domain/evaluate.ts';
import type { Evaluation, ObjectiveResult } from '#shared/domain/evaluation.ts';
import { beforeFounding } from '#shared/domain/founding.ts';
import { LEDGER_IDS } from '#shared/domain/ledgers/registry.ts';
import { cutAt } from '#shared/domain/period.ts';
import type { Overview } from '#shared/ipc/contract/evaluation.ts';
import { missingFieldOf } from '#shared/report/missing-field.ts';
import { readReportDueDays } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import { receiptState, takenReceipts } from '../receiver/kept-receipts.ts';
import { judgingSetOf } from '../targets/judging-set.ts';
import { evaluateBy, type Measures, measuresOf, type PeriodChoice, toOutput } from './evaluate.ts';
import { objectiveTexts } from './objective-texts.ts';
import { firstDay, periodsUpTo, reportDue } from './periods.ts';

/** How many periods a trend shows, this one included. */
const TREND_LENGTH = 8;

/** The screen Tổng quan in one answer; reads only what it shows. */
export function overview(workspace: Workspace, choice: PeriodChoice & { readonly period: string }): Overview {
  const { store, clock } = workspace;
  const measures = measuresOf(workspace, choice);
  const { level, targets, period } = measures;
  const evaluation = evaluateBy(measures);
  const { overdue, dueSoon } = store.dossiers.todo(clock.today(), DUE_SOON_DAYS);
  return {
    evaluation: toOutput(evaluation),
    targetSetName: targets.set.name,
    decision: targets.set.decision,
    objectives: objectiveTexts(targets.set, level),
    trend: trend(workspace, measures, evaluation),
    todo: { overdue, dueSoon, missing: missing(evaluation, measures), ledgers: ledgerDuties(workspace) },
    report: {
      dueOn: reportDue(period, readReportDueDays(store)),
      signed: store.reports.list(choice.period).length > 0,
    },
    returned: returnedPeriods(workspace),
    founding: foundingWithin(measures),
    empty: store.dossiers.isEmpty(),
  };
}

/** The founding of the unit where a part of the period, or all of it, was before. */
function foundingWithin({ profile: { founded }, period }: Measures): Overview['founding'] {
  const before = beforeFounding(period, founded);
  return founded === undefined || before === null ? null : { ...founded, before };
}

/**
 * What is due soon, overdue or incomplete in each of the other ledgers; ledgers with none of it are left out. Of an
 * entry that lacks several facts only one is counted.
 */
function ledgerDuties({ store, clock }: Workspace): Overview['todo']['ledgers'] {
  const today = clock.today();
  return LEDGER_IDS.flatMap((ledger) => {
    const { overdue, dueSoon, lacks: fields } = store.entries.state(ledger, today);
    const lacking = Object.values(fields).some((count) => count > 0);
    const lacks = lacking ? store.entries.index(ledger, { lacks: 'any' }, today).length : 0;
    return overdue + dueSoon + lacks === 0 ? [] : [{ ledger, overdue, dueSoon, lacks }];
  });
}

/** Periods whose last signed report was returned and has not been replaced since. */
function returnedPeriods(workspace: Workspace): Overview['returned'] {
  const taken = takenReceipts(workspace);
  if (taken.size === 0) return [];
  const last = new Map(workspace.store.reports.list().map(({ period, id }) => [period, id]));
  return [...last].flatMap(([period, id]) => {
    const state = receiptState(taken.get(id) ?? []);
    return state?.verdict === 'returned' ? [{ period, trusted: state.trusted }] : [];
  });
}

/**
 * The figures of the last periods, each counted by the set that judges it; objectives are the same when their id is.
 */
function trend(workspace: Workspace, measures: Measures, current: Evaluation): Overview['trend'] {
  const { period, level, sources, targets } = measures;
  const first = firstDay(workspace);
  const shown = periodsUpTo(period, TREND_LENGTH).filter(
    (each) => each.id === period.id || (first !== null && each.to >= first),
  );
  const results = shown.map((each) => {
    if (each.id === period.id) return byId(current.objectives);
    const { set } = judgingSetOf(workspace, each);
    const wanted = set.objectives.filter(({ id }) => targets.set.objectives.some((one) => one.id === id));
    return byId(evaluateTrend(wanted, level, cutAt(each, period.asOf), sources));
  });
  return targets.set.objectives.map(({ id }) => ({
    objective: id,
    points: shown.map((each, n) => {
      const result = results[n]?.get(id);
      const { numerator = null, denominator = null, threshold = null, verdict = null } = result ?? {};
      return { period: each.id ?? '', numerator, denominator, threshold, verdict };
    }),
  }));
}

function byId(results: readonly ObjectiveResult[]): Map<string, ObjectiveResult> {
  return new Map(results.map((result) => [result.id, result]));
}

/** What unfiltered objectives lack: exactly the dossiers that the list of the same name shows. */
function missing(evaluation: Evaluation, { targets }: Measures): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { id, formula, missingData } of evaluation.objectives) {
    const field = missingFieldOf(formula)?.field;
    const filtered = targets.set.objectives.find((one) => one.id === id)?.filter !== undefined;
    if (field !== undefined && !filtered && missingData !== null && missingData > 0)
      found[field] = missingData;
  }
  return found;
}

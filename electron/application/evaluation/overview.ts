import { DUE_SOON_DAYS } from '#shared/domain/dossier-rules.ts';
import { evaluatePeriod, evaluateTrend } from '#shared/domain/evaluate.ts';
import type { Evaluation } from '#shared/domain/evaluation.ts';
import { cutAt, type EvaluatedPeriod } from '#shared/domain/period.ts';
import type { TargetSet, UnitLevel } from '#shared/domain/target-set.ts';
import type { Overview } from '#shared/ipc/contract/evaluation.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { readReportDueDays } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import { choosePeriod, measuresOf, type PeriodChoice, toOutput } from './evaluate.ts';
import { periodsUpTo, reportDue } from './periods.ts';

/** How many periods a trend shows, this one included. */
const TREND_LENGTH = 5;

/** Which recorded field an objective's missing data lacks (counting.md, `missingData`), by formula. */
const MISSING_FIELD: Readonly<Record<string, string>> = {
  'dossier.on-time.resolved.v1': 'dueOn',
  'dossier.online.resolved.v1': 'channel',
  'dossier.parallel.v1': 'paperParallel',
  'dossier.digitised.received.v1': 'componentsDigitised',
  'dossier.result-digitised.resolved.v1': 'resultDigitised',
};

/** The screen Tổng quan in one answer; reads only what it shows. */
export function overview(workspace: Workspace, choice: PeriodChoice & { readonly period: string }): Overview {
  const { store, clock } = workspace;
  const { profile, level, targets } = measuresOf(workspace);
  const period = choosePeriod(workspace, choice, profile.periodScheme);
  const evaluation = evaluatePeriod(targets.set, level, period, store.dossiers.counts, targets.sha256);
  const { overdue, dueSoon } = store.dossiers.todo(clock.today(), DUE_SOON_DAYS);
  return {
    evaluation: toOutput(evaluation),
    targetSetName: targets.set.name,
    decision: targets.set.decision,
    objectives: objectiveTexts(targets.set, level),
    trend: trend(workspace, targets.set, level, period, evaluation),
    todo: { overdue, dueSoon, missing: missing(evaluation) },
    report: {
      dueOn: reportDue(period, readReportDueDays(store)),
      signed: store.reports.list(choice.period).length > 0,
    },
    empty: store.dossiers.isEmpty(),
  };
}

/** Wording and thresholds of a set's objectives at one level. */
export function objectiveTexts(
  set: TargetSet,
  level: UnitLevel,
): Output<'evaluation.targetSet'>['objectives'] {
  return set.objectives.map(({ id, annexPoint, formula, striven, threshold, title, sentence }) => ({
    id,
    annexPoint,
    formula,
    striven,
    threshold: threshold[level],
    title,
    sentence,
  }));
}

function trend(
  workspace: Workspace,
  set: TargetSet,
  level: UnitLevel,
  period: EvaluatedPeriod,
  current: Evaluation,
): Overview['trend'] {
  const { counts } = workspace.store.dossiers;
  const first = workspace.store.dossiers.span()?.first;
  const shown = periodsUpTo(period, TREND_LENGTH).filter(
    (each) => each.id === period.id || (first !== undefined && each.to >= first),
  );
  const results = shown.map((each) =>
    each.id === period.id
      ? current.objectives
      : evaluateTrend(set.objectives, level, cutAt(each, period.asOf), counts),
  );
  return set.objectives.map(({ id }, index) => ({
    objective: id,
    points: shown.map((each, n) => {
      const { numerator = null, denominator = null } = results[n]?.[index] ?? {};
      return { period: each.id ?? '', numerator, denominator };
    }),
  }));
}

function missing(evaluation: Evaluation): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { formula, missingData } of evaluation.objectives) {
    const field = MISSING_FIELD[formula];
    if (field !== undefined && missingData !== null && missingData > 0) found[field] = missingData;
  }
  return found;
}

import { evaluatePeriod } from '#shared/domain/evaluate.ts';
import type { Evaluation } from '#shared/domain/evaluation.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import {
  cutAt,
  type EvaluatedPeriod,
  freePeriod,
  type PeriodScheme,
  resolvePeriod,
} from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import { levelOf, loadTargetSet } from './target-sets.ts';

/** A period by its id, or free dates (for an ad-hoc evaluation only); the scheme falls back on the unit's. */
export type PeriodChoice =
  | {
      readonly period: string;
      readonly scheme?: PeriodScheme | undefined;
      readonly asOf?: LocalDate | undefined;
    }
  | { readonly from: LocalDate; readonly to: LocalDate; readonly asOf?: LocalDate | undefined };

/** What a folder is measured by: target set, level, and the period's own scheme. */
export function measuresOf(workspace: Workspace) {
  const profile = readProfile(workspace.store);
  return {
    profile,
    level: levelOf(profile.unit.kind),
    targets: loadTargetSet(workspace.resourcesDir, profile.targetSet),
  };
}

/** The dates of a choice, cut at `asOf` or today. Throws `AppError` PERIOD_UNKNOWN. */
export function choosePeriod(
  workspace: Workspace,
  choice: PeriodChoice,
  scheme: PeriodScheme,
): EvaluatedPeriod {
  const asOf = choice.asOf ?? workspace.clock.today();
  if ('period' in choice) {
    const period = resolvePeriod(choice.period, choice.scheme ?? scheme);
    if (period === null) throw new AppError('PERIOD_UNKNOWN', { period: choice.period });
    return cutAt(period, asOf);
  }
  if (choice.from > choice.to)
    throw new AppError('PERIOD_UNKNOWN', { period: `${choice.from}–${choice.to}` });
  return cutAt(freePeriod(choice.from, choice.to), asOf);
}

/** Evaluates all objectives and the flow table of a period (command `evaluate`, screens Tổng quan and Báo cáo). */
export function evaluate(workspace: Workspace, choice: PeriodChoice): Evaluation {
  const { profile, level, targets } = measuresOf(workspace);
  const period = choosePeriod(workspace, choice, profile.periodScheme);
  return evaluatePeriod(targets.set, level, period, workspace.store.dossiers.counts, targets.sha256);
}

/** The evaluation in the form of the contract (fresh lists that the caller may keep). */
export function toOutput(evaluation: Evaluation): Output<'evaluation.evaluate'> {
  return { ...evaluation, objectives: [...evaluation.objectives], flow: [...evaluation.flow] };
}

import type { CountSources } from '#shared/domain/count-source.ts';
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
import type { TargetObjective, UnitLevel } from '#shared/domain/target-set.ts';
import { levelOf } from '#shared/domain/target-set.ts';
import { AppError } from '#shared/errors.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { readProfile, type UnitProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import { judgingSetOf } from '../targets/judging-set.ts';
import type { KnownSet } from '../targets/known-sets.ts';

/** A period by its id, or free dates (for an ad-hoc evaluation only); the scheme falls back on the unit's. */
export type PeriodChoice =
  | {
      readonly period: string;
      readonly scheme?: PeriodScheme | undefined;
      readonly asOf?: LocalDate | undefined;
    }
  | { readonly from: LocalDate; readonly to: LocalDate; readonly asOf?: LocalDate | undefined };

/** What a period is measured by and what its figures are counted from. */
export interface Measures {
  readonly profile: UnitProfile;
  readonly level: UnitLevel;
  readonly period: EvaluatedPeriod;
  /** The set that judges this period. */
  readonly targets: KnownSet;
  readonly sources: CountSources;
}

/** Period, target set, level and sources of a choice. Throws `AppError` PERIOD_UNKNOWN. */
export function measuresOf(workspace: Workspace, choice: PeriodChoice): Measures {
  const profile = readProfile(workspace.store);
  const period = choosePeriod(workspace, choice, profile.periodScheme);
  return {
    profile,
    level: levelOf(profile.unit.kind),
    period,
    targets: judgingSetOf(workspace, period),
    sources: sourcesOf(workspace, profile.periodScheme),
  };
}

/** Dossiers and ledgers of the folder, with the unit's scheme. */
function sourcesOf({ store }: Workspace, scheme: PeriodScheme): CountSources {
  return { dossiers: store.dossiers.counts, ledgers: store.entries, scheme };
}

/** The dates of a choice, cut at `asOf` or today. Throws `AppError` PERIOD_UNKNOWN. */
function choosePeriod(workspace: Workspace, choice: PeriodChoice, scheme: PeriodScheme): EvaluatedPeriod {
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

/** The objective of an id in the set that judges a period. Throws `AppError` OBJECTIVE_UNKNOWN. */
export function objectiveOf({ targets }: Pick<Measures, 'targets'>, id: string): TargetObjective {
  const objective = targets.set.objectives.find((each) => each.id === id);
  if (objective === undefined) throw new AppError('OBJECTIVE_UNKNOWN', { objective: id });
  return objective;
}

/** Evaluates all objectives and the flow table of a period (command `evaluate`, screens Tổng quan and Báo cáo). */
export function evaluate(workspace: Workspace, choice: PeriodChoice): Evaluation {
  return evaluateBy(measuresOf(workspace, choice));
}

/** The same for measures already at hand. */
export function evaluateBy({ targets, level, period, sources }: Measures): Evaluation {
  return evaluatePeriod(targets.set, level, period, sources, targets.sha256);
}

/** The evaluation in the form of the contract (fresh lists that the caller may keep). */
export function toOutput(evaluation: Evaluation): Output<'evaluation.evaluate'> {
  return { ...evaluation, objectives: [...evaluation.objectives], flow: [...evaluation.flow] };
}

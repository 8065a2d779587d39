import { resolvePeriod } from '#shared/domain/period.ts';
import { levelOf } from '#shared/domain/target-set.ts';
import { AppError } from '#shared/errors.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import { buildPlanView, type PlannedMeasure } from '#shared/report/view/build-plan-view.ts';
import type { PlanView } from '#shared/report/view/paper-model.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import { judgingSetOf } from '../targets/judging-set.ts';
import { originOf } from './origin.ts';

/**
 * The plan of a period: the objectives of the set that judges it, and the measures whose time (from their first day,
 * else their due day, to their due day) touches it. Throws `AppError` PERIOD_UNKNOWN.
 */
export function planView(workspace: Workspace, periodId: string): PlanView {
  const { store } = workspace;
  const { periodScheme, receiver, unit } = readProfile(store);
  const period = resolvePeriod(periodId, periodScheme);
  if (period === null) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  const { set, base } = judgingSetOf(workspace, period);
  const level = levelOf(unit.kind);
  const measures: PlannedMeasure[] = store.entries
    .entries('measures')
    .map(({ record }) => record)
    .filter(({ from, dueOn }) => (from ?? dueOn) <= period.to && dueOn >= period.from);
  return buildPlanView(
    cleanTexts({
      ...originOf(workspace),
      receiver: receiver.to,
      period: { id: periodId, from: period.from, to: period.to },
      targetSet: {
        id: set.id,
        version: set.version,
        decision: set.decision,
        above: base?.set.decision ?? null,
      },
      objectives: set.objectives.map(({ id, title, threshold, striven }) => ({
        id,
        title: title.vi,
        threshold: threshold[level],
        striven,
      })),
      measures,
    }),
  );
}

import type { DossierCondition } from '#shared/domain/count-source.ts';
import type { EvaluatedPeriod } from '#shared/domain/period.ts';
import { progressOf } from '#shared/domain/progress/progress.ts';
import type { PendingDossier, ProgressDossiers } from '#shared/domain/progress/records.ts';
import type { Progress } from '#shared/ipc/contract/evaluation.ts';
import type { Workspace } from '../context.ts';
import type { Store } from '../ports.ts';
import { dueList } from './due-list.ts';
import { measuresOf, type PeriodChoice } from './evaluate.ts';

/**
 * What could still reach the targets of a period, where its figures will end, and what is due (screen Mục tiêu, tab
 * Tiến độ). Throws `AppError` PERIOD_UNKNOWN.
 */
export function progress(workspace: Workspace, choice: PeriodChoice & { readonly period: string }): Progress {
  const { store } = workspace;
  const { targets, level, period, sources } = measuresOf(workspace, choice);
  const { id, scheme, from, to, asOf } = period;
  const objectives = progressOf(targets.set.objectives, level, period, sources, dossiersOf(store, period));
  return {
    period: { id, scheme, from, to },
    asOf,
    objectives: objectives.map((objective) => ({
      ...objective,
      candidates: objective.candidates.map((candidate) => ({ ...candidate })),
    })),
    ...dueList(store, asOf),
  };
}

/** The dossiers of a period one by one; each question is asked of the store once. */
function dossiersOf({ dossiers }: Store, { from, end, asOf }: EvaluatedPeriod): ProgressDossiers {
  const pending = new Map<string, readonly PendingDossier[]>();
  const readPending = (condition: DossierCondition | undefined): readonly PendingDossier[] => {
    const members = dossiers.members('pending', from, end, condition);
    const rows = new Map(
      dossiers
        .rows(
          members.map(({ id }) => id),
          asOf,
        )
        .map(({ id, record }) => [id, record]),
    );
    return members.flatMap(({ id, code, facts }) => {
      const record = rows.get(id);
      if (record === undefined) return [];
      return [{ id, code, facts, dueOn: record.dueOn, reappointedDueOn: record.reappointedDueOn }];
    });
  };
  return {
    pending(condition) {
      const key = JSON.stringify(condition ?? null);
      const found = pending.get(key) ?? readPending(condition);
      pending.set(key, found);
      return found;
    },
    members: (axis, condition) => dossiers.members(axis, from, end, condition),
  };
}

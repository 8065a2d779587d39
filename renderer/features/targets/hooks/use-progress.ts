import { useMemo } from 'react';
import type { ObjectiveResult } from '#shared/domain/evaluation.ts';
import type { Overview, Progress, ProgressObjective } from '#shared/ipc/contract/evaluation.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useQuery } from '../../../app/use-query.ts';

/** All that is known of an objective's way through the period looked at. */
export interface ObjectiveProgress {
  readonly id: string;
  readonly text: Overview['objectives'][number];
  readonly result: ObjectiveResult | undefined;
  readonly progress: ProgressObjective | undefined;
  readonly points: Overview['trend'][number]['points'];
}

const FRESH = ['dossiers', 'ledgers', 'settings', 'reports'] as const;

/** Figures, trend and progress of the period looked at, by objective in the order of the set. */
export function useProgress() {
  const period = useNavigation((navigation) => navigation.period);
  const input = period === null ? null : { period };
  const overview = useQuery('evaluation.overview', input, FRESH);
  const progress = useQuery('evaluation.progress', input, FRESH);
  const objectives = useMemo(
    () => (overview.data ? joined(overview.data, progress.data) : []),
    [overview.data, progress.data],
  );
  return { overview, progress, objectives };
}

function joined(overview: Overview, progress: Progress | null): ObjectiveProgress[] {
  return overview.objectives.map((text) => ({
    id: text.id,
    text,
    result: overview.evaluation.objectives.find(({ id }) => id === text.id),
    progress: progress?.objectives.find(({ objective }) => objective === text.id),
    points: overview.trend.find(({ objective }) => objective === text.id)?.points ?? [],
  }));
}

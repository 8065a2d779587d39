import type { ObjectiveResult } from '#shared/domain/evaluation.ts';

import type { ProgressObjective } from '#shared/ipc/contract/evaluation.ts';

/** What can be said of the way to a target; `finish`, `correct` and `more` come with numbers. */
export type Standing = 'met' | 'finish' | 'correct' | 'more' | 'lost' | 'none' | 'notDue' | 'over';

/** How an objective stands to its target: what would still reach it, or why nothing is said. */
export function standingOf(
  result: Pick<ObjectiveResult, 'verdict'> | undefined,
  progress: Pick<ProgressObjective, 'needed' | 'way'> | undefined,
  over: boolean,
): Standing {
  if (!result || result.verdict === 'not-recorded' || result.verdict === 'no-data') return 'none';
  if (result.verdict === 'not-due') return 'notDue';
  if (result.verdict === 'met') return 'met';
  if (progress?.needed != null && progress.needed > 0 && progress.way !== null) return progress.way;
  return over ? 'over' : 'lost';
}

import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';

/** How the measures of an objective stand; the four states add up to `all`. */
export interface PlanSum {
  readonly all: number;
  readonly done: number;
  readonly open: number;
  readonly soon: number;
  readonly overdue: number;
}

const NONE: PlanSum = { all: 0, done: 0, open: 0, soon: 0, overdue: 0 };

/** The measures of each objective by state, and of all of them under `null`. Ids compare without regard to case. */
export function planSums(measures: readonly StoredEntry[]): ReadonlyMap<string | null, PlanSum> {
  const sums = new Map<string | null, PlanSum>([[null, NONE]]);
  for (const { record, due } of measures) {
    const state =
      due === 'done' ? 'done' : due === 'overdue' ? 'overdue' : due === 'due-soon' ? 'soon' : 'open';
    for (const key of [null, String(record.objective ?? '').toUpperCase()]) {
      const sum = sums.get(key) ?? NONE;
      sums.set(key, { ...sum, all: sum.all + 1, [state]: sum[state] + 1 });
    }
  }
  return sums;
}

/** The sums of one objective; zeros where it has no measure. */
export function planSumOf(sums: ReadonlyMap<string | null, PlanSum>, objective: string | null): PlanSum {
  return sums.get(objective === null ? null : objective.toUpperCase()) ?? NONE;
}

import { performance } from 'node:perf_hooks';

/** One line of the table: a ratio of medians from interleaved pairs, with the goal beside it. */
export interface BenchRow {
  readonly name: string;
  readonly subject: string;
  readonly baseline: string;
  readonly ratio: string;
  readonly goal: string;
  readonly verdict: 'met' | 'missed' | 'info';
}

/** Goal of a ratio: at most, or at least, a bound; null for a figure that is only told. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number } | null;

/** Milliseconds that a piece of work takes. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Middle value; the mean of the two middle ones for an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** Value below which a share (0–1) of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/**
 * Runs subject and baseline in turn (A B A B …), so that a machine that slows down slows both, and judges the
 * median of the pairwise ratios. Both give their own time in milliseconds. One pair before is not counted.
 */
export async function pairs(
  name: string,
  subject: () => Promise<number> | number,
  baseline: () => Promise<number> | number,
  goal: Goal,
  options: { readonly runs?: number; readonly warmUp?: boolean; readonly invert?: boolean } = {},
): Promise<BenchRow> {
  const subjects: number[] = [];
  const baselines: number[] = [];
  if (options.warmUp ?? true) {
    await subject();
    await baseline();
  }
  for (let run = 0; run < (options.runs ?? 5); run += 1) {
    subjects.push(await subject());
    baselines.push(await baseline());
  }
  // `invert`: the goal speaks of speed (rows a second), the measurement of time.
  const ratios = subjects.map((time, run) =>
    options.invert ? (baselines[run] ?? 0) / time : time / (baselines[run] ?? 0),
  );
  return row(
    name,
    `${median(subjects).toFixed(1)} ms`,
    `${median(baselines).toFixed(1)} ms`,
    median(ratios),
    goal,
  );
}

/** A row from a ratio that was measured in another way. */
export function row(name: string, subject: string, baseline: string, ratio: number, goal: Goal): BenchRow {
  const met = goal === null ? null : 'atMost' in goal ? ratio <= goal.atMost : ratio >= goal.atLeast;
  const wanted = goal === null ? '' : 'atMost' in goal ? `<= ${goal.atMost}` : `>= ${goal.atLeast}`;
  return {
    name,
    subject,
    baseline,
    ratio: ratio.toFixed(2),
    goal: wanted,
    verdict: met === null ? 'info' : met ? 'met' : 'missed',
  };
}

/** The rows as a Markdown table. */
export function table(rows: readonly BenchRow[]): string {
  const head = '| what | program | baseline | ratio | goal | |\n|---|--:|--:|--:|--:|---|';
  return [
    head,
    ...rows.map(
      (r) => `| ${r.name} | ${r.subject} | ${r.baseline} | ${r.ratio}× | ${r.goal} | ${r.verdict} |`,
    ),
  ].join('\n');
}

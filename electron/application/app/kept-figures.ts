import type { ServiceChannel } from '#shared/ipc/contract.ts';
import type { Clock } from '../context.ts';

/** Calls whose answers are kept: the window asks for them at every visit of a screen. */
const KEPT = new Set<ServiceChannel>(['evaluation.overview', 'evaluation.periods', 'evaluation.progress']);

/** Figures that are asked for again on the same day while nothing was written. */
export interface KeptFigures {
  /** The answer of before, or that of `count`, which is kept where the call is one of these. */
  answer(channel: ServiceChannel, input: unknown, count: () => unknown): Promise<unknown>;
  /** Something was written. */
  forget(): void;
}

/** Kept in memory until something is written or the day of `clock` ends. */
export function createKeptFigures(clock: Clock): KeptFigures {
  const figures = new Map<string, unknown>();
  let round = 0;
  return {
    async answer(channel, input, count) {
      if (!KEPT.has(channel)) return count();
      const key = `${channel} ${clock.today()} ${JSON.stringify(input)}`;
      if (figures.has(key)) return figures.get(key);
      const begun = round;
      const counted = await count();
      // What was counted before a write that ended meanwhile is answered, but not kept.
      if (begun === round) figures.set(key, counted);
      return counted;
    },
    forget() {
      round += 1;
      figures.clear();
    },
  };
}

import type { WorkPart } from '#shared/ipc/result.ts';

/** How far long work is: records or parts, of how many. */
export interface Steps {
  readonly done: number;
  readonly total: number;
}

/**
 * Called between the parts of long work, and between the steps of one where they can be counted (`steps`). `last`: from
 * here on the work is done to its end. Throws what ends the work; never where `last` was told before.
 */
export type TellPart = (part: WorkPart, steps?: Steps | null, last?: 'last') => Promise<void>;

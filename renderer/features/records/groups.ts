import type { LedgerId } from '#shared/domain/ledgers/registry.ts';

/** Ledgers that belong together, in the order of the screen; words of the groups under `entries:screen.group`. */
export const GROUPS = [
  ['petitions', ['petitions']],
  ['surveys', ['survey-answers', 'survey-batches']],
  ['staff', ['staff', 'staff-ratings', 'staff-courses']],
  ['workFiles', ['work-files']],
  ['signatures', ['signature-units', 'signature-certificates']],
  ['iso', ['iso-activities']],
] as const satisfies readonly (readonly [string, readonly LedgerId[]])[];

export type GroupedLedger = (typeof GROUPS)[number][1][number];

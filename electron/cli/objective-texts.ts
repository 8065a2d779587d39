import type { Output } from '#shared/ipc/contract.ts';

/** Wording of an objective as the target set gives it. */
export type ObjectiveText = Output<'evaluation.targetSet'>['objectives'][number];

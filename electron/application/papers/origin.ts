import { printedUnit } from '#shared/report/paper-layout.ts';
import type { PaperOrigin } from '#shared/report/view/paper-model.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';

/** What every paper of the folder says about where it comes from. */
export function originOf({ store, clock, sample }: Workspace): PaperOrigin {
  const { unit, signatory, layout } = readProfile(store);
  return { unit: printedUnit(unit, layout), signatory, madeOn: clock.today(), sample: sample ?? false };
}

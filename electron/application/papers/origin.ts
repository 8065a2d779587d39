import type { PaperOrigin } from '#shared/report/view/paper-model.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';

/** What every paper of the folder says about where it comes from. */
export function originOf({ store, clock, sample }: Workspace): PaperOrigin {
  const { unit, signatory } = readProfile(store);
  return { unit, signatory, madeOn: clock.today(), sample: sample ?? false };
}

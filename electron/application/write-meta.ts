import type { Workspace } from './context.ts';
import type { WriteMeta } from './ports.ts';

/** Who writes now and why, for a deed that is no import. */
export function writeMeta(
  { actor, clock }: Pick<Workspace, 'actor' | 'clock'>,
  kind: WriteMeta['kind'],
  reason: string | null,
): WriteMeta {
  return { user: actor.login, at: clock.now(), kind, reason, importId: null };
}

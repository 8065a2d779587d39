import type { Role } from '#shared/domain/unit.ts';
import { AppError } from '#shared/errors.ts';
import type { ServiceChannel } from '#shared/ipc/contract.ts';
import type { Actor } from '../context.ts';

const LEADERS: readonly Role[] = ['head', 'chairman'];

/** Who may do what is not open to everybody in the office. */
const RIGHTS: { readonly [C in ServiceChannel]?: readonly Role[] } = {
  'settings.save': LEADERS,
  'backups.choose': LEADERS,
  'reports.sign': LEADERS,
  'keys.create': LEADERS,
  'trust.add': [...LEADERS, 'receiver'],
  'trust.addSigner': [...LEADERS, 'receiver'],
  'trust.revoke': [...LEADERS, 'receiver'],
};

/** Throws `AppError` FORBIDDEN when the actor's role may not use the call. */
export function demandRight(channel: ServiceChannel, actor: Actor): void {
  const roles = RIGHTS[channel];
  if (roles !== undefined && !roles.includes(actor.role))
    throw new AppError('FORBIDDEN', { role: actor.role });
}

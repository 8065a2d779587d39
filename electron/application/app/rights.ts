import { isLedgerId, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { type Ability, may } from '#shared/domain/rights.ts';
import { AppError } from '#shared/errors.ts';
import type { ServiceChannel } from '#shared/ipc/contract.ts';
import type { Actor } from '../context.ts';
import { CHANNEL_RIGHTS } from './channel-rights.ts';

/** Throws `AppError` FORBIDDEN with the abilities of which one is needed, when the actor has none of them. */
export function demandAbility(actor: Actor, ...abilities: readonly Ability[]): void {
  if (!abilities.some((ability) => may(actor, ability)))
    throw new AppError('FORBIDDEN', { role: actor.role, ability: abilities.join(', ') });
}

/** Whether a call is for people who are signed in; the others see to their own conditions. */
export function needsSignIn(channel: ServiceChannel): boolean {
  const right = CHANNEL_RIGHTS[channel];
  return right !== 'anybody' && !(typeof right === 'object' && 'mending' in right);
}

/** Throws `AppError` FORBIDDEN when the actor may not use the call, or not on the ledger that its input names. */
export function demandRight(channel: ServiceChannel, actor: Actor, input?: unknown): void {
  const right = CHANNEL_RIGHTS[channel];
  if (typeof right === 'object' && !('mending' in right)) demandAbility(actor, ...right);
  const named = input as { ledger?: unknown; options?: { kind?: unknown } } | null | undefined;
  const ledger = LEDGER_WRITES.has(channel)
    ? named?.ledger
    : channel === 'imports.commit'
      ? named?.options?.kind
      : null;
  if (typeof ledger === 'string' && isLedgerId(ledger)) demandLedgerRight(ledger, actor);
}

/** Calls that write into the ledger which their input names. */
const LEDGER_WRITES: ReadonlySet<ServiceChannel> = new Set<ServiceChannel>([
  'ledgers.save',
  'ledgers.remove',
  'ledgers.restore',
]);

/** The commune's own procedures and calendar are settings: they change due days and figures of everybody. */
export function demandLedgerRight(ledger: LedgerId, actor: Actor): void {
  if (ledgerOf(ledger).place === 'settings') demandAbility(actor, 'change-settings');
}

import { isLedgerId, type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { Role } from '#shared/domain/unit.ts';
import { AppError } from '#shared/errors.ts';
import type { ServiceChannel } from '#shared/ipc/contract.ts';
import type { Actor } from '../context.ts';

const LEADERS: readonly Role[] = ['head', 'chairman'];

/** Who may do what is not open to everybody in the office. */
const RIGHTS: { readonly [C in ServiceChannel]?: readonly Role[] } = {
  'settings.save': LEADERS,
  'log.export': [...LEADERS, 'receiver'],
  'targets.saveOwn': LEADERS,
  'targets.importFile': LEADERS,
  'backups.choose': LEADERS,
  'backups.save': LEADERS,
  'backups.saveSettings': LEADERS,
  'reports.sign': LEADERS,
  'keys.create': LEADERS,
  'keys.handOver': [...LEADERS, 'receiver'],
  'tokens.drivers': [...LEADERS, 'receiver'],
  'tokens.list': [...LEADERS, 'receiver'],
  'receiver.saveUnits': [...LEADERS, 'receiver'],
  'receiver.saveSettings': [...LEADERS, 'receiver'],
  'receiver.sign': LEADERS,
  'receipts.issue': [...LEADERS, 'receiver'],
  'receipts.trustSigner': [...LEADERS, 'receiver'],
  'trust.add': [...LEADERS, 'receiver'],
  'trust.addSigner': [...LEADERS, 'receiver'],
  'trust.takeHandOver': [...LEADERS, 'receiver'],
  'trust.revoke': [...LEADERS, 'receiver'],
};

/** Calls that write into the ledger which their input names. */
const LEDGER_WRITES: ReadonlySet<ServiceChannel> = new Set<ServiceChannel>([
  'ledgers.save',
  'ledgers.remove',
  'ledgers.restore',
]);

/** Throws `AppError` FORBIDDEN when the actor's role may not use the call, or not on the ledger that its input names. */
export function demandRight(channel: ServiceChannel, actor: Actor, input?: unknown): void {
  demandRole(RIGHTS[channel], actor);
  const named = input as { ledger?: unknown; options?: { kind?: unknown } } | null | undefined;
  const ledger = LEDGER_WRITES.has(channel)
    ? named?.ledger
    : channel === 'imports.commit'
      ? named?.options?.kind
      : null;
  if (typeof ledger === 'string' && isLedgerId(ledger)) demandLedgerRight(ledger, actor);
}

/** The commune's own procedures and calendar are settings: they change due days and figures of everybody. */
export function demandLedgerRight(ledger: LedgerId, actor: Actor): void {
  if (ledgerOf(ledger).place === 'settings') demandRole(LEADERS, actor);
}

function demandRole(roles: readonly Role[] | undefined, actor: Actor): void {
  if (roles !== undefined && !roles.includes(actor.role))
    throw new AppError('FORBIDDEN', { role: actor.role });
}

import { AppError } from '#shared/errors.ts';
import type { Notice } from '#shared/ipc/result.ts';
import type { Folder } from './folder.ts';
import type { Log } from './log.ts';
import type { Session } from './session.ts';

interface Parts {
  readonly folder: Folder;
  readonly session: Session;
  readonly log: Log;
  notify(notice: Notice): void;
}

/**
 * Turns a fault of the storage under a use case into words for people (`AppError`) and passes any other through. Damage
 * is logged with the parts it is in and closes the folder, before more is built on it.
 */
export async function storageFaultOf(error: unknown, parts: Parts): Promise<unknown> {
  const { folder, session, log, notify } = parts;
  const { storageFault } = await import('#electron/persistence/open-database.ts');
  const fault = storageFault(error);
  const { state } = folder;
  if (!(fault instanceof AppError) || fault.code !== 'DATA_DAMAGED' || state.kind !== 'open') return fault;
  const damaged = state.store.damagedParts().join(', ');
  const named =
    damaged === ''
      ? fault
      : new AppError('DATA_DAMAGED', { reason: 'parts', parts: damaged }, { cause: fault });
  log.fault(named, 'storage');
  session.signOut();
  folder.fail(named);
  notify({ kind: 'service-restarted' });
  return named;
}

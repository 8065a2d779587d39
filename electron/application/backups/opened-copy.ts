import { AppError } from '#shared/errors.ts';
import { judgeKeyring } from '../access/kept-keyring.ts';
import { readKeyring } from '../access/keyring-file.ts';
import type { Keyring } from '../access/keyring-form.ts';
import type { Store } from '../ports.ts';

// What holds of every copy of a book that is opened beside the running one: of a restore, or of a joining of units.

/**
 * A fault met in a copy. Damage of the copy must not pass for damage of the open book, which would be closed and its
 * person signed out.
 */
export async function copyFault(error: unknown): Promise<unknown> {
  const { storageFault } = await import('#electron/persistence/open-database.ts');
  const fault = storageFault(error);
  if (!(fault instanceof AppError) || fault.code !== 'DATA_DAMAGED') return fault;
  return new AppError('BACKUP_DAMAGED', { reason: fault.params.reason ?? 'database' }, { cause: fault });
}

/**
 * The keyring of a copy that is open in a folder. A book keeps its keyring: one that somebody exchanged in the copy would
 * let in whom it no longer lets in. Throws `AppError` BACKUP_DAMAGED (`reason` keyring).
 */
export function keyringOfCopy(folder: string, store: Pick<Store, 'documents'>, key: Buffer): Keyring {
  const keyring = readKeyring(folder);
  if (keyring === null || judgeKeyring(store, keyring, key).kind === 'strange')
    throw new AppError('BACKUP_DAMAGED', { reason: 'keyring' });
  return keyring;
}
